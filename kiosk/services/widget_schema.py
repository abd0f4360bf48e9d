"""What each widget needs from the data schema behind it, and what it takes from there."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Final

from kiosk.bochum_id.values import JsonObject, JsonValue
from kiosk.services.address import CITY, PARTS
from kiosk.services.asking import PLAINLY, AsAddress, AsDay, Asking, InUnits
from kiosk.services.data_schema import DataSchema
from kiosk.services.days import DayRule, read_rule
from kiosk.services.definition import Answer, Option, Widget
from kiosk.services.document import Node, nearest
from kiosk.services.pointer import join
from kiosk.services.typed import in_units

LONGEST_TEXT = 1000
"""Characters of a typed answer where the schema sets no limit."""
MOST_DECIMALS = 4


@dataclass(frozen=True, slots=True)
class Limits:
    """What a question takes from its schema; the names are those of `Field`."""

    least: int
    most: int
    default: Answer | None = None
    options: tuple[Option, ...] = ()
    asking: Asking = PLAINLY


def read_limits(node: Node, widget: Widget, scope: str, schema: DataSchema) -> Limits:
    """Hold a widget against the part of the schema at `scope`; DefinitionError says what it needs there."""
    part = schema.parts[scope]
    if widget is not Widget.NUMBER:
        for name in ("unit", "decimals"):
            if node.has(name):
                raise node.member(name).refuse(f"only a number has {name!r}", "leave it out")
    return _address(node, scope, schema) if widget is Widget.ADDRESS else _READERS[widget](node, part)


def _stepper(node: Node, part: JsonObject) -> Limits:
    match part:
        case {"type": "integer", "minimum": int(least), "maximum": int(most)}:
            default = part.get("default")
            return Limits(least, most, default if isinstance(default, int) else least)
        case _:
            raise node.refuse(
                "a stepper counts between two whole numbers",
                'give its data "type": "integer", "minimum" and "maximum"',
            )


def _typed_number(node: Node, part: JsonObject) -> Limits:
    decimals = 0
    if node.has("decimals"):
        decimals = node.member("decimals").whole_number()
        if not 0 <= decimals <= MOST_DECIMALS:
            raise node.member("decimals").refuse(
                f"a number has 0 to {MOST_DECIMALS} decimals", "write 2 for cents"
            )
    match part:
        case {"type": "integer", "minimum": int(least), "maximum": int(most)}:
            default = part.get("default")
            return Limits(
                least,
                most,
                in_units(default, decimals) if isinstance(default, int) else None,
                asking=InUnits(node.localised_or_none("unit"), decimals),
            )
        case _:
            raise node.refuse(
                "a number is whole in the data, with limits",
                'give its data "type": "integer", "minimum" and "maximum"; "decimals": 2 makes it hundredths',
            )


def _text(node: Node, part: JsonObject) -> Limits:
    if part.get("type") != "string":
        raise node.refuse("this question takes a text", 'give its data "type": "string"')
    default = part.get("default")
    return Limits(
        _number(part, "minLength", 0),
        _number(part, "maxLength", LONGEST_TEXT),
        default if isinstance(default, str) else None,
    )


def _formatted(form: str, longest: int, node: Node, part: JsonObject) -> Limits:
    if part.get("type") != "string" or part.get("format") != form:
        raise node.refuse(
            f"this question takes a text of the format {form!r}",
            f'give its data "type": "string" and "format": "{form}"',
        )
    return Limits(0, min(longest, _number(part, "maxLength", longest)))


def _choice(node: Node, part: JsonObject) -> Limits:
    match part:
        case {"enum": list(offered)}:
            default = part.get("default")
            options = tuple(_options(node, offered))
            return Limits(1, 1, default if isinstance(default, str) else None, options)
        case _:
            raise node.refuse("choice cards need something to choose from", 'give its data an "enum"')


def _checks(node: Node, part: JsonObject) -> Limits:
    match part:
        case {"type": "array", "items": {"enum": list(offered)}}:
            options = tuple(_options(node, offered))
            return Limits(
                _number(part, "minItems", 0), _number(part, "maxItems", len(options)), None, options
            )
        case _:
            raise node.refuse(
                "check cards need something to choose from",
                'give its data "type": "array" and "items": {"enum": […]}',
            )


def _yes_or_no(node: Node, part: JsonObject) -> Limits:
    if part.get("type") != "boolean":
        raise node.refuse("yes or no is true or false in the data", 'give its data "type": "boolean"')
    default = part.get("default")
    options = tuple(_options(node, ["true", "false"])) if node.has("options") else ()
    return Limits(1, 1, default if isinstance(default, bool) else None, options)


def _consent(node: Node, part: JsonObject) -> Limits:
    if part.get("const") is not True or "default" in part:
        raise node.refuse(
            "a consent is true or missing, and never given beforehand",
            'give its data "const": true and no "default"',
        )
    return Limits(1, 1)


def _date(node: Node, part: JsonObject) -> Limits:
    form = part.get("format")
    if part.get("type") != "string" or form not in ("date", "partialDate"):
        raise node.refuse(
            "a date is a text of its own format",
            'give its data "type": "string" and "format": "date", or "partialDate" if parts may be unknown',
        )
    default = part.get("default")
    return Limits(
        0,
        0,
        default if isinstance(default, str) else None,
        asking=AsDay(_day(node, part, "notBefore"), _day(node, part, "notAfter"), form == "partialDate"),
    )


def _day(node: Node, part: JsonObject, name: str) -> DayRule | None:
    if name not in part:
        return None
    text = part[name]
    rule = read_rule(text) if isinstance(text, str) else None
    if rule is None:
        raise node.refuse(
            f"the {name!r} of its data is no day", 'write "2026-12-31", "today", "today+14d" or "today-6m"'
        )
    return rule


def _address(node: Node, scope: str, schema: DataSchema) -> Limits:
    part = schema.parts[scope]
    required = part.get("required")
    for name in PARTS:
        inner = schema.parts.get(scope + join(name), {})
        if inner.get("type") != "string" and not isinstance(inner.get("const"), str):
            raise node.refuse(
                f"an address has a {name!r}",
                'give its data "type": "object" and the texts "street", "houseNumber", "postcode" and "city"',
            )
        if not isinstance(required, list) or name not in required:
            raise node.refuse(f"an address is nothing without its {name!r}", 'name it in "required"')
    town = schema.parts[scope + join("city")].get("const", CITY)
    if town != CITY:
        raise node.refuse(f"no streets of {town!r} are known", f'write "const": "{CITY}", or leave it out')
    return Limits(0, 0, asking=AsAddress("const" in schema.parts[scope + join("city")]))


_READERS: Final[Mapping[Widget, Callable[[Node, JsonObject], Limits]]] = {
    Widget.STEPPER: _stepper,
    Widget.NUMBER: _typed_number,
    Widget.TEXT: _text,
    Widget.EMAIL: partial(_formatted, "email", 254),
    Widget.PHONE: partial(_formatted, "phone", 30),
    Widget.IBAN: partial(_formatted, "iban", 34),
    Widget.CHOICE_CARDS: _choice,
    Widget.CHECK_CARDS: _checks,
    Widget.YES_NO: _yes_or_no,
    Widget.CONSENT: _consent,
    Widget.DATE: _date,
}
"""Who reads the limits of each widget but the address, which looks at several parts of the data."""


def _number(part: JsonObject, name: str, otherwise: int) -> int:
    limit = part.get(name)
    return limit if isinstance(limit, int) else otherwise


def _options(node: Node, offered: list[JsonValue]) -> Iterator[Option]:
    """Every value that the schema offers needs words, in the order in which the words stand."""
    cards = node.member("options")
    values = {value for value in offered if isinstance(value, str)}
    if len(values) != len(offered):
        raise node.refuse("a card stands for a text", "let the enum hold texts, each once")
    for value, card in cards.members():
        if value not in values:
            raise card.refuse(f"the schema does not offer {value!r}", nearest(value, values))
        card.knows("title", "text", "note")
        yield Option(
            value,
            card.member("title").localised(),
            card.localised_or_none("text"),
            card.localised_or_none("note"),
        )
    for value in sorted(values - cards.as_object().keys()):
        raise cards.refuse(f"the option {value!r} has no words", f'add "{value}": {{"title": …}}')
