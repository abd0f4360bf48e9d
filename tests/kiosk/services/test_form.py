"""The form as a fold: by example with the shipped service, by table and by properties with another."""

import copy
import json
from datetime import date
from typing import Any

import pytest
from example_service import document, example, shipped, when
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.bochum_id.values import Money
from kiosk.services import form as forms
from kiosk.services.days import PartialDate
from kiosk.services.definition import StepKind
from kiosk.services.fees import fee_lines, fee_total
from kiosk.services.reading import read_definition
from kiosk.services.review import review_lines
from kiosk.services.schema import Violation, ViolationKind

EXAMPLE = example()
TODAY = date(2026, 11, 23)
SHIPPED = shipped()
ERIKA = {
    "applicant": {
        "familyName": "MUSTERMANN",
        "givenNames": "ERIKA",
        "dateOfBirth": "1964-08-12",
        "address": "HEIDESTRASSE 17, 44793 BOCHUM",
    }
}
CARD = frozenset(
    f"/applicant/{name}" for name in ("familyName", "givenNames", "doctoralDegree", "dateOfBirth", "address")
)
BORN = frozenset({"/born"})


def at_the_start() -> forms.Form:
    return forms.start(SHIPPED, copy.deepcopy(ERIKA), CARD, TODAY)


def filled(form: forms.Form, answers: dict[str, Any]) -> forms.Form:
    for scope, value in answers.items():
        form = forms.answer(form, scope, value)
    return form


def ids(form: forms.Form) -> list[str]:
    return [step.id for step in forms.visible_steps(form)]


def german(text: Any) -> Any:
    return tuple(each.in_language("de") for each in text) if isinstance(text, tuple) else text


# ---------------------------------------------------------------- the certificate of registration


def test_only_what_is_missing_is_asked() -> None:
    assert ids(at_the_start()) == ["purpose", "kind", "copies"]


def test_what_the_card_lacks_is_not_asked_either() -> None:
    nameless = forms.start(SHIPPED, {"applicant": {"familyName": "MOHAMMED"}}, CARD, TODAY)
    assert ids(nameless) == ["purpose", "kind", "copies"]


def test_without_a_card_everything_is_asked() -> None:
    assert ids(forms.start(SHIPPED, {}, frozenset(), TODAY)) == ["applicant", "purpose", "kind", "copies"]


def test_a_pension_certificate_is_free_and_complete() -> None:
    form = filled(at_the_start(), {"/purpose": "pension", "/kind": "simple"})
    assert forms.errors(form) == ()
    assert forms.first_incomplete_step(form) is None
    assert fee_total(form) == Money(0)
    assert forms.contents(form) == {**ERIKA, "purpose": "pension", "kind": "simple", "copies": 1}
    assert forms.data(form) == {
        "purpose": "pension",
        "kind": "simple",
        "copies": 1,
        "authority": None,
        "extras": None,
    }


def test_other_purposes_cost_by_the_copy() -> None:
    form = filled(at_the_start(), {"/purpose": "private", "/copies": 3})
    (line,) = fee_lines(form)
    assert (line.id, line.quantity, line.unit, line.total) == ("base", 3, Money(900), Money(2700))
    assert fee_total(form) == Money(2700)


def test_steps_appear_as_answers_ask_for_them() -> None:
    form = filled(at_the_start(), {"/purpose": "authority", "/kind": "extended"})
    assert ids(form) == ["purpose", "authority", "kind", "extras", "copies"]
    assert forms.first_incomplete_step(form) == "authority"
    assert forms.errors_in_step(form, "authority") == (Violation("/authority", ViolationKind.REQUIRED),)
    form = forms.answer(form, "/authority", "X")
    assert Violation("/authority", ViolationKind.TOO_SHORT, (("limit", 2),)) in forms.errors_in_step(
        form, "authority"
    )
    form = filled(form, {"/authority": "Amtsgericht", "/extras": ["spouse"]})
    assert forms.errors(form) == ()


def test_a_hidden_answer_comes_back_but_is_not_sent() -> None:
    form = filled(at_the_start(), {"/kind": "extended", "/extras": ["children"], "/purpose": "private"})
    form = forms.answer(form, "/kind", "simple")
    assert "extras" not in forms.contents(form)
    assert forms.data(form)["extras"] is None
    assert "/extras" not in [line.scope for line in review_lines(form)]
    assert forms.errors(form) == ()
    form = forms.answer(form, "/kind", "extended")
    assert forms.contents(form)["extras"] == ["children"]


