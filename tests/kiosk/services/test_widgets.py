"""Every kind of question: what is typed, what the data has then, and what is said when it is wrong."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kiosk.services import form as forms
from kiosk.services.address import Address
from kiosk.services.days import PartialDate
from kiosk.services.definition import Widget
from kiosk.services.document import DefinitionError
from kiosk.services.reading import read_definition
from kiosk.services.review import Account, Amount, review_lines
from kiosk.services.schema import ViolationKind
from ui.gallery.widget_samples import RIGHT, WRONG, definition, form

TODAY = date(2026, 11, 23)
DOCUMENT = json.loads(Path("ui/gallery/every_widget.json").read_bytes())
EMPTY = forms.start(definition(), {}, frozenset(), TODAY)
HOME = {"street": "Kortumstraße", "houseNumber": "12a", "postcode": "44787", "city": "Bochum"}


def kinds(scope: str, value: Any) -> set[tuple[str, ViolationKind]]:
    answered = forms.answer(form(RIGHT, TODAY), scope, value)
    return {(each.pointer, each.kind) for each in forms.errors(answered)}


def test_the_sample_asks_in_every_way_that_has_no_sample_of_its_own() -> None:
    asked = {each.widget for each in definition().fields}
    assert asked == set(Widget) - {Widget.CHOICE_CARDS, Widget.CHECK_CARDS, Widget.TEXT, Widget.STEPPER}


def test_right_answers_are_complete_and_kept_as_the_office_needs_them() -> None:
    filled = form(RIGHT, TODAY)
    assert forms.errors(filled) == ()
    assert forms.contents(filled) == {
        "home": HOME,
        "moved": "2026-11-01",
        "born": "1948-XX-XX",
        "email": "h.beispiel@example.org",
        "phone": "0234 5550147",
        "account": "DE02120300000000202051",
        "area": 6450,
        "shared": False,
        "agreed": True,
    }


def test_what_was_sent_before_comes_back_as_it_was_typed() -> None:
    again = forms.start(definition(), forms.contents(form(RIGHT, TODAY)), frozenset(), TODAY)
    values = {each.scope: each.value for step in forms.visible_steps(again) for each in step.elements}
    assert values == {
        "/home": Address("Kortumstraße", "12a", "44787", "Bochum"),
        "/moved": "01.11.2026",
        "/born": "..1948",
        "/email": "h.beispiel@example.org",
        "/phone": "0234 5550147",
        "/account": "DE02 1203 0000 0000 2020 51",
        "/area": "64,50",
        "/shared": False,
        "/agreed": True,
    }
    assert forms.contents(again) == forms.contents(form(RIGHT, TODAY))


@pytest.mark.parametrize(
    ("scope", "value", "wrong"),
    [
        ("/moved", "31.12.2026", ViolationKind.TOO_LATE),
        ("/moved", "1.1.2020", ViolationKind.TOO_EARLY),
        ("/moved", "31.11.2026", ViolationKind.NO_DATE),
        ("/moved", "1.11.", ViolationKind.NO_DATE),
        ("/moved", None, ViolationKind.REQUIRED),
        ("/moved", "..", ViolationKind.REQUIRED),
        ("/born", "..2011", ViolationKind.TOO_LATE),
        ("/born", "24.11.2010", ViolationKind.TOO_LATE),
        ("/email", "h.beispiel", ViolationKind.NO_EMAIL),
        ("/email", "h@example", ViolationKind.NO_EMAIL),
        ("/phone", "none", ViolationKind.NO_PHONE),
        ("/account", "DE02120300000000202052", ViolationKind.NO_IBAN),
        ("/area", "9,99", ViolationKind.TOO_SMALL),
        ("/area", "64,505", ViolationKind.WRONG_TYPE),
        ("/area", "many", ViolationKind.WRONG_TYPE),
        ("/shared", None, ViolationKind.REQUIRED),
        ("/agreed", False, ViolationKind.REQUIRED),
        ("/home", None, ViolationKind.REQUIRED),
    ],
)
def test_what_is_wrong_is_told_at_the_question(scope: str, value: Any, wrong: ViolationKind) -> None:
    assert kinds(scope, value) == {(scope, wrong)}


def test_a_date_out_of_its_limits_says_which() -> None:
    (late,) = forms.errors(forms.answer(form(RIGHT, TODAY), "/moved", "24.11.2026"))
    assert late.params == (("year", 2026), ("month", 11), ("day", 23))


def test_a_date_with_blanks_counts_with_its_kindest_day() -> None:
    assert kinds("/born", "..2010") == set()
    assert kinds("/born", ".11.2010") == set()
    assert kinds("/born", ".12.2010") == {("/born", ViolationKind.TOO_LATE)}


def test_parts_of_an_address_are_missing_one_by_one() -> None:
    assert kinds("/home", {"street": "Kortumstraße"}) == {
        ("/home/houseNumber", ViolationKind.REQUIRED),
        ("/home/postcode", ViolationKind.REQUIRED),
    }
    assert kinds("/home", WRONG["/home"]) == {
        ("/home/houseNumber", ViolationKind.REQUIRED),
        ("/home/postcode", ViolationKind.WRONG_FORM),
    }


def test_what_an_address_no_longer_has_is_taken_back_from_the_server() -> None:
    moved = forms.answer(form(RIGHT, TODAY), "/home", {"street": "Kortumstraße", "postcode": "44787"})
    assert forms.data(moved)["home"] == HOME | {"houseNumber": None}


@pytest.mark.parametrize(
    ("scope", "value"),
    [
        ("/moved", 1),
        ("/shared", "true"),
        ("/agreed", "yes"),
        ("/home", "Kortumstraße 12"),
        ("/home", {"street": 1}),
        ("/home", {"street": "\ud83d"}),
        ("/account", ["DE02"]),
        ("/area", 2.5),
        ("/area", True),
    ],
)
def test_what_no_widget_gives_changes_nothing(scope: str, value: Any) -> None:
    assert forms.answer(EMPTY, scope, value) is EMPTY


def test_an_account_is_grouped_in_fours_while_it_is_typed() -> None:
    typed = forms.answer(EMPTY, "/account", "de021203 00")
    assert next(iter(typed.answers.values())) == "DE02 1203 00"
    assert forms.contents(typed)["account"] == "DE02120300"


def test_the_review_says_each_answer_in_its_own_way() -> None:
    values = {line.scope: line.value for line in review_lines(form(RIGHT, TODAY))}
    unit = next(iter(line.value for line in review_lines(form(RIGHT, TODAY)) if line.scope == "/area"))
    assert isinstance(unit, Amount)
    assert (unit.count, unit.decimals) == (6450, 2)
    assert values["/home"] == Address("Kortumstraße", "12a", "44787", "Bochum")
    assert values["/born"] == PartialDate(1948, None, None)
    assert values["/account"] == Account("DE02 1203 0000 0000 2020 51")
    assert values["/agreed"] is True
    assert isinstance(values["/shared"], tuple)


def test_nothing_that_was_typed_shows_in_a_repr() -> None:
    filled = form(RIGHT, TODAY)
    shown = repr((filled, forms.visible_steps(filled), review_lines(filled)))
    for secret in ("Kortum", "12a", "1948", "h.beispiel", "5550147", "2020", "6450"):
        assert secret not in shown


PARTS = {
    "number without an end": ("area", {"type": "integer", "minimum": 0}, "a number is whole"),
    "yes or no of a text": ("shared", {"type": "string"}, "yes or no is true or false"),
    "date without a format": ("moved", {"type": "string"}, "a date is a text"),
    "date before nothing": (
        "moved",
        {"type": "string", "format": "date", "notBefore": "soon"},
        "'notBefore'",
    ),
    "mail without a format": ("email", {"type": "string"}, "the format 'email'"),
    "telephone of another format": ("phone", {"type": "string", "format": "email"}, "the format 'phone'"),
    "account without a format": ("account", {"type": "string"}, "the format 'iban'"),
    "consent beforehand": ("agreed", {"const": True, "default": True}, "never given beforehand"),
    "consent to nothing": ("agreed", {"type": "boolean"}, "a consent is true or missing"),
    "address that is a text": ("home", {"type": "string"}, "an address has a 'street'"),
}


@pytest.mark.parametrize(("name", "part", "problem"), PARTS.values(), ids=PARTS.keys())
def test_a_widget_refuses_data_that_it_cannot_fill(name: str, part: Any, problem: str) -> None:
    broken = json.loads(json.dumps(DOCUMENT))
    broken["dataSchema"]["properties"][name] = part
    with pytest.raises(DefinitionError) as caught:
        read_definition(broken)
    assert problem in caught.value.problem
    assert "/elements/" in caught.value.pointer


def _without_a_house_number(document: Any) -> None:
    document["dataSchema"]["properties"]["home"]["required"].remove("houseNumber")


def _of_another_town(document: Any) -> None:
    document["dataSchema"]["properties"]["home"]["properties"]["city"]["const"] = "Herne"


def _with_five_decimals(document: Any) -> None:
    document["steps"][5]["elements"][0]["decimals"] = 5


def _mail_in_metres(document: Any) -> None:
    document["steps"][3]["elements"][0]["unit"] = {"de": "Meter"}


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        (_without_a_house_number, "nothing without its 'houseNumber'"),
        (_of_another_town, "no streets of 'Herne'"),
        (_with_five_decimals, "0 to 4 decimals"),
        (_mail_in_metres, "only a number has 'unit'"),
    ],
    ids=lambda each: getattr(each, "__name__", "")[1:],
)
def test_what_only_some_widgets_have_is_held_against_them(change: Any, problem: str) -> None:
    broken = json.loads(json.dumps(DOCUMENT))
    change(broken)
    with pytest.raises(DefinitionError, match=problem):
        read_definition(broken)
