"""The form of a service: a pure fold of answers over its definition; it never raises."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from kiosk.bochum_id.values import JsonObject, JsonValue, LocalisedText, Money
from kiosk.services.definition import Answer, Option, ServiceDefinition, StepKind, Widget
from kiosk.services.schema import Violation


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


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A calendar date; cards can leave day and month blank."""

    year: int
    month: int | None
    day: int | None


type ReviewValue = str | int | PartialDate | tuple[LocalisedText, ...]


@dataclass(frozen=True, slots=True)
class ReviewLine:
    """One line of the "check everything" screen."""

    scope: str
    label: LocalisedText
    value: ReviewValue | None = field(repr=False)
    """None where an optional question was left open."""
    from_card: bool
    step_id: str | None
    """The step that changes it; None when nothing can."""


@dataclass(frozen=True, slots=True)
class FeeLine:
    id: str
    title: LocalisedText
    quantity: int
    unit: Money
    total: Money


def answer(form: Form, scope: str, value: JsonValue) -> Form: ...
def visible_steps(form: Form) -> tuple[Step, ...]: ...
def find_step(form: Form, step_id: str) -> Step | None: ...
def next_step(form: Form, step_id: str | None) -> Step | None: ...
def previous_step(form: Form, step_id: str | None) -> Step | None: ...
def step_of_kind(form: Form, kind: StepKind) -> Step | None: ...
def violations(form: Form) -> tuple[Violation, ...]: ...
def step_violations(form: Form, step_id: str) -> tuple[Violation, ...]: ...
def review_lines(form: Form) -> tuple[ReviewLine, ...]: ...
def fee_lines(form: Form) -> tuple[FeeLine, ...]: ...
def fee_total(form: Form) -> Money: ...
def contents(form: Form) -> JsonObject: ...
def data(form: Form) -> JsonObject: ...