def test_the_review_lists_all_and_says_where_it_came_from() -> None:
    form = filled(
        at_the_start(), {"/purpose": "pension", "/kind": "extended", "/extras": ["spouse", "children"]}
    )
    lines = [
        (line.label.in_language("de"), german(line.value), line.from_card, line.step_id)
        for line in review_lines(form)
    ]
    assert lines == [
        ("Familienname", "MUSTERMANN", True, None),
        ("Vornamen", "ERIKA", True, None),
        ("Geburtsdatum", PartialDate(1964, 8, 12), True, None),
        ("Anschrift", "HEIDESTRASSE 17, 44793 BOCHUM", True, None),
        ("Zweck", ("Für die Rente",), False, "purpose"),
        ("Art", ("Erweitert",), False, "kind"),
        ("Weitere Angaben", ("Ehe- oder Lebenspartner", "Minderjährige Kinder"), False, "extras"),
        ("Anzahl", 1, False, "copies"),
    ]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("1964-08-12", PartialDate(1964, 8, 12)),
        ("1994-09-XX", PartialDate(1994, 9, None)),
        ("1989-XX-XX", PartialDate(1989, None, None)),
        ("12.08.1964", None),
    ],
)
def test_dates_from_cards_may_have_blanks(text: str, date: PartialDate | None) -> None:
    assert PartialDate.parse(text) == date


def test_what_the_card_said_cannot_be_answered() -> None:
    form = at_the_start()
    assert forms.answer(form, "/applicant/familyName", "MUSTERFRAU") is form
    assert "applicant" not in forms.data(form)


def test_nothing_personal_shows_in_a_repr() -> None:
    form = filled(at_the_start(), {"/purpose": "authority", "/authority": "Amtsgericht"})
    shown = repr((form, forms.visible_steps(form), review_lines(form)))
    assert "MUSTERMANN" not in shown
    assert "Amtsgericht" not in shown


# ---------------------------------------------------------------- every widget and effect


@pytest.mark.parametrize(
    ("scope", "value"),
    [
        ("/nowhere", "x"),
        ("/second", "red"),
        ("/born", "1999-01-01"),
        ("/officeOnly", "x"),
        ("/first", 1),
        ("/first", ["yes"]),
        ("/first", "\ud83d"),
        ("/third", 4),
        ("/count", "4"),
        ("/count", True),
        ("/count", 2.0),
        ("/count", 2**60),
        ("/colours", "red"),
        ("/person/name", {"x": 1}),
        ("/person", "x"),
        ("", "x"),
        ("person", "x"),
    ],
)
def test_what_does_not_fit_leaves_the_very_same_form(scope: str, value: Any) -> None:
    form = forms.start(EXAMPLE, {}, BORN, TODAY)
    assert forms.answer(form, scope, value) is form


def test_a_disabled_question_keeps_its_value() -> None:
    form = filled(forms.start(EXAMPLE, {}, BORN, TODAY), {"/count": 5, "/first": "no"})
    assert forms.answer(form, "/count", 6) is form
    count = next(
        each for step in forms.visible_steps(form) for each in step.elements if each.scope == "/count"
    )
    assert (count.value, count.enabled) == (5, False)
    assert forms.data(form)["count"] == 5


def test_a_hidden_answer_makes_conditions_on_it_false() -> None:
    form = filled(forms.start(EXAMPLE, {}, BORN, TODAY), {"/first": "yes", "/second": "blue"})
    assert "third" not in ids(form)
    form = forms.answer(form, "/first", "no")
    assert "second" not in ids(form)
    assert "third" in ids(form)


@pytest.mark.parametrize(
    ("answers", "missing"),
    [
        ({}, {"/first", "/person/name"}),
        ({"/first": "no"}, {"/person/name"}),
        ({"/first": "yes"}, {"/person/name", "/second"}),
        ({"/first": "yes", "/second": "red", "/person/note": "x"}, {"/person/name"}),
        ({"/first": "no", "/person/name": "A"}, set()),
        ({"/first": "no", "/person/name": ""}, {"/person/name"}),
    ],
)
def test_what_is_missing_is_told_at_the_question(answers: dict[str, Any], missing: set[str]) -> None:
    form = filled(forms.start(EXAMPLE, {"born": "1970-01-01"}, BORN, TODAY), answers)
    assert {each.pointer for each in forms.errors(form) if each.kind is ViolationKind.REQUIRED} == missing
    assert len(forms.errors(form)) == len(missing)


