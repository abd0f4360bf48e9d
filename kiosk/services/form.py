"""The form of a service as it stands now: which steps ask what, and what is still wrong or missing."""

from collections.abc import Iterator
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
    objected,
    start,
)
from kiosk.services.asking import AsDay, Asking
from kiosk.services.condition import holds
from kiosk.services.days import PartialDate, resolved
from kiosk.services.definition import (
    Answer,
    Field,
    Option,
    ServiceDefinition,
    StepDefinition,
    StepKind,
    Widget,
)
from kiosk.services.evidence import PaperSlot, has_time, paper_slots
from kiosk.services.pointer import UNDEFINED, covers, look_up, with_value, without
from kiosk.services.schema import Violation, ViolationKind
from kiosk.services.typed import written

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
    "is_complete",
    "is_required",
    "objected",
    "paper_slot",
    "screens",
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
    enabled: bool
    value: Answer | None = field(repr=False)
    least: int
    """Smallest number of a stepper, fewest characters of a text, fewest chosen cards."""
    most: int
    """Largest number, most characters, most chosen cards."""
    asking: Asking
    """What only some widgets have to know."""


@dataclass(frozen=True, slots=True)
class Step:
    """One screen of the form as it stands now; `elements` are only those that still have to be asked.

    A step of attachments in the definition is one here for each place for files: `<id>/<slot>`.
    """

    id: str
    kind: StepKind
    title: LocalisedText
    help: LocalisedText | None
    elements: tuple[Element, ...] = field(repr=False)


def visible_steps(form: Form) -> tuple[Step, ...]:
    """Give the steps that still ask something, in order: what the card already said is not asked."""
    return tuple(step for each in form.definition.steps for step in screens(form, each))


def screens(form: Form, step: StepDefinition) -> Iterator[Step]:
    """Give the screens that a step of the definition comes to now: none, one, or one a place for files."""
    now = known(form)
    match step.kind:
        case StepKind.FORM:
            asked = _step(form, now, step)
            if asked.elements:
                yield asked
        case StepKind.ATTACHMENTS if holds(step.visible, now.contents):
            for place in paper_slots(form.definition, now.contents, form.evidence):
                slot = place.slot
                yield Step(_slot_step(step.id, slot.id), step.kind, slot.title, slot.help or step.help, ())
        case StepKind.APPOINTMENT if holds(step.visible, now.contents):
            yield _step(form, now, step)
        case _:
            pass


def _slot_step(step_id: str, slot_id: str) -> str:
    return f"{step_id}/{slot_id}"


def _screen_ids(definition: ServiceDefinition) -> Iterator[str]:
    """Give every step's id that there could be, visible or not."""
    for step in definition.steps:
        if step.kind is StepKind.ATTACHMENTS:
            yield from (_slot_step(step.id, slot.id) for slot in definition.attachments)
        else:
            yield step.id


def paper_slot(form: Form, step_id: str) -> PaperSlot | None:
    """Give the place for files that this step asks for; None for any other step."""
    step = find_step(form, step_id)
    if step is None or step.kind is not StepKind.ATTACHMENTS:
        return None
    places = paper_slots(form.definition, contents(form), form.evidence)
    return next((each for each in places if step.id.endswith(f"/{each.slot.id}")), None)


def find_step(form: Form, step_id: str) -> Step | None:
    """Give a visible step; None when nothing is asked there now."""
    named = (each for each in form.definition.steps if each.id == step_id.partition("/")[0])
    return next((step for each in named for step in screens(form, each) if step.id == step_id), None)


def step_after(form: Form, step_id: str) -> str | None:
    """Give the id of the visible step after `step_id`, visible or not; None when all is asked."""
    return _beyond(form, step_id, tuple(_screen_ids(form.definition)))


def step_before(form: Form, step_id: str) -> str | None:
    """Give the id of the visible step before `step_id`, visible or not; None before the first."""
    return _beyond(form, step_id, tuple(_screen_ids(form.definition))[::-1])


def first_incomplete_step(form: Form) -> str | None:
    """Give the id of the first visible step that lacks something; None when all is well."""
    wrong = errors(form)
    return next((step.id for step in visible_steps(form) if _lacks(form, step, wrong)), None)


def is_complete(form: Form, step_id: str) -> bool:
    """Tell whether a step lacks nothing: no answer, no file, no appointment."""
    step = find_step(form, step_id)
    return step is None or not _lacks(form, step, errors(form))


