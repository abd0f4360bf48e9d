"""The shipped catalogue is clean, and every mistake in a definition is named with its place and a way out."""

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kiosk.bochum_id.attachments import AttachmentSource
from kiosk.bochum_id.values import Audience, Level, Money
from kiosk.services.beyond_form import AppointmentNeed, Destination
from kiosk.services.condition import holds
from kiosk.services.definition import StepKind, Widget
from kiosk.services.document import DefinitionError
from kiosk.services.reading import parse_definition, read_definition

CATALOGUE = sorted(Path("resources/catalogue/services").glob("*.json"))
SHIPPED = Path("resources/catalogue/services/svc_meldebescheinigung.3.json")

type Document = dict[str, Any]


def document() -> Document:
    return json.loads(SHIPPED.read_bytes())


def test_there_is_a_catalogue() -> None:
    assert SHIPPED in CATALOGUE


@pytest.mark.parametrize("path", CATALOGUE, ids=lambda path: path.stem)
def test_shipped_documents_hold_nothing_that_nobody_reads(path: Path) -> None:
    definition = parse_definition(path.read_bytes(), strict=True)
    assert path.stem == f"{definition.id}.{definition.version}"


def test_the_certificate_of_registration() -> None:
    definition = parse_definition(SHIPPED.read_bytes())
    assert definition.required_level is Level.HOCH
    assert definition.fees[0].unit == Money(900)
    assert definition.fees[0].quantity == "/copies"
    fields = {field.scope: field for step in definition.steps for field in step.fields}
    assert fields["/purpose"].widget is Widget.CHOICE_CARDS
    assert [option.value for option in fields["/purpose"].options] == ["pension", "private", "authority"]
    assert (fields["/copies"].least, fields["/copies"].most, fields["/copies"].default) == (1, 3, 1)
    assert (fields["/authority"].least, fields["/authority"].most) == (2, 120)
    assert (fields["/extras"].least, fields["/extras"].most) == (1, 6)
    assert fields["/applicant/dateOfBirth"].is_date
    assert not fields["/applicant/familyName"].is_date
    assert [step.kind for step in definition.steps][-4:] == [
        StepKind.SUMMARY,
        StepKind.PAYMENT,
        StepKind.SUBMISSION,
        StepKind.RESULT,
    ]


def test_equal_documents_are_equal_definitions() -> None:
    assert read_definition(document()) == read_definition(document())
    other = document()
    other["dataSchema"]["properties"]["copies"]["maximum"] = 4
    assert read_definition(other) != read_definition(document())


def test_a_server_may_say_more_than_we_read() -> None:
    newer = document() | {"carbonFootprint": 3}
    assert read_definition(newer).id == "svc_meldebescheinigung"
    with pytest.raises(DefinitionError, match="at /carbonFootprint"):
        read_definition(newer, strict=True)


def _set(pointer: str, value: Any) -> Callable[[Document], None]:
    def change(document: Document) -> None:
        *way, last = pointer[1:].split("/")
        here: Any = document
        for token in way:
            here = here[int(token)] if isinstance(here, list) else here[token]
        here[int(last) if isinstance(here, list) else last] = value

    return change


def _drop(pointer: str) -> Callable[[Document], None]:
    def change(document: Document) -> None:
        *way, last = pointer[1:].split("/")
        here: Any = document
        for token in way:
            here = here[int(token)] if isinstance(here, list) else here[token]
        del here[last]

    return change


def _rename(pointer: str, name: str) -> Callable[[Document], None]:
    def change(document: Document) -> None:
        *way, last = pointer[1:].split("/")
        here: Any = document
        for token in way:
            here = here[int(token)] if isinstance(here, list) else here[token]
        here[name] = here.pop(last)

    return change


