"""The pure fold: a definition, what is prefilled, and one answer after another. It never raises."""

from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass, field, replace
from typing import Final

from kiosk.bochum_id.values import JsonObject, JsonValue
from kiosk.services.condition import holds
from kiosk.services.definition import Answer, Field, ServiceDefinition, Widget
from kiosk.services.pointer import UNDEFINED, Undefined, covers, look_up, put, remove

EXACT_IN_JSON: Final = 2**53 - 1
"""The largest integer that every JSON reader keeps (RFC 8259, section 6)."""


@dataclass(frozen=True, slots=True)
class Form:
    """A definition and what is known so far. Nothing changes the mappings; `answer` makes a new form."""

    definition: ServiceDefinition
    prefilled: JsonObject = field(repr=False)
    """The application's data as the server gave it."""
    locked: frozenset[str]
    """Scopes that came from the card; they are never asked and never sent."""
    answers: Mapping[str, Answer | None] = field(default_factory=dict, repr=False)
    """By scope; None where the citizen took an answer back."""


def start(definition: ServiceDefinition, prefilled: JsonObject, locked: frozenset[str]) -> Form:
    """Begin with the application's data and the scopes that came from the card."""
    return Form(definition, prefilled, locked)


def answer(form: Form, scope: str, value: JsonValue) -> Form:
    """Give the form with one more answer; None, "" and no chosen card take it back.

    What does not fit leaves the very same form: an unknown, hidden, locked or disabled question, or a value
    of a shape that its widget never gives. Answers to questions that become hidden stay for the way back;
    `contents` and `data` leave them out.
    """
    asked = next((each for each in fields(form) if each.scope == scope), None)
    now = known(form)
    if asked is None or scope not in now.shown or is_locked(form, scope):
        return form
    if not holds(asked.enabled, now.contents):
        return form
    given = shaped(asked, value)
    if given is UNDEFINED or (scope in form.answers and form.answers[scope] == given):
        return form
    return replace(form, answers={**form.answers, scope: given})


def contents(form: Form) -> JsonObject:
    """Give the application's data as it would be submitted: prefilled and answered, nothing hidden."""
    return known(form).contents


def data(form: Form) -> JsonObject:
    """Give what to send: a JSON Merge Patch (RFC 7396) without locked members.

    It carries every visible answer, and null for every question that is hidden or unanswered, so that the
    server forgets what an earlier patch told it.
    """
    now = known(form)
    patch: JsonObject = {}
    for asked in fields(form):
        if not is_locked(form, asked.scope):
            value = look_up(now.contents, asked.scope) if asked.scope in now.shown else UNDEFINED
            put(patch, asked.scope, None if value is UNDEFINED else value)
    return patch


# ---------------------------------------------------------------- what is known now


@dataclass(frozen=True, slots=True)
class Known:
    """The data without anything hidden, and the scopes that are visible over it."""

    contents: JsonObject
    shown: frozenset[str]


def known(form: Form) -> Known:
    """Hide questions until nothing changes: a hidden answer makes the conditions on it false.

    Reading refuses definitions whose visibility runs in a circle, so each round settles at least one more
    question, and the loop ends after as many rounds as there are questions.
    """
    all_fields = fields(form)
    shown = frozenset(each.scope for each in all_fields)
    for _ in range(len(all_fields) + 1):
        found = _with_answers(form, shown)
        visible = frozenset(each.scope for each in all_fields if holds(each.visible, found))
        if visible == shown:
            break
        shown = visible
    return Known(_with_answers(form, shown), shown)


def _with_answers(form: Form, shown: frozenset[str]) -> JsonObject:
    found = deepcopy(form.prefilled)
    for asked in fields(form):
        value = _value(form, asked) if asked.scope in shown else UNDEFINED
        if value is UNDEFINED:
            remove(found, asked.scope)
        else:
            put(found, asked.scope, value)
    return found


def _value(form: Form, asked: Field) -> JsonValue | Undefined:
    prefilled = look_up(form.prefilled, asked.scope)
    if is_locked(form, asked.scope):
        return prefilled
    if asked.scope in form.answers:
        given = form.answers[asked.scope]
        return UNDEFINED if given is None else _as_json(given)
    if prefilled is UNDEFINED and asked.default is not None:
        return _as_json(asked.default)
    return prefilled


def fields(form: Form) -> tuple[Field, ...]:
    return tuple(each for step in form.definition.steps for each in step.fields)


def is_locked(form: Form, scope: str) -> bool:
    return any(covers(locked, scope) for locked in form.locked)


def shaped(asked: Field, value: JsonValue) -> Answer | Undefined | None:
    """Take a value as an answer to this question; UNDEFINED when its widget never gives such a value."""
    match asked.widget, value:
        case _, None:
            return None
        case Widget.STEPPER, int() if not isinstance(value, bool) and abs(value) <= EXACT_IN_JSON:
            return value
        case Widget.TEXT | Widget.CHOICE_CARDS, str() if _is_text(value):
            return value or None
        case Widget.CHECK_CARDS, list():
            chosen = tuple(dict.fromkeys(each for each in value if isinstance(each, str) and _is_text(each)))
            return chosen if chosen or not asked.least else None
        case _:
            return UNDEFINED


def _is_text(value: str) -> bool:
    """Say whether the text can leave the house; a lone surrogate cannot."""
    return not any("\ud800" <= character <= "\udfff" for character in value)


def _as_json(given: Answer) -> JsonValue:
    return list[JsonValue](given) if isinstance(given, tuple) else given