def _lacks(form: Form, step: Step, wrong: tuple[Violation, ...]) -> bool:
    match step.kind:
        case StepKind.ATTACHMENTS:
            place = paper_slot(form, step.id)
            return place is not None and not place.is_complete
        case StepKind.APPOINTMENT:
            return not has_time(form.definition, form.evidence)
        case _:
            return bool(_within(step, wrong))


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
    heard = (each for each in form.objections if any(covers(scope, each.pointer) for scope in now.shown))
    return tuple(dict.fromkeys((*_violations(form, now.shown, now.contents), *heard)))


def errors_in_step(form: Form, step_id: str) -> tuple[Violation, ...]:
    """List what is wrong or missing in the questions of one step."""
    step = find_step(form, step_id)
    return () if step is None else _within(step, errors(form))


def _within(step: Step, wrong: tuple[Violation, ...]) -> tuple[Violation, ...]:
    return tuple(
        each for each in wrong if any(covers(element.scope, each.pointer) for element in step.elements)
    )


def _beyond(form: Form, step_id: str, order: tuple[str, ...]) -> str | None:
    visible = frozenset(_visible_ids(form))
    beyond = order[order.index(step_id) + 1 :] if step_id in order else ()
    return next((each for each in beyond if each in visible), None)


def _visible_ids(form: Form) -> Iterator[str]:
    """Give the ids of `visible_steps` without making them."""
    now = known(form)
    for step in form.definition.steps:
        if step.kind is not StepKind.FORM:
            yield from (screen.id for screen in screens(form, step))
        elif _asked(form, now, step):
            yield step.id


def _asked(form: Form, now: Known, step: StepDefinition) -> list[Field]:
    """Give what a step still asks; what the card said, and what is hidden, it does not."""
    return [each for each in step.fields if each.scope in now.shown and not is_locked(form, each.scope)]


def _step(form: Form, now: Known, step: StepDefinition) -> Step:
    elements = tuple(_element(form, now, each) for each in _asked(form, now, step))
    return Step(step.id, step.kind, step.title, step.help, elements)


def _element(form: Form, now: Known, asked: Field) -> Element:
    value = form.answers.get(asked.scope)
    if asked.scope not in form.answers:
        found = look_up(now.contents, asked.scope)
        value = None if found is UNDEFINED else written(asked, found)
    return Element(
        scope=asked.scope,
        widget=asked.widget,
        label=asked.label,
        help=asked.help,
        options=asked.options,
        enabled=holds(asked.enabled, now.contents),
        value=value,
        least=asked.least,
        most=asked.most,
        asking=asked.asking,
    )


def is_required(form: Form, scope: str) -> bool:
    """Say whether an answer has to be there, whether or not it is there yet."""
    now = known(form)
    missing = _violations(form, now.shown, without(now.contents, scope))
    return any(each.kind is ViolationKind.REQUIRED and covers(scope, each.pointer) for each in missing)


def _violations(form: Form, shown: frozenset[str], found: JsonObject) -> tuple[Violation, ...]:
    """Validate; where a whole required object is missing, say which questions inside it are."""
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
            found = with_value(found, pointer, {})
    asked = [each for each in fields(form) if each.scope in shown]
    demanded = (
        Violation(each.scope, ViolationKind.REQUIRED)
        for each in asked
        if look_up(found, each.scope) is UNDEFINED and holds(each.required, found)
    )
    untimely = (violation for each in asked for violation in _untimely(form, each, found))
    return tuple(dict.fromkeys((*wrong, *demanded, *untimely)))


def _untimely(form: Form, asked: Field, found: JsonObject) -> Iterator[Violation]:
    """Hold a date against its limits; one with blanks counts with the day that is kindest to it."""
    value = look_up(found, asked.scope)
    if not isinstance(asked.asking, AsDay) or not isinstance(value, str):
        return
    day = PartialDate.parse(value)
    first, last = (None, None) if day is None else (day.first(), day.last())
    if first is None or last is None:
        return
    for rule, kind in (
        (asked.asking.not_before, ViolationKind.TOO_EARLY),
        (asked.asking.not_after, ViolationKind.TOO_LATE),
    ):
        limit = None if rule is None else resolved(rule, form.today)
        if limit is not None and (last < limit if kind is ViolationKind.TOO_EARLY else first > limit):
            missed = (("year", limit.year), ("month", limit.month), ("day", limit.day))
            yield Violation(asked.scope, kind, missed)
