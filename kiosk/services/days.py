"""Calendar days of a form: as they are typed, as they are kept, and between which others they may lie."""

import calendar
import re
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date, timedelta
from typing import assert_never

type TypedDay = tuple[str, str, str]
"""Day, month and year as the digits that were typed; an empty text where nothing was."""

_KEPT = re.compile(r"([0-9]{4})-([0-9]{2}|XX)-([0-9]{2}|XX)")
_TYPED = re.compile(r"([0-9]{0,2})\.([0-9]{0,2})\.([0-9]{0,4})")
_RULE = re.compile(r"today(?:([+-][0-9]{1,5})([dwmy]))?")


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A calendar date; cards can leave day and month blank."""

    year: int
    month: int | None
    day: int | None

    @classmethod
    def parse(cls, text: str) -> "PartialDate | None":
        """Read `1964-08-12`, `1964-08-XX` or `1964-XX-XX`; None for anything else."""
        parts = _KEPT.fullmatch(text)
        if parts is None:
            return None
        month, day = (None if part == "XX" else int(part) for part in parts.group(2, 3))
        return cls(int(parts[1]), month, day)

    def first(self) -> date | None:
        """Give the first day that it may stand for; None where the calendar has no such day."""
        try:
            return date(self.year, _or(self.month, 1), _or(self.day, 1))
        except ValueError:
            return None

    def last(self) -> date | None:
        """Give the last day that it may stand for; None where the calendar has no such day."""
        month = _or(self.month, 12)
        try:
            return date(self.year, month, _or(self.day, calendar.monthrange(self.year, month)[1]))
        except ValueError:
            return None


def _or(number: int | None, otherwise: int) -> int:
    return otherwise if number is None else number


def is_partial_date(text: str) -> bool:
    """Say whether a text is the format `partialDate`: a day of the calendar, perhaps with blanks."""
    parsed = PartialDate.parse(text)
    if parsed is None or parsed.first() is None:
        return False
    return parsed.month is not None or parsed.day is None


# ---------------------------------------------------------------- typed in three fields


def typed(text: str) -> TypedDay:
    """Split what is kept or typed into the three fields; what is neither leaves them empty."""
    kept = PartialDate.parse(text)
    if kept is not None:
        return (
            "" if kept.day is None else f"{kept.day:02}",
            "" if kept.month is None else f"{kept.month:02}",
            f"{kept.year:04}",
        )
    parts = _TYPED.fullmatch(text)
    return ("", "", "") if parts is None else (parts[1], parts[2], parts[3])


def as_typed(day: TypedDay) -> str:
    """Join the three fields to the text that an answer carries while it is being typed."""
    return ".".join(day)


def kept(text: str, *, partial: bool) -> str:
    """Give the calendar date that was typed; the text itself where it is none yet."""
    day, month, year = typed(text)
    if len(year) != 4 or (day and not month):
        return text
    if partial:
        return f"{year}-{month.zfill(2) if month else 'XX'}-{day.zfill(2) if day else 'XX'}"
    return f"{year}-{month.zfill(2)}-{day.zfill(2)}" if day and month else text


# ---------------------------------------------------------------- limits


@dataclass(frozen=True, slots=True)
class Today:
    """So many days and months after the day on which the form is filled in; before it, where negative."""

    days: int = 0
    months: int = 0


type DayRule = date | Today
"""A limit of a calendar date."""


def read_rule(text: str) -> DayRule | None:
    """Read `2026-12-31`, `today`, `today+14d`, `today-6m` (also `w` and `y`); None for anything else."""
    parts = _RULE.fullmatch(text)
    if parts is None:
        try:
            return date.fromisoformat(text) if _KEPT.fullmatch(text) else None
        except ValueError:
            return None
    count = int(parts[1] or 0)
    match parts[2]:
        case "w":
            return Today(days=7 * count)
        case "m":
            return Today(months=count)
        case "y":
            return Today(months=12 * count)
        case _:
            return Today(days=count)


def resolved(rule: DayRule, today: date) -> date:
    """Give the day that a rule means today; a month that is too short ends it earlier."""
    match rule:
        case date():
            return rule
        case Today(days, months):
            year, month = divmod(today.year * 12 + today.month - 1 + months, 12)
            if not MINYEAR <= year <= MAXYEAR:
                return date.min if months < 0 else date.max
            moved = date(year, month + 1, min(today.day, calendar.monthrange(year, month + 1)[1]))
            try:
                return moved + timedelta(days)
            except OverflowError:
                return date.min if days < 0 else date.max
        case _:
            assert_never(rule)