def test_required_is_known_before_and_after_the_answer() -> None:
    form = forms.start(EXAMPLE, {}, BORN, TODAY)
    for now in (
        form,
        filled(form, {"/first": "yes", "/second": "red", "/person/name": "A", "/third": "abc"}),
    ):
        required = {
            each.scope: forms.is_required(now, each.scope)
            for step in forms.visible_steps(now)
            for each in step.elements
        }
        assert required["/first"]
        assert required["/person/name"]
        assert not required["/person/note"]
        assert not required["/third"]
        assert not required["/count"]
        assert required.get("/second", True)


@pytest.mark.parametrize(
    ("scope", "value", "kind", "params"),
    [
        ("/first", "perhaps", ViolationKind.NOT_OFFERED, ()),
        ("/third", "ab", ViolationKind.TOO_SHORT, (("limit", 3),)),
        ("/third", "abcdef", ViolationKind.TOO_LONG, (("limit", 5),)),
        ("/count", -1, ViolationKind.TOO_SMALL, (("limit", 0),)),
        ("/count", 10, ViolationKind.TOO_LARGE, (("limit", 9),)),
    ],
)
def test_what_is_wrong_is_told_with_its_limit(
    scope: str, value: Any, kind: ViolationKind, params: Any
) -> None:
    answers = {"/first": "yes", "/second": "red", "/person/name": "A"}
    form = filled(forms.start(EXAMPLE, {"born": "1970-01-01"}, BORN, TODAY), answers)
    assert forms.errors(forms.answer(form, scope, value)) == (Violation(scope, kind, params),)


def test_a_wrong_card_belongs_to_its_question() -> None:
    form = forms.answer(forms.start(EXAMPLE, {}, BORN, TODAY), "/colours", ["red", "pink", "red"])
    assert forms.contents(form)["colours"] == ["red", "pink"]
    assert [each.kind for each in forms.errors_in_step(form, "more") if each.pointer == "/colours/1"] == [
        ViolationKind.NOT_OFFERED
    ]


def test_no_cards_chosen_is_an_answer_where_none_is_needed() -> None:
    form = forms.answer(forms.start(EXAMPLE, {}, BORN, TODAY), "/colours", [])
    assert forms.contents(form)["colours"] == []


def test_a_default_holds_until_the_citizen_says_otherwise() -> None:
    form = forms.start(EXAMPLE, {}, BORN, TODAY)
    assert forms.contents(form)["count"] == 2
    assert forms.contents(forms.start(EXAMPLE, {"count": 4}, BORN, TODAY))["count"] == 4
    assert forms.contents(forms.answer(form, "/count", 0))["count"] == 0
    assert "count" not in forms.contents(forms.answer(form, "/count", None))


def test_taking_back_an_answer_beats_what_was_prefilled() -> None:
    form = forms.start(EXAMPLE, {"third": "abc", "person": {"note": "x", "mail": "m"}}, BORN, TODAY)
    form = filled(form, {"/third": "", "/person/note": None})
    assert forms.contents(form) == {"count": 2, "person": {"mail": "m"}}
    assert forms.data(form)["third"] is None
    assert forms.data(form)["person"] == {"name": None, "note": None}


def test_walking_through_the_steps() -> None:
    form = filled(forms.start(EXAMPLE, {}, BORN, TODAY), {"/first": "yes", "/second": "blue"})
    assert ids(form) == ["first", "second", "more"]
    assert forms.step_after(form, "second") == "more"
    assert forms.step_after(form, "more") is None
    assert forms.step_after(form, "third") == "more"
    assert forms.step_before(form, "third") == "second"
    assert forms.step_before(form, "first") is None
    assert forms.step_after(form, "no such step") is None
    assert forms.find_step(form, "third") is None
    assert forms.errors_in_step(form, "third") == ()


def test_steps_that_ask_nothing_have_words() -> None:
    form = forms.start(EXAMPLE, {}, BORN, TODAY)
    summary = forms.step_of_kind(form, StepKind.SUMMARY)
    assert summary is not None
    assert summary.title == EXAMPLE.title
    assert forms.step_of_kind(form, StepKind.PAYMENT) is None
    paying = forms.step_of_kind(forms.answer(form, "/first", "yes"), StepKind.PAYMENT)
    assert paying is not None
    assert paying.title.in_language("de") == "Zahlen"