MISTAKES = {
    "no title": (_drop("/title"), "", "the member 'title' is missing", "add it"),
    "slip in a required member": (_rename("/version", "versoin"), "", "'version' is missing", "'versoin'"),
    "title without German": (_drop("/title/de"), "/title", "German is missing", 'add "de"'),
    "text that is a number": (_set("/title/de", 3), "/title/de", "this is a number", "write a text"),
    "unknown widget": (
        _set("/steps/1/elements/0/widget", "choiceCard"),
        "/steps/1/elements/0/widget",
        "'choiceCard' is not known",
        "did you mean 'choiceCards'?",
    ),
    "unknown level": (_set("/requiredLevel", "high"), "/requiredLevel", "'high'", "hoch"),
    "unknown kind of step": (_set("/steps/6/kind", "summry"), "/steps/6/kind", "'summry'", "'summary'"),
    "unknown type of element": (
        _set("/steps/1/elements/0/type", "script"),
        "/steps/1/elements/0/type",
        "'script'",
        "did you mean 'field'?",
    ),
    "scope that the data does not have": (
        _set("/steps/1/elements/0/scope", "/purposes"),
        "/steps/1/elements/0/scope",
        "the data schema knows no '/purposes'",
        "did you mean '/purpose'?",
    ),
    "condition on an unknown scope": (
        _set("/steps/2/visible/scope", "/purpse"),
        "/steps/2/visible/scope",
        "knows no '/purpse'",
        "did you mean '/purpose'?",
    ),
    "condition of an unknown form": (
        _set("/steps/2/visible", {"none": []}),
        "/steps/2/visible",
        "this is no condition",
        '{"scope": …, "schema": …}',
    ),
    "condition with a broken schema": (
        _set("/steps/2/visible/schema", {"type": "strin"}),
        "/steps/2/visible/schema",
        "no JSON Schema 2020-12",
        "correct the schema",
    ),
    "data schema broken": (
        _set("/dataSchema/required", "kind"),
        "/dataSchema",
        "no JSON Schema 2020-12",
        "correct the schema",
    ),
    "data schema that would have to be fetched": (
        _set("/dataSchema/$defs/naturalPerson/$ref", "https://example.com/person.json"),
        "/dataSchema",
        "example.com",
        "correct the schema",
    ),
    "$ref to nowhere": (
        _set("/dataSchema/properties/applicant/$ref", "#/$defs/person"),
        "/dataSchema",
        "person",
        "correct the schema",
    ),
    "card for a value that is not offered": (
        _rename("/steps/1/elements/0/options/private", "privat"),
        "/steps/1/elements/0/options/privat",
        "the schema does not offer 'privat'",
        "did you mean 'private'?",
    ),
    "offered value without a card": (
        _drop("/steps/1/elements/0/options/private"),
        "/steps/1/elements/0/options",
        "the option 'private' has no words",
        'add "private"',
    ),
    "stepper without an end": (
        _drop("/dataSchema/properties/copies/maximum"),
        "/steps/5/elements/0",
        "a stepper counts between two whole numbers",
        '"maximum"',
    ),
    "text widget on a number": (
        _set("/steps/5/elements/0/widget", "text"),
        "/steps/5/elements/0",
        "this question takes a text",
        '"type": "string"',
    ),
    "the same step twice": (
        _set("/steps/5/id", "kind"),
        "/steps/5",
        "'kind' stands here twice",
        "another id",
    ),
    "a form step that asks nothing": (_drop("/steps/5/elements"), "/steps/5", "asks nothing", '"elements"'),
    "a summary that asks": (
        _set("/steps/6/elements", []),
        "/steps/6/elements",
        "asks nothing itself",
        "a step of their own",
    ),
    "quantity nobody knows": (
        _set("/fees/0/quantity", "/copys"),
        "/fees/0/quantity",
        "'/copys'",
        "'/copies'",
    ),
    "foreign money": (_set("/fees/0/unit/currency", "CHF"), "/fees/0/unit/currency", "'CHF'", '"EUR"'),
    "cents as a fraction": (_set("/fees/0/unit/amount", 9.5), "/fees/0/unit/amount", "a number", "whole"),
    "prefill into nothing": (
        _set("/prefill/0/target", "/familyName"),
        "/prefill/0/target",
        "knows no",
        "mean",
    ),
    "prefill with a word for a truth": (
        _set("/prefill/0/lock", "yes"),
        "/prefill/0/lock",
        "text",
        "true or false",
    ),
    "steps that are no list": (_set("/steps", {}), "/steps", "this is an object", "write a list"),
    "delivery by an unknown way": (
        _set("/delivery/default", "printhere"),
        "/delivery/default",
        "'printhere' is no channel",
        "did you mean 'printHere'?",
    ),
    "time running backwards": (
        _set("/duration/min", 9),
        "/duration",
        "from 9 to 5",
        "let min be at most max",
    ),
}


@pytest.mark.parametrize(("change", "pointer", "problem", "advice"), MISTAKES.values(), ids=MISTAKES.keys())
def test_a_mistake_is_named(
    change: Callable[[Document], None], pointer: str, problem: str, advice: str
) -> None:
    broken = document()
    change(broken)
    with pytest.raises(DefinitionError) as caught:
        read_definition(broken)
    assert caught.value.pointer == pointer
    assert problem in caught.value.problem
    assert advice in caught.value.advice
    assert str(caught.value).startswith(f"service definition, at {pointer or 'the top'}: ")


NONSENSE = [None, 7, "x", [], {}, True]
MEMBERS = ["title", "steps", "privacy", "delivery", "dataSchema", "duration", "payment"]


@pytest.mark.parametrize(
    ("member", "nonsense"),
    [(member, value) for member in MEMBERS for value in NONSENSE if (member, value) != ("steps", [])],
)
def test_nonsense_is_refused_and_never_crashes(member: str, nonsense: Any) -> None:
    with pytest.raises(DefinitionError):
        read_definition(document() | {member: nonsense})


