"""The "check everything" screen: every line that will be sent, where it came from, where to change it."""

import re
from dataclasses import dataclass, field

from kiosk.bochum_id.values import JsonValue, LocalisedText
from kiosk.services.answers import Form, is_locked, known
from kiosk.services.definition import Field
from kiosk.services.pointer import UNDEFINED, Undefined, look_up


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A calendar date; cards can leave day and month blank."""

    year: int
    month: int | None
    day: int | None

    @classmethod
    def parse(cls, text: str) -> "PartialDate | None":
        """Read `1964-08-12`, `1964-08-XX` or `1964-XX-XX`; None for anything else."""
        parts = re.fullmatch(r"([0-9]{4})-([0-9]{2}|XX)-([0-9]{2}|XX)", text)
        if parts is None:
            return None
        month, day = (None if part == "XX" else int(part) for part in parts.group(2, 3))
        return cls(int(parts[1]), month, day)


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
    return tuple(lines)


def _for_review(asked: Field, value: JsonValue | Undefined) -> ReviewValue | None:
    titles = {option.value: option.title for option in asked.options}
    match value:
        case str() if asked.is_date:
            return PartialDate.parse(value) or value
        case str():
            return (titles[value],) if value in titles else value
        case list():
            return tuple(titles[each] for each in value if isinstance(each, str) and each in titles)
        case int() if not isinstance(value, bool):
            return value
        case _:
            return None
