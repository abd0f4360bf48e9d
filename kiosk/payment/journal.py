"""What was asked of the card reader and not yet settled with the city: on the disk before it is asked.

Nothing in it is personal: payment, attempt, amount and the reader's own numbers.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import Enum
from pathlib import Path
from typing import Protocol, cast

from kiosk.bochum_id.payment_values import Outcome
from kiosk.bochum_id.payments import BatchTotal, EndOfDay
from kiosk.whole_file import write_whole


class Act(Enum):
    TAKE = "take"
    GIVE_BACK = "giveBack"


class Stage(Enum):
    ANNOUNCED = "announced"
    """The reader has not been asked: no money moved."""
    ASKED = "asked"
    """The reader may have been asked, and may have done it."""
    ANSWERED = "answered"
    """The outcome is known here, but the city has not acknowledged it."""


@dataclass(frozen=True, slots=True)
class Entry:
    payment_id: str
    attempt: int
    act: Act
    stage: Stage
    amount_cents: int
    before: int | None
    """The reader's receipt number before; a transaction with another one came after."""
    outcome: Outcome | None = None
    receipt_number: int | None = None
    trace_number: str | None = None

    def answered(self, outcome: Outcome, receipt_number: int | None, trace_number: str | None) -> "Entry":
        return replace(
            self,
            stage=Stage.ANSWERED,
            outcome=outcome,
            receipt_number=receipt_number,
            trace_number=trace_number,
        )


@dataclass(frozen=True, slots=True)
class Book:
    """The whole journal: open entries, the day whose turnover was closed last, and what that came to."""

    entries: tuple[Entry, ...] = ()
    closed_on: date | None = None
    closed_days: tuple[EndOfDay, ...] = ()
    """Totals that the card reader told once, and that the city has not acknowledged."""

    def with_entry(self, entry: Entry) -> "Book":
        return replace(self, entries=(*self._others(entry), entry))

    def without(self, entry: Entry) -> "Book":
        return replace(self, entries=self._others(entry))

    def closed(self, today: date, day: EndOfDay) -> "Book":
        return replace(self, closed_on=today, closed_days=(*self.closed_days, day))

    def without_day(self, day: EndOfDay) -> "Book":
        return replace(self, closed_days=tuple(each for each in self.closed_days if each != day))

    def _others(self, entry: Entry) -> tuple[Entry, ...]:
        key = (entry.payment_id, entry.attempt, entry.act)
        return tuple(each for each in self.entries if (each.payment_id, each.attempt, each.act) != key)


class JournalError(Exception):
    """The file cannot be used; as long as that is so, no card is charged."""


class Journal(Protocol):
    def read(self) -> Book:
        """Give what is written down; JournalError when it cannot be read."""

    def write(self, book: Book) -> None:
        """Write it down for good; JournalError when that is not possible."""


@dataclass(frozen=True, slots=True)
class FileJournal:
    """A journal in one file: after a power cut it is the old one or the new one."""

    file: Path

    def read(self) -> Book:
        try:
            return _book(json.loads(self.file.read_bytes()))
        except FileNotFoundError:
            return Book()
        except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
            raise JournalError(f"{self.file} cannot be read: {type(error).__name__}") from error

    def write(self, book: Book) -> None:
        try:
            write_whole(self.file, json.dumps(_written(book)).encode())
        except OSError as error:
            raise JournalError(f"{self.file} cannot be written: {error.strerror}") from error


def _written(book: Book) -> Mapping[str, object]:
    return {
        "closedOn": None if book.closed_on is None else book.closed_on.isoformat(),
        "entries": [
            {
                "paymentId": each.payment_id,
                "attempt": each.attempt,
                "act": each.act.value,
                "stage": each.stage.value,
                "amount": each.amount_cents,
                "before": each.before,
                "outcome": None if each.outcome is None else each.outcome.value,
                "receiptNumber": each.receipt_number,
                "traceNumber": each.trace_number,
            }
            for each in book.entries
        ],
        "closedDays": [each.as_json() for each in book.closed_days],
    }


def _book(document: Mapping[str, object]) -> Book:
    closed_on = document["closedOn"]
    entries = cast("list[dict[str, object]]", document["entries"])
    days = cast("list[dict[str, object]]", document.get("closedDays", []))
    return Book(
        entries=tuple(_entry(each) for each in entries),
        closed_on=None if closed_on is None else date.fromisoformat(str(closed_on)),
        closed_days=tuple(_day(each) for each in days),
    )


def _day(written: Mapping[str, object]) -> EndOfDay:
    trace = written.get("traceNumber")
    cards = cast("list[dict[str, object]]", written["cards"])
    return EndOfDay(
        device_id=str(written["deviceId"]),
        closed_at=datetime.fromisoformat(str(written["closedAt"])),
        count=_whole(written["count"]),
        total_cents=_whole(written["total"]),
        cards=tuple(
            BatchTotal(str(each["cardName"]), _whole(each["count"]), _whole(each["amount"])) for each in cards
        ),
        trace_number=None if trace is None else str(trace),
    )


def _entry(written: Mapping[str, object]) -> Entry:
    outcome, trace = written["outcome"], written["traceNumber"]
    return Entry(
        payment_id=str(written["paymentId"]),
        attempt=_whole(written["attempt"]),
        act=Act(written["act"]),
        stage=Stage(written["stage"]),
        amount_cents=_whole(written["amount"]),
        before=None if written["before"] is None else _whole(written["before"]),
        outcome=None if outcome is None else Outcome(outcome),
        receipt_number=None if written["receiptNumber"] is None else _whole(written["receiptNumber"]),
        trace_number=None if trace is None else str(trace),
    )


def _whole(value: object) -> int:
    if not isinstance(value, int):
        raise TypeError("a whole number is none")
    return value