@pytest.mark.parametrize("content", [b"", b"{", b"\xff", b"[1,"])
def test_bytes_that_are_no_json(content: bytes) -> None:
    with pytest.raises(DefinitionError, match="this is no JSON"):
        parse_definition(content)


def test_visibility_that_runs_in_a_circle() -> None:
    broken = document()
    broken["steps"][1]["visible"] = {"scope": "/kind", "schema": {"const": "simple"}}
    broken["steps"][3]["visible"] = {"not": {"scope": "/purpose", "schema": {"const": "pension"}}}
    with pytest.raises(DefinitionError, match="depends on itself") as caught:
        read_definition(broken)
    assert caught.value.pointer == "/steps/1/elements/0"


def test_a_question_inside_another() -> None:
    broken = document()
    inner = copy.deepcopy(broken["steps"][0]["elements"][0])
    broken["steps"][5]["elements"].append(inner)
    with pytest.raises(DefinitionError, match="'/applicant/familyName' is asked already"):
        read_definition(broken)


# ---------------------------------------------------------------- what a service has besides its form


def without_a_form(mode: str, **more: Any) -> Document:
    """A service that is not applied for here: no data, no steps, nothing to pay or deliver."""
    whole = document()
    kept = ("id", "version", "title", "requiredLevel", "duration", "privacy")
    return {name: whole[name] for name in kept} | {"kioskMode": mode} | more


PORTAL = {"url": "https://www.fuehrungszeugnis.example/start", "portal": {"de": "Portal des Bundes"}}
LOST = {"icon": "lost", "title": {"de": "Sperren"}, "text": {"de": "Rufen Sie an."}, "telephone": "116 116"}


def test_a_service_may_lead_to_a_place_of_the_terminal() -> None:
    definition = read_definition(without_a_form("localOnly", destination="pinFirstAid"), strict=True)
    assert definition.destination is Destination.PIN_FIRST_AID
    assert (definition.steps, definition.delivery_channels, definition.external) == ((), (), None)


def test_a_service_may_lead_to_another_authority() -> None:
    need = {"required": False}
    definition = read_definition(without_a_form("external", external=PORTAL, appointment=need), strict=True)
    assert definition.external is not None
    assert definition.external.host == "www.fuehrungszeugnis.example"
    assert definition.appointment == AppointmentNeed("svc_meldebescheinigung", required=False, count=1)


def test_a_service_may_only_tell() -> None:
    [section] = read_definition(without_a_form("infoOnly", information=[LOST]), strict=True).information
    assert (section.icon, section.telephone) == ("lost", "116 116")


def test_an_audience_of_both() -> None:
    assert read_definition(document() | {"audience": ["citizen", "organisation"]}).audience == set(Audience)


def with_slot(**more: Any) -> Document:
    slot = {
        "slot": "proof",
        "title": {"de": "Nachweis"},
        "accept": ["application/pdf"],
        "maxBytes": 1000,
        "maxFiles": 2,
        "sources": ["phone", "scanner"],
    }
    return document() | {"attachments": [slot | more]}


@pytest.mark.parametrize(
    ("required", "expected"),
    [
        (True, [True, True]),
        (False, [False, False]),
        ({"scope": "/kind", "schema": {"const": "extended"}}, [True, False]),
    ],
)
def test_a_file_can_be_demanded_always_never_or_when(required: object, expected: list[bool]) -> None:
    [slot] = read_definition(with_slot(required=required), strict=True).attachments
    assert [holds(slot.required, {"kind": kind}) for kind in ("extended", "simple")] == expected
    assert slot.sources == set(AttachmentSource)


@pytest.mark.parametrize(
    ("broken", "pointer", "problem"),
    [
        (without_a_form("localOnly"), "", "'destination' is missing"),
        (without_a_form("localOnly", destination="pin"), "/destination", "'pin' is not known"),
        (without_a_form("external"), "", "'external' is missing"),
        (without_a_form("infoOnly"), "", "'information' is missing"),
        (document() | {"destination": "account"}, "/destination", "does not lead here"),
        (
            without_a_form("external", external=PORTAL | {"url": "http://example.org"}),
            "/external/url",
            "secure addresses only",
        ),
        (with_slot(sources=["usb"]), "/attachments/0/sources/0", "'usb' is not known"),
        (document() | {"audience": ["animals"]}, "/audience/0", "'animals' is not known"),
        (document() | {"appointment": {"count": "/dogs"}}, "/appointment/count", "knows no '/dogs'"),
    ],
)
def test_what_stands_beside_the_form_is_checked_too(broken: Document, pointer: str, problem: str) -> None:
    with pytest.raises(DefinitionError) as caught:
        read_definition(broken)
    assert caught.value.pointer == pointer
    assert problem in caught.value.problem
