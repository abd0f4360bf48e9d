"""Read a service definition document (contract, Appendix A) into typed values, or say where it is wrong."""

import json
from collections.abc import Iterator

from kiosk.bochum_id.values import JsonObject, JsonValue, Level
from kiosk.services.beyond_form_reading import (
    NEEDS,
    read_appointment,
    read_destination,
    read_external,
    read_information,
    read_slots,
    refuse_wrong_ends,
)
from kiosk.services.condition import ALWAYS, scopes
from kiosk.services.data_schema import DataSchema
from kiosk.services.definition import (
    Declaration,
    Duration,
    KioskMode,
    Pictured,
    Prefill,
    Privacy,
    ServiceDefinition,
    StepDefinition,
    StepKind,
    TimeUnit,
)
from kiosk.services.document import DefinitionError, Node, nearest
from kiosk.services.fee_reading import read_fees
from kiosk.services.field_reading import read_field
from kiosk.services.offer_reading import (
    read_audience,
    read_fee_range,
    read_is_open,
    read_keywords,
    read_order,
)
from kiosk.services.pointer import covers


def parse_definition(content: bytes, *, strict: bool = False) -> ServiceDefinition:
    """Read a document as it came over the wire; DefinitionError when it cannot be used."""
    try:
        document: JsonValue = json.loads(content)
    except ValueError as error:
        raise DefinitionError("", f"this is no JSON ({error})", "correct the syntax") from error
    return read_definition(document, strict=strict)


def read_definition(document: JsonValue, *, strict: bool = False) -> ServiceDefinition:
    """Read a parsed document. `strict` also refuses members that nobody reads: slips of the pen."""
    node = Node(document, strict=strict)
    node.knows(
        *(
            "$schema",
            "id",
            "version",
            "leika",
            "lifeSituations",
            "icon",
            "title",
            "summary",
            "about",
            "office",
        ),
        *(
            "legalBasis",
            "requiredLevel",
            "kioskMode",
            "duration",
            "feeNote",
            "bring",
            "result",
            "identification",
            "register",
        ),
        *("dataSchema", "prefill", "steps", "attachments", "fees", "payment", "delivery", "declarations"),
        *("privacy", "keywords", "audience", "minAge", "fee", "order", "available"),
        *("destination", "external", "information", "appointment"),
    )
    title = node.member("title").localised()
    mode = node.member("kioskMode").one_of(KioskMode)
    refuse_wrong_ends(node, mode)
    node = _with_an_empty_form(node) if mode in NEEDS else node
    schema = DataSchema.of(node.member("dataSchema"))
    prefill = tuple(_prefill(each, schema) for each in node.items_of("prefill"))
    steps = tuple(_steps(node, schema, prefill))
    return ServiceDefinition(
        id=node.member("id").text(),
        version=node.member("version").whole_number(),
        title=title,
        summary=node.localised_or_none("summary"),
        about=node.localised_or_none("about"),
        office=node.member("office").localised_or_none("name") if node.has("office") else None,
        legal_basis=tuple(each.member("text").text() for each in node.items_of("legalBasis")),
        required_level=node.member("requiredLevel").one_of(Level),
        kiosk_mode=mode,
        duration=_duration(node.member("duration")),
        fee_note=node.localised_or_none("feeNote"),
        bring=tuple(_pictured(each) for each in node.items_of("bring")),
        result=_pictured(node.member("result")) if node.has("result") else None,
        schema=schema.compiled,
        prefill=prefill,
        steps=steps,
        fees=tuple(read_fees(node, schema)),
        payment_channels=_words(node.member("payment"), "channels"),
        delivery_channels=() if mode in NEEDS else _words(node.member("delivery"), "channels"),
        default_delivery="" if mode in NEEDS else _default_delivery(node.member("delivery")),
        declarations=tuple(_declaration(each) for each in node.items_of("declarations")),
        privacy=_privacy(node.member("privacy")),
        icon=node.member("icon").text() if node.has("icon") else "doc",
        life_situations=_words(node, "lifeSituations") if node.has("lifeSituations") else (),
        order=read_order(node),
        keywords=read_keywords(node),
        fee_range=read_fee_range(node),
        is_open=read_is_open(node),
        audience=read_audience(node),
        min_age=node.member("minAge").whole_number() if node.has("minAge") else None,
        attachments=tuple(read_slots(node, schema)),
        appointment=read_appointment(node, schema),
        destination=read_destination(node),
        external=read_external(node),
        information=tuple(read_information(node)),
    )


