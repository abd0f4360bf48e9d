"""The "check everything" screen: every line that will be sent, where it came from, where to change it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import assert_never

from kiosk.bochum_id.values import JsonValue, LocalisedText
from kiosk.services.address import Address
from kiosk.services.answers import Form, is_locked, known
from kiosk.services.asking import InUnits
from kiosk.services.days import PartialDate
from kiosk.services.definition import Field, StepDefinition, StepKind, Widget
from kiosk.services.evidence import BookedTime, ChosenTime, HeldTime, NoTime
from kiosk.services.form import paper_slot, screens
from kiosk.services.formats import grouped_iban
from kiosk.services.pointer import UNDEFINED, Undefined, look_up


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with its unit; `decimals` digits of `count` stand behind the comma."""

    count: int = field(repr=False)
    decimals: int
    unit: LocalisedText | None


@dataclass(frozen=True, slots=True)
class Account:
    """An IBAN in groups of four, which reads left to right in every language."""

    iban: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Attached:
    """So many files, each of which the city has taken."""

    count: int


@dataclass(frozen=True, slots=True)
class Appointed:
    """When somebody is expected, and where."""

    start: datetime = field(repr=False)
    office: str


type ReviewValue = (
    str
    | bool
    | int
    | PartialDate
    | Amount
    | Account
    | Address
    | Attached
    | Appointed
    | tuple[LocalisedText, ...]
)


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


def review_lines(form: Form) -> tuple[ReviewLine, ...]:
    """Everything that will be sent, in the order of the steps. What the card left blank is no line."""
    now = known(form)
    lines: list[ReviewLine] = []
    for step in form.definition.steps:
        for asked in step.fields:
            value = look_up(now.contents, asked.scope)
            from_card = is_locked(form, asked.scope)
            if asked.scope in now.shown and not (from_card and value is UNDEFINED):
                shown = _for_review(asked, value)
                lines.append(
                    ReviewLine(asked.scope, asked.label, shown, from_card, None if from_card else step.id)
                )
        lines.extend(_evidence(form, step))
    return tuple(lines)


def _evidence(form: Form, step: StepDefinition) -> Iterator[ReviewLine]:
    """The lines of what is no answer: a line for each place for files, and one for the appointment."""
    for screen in screens(form, step):
        place = paper_slot(form, screen.id)
        value: ReviewValue | None
        if screen.kind is StepKind.ATTACHMENTS and place is not None:
            value = Attached(len(place.files)) if place.files else None
        elif screen.kind is StepKind.APPOINTMENT:
            value = _appointed(form.evidence.time)
        else:
            continue
        yield ReviewLine(f"#{screen.id}", screen.title, value, from_card=False, step_id=screen.id)


def _appointed(time: ChosenTime) -> Appointed | None:
    match time:
        case NoTime():
            return None
        case HeldTime(held):
            return Appointed(held.slot.start, held.office.name)
        case BookedTime(appointment):
            return Appointed(appointment.start, appointment.office.name)
        case _:
            assert_never(time)


def _for_review(asked: Field, value: JsonValue | Undefined) -> ReviewValue | None:
    titles = {option.value: option.title for option in asked.options}
    match value:
        case str() if asked.is_date:
            return PartialDate.parse(value) or value
        case str() if asked.widget is Widget.IBAN:
            return Account(grouped_iban(value))
        case str():
            return (titles[value],) if value in titles else value
        case list():
            return tuple(titles[each] for each in value if isinstance(each, str) and each in titles)
        case dict():
            return Address.parse(value)
        case bool():
            title = titles.get("true" if value else "false")
            return value if title is None else (title,)
        case int() if isinstance(asked.asking, InUnits):
            return Amount(value, asked.asking.decimals, asked.asking.unit)
        case int():
            return value
        case _:
            return None
