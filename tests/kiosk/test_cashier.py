"""The cashier with stand-ins for card reader, city and clock: each effect about money ends in one event."""

import asyncio
from dataclasses import replace

import pytest
from fake_sign_in import Gate, refused
from fake_world import World, live

from kiosk.bochum_id.errors import BackendError, Unreachable
from kiosk.bochum_id.payment_values import Channel, Payment, PaymentState
from kiosk.bochum_id.status import Health
from kiosk.payment.cashier import PHONE_SECONDS
from kiosk.payment.till import NotTaken, Taken, Taking, Unclear
from kiosk.session import effects as do
from kiosk.session import events as ev
from kiosk.session.cover import BY_INVOICE, Paid
from kiosk.session.failure import Failure
from kiosk.session.paying import CardStep, Due, MoneyBackBy, NotPaidBecause, WayToPay
from kiosk.session.preferences import Language
from tests import samples
from tests.samples import APPLICATION, BY_PHONE, CARD_PAID, DUE, FOR_AUTHORITY, PAID

CREATED = samples.payment(Channel.CARD_TERMINAL, PaymentState.CREATED)
GONE = BackendError(Unreachable("timeout"))
GIVE_BACK = do.GiveMoneyBack(DUE, Paid(CARD_PAID), Language.ENGLISH)


def of(state: PaymentState, channel: Channel = Channel.QR) -> Payment:
    return samples.payment(channel, state)


def due_with(*channels: str) -> Due:
    errand = APPLICATION.errand
    definition = replace(errand.definition, payment_channels=channels)
    application = replace(APPLICATION, errand=replace(errand, definition=definition))
    return Due(application, FOR_AUTHORITY, PAID)


# ---------------------------------------------------------------- the ways


@pytest.mark.parametrize(
    ("card", "health", "works"),
    [
        (True, Health.OK, (True, True, True)),
        (False, Health.OK, (False, True, True)),
        (True, Health.DOWN, (True, False, True)),
        (False, Health.DEGRADED, (False, True, True)),
    ],
)
def test_ways_are_those_of_the_service_and_say_whether_they_work(
    *, card: bool, health: Health, works: tuple[bool, ...]
) -> None:
    async def story(world: World) -> None:
        world.till.usable, world.backend.health = card, health
        found = await world.does(do.FindWaysToPay(due_with("cardTerminal", "qr", "invoice", "barter")))
        channels = (Channel.CARD_TERMINAL, Channel.QR, Channel.INVOICE)
        assert found == ev.WaysToPayFound(tuple(map(WayToPay, channels, works)))

    live(story)


def test_where_the_city_does_not_say_how_it_is_only_the_phone_does_not_work() -> None:
    async def story(world: World) -> None:
        world.backend.errors = {"status": [GONE]}
        found = await world.does(do.FindWaysToPay(due_with("qr", "cashDesk")))
        works = WayToPay(Channel.QR, works=False), WayToPay(Channel.CASH_DESK, works=True)
        assert found == ev.WaysToPayFound(works)

    live(story)


def test_what_earlier_visits_left_is_settled_until_it_is() -> None:
    async def story(world: World) -> None:
        world.till.settled = [False, False, True]
        settling = asyncio.create_task(world.does(do.SettlePayments()))
        for _ in range(2):
            await world.clock.asleep(1)
            await world.clock.advance(60)
        assert await settling == ev.Settled()
        assert world.till.calls == ["settle"] * 3

    live(story)


# ---------------------------------------------------------------- by card


@pytest.mark.parametrize(
    ("taking", "event"),
    [
        (Taken(CARD_PAID), ev.PaymentMade(CARD_PAID)),
        (NotTaken(NotPaidBecause.DECLINED), ev.PaymentNotMade(NotPaidBecause.DECLINED)),
        (Unclear(), ev.PaymentUnknown()),
    ],
)
def test_a_card_payment_ends_as_the_till_says(taking: Taking, event: ev.Event) -> None:
    async def story(world: World) -> None:
        world.backend.payments.now = [CREATED]
        world.till.taking, world.till.steps = taking, (CardStep.SHOW_CARD, CardStep.ASKING_BANK)
        assert await world.does(do.TakeCardPayment(DUE)) == event
        assert world.reported == [ev.CardStepped(CardStep.SHOW_CARD), ev.CardStepped(CardStep.ASKING_BANK)]
        assert world.till.calls == ["take pay_0001"]
        assert await world.does(do.CheckCardPayment(DUE)) == event

    live(story)


