"""The form of a service as it stands now: which steps ask what, and what is still wrong or missing."""

from copy import deepcopy
from dataclasses import dataclass, field

from kiosk.bochum_id.values import JsonObject, LocalisedText
from kiosk.services.answers import (
    Form,
    Known,
    answer,
    contents,
    data,
    fields,
    is_locked,
    known,
    shaped,
    start,
)
from kiosk.services.condition import holds
from kiosk.services.definition import Answer, Field, Option, StepDefinition, StepKind, Widget
from kiosk.services.pointer import UNDEFINED, covers, look_up, put, remove
from kiosk.services.schema import Violation, ViolationKind

__all__ = [
    "Element",
    "Form",
    "Step",
    "answer",
    "contents",
    "data",
    "errors",
    "errors_in_step",
    "find_step",
    "first_incomplete_step",
    "start",
    "step_after",
    "step_before",
    "step_of_kind",
    "visible_steps",
]


@dataclass(frozen=True, slots=True)
class Element:
    """A question as it stands now."""

    scope: str
    widget: Widget
    label: LocalisedText
    help: LocalisedText | None
    options: tuple[Option, ...]
    required: bool
    enabled: bool
    value: Answer | None = field(repr=False)
    least: int
    """Smallest number of a stepper, fewest characters of a text, fewest chosen cards."""
    most: int
    """Largest number, most characters, most chosen cards."""


@dataclass(frozen=True, slots=True)
class Step:
    """One screen of the form as it stands now; `elements` are only those that still have to be asked."""

    id: str
    kind: StepKind
    title: LocalisedText
    help: LocalisedText | None
    elements: tuple[Element, ...] = field(repr=False)


def visible_steps(form: Form) -> tuple[Step, ...]:
    """Give the steps that still ask something, in order: what the card already said is not asked."""
    now = known(form)
    steps = (_step(form, now, each) for each in form.definition.steps if each.kind is StepKind.FORM)
    return tuple(step for step in steps if step.elements)


def find_step(form: Form, step_id: str) -> Step | None:
    """Give a visible step; None when nothing is asked there now."""
    return next((step for step in visible_steps(form) if step.id == step_id), None)


def step_after(form: Form, step_id: str) -> str | None:
    """Give the id of the visible step after `step_id`, visible or not; None when all is asked."""
    return _beyond(form, step_id, form.definition.steps)


def step_before(form: Form, step_id: str) -> str | None:
    """Give the id of the visible step before `step_id`, visible or not; None before the first."""
    return _beyond(form, step_id, form.definition.steps[::-1])


def first_incomplete_step(form: Form) -> str | None:
    """Give the id of the first visible step that lacks something; None when all is well."""
    wrong = errors(form)
    return next((step.id for step in visible_steps(form) if _within(step, wrong)), None)


def step_of_kind(form: Form, kind: StepKind) -> Step | None:
    """Give the visible step that is the summary, the payment, the submission …: its words, no questions."""
    now = known(form)
    return next(
        (
            _step(form, now, each)
            for each in form.definition.steps
            if each.kind is kind and holds(each.visible, now.contents)
        ),
        None,
    )


def errors(form: Form) -> tuple[Violation, ...]:
    """List what is wrong or missing anywhere; the server decides, this spares the citizen the way."""
    now = known(form)
    return _violations(form, now.shown, now.contents)


def errors_in_step(form: Form, step_id: str) -> tuple[Violation, ...]:
    """List what is wrong or missing in the questions of one step."""
    step = find_step(form, step_id)
    return () if step is None else _within(step, errors(form))


def _within(step: Step, wrong: tuple[Violation, ...]) -> tuple[Violation, ...]:
    return tuple(
        each for each in wrong if any(covers(element.scope, each.pointer) for element in step.elements)
    )


def _beyond(form: Form, step_id: str, order: tuple[StepDefinition, ...]) -> str | None:
    visible = {step.id for step in visible_steps(form)}
    ids = [step.id for step in order]
    beyond = ids[ids.index(step_id) + 1 :] if step_id in ids else []
    return next((each for each in beyond if each in visible), None)


def _step(form: Form, now: Known, step: StepDefinition) -> Step:
    asked = (each for each in step.fields if each.scope in now.shown and not is_locked(form, each.scope))
    return Step(step.id, step.kind, step.title, step.help, tuple(_element(form, now, each) for each in asked))


def _element(form: Form, now: Known, asked: Field) -> Element:
    value = look_up(now.contents, asked.scope)
    given = UNDEFINED if value is UNDEFINED else shaped(asked, value)
    without = deepcopy(now.contents)
    remove(without, asked.scope)
    return Element(
        scope=asked.scope,
        widget=asked.widget,
        label=asked.label,
        help=asked.help,
        options=asked.options,
        required=Violation(asked.scope, ViolationKind.REQUIRED) in _violations(form, now.shown, without),
        enabled=holds(asked.enabled, now.contents),
        value=None if given is UNDEFINED else given,
        least=asked.least,
        most=asked.most,
    )


def _violations(form: Form, shown: frozenset[str], found: JsonObject) -> tuple[Violation, ...]:
    """Validate; where a whole required object is missing, say which questions inside it are."""
    found = deepcopy(found)
    while True:
        wrong = form.definition.schema.violations(found)
        objects = [
            each.pointer
            for each in wrong
            if each.kind is ViolationKind.REQUIRED
            and any(scope.startswith(each.pointer + "/") for scope in shown)
        ]
        if not objects:
            break
        for pointer in objects:
            put(found, pointer, {})
    demanded = (
        Violation(each.scope, ViolationKind.REQUIRED)
        for each in fields(form)
        if each.scope in shown and look_up(found, each.scope) is UNDEFINED and holds(each.required, found)
    )
    return tuple(dict.fromkeys((*wrong, *demanded)))
