"""Settling with the city what the card reader was asked: after a visit, a crash or a power cut, and in one.

Every step is written down before it is done, so that whoever comes next goes on where this one was killed.
"""

import logging
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import date, datetime
from typing import Protocol, assert_never

from kiosk.bochum_id.errors import BackendError, Refused
from kiosk.bochum_id.payment_values import AttemptState, CardResult, Outcome, Payment, ReversalResult
from kiosk.bochum_id.payments import BatchTotal, EndOfDay, Reconciliation
from kiosk.payment import judging
from kiosk.payment.card_reader import NOBODY, CardReader, Line, ReaderGoneError, last_transaction
from kiosk.payment.journal import Act, Entry, Journal, Stage
from kiosk.payment.till import GivenBack, GivingBack, NotYetBack
from kiosk.payment.zvt import commands as zvt
from kiosk.payment.zvt.conversation import Done
from kiosk.payment.zvt.messages import StatusInformation

log = logging.getLogger(__name__)


class Settlement(Protocol):
    """What the terminal may say of card payments with nobody signed in; may raise BackendError."""

    def unsettled(self) -> tuple[Payment, ...]: ...
    def report(self, payment_id: str, result: CardResult) -> Payment: ...
    def report_reversal(self, payment_id: str, result: ReversalResult) -> Payment: ...
    def close_day(self, day: EndOfDay) -> Reconciliation: ...


