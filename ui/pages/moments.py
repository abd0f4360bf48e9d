"""A moment as a screen takes it: year, month, day, hour and minute on Bochum's clocks."""

from datetime import date, datetime
from typing import Final
from zoneinfo import ZoneInfo

_BOCHUM: Final = ZoneInfo("Europe/Berlin")


def parts(moment: datetime) -> dict[str, object]:
    """Give what `Formats.moment` and `Formats.date` put into words."""
    here = moment.astimezone(_BOCHUM)
    return {
        "year": here.year,
        "month": here.month,
        "day": here.day,
        "hour": here.hour,
        "minute": here.minute,
    }


def day_parts(day: date | None) -> dict[str, object]:
    """Give the parts of a day; every one 0 where there is none."""
    if day is None:
        return {"year": 0, "month": 0, "day": 0}
    return {"year": day.year, "month": day.month, "day": day.day}