def test_stopping_ends_as_the_payment_ends() -> None:
    async def story(world: World) -> None:
        world.backend.payments.now = [CREATED]
        world.till.gate, world.till.taking = Gate(), NotTaken(NotPaidBecause.STOPPED)
        paying = asyncio.create_task(world.does(do.TakeCardPayment(DUE)))
        await asyncio.to_thread(world.till.gate.reached.wait, 10)
        stopped = ev.PaymentNotMade(NotPaidBecause.STOPPED)
        assert await world.does(do.StopCardPayment()) == stopped
        assert await paying == stopped

    live(story)


def test_what_is_paid_already_is_not_asked_for_again() -> None:
    async def story(world: World) -> None:
        world.backend.payments.now = [CREATED, CARD_PAID]
        world.till.taking = Unclear()
        assert await world.does(do.TakeCardPayment(DUE)) == ev.PaymentUnknown()
        assert await world.does(do.TakeCardPayment(DUE)) == ev.PaymentMade(CARD_PAID)
        assert world.till.calls == ["take pay_0001"]

    live(story)


def test_a_payment_that_another_way_cancelled_is_opened_anew() -> None:
    async def story(world: World) -> None:
        cancelled = of(PaymentState.CANCELLED, Channel.CARD_TERMINAL)
        world.backend.payments.now = [CREATED, cancelled, CREATED]
        for _ in range(2):
            await world.does(do.TakeCardPayment(DUE))
        assert world.backend.payments.calls == [
            "open app_0001 quo_paid cardTerminal 1",
            "look pay_0001",
            "open app_0001 quo_paid cardTerminal 2",
        ]

    live(story)


def test_a_city_that_is_gone_before_the_card_is_asked_for_is_a_failure_like_any_other() -> None:
    async def story(world: World) -> None:
        world.backend.payments.errors = {"open": [GONE]}
        assert await world.does(do.TakeCardPayment(DUE)) == ev.Failing(Failure.BACKEND_UNREACHABLE)
        assert world.till.calls == []

    live(story)


# ---------------------------------------------------------------- by phone


@pytest.mark.parametrize(
    ("state", "event"),
    [
        (PaymentState.PAID, ev.PaymentMade(of(PaymentState.PAID))),
        (PaymentState.FAILED, ev.PaymentNotMade(NotPaidBecause.DECLINED)),
        (PaymentState.CANCELLED, ev.PaymentNotMade(NotPaidBecause.STOPPED)),
        (PaymentState.EXPIRED, ev.PaymentNotMade(NotPaidBecause.TOO_LATE)),
        (PaymentState.REVERSAL_REQUIRED, ev.MoneyGivenBack(MoneyBackBy.CITY)),
    ],
)
def test_a_phone_is_waited_for_until_something_came_of_it(state: PaymentState, event: ev.Event) -> None:
    async def story(world: World) -> None:
        world.backend.payments.now = [BY_PHONE, of(PaymentState.UNKNOWN), of(state)]
        assert await world.does(do.OpenPayPage(DUE)) == ev.PayPageOpened(BY_PHONE)
        assert await world.does(do.AwaitPhonePayment(BY_PHONE)) == event
        assert len(world.backend.payments.calls) == 3

    live(story)


def test_a_phone_that_never_pays_is_given_up_and_its_page_closed() -> None:
    async def story(world: World) -> None:
        world.backend.payments.now = [BY_PHONE]
        world.backend.payments.errors = {"wait": [GONE]}
        waiting = asyncio.create_task(world.does(do.AwaitPhonePayment(BY_PHONE)))
        await world.clock.asleep(1)
        await world.clock.advance(PHONE_SECONDS)
        assert await waiting == ev.PaymentNotMade(NotPaidBecause.TOO_LATE)
        assert world.backend.payments.calls[-2:] == ["look pay_0001", "cancel pay_0001"]

    live(story)