class Settler:
    """Brings journal, card reader and city to the same end; used by one thread at a time."""

    def __init__(
        self, reader: CardReader, journal: Journal, settlement: Settlement, now: Callable[[], datetime]
    ) -> None:
        self._reader = reader
        self._journal = journal
        self._settlement = settlement
        self._now = now

    # ------------------------------------------------------------ the journal

    def note(self, entry: Entry) -> Entry:
        """Write an entry down, in the place of an earlier one of the same act; JournalError."""
        self._journal.write(self._journal.read().with_entry(entry))
        return entry

    def strike(self, entry: Entry) -> None:
        """Forget an entry: there is nothing left to do about it."""
        self._journal.write(self._journal.read().without(entry))

    def settle_journal(self) -> bool:
        """Settle all that is written down; False while something is unknown or unacknowledged."""
        return all(self._settle(entry) for entry in self._journal.read().entries)

    def _settle(self, entry: Entry) -> bool:
        match entry.stage:
            case Stage.ANNOUNCED:
                return self._report(self.note(entry.answered(Outcome.ABORTED, None, None)))
            case Stage.ASKED:
                known = self.remember(entry)
                return known is not None and self._report(self.note(_answered(entry, known)))
            case Stage.ANSWERED:
                return self._report(entry)
            case _:
                assert_never(entry.stage)

    def remember(self, entry: Entry) -> judging.Known | None:
        """Ask the reader what became of it; None while it cannot tell."""
        try:
            with self._reader.line() as line:
                return judging.from_memory(entry, last_transaction(self._reader, line))
        except ReaderGoneError:
            return None

    def _report(self, entry: Entry) -> bool:
        outcome = entry.outcome or Outcome.UNKNOWN
        receipt = receipt_digits(entry.receipt_number)
        try:
            if entry.act is Act.TAKE:
                result = CardResult(
                    entry.attempt,
                    outcome,
                    self._now(),
                    trace_number=entry.trace_number,
                    receipt_number=receipt,
                )
                self._settlement.report(entry.payment_id, result)
            else:
                given_back = ReversalResult(
                    entry.attempt,
                    outcome,
                    self._now(),
                    trace_number=entry.trace_number,
                    receipt_number=receipt,
                )
                self._settlement.report_reversal(entry.payment_id, given_back)
        except BackendError as error:
            if not is_for_good(error):
                return False
            log.warning("the city wants to hear no more of a card payment: %s", error)
        self.strike(entry)
        return True

    # ------------------------------------------------------------ what the city wants

    def settle_city(self) -> bool:
        """Give back what the city wants given back; False while some of it is not done."""
        try:
            unsettled = self._settlement.unsettled()
        except BackendError:
            return False
        wanted = [payment for payment in unsettled if payment.reversal is not None]
        given_back = [isinstance(self.give_back(payment), GivenBack) for payment in wanted]
        return all(given_back) and not any(_is_open(payment) for payment in unsettled)

    def give_back(self, payment: Payment) -> GivingBack:
        """Have the reader reverse a payment that the city wants reversed."""
        reversal = payment.reversal
        if reversal is None or reversal.receipt_number is None or not self.settle_journal():
            return NotYetBack()
        number = int(reversal.receipt_number)
        try:
            with self._reader.line() as line:
                before = _receipt_number(last_transaction(self._reader, line))
                entry = self.note(
                    _to_reverse(payment.id, reversal.attempt, payment.total.amount_cents, before)
                )
                command = zvt.Reverse(self._reader.password, number, payment.total.amount_cents)
                verdict = judging.of_giving_back(line.do(command))
        except ReaderGoneError:
            return NotYetBack()
        known = verdict if isinstance(verdict, judging.Known) else self.remember(entry)
        if known is None:
            return NotYetBack()
        reported = self._report(self.note(_answered(entry, known)))
        done = reported and known.outcome is Outcome.APPROVED
        return GivenBack(known.lines) if done else NotYetBack()

    # ------------------------------------------------------------ the end of the day

    def close_day_before(self, today: date) -> None:
        """Have the reader close the turnover of the days before, once a day, and hand in what it tells."""
        book = self._journal.read()
        if book.closed_on is None:
            self._journal.write(replace(book, closed_on=today))
        elif book.closed_on < today:
            with suppress(ReaderGoneError), self._reader.line() as line:
                self._close(line, today)
        for day in self._journal.read().closed_days:
            self._hand_in(day)

    def _close(self, line: Line, today: date) -> None:
        """What the reader tells of a day it forgets: it is written down before that is acknowledged."""
        told: list[StatusInformation] = []

        def on_information(information: StatusInformation) -> None:
            if information.is_approved and not told:
                self._journal.write(self._journal.read().closed(today, self._day(information)))
                told.append(information)

        ended = line.do(zvt.EndOfDay(self._reader.password), replace(NOBODY, on_information=on_information))
        if isinstance(ended, Done) and not told:
            nothing = self._day(StatusInformation())
            self._journal.write(self._journal.read().closed(today, nothing))

    def _day(self, told: StatusInformation) -> EndOfDay:
        return EndOfDay(
            device_id="zvt-1",
            closed_at=self._now().replace(microsecond=0),
            count=sum(each.count for each in told.totals),
            total_cents=told.amount_cents or 0,
            cards=tuple(BatchTotal(each.card_name, each.count, each.amount_cents) for each in told.totals),
            trace_number=told.trace_number,
        )

    def _hand_in(self, day: EndOfDay) -> None:
        try:
            if not self._settlement.close_day(day).matches:
                log.warning("card reader and city did not count the same")
        except BackendError as error:
            if not is_for_good(error):
                return
            log.warning("the city does not take an end of day: %s", error)
        self._journal.write(self._journal.read().without_day(day))


_FOR_GOOD = frozenset({"payment-state", "payment-expired", "not-found", "validation-failed"})
"""Problems of the message itself: it would be refused the next time as well, and nothing was done."""


def is_for_good(error: BackendError) -> bool:
    """Tell whether the city will never do what it was asked for, and has not."""
    return isinstance(error.fault, Refused) and error.fault.problem.code in _FOR_GOOD


def receipt_digits(number: int | None) -> str | None:
    return None if number is None else f"{number:04d}"


def _receipt_number(information: StatusInformation | None) -> int | None:
    return None if information is None else information.receipt_number


def _answered(entry: Entry, known: judging.Known) -> Entry:
    told = known.information
    return entry.answered(known.outcome, told.receipt_number, told.trace_number)


def _to_reverse(payment_id: str, attempt: int, cents: int, before: int | None) -> Entry:
    return Entry(payment_id, attempt, Act.GIVE_BACK, Stage.ASKED, cents, before)


def _is_open(payment: Payment) -> bool:
    return any(state in (AttemptState.BEGUN, AttemptState.UNKNOWN) for _, state in payment.attempts)
