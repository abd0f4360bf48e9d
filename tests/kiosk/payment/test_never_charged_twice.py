"""Every message of a payment × every mishap: never twice, never for nothing, always a receipt or the money.

A whole visit is played again and again, each time with something else going wrong at another message. Then
the next processes of the terminal settle what is left, and the next citizen pays.
"""

import random
from collections.abc import Iterable, Iterator

import pytest
from pay_world import PRICE, KilledError, Mishap, PayWorld, Schedule

from kiosk.bochum_id.errors import BackendError
from kiosk.bochum_id.payment_values import Payment
from kiosk.payment.till import CardTill, NotTaken, Taken, Unclear
from sandbox.bochum_id.payment_messages import PaymentState, Taking
from sandbox.card_terminal.machine import Hand

ENDS = ("sent", "refused", "left")
"""What comes after a payment: the submission, its refusal, or a visitor who walks away."""

VISITS = (
    *((Hand.HOLD_CARD, end) for end in ENDS),
    (Hand.DECLINED_CARD, "sent"),
    (Hand.CANCEL, "sent"),
)


def visit(world: PayWorld, end: str) -> None:
    """One citizen, from the choice of the card to the end of the visit, as the cashier goes about it."""
    payment = world.city.arrive()
    try:
        _pay(world, world.new_process(), payment, end)
    except (BackendError, KilledError):
        pass
    finally:
        world.city.session_ends()


def _pay(world: PayWorld, till: CardTill, payment: Payment, end: str) -> None:
    if not till.works():
        return
    taking = till.take(payment, lambda _step: None)
    if isinstance(taking, Unclear):
        taking = till.look(payment)
    match taking:
        case Taken(paid) if end == "sent":
            _submit(world, paid)
        case Taken(paid) if end == "refused":
            with pytest.raises(BackendError):
                world.city.submit(paid, accepted=False)
            till.give_back(world.city.cancel(paid))
        case Taken() | NotTaken() | Unclear():
            pass


def _submit(world: PayWorld, paid: Payment) -> None:
    try:
        world.city.submit(paid)
    except BackendError:
        world.city.submit(paid)  # the visitor tries again


def settled(world: PayWorld) -> bool:
    """Let the next processes of the terminal do their work, each as long as it needs at most twice."""
    return any(world.new_process().settle() for _ in range(3))


def judge(world: PayWorld, *, asked: int) -> None:
    """Hold what the bank took against what the city carried out."""
    submitted = [each for each in world.city.accounts.values() if each.submitted]
    assert world.device.memory.account == PRICE * len(submitted), "the bank took something else"
    assert world.device.most_taken <= PRICE * asked, "somebody was charged twice for a while"
    for account in world.city.accounts.values():
        state, takings = account.standing.state, set(account.standing.takings.values())
        assert not takings & {Taking.BEGUN, Taking.UNKNOWN, Taking.EXCESS}, takings
        if account.submitted:
            assert state is PaymentState.PAID
        elif Taking.APPROVED in takings or Taking.REVERSED in takings:
            assert state is PaymentState.REVERSED, "charged without a submission or a reversal"


def play(mishaps: dict[int, Mishap], hand: Hand, end: str) -> PayWorld:
    """A visit with mishaps between two without, all for the same price; and the settling after it."""
    world = PayWorld(Schedule())
    visit(world, "sent")
    world.schedule.passed, world.schedule.mishaps = 0, dict(mishaps)
    world.device.hand = hand
    visit(world, end)
    world.schedule.mishaps.clear()
    world.device.hand = Hand.HOLD_CARD
    assert settled(world), "something stays open although everything answers again"
    judge(world, asked=2)
    visit(world, "sent")
    assert list(world.city.accounts.values())[-1].submitted, "the next one cannot pay"
    judge(world, asked=3)
    return world


def length(hand: Hand, end: str) -> int:
    """How many messages a visit without mishaps has."""
    world = PayWorld(Schedule(), hand)
    visit(world, end)
    return world.schedule.passed


def single_schedules(hand: Hand, end: str) -> Iterator[dict[int, Mishap]]:
    for at in range(length(hand, end)):
        for mishap in Mishap:
            yield {at: mishap}


def play_all(schedules: Iterable[dict[int, Mishap]], hand: Hand, end: str) -> None:
    for mishaps in schedules:
        try:
            play(mishaps, hand, end)
        except AssertionError as error:
            raise AssertionError(f"{mishaps}: {error}") from error


@pytest.mark.parametrize(("hand", "end"), VISITS, ids=str)
def test_any_mishap_at_any_message(hand: Hand, end: str) -> None:
    play_all(single_schedules(hand, end), hand, end)


@pytest.mark.parametrize("end", ENDS)
@pytest.mark.parametrize("mishap", [Mishap.DROP, Mishap.DISCONNECT], ids=lambda mishap: mishap.name)
def test_an_outage_of_any_length_from_any_message_on(mishap: Mishap, end: str) -> None:
    starts, lengths = range(length(Hand.HOLD_CARD, end)), (2, 5, 100)
    outages = (dict.fromkeys(range(start, start + long), mishap) for start in starts for long in lengths)
    play_all(outages, Hand.HOLD_CARD, end)


@pytest.mark.parametrize("end", ENDS)
def test_several_mishaps_in_one_visit(end: str) -> None:
    chance = random.Random(f"mishaps {end}")  # noqa: S311 - schedules, no secrets
    messages, kinds = range(2 * length(Hand.HOLD_CARD, end)), list(Mishap)
    schedules = (
        {at: chance.choice(kinds) for at in chance.sample(messages, chance.randint(2, 5))} for _ in range(120)
    )
    play_all(schedules, Hand.HOLD_CARD, end)


def test_a_visit_without_mishaps_has_the_messages_that_are_tried() -> None:
    for end, least in zip(ENDS, (30, 40, 25), strict=True):
        assert length(Hand.HOLD_CARD, end) >= least


def test_the_judge_sees_what_is_wrong() -> None:
    """Every rule of the judge can fail."""
    world = play({}, Hand.HOLD_CARD, "sent")
    world.device.memory.account += PRICE
    with pytest.raises(AssertionError, match="something else"):
        judge(world, asked=3)
    world.device.memory.account -= PRICE
    with pytest.raises(AssertionError, match="twice"):
        judge(world, asked=2)
    first = next(iter(world.city.accounts.values()))
    first.submitted = False
    world.device.memory.account -= PRICE
    with pytest.raises(AssertionError, match="without a submission"):
        judge(world, asked=3)