def _with_an_empty_form(node: Node) -> Node:
    """Give a service that is not applied for here the form it may leave out."""
    empty: JsonObject = {"dataSchema": {"type": "object"}, "steps": [], "payment": {"channels": []}}
    return Node(empty | node.as_object(), node.pointer, node.strict)


def _duration(node: Node) -> Duration:
    node.knows("min", "max", "unit")
    least, most = node.member("min").whole_number(), node.member("max").whole_number()
    if not 0 <= least <= most:
        raise node.refuse(f"from {least} to {most} is no duration", "let min be at most max")
    return Duration(least, most, node.member("unit").one_of(TimeUnit))


def _pictured(node: Node) -> Pictured:
    node.knows("icon", "title", "text")
    return Pictured(
        node.member("icon").text(), node.member("title").localised(), node.localised_or_none("text")
    )


def _prefill(node: Node, schema: DataSchema) -> Prefill:
    node.knows("target", "from", "lock")
    lock = node.has("lock") and node.member("lock").truth()
    return Prefill(schema.scope(node.member("target")), node.member("from").text(), lock)


def _declaration(node: Node) -> Declaration:
    node.knows("id", "text")
    return Declaration(node.member("id").text(), node.member("text").localised())


def _privacy(node: Node) -> Privacy:
    node.knows("notice", "retentionDays", "text")
    return Privacy(
        node.member("notice").text(),
        node.member("retentionDays").whole_number(),
        node.localised_or_none("text"),
    )


def _words(node: Node, name: str) -> tuple[str, ...]:
    return tuple(each.text() for each in node.member(name).items())


def _default_delivery(node: Node) -> str:
    node.knows("channels", "default")
    channels, default = _words(node, "channels"), node.member("default")
    if default.text() not in channels:
        raise default.refuse(
            f"{default.text()!r} is no channel of this service", nearest(default.text(), channels)
        )
    return default.text()


def _steps(service: Node, schema: DataSchema, prefill: tuple[Prefill, ...]) -> Iterator[StepDefinition]:
    dates = frozenset(rule.target for rule in prefill if rule.source == "eid.DateOfBirth")
    ids: set[str] = set()
    places: dict[str, Node] = {}
    looks_at: dict[str, frozenset[str]] = {}
    for node in service.member("steps").items():
        step = _step(node, service, schema, dates)
        if step.id in ids:
            raise node.refuse(f"the step {step.id!r} stands here twice", "give it another id")
        ids.add(step.id)
        for asked, place in zip(step.fields, node.items_of("elements"), strict=True):
            for other in places:
                if covers(other, asked.scope) or covers(asked.scope, other):
                    raise place.refuse(f"{other!r} is asked already", "ask each part of the data once")
            places[asked.scope] = place
            looks_at[asked.scope] = scopes(asked.visible)
        yield step
    _refuse_circles(looks_at, places)


def _step(node: Node, service: Node, schema: DataSchema, dates: frozenset[str]) -> StepDefinition:
    node.knows("id", "kind", "title", "help", "elements", "visible", "enabled", "required")
    kind = node.member("kind").one_of(StepKind) if node.has("kind") else StepKind.FORM
    if kind is StepKind.FORM and not node.has("elements"):
        raise node.refuse("this step asks nothing", 'add "elements", or say its "kind"')
    if kind is not StepKind.FORM and node.has("elements"):
        raise node.member("elements").refuse(
            f"a step of kind {kind.value!r} asks nothing itself", "move its elements to a step of their own"
        )
    titled = node if kind is StepKind.FORM or node.has("title") else service
    return StepDefinition(
        id=node.member("id").text(),
        kind=kind,
        title=titled.member("title").localised(),
        help=node.localised_or_none("help"),
        fields=tuple(read_field(each, node, schema, dates) for each in node.items_of("elements")),
        visible=schema.condition(node, "visible", ALWAYS),
    )


def _refuse_circles(looks_at: dict[str, frozenset[str]], places: dict[str, Node]) -> None:
    """Refuse a question whose visibility hangs on itself: it would have no answer."""
    needs = {
        scope: {other for other in places if any(covers(other, at) or covers(at, other) for at in seen)}
        for scope, seen in looks_at.items()
    }
    while free := {scope for scope, others in needs.items() if not others & needs.keys()}:
        for scope in free:
            del needs[scope]
    for scope, others in needs.items():
        raise places[scope].refuse(
            f"whether {scope!r} is visible depends on itself, by way of {sorted(others & needs.keys())}",
            "let its condition look at an earlier question",
        )
