"""Public holidays in North Rhine-Westphalia, by rule (Feiertagsgesetz NW § 2)."""

from datetime import date, timedelta

_FIXED = ((1, 1), (5, 1), (10, 3), (11, 1), (12, 25), (12, 26))
_AFTER_EASTER_SUNDAY = (-2, 0, 1, 39, 49, 50, 60)
"""Good Friday, Easter, Ascension, Whitsun, Corpus Christi."""


def holidays(year: int) -> frozenset[date]:
    """Name all public holidays of a year of the Gregorian calendar."""
    sunday = easter(year)
    return frozenset(date(year, month, day) for month, day in _FIXED) | frozenset(
        sunday + timedelta(days=days) for days in _AFTER_EASTER_SUNDAY
    )


def easter(year: int) -> date:
    """Calculate Easter Sunday (Meeus, Jones and Butcher; Gregorian)."""
    golden = year % 19
    century, rest = divmod(year, 100)
    leap_centuries, century_rest = divmod(century, 4)
    moon = (19 * golden + century - leap_centuries - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * century_rest + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * weekday) // 451
    month, day = divmod(moon + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)
