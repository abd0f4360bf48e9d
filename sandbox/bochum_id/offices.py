"""The citizen offices: where they are, when they are open, how many people they can see. Data, not code."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo

from sandbox.bochum_id.holidays_nrw import holidays

TIMEZONE: Final = "Europe/Berlin"
_LOCAL: Final = ZoneInfo(TIMEZONE)
_WEEKDAYS = ("Mo", "Di", "Mi", "Do", "Fr", "Sa", "So")
_FILE = Path(__file__).with_name("offices.toml")


@dataclass(frozen=True, slots=True)
class Hours:
    """One span of a week, in local time."""

    weekday: int
    """1 is Monday (ISO 8601)."""
    begins: time
    ends: time


@dataclass(frozen=True, slots=True)
class Office:
    id: str
    name: str
    address: str
    letter: str
    """What appointment numbers begin with."""
    counters: int
    """So many people are seen at the same time."""
    waiting_areas: tuple[str, ...]
    walk_in: bool
    hours: tuple[Hours, ...]


@dataclass(frozen=True, slots=True)
class Offices:
    by_id: Mapping[str, Office]
    slot: timedelta
    lead: timedelta
    horizon: timedelta

    def slots_on(self, office: Office, day: date) -> list[datetime]:
        """List the beginnings of all slots of a day, free or not, in UTC; none on holidays."""
        if day in holidays(day.year):
            return []
        starts = []
        for hours in office.hours:
            if hours.weekday != day.isoweekday():
                continue
            start = datetime.combine(day, hours.begins, _LOCAL)
            end = datetime.combine(day, hours.ends, _LOCAL)
            while start + self.slot <= end:
                starts.append(start.astimezone(UTC))
                start += self.slot
        return starts

    def bookable_days(self, now: datetime) -> list[date]:
        """List the days between now and as far ahead as appointments are made."""
        first = local_day(now)
        return [first + timedelta(days=ahead) for ahead in range(self.horizon.days + 1)]

    def is_open(self, office: Office, now: datetime) -> bool:
        """Tell whether people are seen at this moment."""
        return any(start <= now < start + self.slot for start in self.slots_on(office, local_day(now)))

    def is_bookable(self, start: datetime, now: datetime) -> bool:
        return now + self.lead <= start <= now + self.horizon


def local_day(moment: datetime) -> date:
    """Name the day it is in Bochum."""
    return moment.astimezone(_LOCAL).date()


def in_words(moment: datetime) -> str:
    """Write a moment as an office would: `Do., 26.11.2026, 10:15 Uhr`."""
    local = moment.astimezone(_LOCAL)
    return f"{_WEEKDAYS[local.weekday()]}., {local:%d.%m.%Y, %H:%M} Uhr"


@cache
def offices() -> Offices:
    """Read them; ValueError names what is wrong with the file."""
    source = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    try:
        found = [_office(entry, source["hours"]) for entry in source["office"]]
        slot = timedelta(minutes=source["slotMinutes"])
        lead, horizon = timedelta(minutes=source["leadMinutes"]), timedelta(days=source["horizonDays"])
    except (KeyError, TypeError) as error:
        raise ValueError(f"{_FILE} lacks or misspells {error}") from error
    letters = [office.letter for office in found]
    if len(set(letters)) < len(letters):
        raise ValueError(f"{_FILE}: every office needs a letter of its own")
    return Offices({office.id: office for office in found}, slot, lead, horizon)


def _office(entry: dict[str, object], hours: dict[str, dict[str, list[dict[str, object]]]]) -> Office:
    weekly = hours[str(entry["hours"])]["weekly"]
    areas, counters = entry["waitingAreas"], entry["counters"]
    if not isinstance(areas, list) or not isinstance(counters, int):
        raise TypeError("waitingAreas or counters")
    return Office(
        id=str(entry["id"]),
        name=str(entry["name"]),
        address=str(entry["address"]),
        letter=str(entry["letter"]),
        counters=counters,
        waiting_areas=tuple(map(str, areas)),
        walk_in=entry["walkIn"] is True,
        hours=tuple(_hours(span) for span in weekly),
    )


def _hours(span: dict[str, object]) -> Hours:
    begins, ends = time.fromisoformat(str(span["from"])), time.fromisoformat(str(span["to"]))
    return Hours(int(str(span["weekday"])), begins, ends)