def test_fees_follow_the_answers() -> None:
    form = forms.start(EXAMPLE, {}, BORN, TODAY)
    assert [(line.id, line.total) for line in fee_lines(form)] == [("each", Money(500))]
    form = filled(form, {"/first": "yes", "/count": 4})
    assert fee_total(form) == Money(4 * 250 + 100)
    form = forms.answer(form, "/count", None)
    assert fee_total(form) == Money(250 + 100)


# ---------------------------------------------------------------- properties

SCOPES = st.sampled_from(
    [field.scope for step in EXAMPLE.steps for field in step.fields] + ["/officeOnly", "/x", ""]
)
VALUES = st.one_of(
    st.none(),
    st.sampled_from(["yes", "no", "red", "blue", "", "abc"]),
    st.text(),
    st.integers(),
    st.floats(),
    st.booleans(),
    st.lists(st.sampled_from(["red", "green", "blue", "pink"])),
    st.lists(st.integers()),
    st.dictionaries(st.text(), st.integers()),
)
ANSWERS = st.lists(st.tuples(SCOPES, VALUES), max_size=12)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)
PREFILLED = st.dictionaries(
    st.sampled_from(["first", "second", "third", "person", "born", "count", "colours", "other"]),
    st.sampled_from(["yes", "no", "red", "blue", {"name": "A"}, {}, ["red"]]) | JSON,
    max_size=5,
)


def folded(prefilled: dict[str, Any], answers: list[tuple[str, Any]]) -> forms.Form:
    form = forms.start(EXAMPLE, prefilled, BORN, TODAY)
    for scope, value in answers:
        form = forms.answer(form, scope, value)
    return form


@settings(deadline=None)
@given(PREFILLED, ANSWERS)
def test_the_fold_never_raises_and_never_changes_what_it_was_given(
    prefilled: dict[str, Any], answers: list[tuple[str, Any]]
) -> None:
    before = copy.deepcopy(prefilled)
    form = folded(prefilled, answers)
    forms.visible_steps(form)
    forms.errors(form)
    review_lines(form)
    fee_lines(form)
    json.dumps([forms.contents(form), forms.data(form)], allow_nan=False)
    assert prefilled == before


@settings(deadline=None)
@given(PREFILLED, ANSWERS)
def test_hidden_and_locked_values_are_never_submitted(
    prefilled: dict[str, Any], answers: list[tuple[str, Any]]
) -> None:
    form = folded(prefilled, answers)
    asked = {each.scope for step in forms.visible_steps(form) for each in step.elements}
    sent = forms.data(form)
    assert "born" not in sent
    first, second = forms.contents(form).get("first"), forms.contents(form).get("second")
    if first != "yes":
        assert sent["second"] is None
        assert second is None
    if second == "blue":
        assert sent["third"] is None
    for name in ("first", "second", "third", "colours", "count"):
        assert f"/{name}" in asked or sent[name] is None
    assert asked >= {"/" + name for name, value in sent.items() if value is not None and name != "person"}


@settings(deadline=None)
@given(PREFILLED, ANSWERS, SCOPES, VALUES)
def test_answering_twice_is_answering_once(
    prefilled: dict[str, Any], answers: list[tuple[str, Any]], scope: str, value: Any
) -> None:
    once = forms.answer(folded(prefilled, answers), scope, value)
    twice = forms.answer(once, scope, value)
    assert forms.contents(twice) == forms.contents(once)
    assert twice.answers == once.answers


@settings(deadline=None)
@given(ANSWERS)
def test_a_form_without_errors_is_one_that_its_schema_accepts(answers: list[tuple[str, Any]]) -> None:
    form = folded({"born": "1970-01-01"}, [*answers, ("/person/name", "A")])
    demanded = forms.contents(form).get("first") == "yes" and "second" not in forms.contents(form)
    assert (forms.errors(form) == ()) == (EXAMPLE.schema.accepts(forms.contents(form)) and not demanded)


def test_an_object_that_nothing_asks_into_is_sent_as_nothing() -> None:
    hidden = document()
    for element in hidden["steps"][4]["elements"]:
        if element["scope"].startswith("/person/"):
            element["visible"] = when("/first", "yes")
    definition = read_definition(hidden)
    asked = forms.answer(forms.start(definition, {}, frozenset(), TODAY), "/first", "yes")
    assert forms.data(asked)["person"] == {"name": None, "note": None}
    assert forms.data(forms.answer(asked, "/first", "no"))["person"] is None
