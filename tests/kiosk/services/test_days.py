"""Calendar days: kept, typed in three fields, and limits that count from today."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.services import days
from kiosk.services.days import PartialDate, Today

TODAY = date(2026, 8, 31)


@pytest.mark.parametrize(
    ("typed", "partial", "kept"),
    [
        ("1.8.1964", False, "1964-08-01"),
        ("12.08.1964", False, "1964-08-12"),
        ("31.2.1964", False, "1964-02-31"),
        ("1.8.196", False, "1.8.196"),
        (".8.1964", False, ".8.1964"),
        ("..1964", False, "..1964"),
        ("1964-08-12", False, "1964-08-12"),
        ("..1964", True, "1964-XX-XX"),
        (".8.1964", True, "1964-08-XX"),
        ("3..1964", True, "3..1964"),
        ("3.8.1964", True, "1964-08-03"),
        ("nonsense", True, "nonsense"),
    ],
)
def test_what_is_typed_is_kept_as_a_date_once_it_is_one(typed: str, kept: str, *, partial: bool) -> None:
    assert days.kept(typed, partial=partial) == kept


@given(st.dates())
def test_every_date_survives_being_typed(day: date) -> None:
    assert days.kept(days.as_typed(days.typed(day.isoformat())), partial=False) == day.isoformat()


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("1964-08-12", True),
        ("1964-08-XX", True),
        ("1964-XX-XX", True),
        ("1964-XX-12", False),
        ("1964-00-XX", False),
        ("1964-13-XX", False),
        ("1964-02-30", False),
        ("0000-XX-XX", False),
        ("1964", False),
    ],
)
def test_a_partial_date_is_of_the_calendar(text: str, *, is_one: bool) -> None:
    assert days.is_partial_date(text) is is_one


def test_a_date_with_blanks_stands_for_many_days() -> None:
    assert (PartialDate(1964, 2, None).first(), PartialDate(1964, 2, None).last()) == (
        date(1964, 2, 1),
        date(1964, 2, 29),
    )
    assert PartialDate(1964, None, None).last() == date(1964, 12, 31)
    assert PartialDate(1964, 2, 30).last() is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-12-31", date(2026, 12, 31)),
        ("today", TODAY),
        ("today+14d", date(2026, 9, 14)),
        ("today-1w", date(2026, 8, 24)),
        ("today+6m", date(2027, 2, 28)),
        ("today-18y", date(2008, 8, 31)),
        ("today+99999y", date.max),
        ("today-99999m", date.min),
    ],
)
def test_limits_count_from_today(text: str, day: date) -> None:
    rule = days.read_rule(text)
    assert rule is not None
    assert days.resolved(rule, TODAY) == day


@pytest.mark.parametrize("text", ["tomorrow", "today+14", "today +1d", "2026-02-30", "20261231", ""])
def test_other_words_are_no_limit(text: str) -> None:
    assert days.read_rule(text) is None


def test_no_limit_leaves_the_calendar() -> None:
    assert days.resolved(Today(days=99_999_999), TODAY) == date.max
