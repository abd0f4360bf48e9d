"""The till of a terminal with a card reader: takes a fee by card, once, and gives it back if need be."""

import logging
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import datetime
from typing import Protocol

from kiosk.bochum_id.errors import BackendError
from kiosk.bochum_id.payment_values import CardResult, Outcome, Payment, PaymentState
from kiosk.payment import judging
from kiosk.payment.card_reader import CardReader, Line, Listeners, ReaderGoneError, last_transaction
from kiosk.payment.card_steps import step_of
from kiosk.payment.journal import Act, Entry, JournalError, Stage
from kiosk.payment.settling import Settler, is_for_good, receipt_digits
from kiosk.payment.till import GivingBack, NotTaken, NotYetBack, OnStep, Taken, Taking, Unclear
from kiosk.payment.zvt import commands as zvt
from kiosk.payment.zvt.messages import IntermediateStatus, StatusInformation
from kiosk.session.paying import NotPaidBecause

log = logging.getLogger(__name__)


class CardPayments(Protocol):
    """Card payments as whoever is signed in may handle them; every method may raise BackendError."""

    def look(self, payment: Payment) -> Payment: ...
    def begin_attempt(self, payment: Payment, attempt: int, started_at: datetime) -> Payment: ...
    def report(self, payment: Payment, result: CardResult) -> Payment: ...


class ZvtTill:
    """One thing at a time: whoever comes second waits until the card reader is free."""

    def __init__(
        self,
        reader: CardReader,
        settler: Settler,
        payments: CardPayments,
        now: Callable[[], datetime],
        turn: Callable[[], AbstractContextManager[None]],
    ) -> None:
        """`turn` is entered while the card reader is used."""
        self._reader = reader
        self._settler = settler
        self._payments = payments
        self._now = now
        self._turn = turn
        self._stop_asked = False

    def works(self) -> bool:
        """Say whether a card can be charged: nothing is open, and the reader answers."""
        with self._turn():
            if not self._is_clean():
                return False
            try:
                with self._reader.line():
                    return True
            except ReaderGoneError:
                return False

    def settle(self) -> bool:
        """Settle with reader and city what is open; then, once a day, close the day before."""
        with self._turn():
            settled = self._is_clean() and self._settler.settle_city()
            if settled:
                self._settler.close_day_before(self._now().date())
            return settled

    def stop(self) -> None:
        self._stop_asked = True
        self._reader.stop()

    def take(self, payment: Payment, on_step: OnStep) -> Taking:
        """Ask for the money; BackendError when the city did not let it begin, and nothing was asked."""
        with self._turn():
            self._stop_asked = False
            if payment.card_order is None or not self._is_clean():
                return NotTaken(NotPaidBecause.READER)
            try:
                with self._reader.line() as line:
                    entry, verdict = self._ask(line, payment, payment.card_order.amount_cents, on_step)
            except ReaderGoneError:
                return NotTaken(NotPaidBecause.READER)
            except JournalError:
                log.exception("the journal broke while the card reader was asked")
                return Unclear()
            # The connection is closed by now: a reader that waits for an answer undoes the payment.
            known = verdict if isinstance(verdict, judging.Known) else self._settler.remember(entry)
            return self._unknown(payment, entry) if known is None else self._told(payment, entry, known)

    def look(self, payment: Payment) -> Taking:
        with self._turn():
            if not self._is_clean():
                return Unclear()
            try:
                return self._standing(self._payments.look(payment))
            except BackendError:
                return Unclear()

    def give_back(self, payment: Payment) -> GivingBack:
        with self._turn():
            return self._settler.give_back(payment) if self._is_clean() else NotYetBack()

    def _is_clean(self) -> bool:
        try:
            return self._settler.settle_journal()
        except JournalError:
            log.exception("no card is charged as long as the journal is broken")
            return False

    # ------------------------------------------------------------ one payment

    def _ask(
        self, line: Line, payment: Payment, cents: int, on_step: OnStep
    ) -> tuple[Entry, judging.Verdict]:
        last = last_transaction(self._reader, line)
        before = None if last is None else last.receipt_number
        attempt = payment.next_attempt
        announced = Entry(payment.id, attempt, Act.TAKE, Stage.ANNOUNCED, cents, before)
        entry = self._settler.note(announced)
        try:
            self._payments.begin_attempt(payment, attempt, self._now())
        except BackendError as error:
            if is_for_good(error):
                self._settler.strike(entry)  # it was not begun there either
            raise
        entry = self._settler.note(replace(entry, stage=Stage.ASKED))

        def on_status(status: IntermediateStatus) -> None:
            on_step(step_of(status.status))

        def on_information(told: StatusInformation) -> None:
            self._settler.note(
                replace(entry, receipt_number=told.receipt_number, trace_number=told.trace_number)
            )

        ended = line.do(zvt.Authorise(cents), Listeners(on_status, on_information))
        return entry, judging.of_taking(entry, ended, stopped=self._stop_asked)

    def _told(self, payment: Payment, entry: Entry, known: judging.Known) -> Taking:
        """Tell the city, and believe what it then says of the payment."""
        told = known.information
        answered = entry.answered(known.outcome, told.receipt_number, told.trace_number)
        self._settler.note(answered)
        try:
            now = self._payments.report(payment, self._result(entry.attempt, known))
        except BackendError:
            # The session may be over; the terminal itself may still tell.
            return self._look_again(payment, known)
        self._settler.strike(answered)
        return self._standing(now, known.why)

    def _look_again(self, payment: Payment, known: judging.Known) -> Taking:
        if not self._is_clean():
            return Unclear() if known.outcome is Outcome.APPROVED else NotTaken(known.why)
        try:
            return self._standing(self._payments.look(payment), known.why)
        except BackendError:
            return Unclear()

    def _unknown(self, payment: Payment, entry: Entry) -> Taking:
        result = CardResult(entry.attempt, Outcome.UNKNOWN, self._now())
        try:
            self._payments.report(payment, result)
        except BackendError:
            log.warning("the city does not know yet that a card payment is unclear")
        return Unclear()

    def _result(self, attempt: int, known: judging.Known) -> CardResult:
        told = known.information
        return CardResult(
            attempt=attempt,
            outcome=known.outcome,
            finished_at=self._now(),
            result_code=None if known.code is None else f"{known.code:02X}",
            trace_number=told.trace_number,
            receipt_number=receipt_digits(told.receipt_number),
            terminal_id=told.terminal_id,
            contract_number=told.contract_number,
            card_name=told.card_name,
            pan_truncated=told.pan_truncated,
            aid=told.application_id,
            customer_receipt_lines=known.lines[:80],
        )

    def _standing(self, now: Payment, why: NotPaidBecause = NotPaidBecause.READER) -> Taking:
        match now.state:
            case PaymentState.PAID:
                return Taken(now)
            case PaymentState.PENDING | PaymentState.UNKNOWN:
                return Unclear()
            case _:
                if now.reversal is not None:
                    self._settler.give_back(now)  # nobody wanted it any more when it came
                return NotTaken(why)