@pytest.mark.parametrize(
    ("answers", "event"),
    [
        ((BY_PHONE, of(PaymentState.CANCELLED)), ev.PaymentNotMade(NotPaidBecause.STOPPED)),
        ((of(PaymentState.PAID),), ev.PaymentMade(of(PaymentState.PAID))),
        ((BY_PHONE, of(PaymentState.REVERSAL_REQUIRED)), ev.MoneyGivenBack(MoneyBackBy.CITY)),
    ],
)
def test_a_visitor_who_stops_paying_by_phone(answers: tuple[Payment, ...], event: ev.Event) -> None:
    async def story(world: World) -> None:
        world.backend.payments.now = list(answers)
        assert await world.does(do.StopPhonePayment(BY_PHONE)) == event

    live(story)


# ---------------------------------------------------------------- back, and other covers


@pytest.mark.parametrize(
    ("channel", "returns", "by"),
    [
        (Channel.CARD_TERMINAL, True, MoneyBackBy.CARD_READER),
        (Channel.CARD_TERMINAL, False, MoneyBackBy.LATER),
        (Channel.QR, True, MoneyBackBy.CITY),
    ],
)
def test_money_goes_back_the_way_it_came(channel: Channel, by: MoneyBackBy, *, returns: bool) -> None:
    async def story(world: World) -> None:
        paid = of(PaymentState.PAID, channel)
        world.backend.payments.now = [of(PaymentState.REVERSAL_REQUIRED, channel)]
        world.till.returns_money = returns
        back = await world.does(replace(GIVE_BACK, cover=Paid(paid)))
        lines = ("STORNO", "Karte ****4711") if by is MoneyBackBy.CARD_READER else ()
        assert back == ev.MoneyGivenBack(by, lines)
        card = channel is Channel.CARD_TERMINAL
        assert world.till.calls == (["give back pay_0001"] if card else [])

    live(story)


def test_what_had_arrived_after_all_is_not_given_back() -> None:
    async def story(world: World) -> None:
        world.backend.payments.errors = {"cancel": [refused("payment-state")]}
        assert await world.does(GIVE_BACK) == ev.Sent(samples.WITH_SLIP)
        ((_, _, payment, language),) = world.backend.submitted
        assert (payment, language) == (CARD_PAID, "en")
        assert world.till.calls == []

    live(story)


def test_without_the_city_nothing_is_taken_back_yet() -> None:
    async def story(world: World) -> None:
        world.backend.payments.errors = {"cancel": [GONE]}
        assert await world.does(GIVE_BACK) == ev.MoneyGivenBack(MoneyBackBy.LATER)
        assert world.till.calls == []

    live(story)


@pytest.mark.parametrize("cover", [Paid(CARD_PAID), BY_INVOICE], ids=["paid", "invoice"])
def test_a_submission_names_the_payment_that_covers_it(cover: Paid) -> None:
    async def story(world: World) -> None:
        world.backend.payments.now = [CARD_PAID]
        send = do.Send(APPLICATION, FOR_AUTHORITY, PAID, cover, Language.GERMAN)
        assert await world.does(send) == ev.Sent(samples.WITH_SLIP)
        assert world.backend.submitted[0][2] == CARD_PAID

    live(story)


def test_the_end_of_a_visit_stops_the_card_reader() -> None:
    async def story(world: World) -> None:
        world.backend.payments.now = [CREATED]
        world.till.gate = Gate()
        paying = asyncio.create_task(world.does(do.TakeCardPayment(DUE)))
        await asyncio.to_thread(world.till.gate.reached.wait, 10)
        ending = asyncio.create_task(world.does(do.EndVisit(do.EndedHow.LEFT, after_seconds=4)))
        await asyncio.to_thread(world.till.gate.opened.wait, 10)
        await paying
        while not ending.done():
            await world.clock.advance(5)
        assert "stop" in world.till.calls

    live(story)
