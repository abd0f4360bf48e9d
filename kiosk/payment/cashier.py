"""Does in the world what a visit wants done about money: one method an effect, each ending in one event."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from typing import Final, assert_never

from kiosk.bochum_id.errors import BackendError, Refused, Unreachable
from kiosk.bochum_id.payment_values import Channel, Payment, PaymentState
from kiosk.bochum_id.status import Health, Status
from kiosk.payment.open_payments import CitizenPayments, OpenPayments
from kiosk.payment.submitting import Submitting
from kiosk.payment.till import CardTill, GivenBack, NotTaken, NotYetBack, Taken, Taking, Unclear
from kiosk.runtime import Clock, Report
from kiosk.session import effects as do
from kiosk.session import events as ev
from kiosk.session.paying import CardStep, Due, MoneyBackBy, NotPaidBecause, WayToPay

PHONE_SECONDS: Final = 300
"""How long the terminal waits for a phone: whoever walked away must not hold it for longer."""

_LONGEST_WAIT_S: Final = 20
_PAUSE_SECONDS: Final = 2
_SETTLE_AGAIN_SECONDS: Final = 60

type MoneyEffect = (
    do.SettlePayments
    | do.FindWaysToPay
    | do.TakeCardPayment
    | do.StopCardPayment
    | do.CheckCardPayment
    | do.OpenPayPage
    | do.AwaitPhonePayment
    | do.StopPhonePayment
    | do.GiveMoneyBack
)


class Cashier:
    """One visit's way with money; made and used on the loop's thread."""

    def __init__(
        self,
        payments: CitizenPayments,
        status: Callable[[], Status],
        till: CardTill,
        clock: Clock,
        opened: OpenPayments,
        submitting: Submitting,
    ) -> None:
        self._payments = payments
        self._status = status
        self._till = till
        self._clock = clock
        self._opened = opened
        self._submitting = submitting
        self._asking: asyncio.Future[ev.Event] | None = None

    async def perform(self, effect: MoneyEffect, report: Report) -> ev.Event:  # noqa: C901 - flat: a case an effect
        """Do it; BackendError where nothing was asked of card or phone yet."""
        match effect:
            case do.SettlePayments():
                while not await asyncio.to_thread(self._till.settle):
                    await self._clock.sleep(_SETTLE_AGAIN_SECONDS)
                return ev.Settled()
            case do.FindWaysToPay(due):
                return ev.WaysToPayFound(await asyncio.to_thread(self._ways, due))
            case do.TakeCardPayment(due):
                return await self._take(due, report)
            case do.StopCardPayment():
                self._till.stop()
                return (
                    ev.PaymentNotMade(NotPaidBecause.STOPPED) if self._asking is None else await self._told()
                )
            case do.CheckCardPayment(due):
                return await asyncio.to_thread(self._check, due)
            case do.OpenPayPage(due):
                return ev.PayPageOpened(await asyncio.to_thread(self._of, due, Channel.QR))
            case do.AwaitPhonePayment(payment):
                return await self._await_phone(payment)
            case do.StopPhonePayment(payment):
                return await asyncio.to_thread(self._close_page, payment, NotPaidBecause.STOPPED)
            case do.GiveMoneyBack():
                return await asyncio.to_thread(self._give_back, effect)
            case _:
                assert_never(effect)

    async def leave(self) -> None:
        """Stop what is under way at the card reader, and wait until it has ended."""
        if self._asking is not None and not self._asking.done():
            self._till.stop()
            with suppress(BackendError):
                await self._told()

    def _of(self, due: Due, channel: Channel) -> Payment:
        return self._opened.of(due.application.draft, due.quote, channel)

    # ------------------------------------------------------------ which ways

    def _ways(self, due: Due) -> tuple[WayToPay, ...]:
        known = {each.value: each for each in Channel if each is not Channel.FREE}
        wanted = due.application.errand.definition.payment_channels
        return tuple(WayToPay(known[word], self._works(known[word])) for word in wanted if word in known)

    def _works(self, channel: Channel) -> bool:
        match channel:
            case Channel.CARD_TERMINAL:
                return self._till.works()
            case Channel.QR:
                return self._pay_page_works()
            case Channel.CASH_DESK | Channel.INVOICE:
                return True
            case Channel.FREE:
                return False
            case _:
                assert_never(channel)

    def _pay_page_works(self) -> bool:
        """Ask the city; without an answer there are other ways to pay."""
        try:
            return self._status().of("payment") is not Health.DOWN
        except BackendError:
            return False

    # ------------------------------------------------------------ by card

    async def _take(self, due: Due, report: Report) -> ev.Event:
        loop = asyncio.get_running_loop()

        def on_step(step: CardStep) -> None:
            loop.call_soon_threadsafe(report, ev.CardStepped(step))

        def take() -> ev.Event:
            payment = self._of(due, Channel.CARD_TERMINAL)
            if payment.state is PaymentState.PAID:
                return ev.PaymentMade(payment)
            return _event(self._till.take(payment, on_step))

        self._asking = asyncio.ensure_future(asyncio.to_thread(take))
        return await self._told()

    async def _told(self) -> ev.Event:
        """Wait for the card reader's answer without taking it away from whoever else waits for it."""
        if self._asking is None:
            raise RuntimeError("nothing was asked of the card reader")
        return await asyncio.shield(self._asking)

    def _check(self, due: Due) -> ev.Event:
        return _event(self._till.look(self._of(due, Channel.CARD_TERMINAL)))

    # ------------------------------------------------------------ by phone

    async def _await_phone(self, payment: Payment) -> ev.Event:
        over = self._clock.now() + PHONE_SECONDS
        now = payment
        while self._clock.now() < over:
            try:
                now = await asyncio.to_thread(self._payments.wait, now, _LONGEST_WAIT_S)
            except BackendError as error:
                if not isinstance(error.fault, Unreachable):
                    raise
                await self._clock.sleep(_PAUSE_SECONDS)
            ended = _phone_ended(now)
            if ended is not None:
                return ended
        return await asyncio.to_thread(self._close_page, now, NotPaidBecause.TOO_LATE)

    def _close_page(self, payment: Payment, why: NotPaidBecause) -> ev.Event:
        """Nobody waits for the phone any more; what it has paid meanwhile counts."""
        ended = _phone_ended(self._payments.look(payment))
        if ended is not None:
            return ended
        closed = self._payments.cancel(payment)
        if closed.state is PaymentState.REVERSAL_REQUIRED:
            return ev.MoneyGivenBack(MoneyBackBy.CITY)  # it paid between the two questions
        return ev.PaymentNotMade(why)

    # ------------------------------------------------------------ back

    def _give_back(self, effect: do.GiveMoneyBack) -> ev.Event:
        payment = effect.cover.payment
        try:
            cancelled = self._payments.cancel(payment)
        except BackendError as error:
            if isinstance(error.fault, Refused) and error.fault.problem.code == "payment-state":
                # It was sent, and only the answer got lost: the same submission tells it again.
                return ev.Sent(self._submitting.submit(effect.due, effect.cover, effect.language))
            return ev.MoneyGivenBack(MoneyBackBy.LATER)
        if payment.channel is not Channel.CARD_TERMINAL:
            return ev.MoneyGivenBack(MoneyBackBy.CITY)
        match self._till.give_back(cancelled):
            case GivenBack(lines):
                return ev.MoneyGivenBack(MoneyBackBy.CARD_READER, lines)
            case NotYetBack():
                return ev.MoneyGivenBack(MoneyBackBy.LATER)


def _event(taking: Taking) -> ev.Event:
    match taking:
        case Taken(payment):
            return ev.PaymentMade(payment)
        case NotTaken(why):
            return ev.PaymentNotMade(why)
        case Unclear():
            return ev.PaymentUnknown()
        case _:
            assert_never(taking)


def _phone_ended(payment: Payment) -> ev.Event | None:
    """What came of the page; None while it is open, or while the bank does not know."""
    match payment.state:
        case PaymentState.PAID:
            return ev.PaymentMade(payment)
        case PaymentState.FAILED:
            return ev.PaymentNotMade(NotPaidBecause.DECLINED)
        case PaymentState.CANCELLED:
            return ev.PaymentNotMade(NotPaidBecause.STOPPED)
        case PaymentState.EXPIRED:
            return ev.PaymentNotMade(NotPaidBecause.TOO_LATE)
        case PaymentState.REVERSAL_REQUIRED | PaymentState.REVERSED | PaymentState.REFUNDED:
            return ev.MoneyGivenBack(MoneyBackBy.CITY)
        case PaymentState.CREATED | PaymentState.PENDING | PaymentState.UNKNOWN:
            return None
        case _:
            assert_never(payment.state)
