"""The pure fold: a definition, what is prefilled, and one answer after another. It never raises."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from kiosk.bochum_id.values import JsonObject, JsonValue
from kiosk.services.address import PARTS
from kiosk.services.condition import holds
from kiosk.services.definition import Answer, Field, ServiceDefinition, Widget
from kiosk.services.evidence import NO_EVIDENCE, Evidence
from kiosk.services.pointer import UNDEFINED, Undefined, copied, covers, look_up, put, remove
from kiosk.services.schema import Violation
from kiosk.services.typed import meant, shaped


@dataclass(frozen=True, slots=True)
class Known:
    """The data without anything hidden, and the scopes that are visible over it."""

    contents: JsonObject = field(repr=False)
    shown: frozenset[str]


@dataclass(frozen=True, slots=True)
class Form:
    """A definition and what is known so far. Nothing changes the mappings; `answer` makes a new form."""

    definition: ServiceDefinition
    prefilled: JsonObject = field(repr=False)
    """The application's data as the server gave it."""
    locked: frozenset[str]
    """Scopes that came from the card; they are never asked and never sent."""
    today: date
    """The day in Bochum on which the form was opened; limits such as "not before today" mean this one."""
    answers: Mapping[str, Answer | None] = field(default_factory=dict, repr=False)
    """By scope; None where the citizen took an answer back."""
    objections: tuple[Violation, ...] = ()
    """What only the server could know to be wrong; each holds until its question is answered anew."""
    evidence: Evidence = NO_EVIDENCE
    _known: list[Known] = field(default_factory=list, init=False, repr=False, compare=False)
    """What `known` found, so that it is found once; at most one entry."""

    def known(self) -> Known:
        """Give what the module's function of this name says, found once for each form."""
        if not self._known:
            self._known.append(_find_known(self))
        return self._known[0]


def start(definition: ServiceDefinition, prefilled: JsonObject, locked: frozenset[str], today: date) -> Form:
    """Begin with the application's data and the scopes that came from the card."""
    return Form(definition, prefilled, locked, today)


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
    kept = tuple(each for each in form.objections if not covers(scope, each.pointer))
    return replace(form, answers={**form.answers, scope: given}, objections=kept)


def objected(form: Form, objections: Iterable[Violation]) -> Form:
    """Give the form with what the server objects to, in questions that can be answered anew."""
    asked = [each.scope for each in fields(form) if not is_locked(form, each.scope)]
    heard = tuple(each for each in objections if any(covers(scope, each.pointer) for scope in asked))
    return replace(form, objections=heard)


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
            put(patch, asked.scope, _patched(asked, value))
    for hidden in _hidden_objects(form, now):
        put(patch, hidden, None)
    return patch


def _hidden_objects(form: Form, now: Known) -> set[str]:
    """Give the objects that nothing asks into: null for each member alone would leave the server `{}`."""
    inside: dict[str, list[Field]] = {}
    for asked in fields(form):
        inside.setdefault(asked.scope.rpartition("/")[0], []).append(asked)
    return {
        place
        for place, members in inside.items()
        if place
        and look_up(now.contents, place) is UNDEFINED
        and not any(each.scope in now.shown or is_locked(form, each.scope) for each in members)
    }


def _patched(asked: Field, value: JsonValue | Undefined) -> JsonValue:
    if value is UNDEFINED:
        return None
    if asked.widget is Widget.ADDRESS and isinstance(value, dict):
        return dict.fromkeys(PARTS) | value
    return value


# ---------------------------------------------------------------- what is known now


def known(form: Form) -> Known:
    """Hide questions until nothing changes: a hidden answer makes the conditions on it false.

    Reading refuses definitions whose visibility runs in a circle, so each round settles at least one more
    question, and the loop ends after as many rounds as there are questions.
    """
    return form.known()


def _find_known(form: Form) -> Known:
    all_fields = fields(form)
    values = {each.scope: _value(form, each) for each in all_fields}
    shown = frozenset(values)
    found = copied(form.prefilled)
    for scope, value in values.items():
        _set(found, scope, value)
    for _ in range(len(all_fields) + 1):
        visible = frozenset(each.scope for each in all_fields if holds(each.visible, found))
        if visible == shown:
            break
        for scope in sorted(visible ^ shown):
            _set(found, scope, values[scope] if scope in visible else UNDEFINED)
        shown = visible
    return Known(found, shown)


def _set(found: JsonObject, scope: str, value: JsonValue | Undefined) -> None:
    if value is UNDEFINED:
        remove(found, scope)
    else:
        put(found, scope, value)


def _value(form: Form, asked: Field) -> JsonValue | Undefined:
    prefilled = look_up(form.prefilled, asked.scope)
    if is_locked(form, asked.scope):
        return prefilled
    if asked.scope in form.answers:
        given = form.answers[asked.scope]
        return UNDEFINED if given is None else meant(asked, given)
    if prefilled is UNDEFINED and asked.default is not None:
        return meant(asked, asked.default)
    return prefilled


def fields(form: Form) -> tuple[Field, ...]:
    return form.definition.fields


def is_locked(form: Form, scope: str) -> bool:
    return scope in form.locked or any(covers(locked, scope) for locked in form.locked)
