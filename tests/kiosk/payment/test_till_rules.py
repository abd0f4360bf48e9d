"""The till's rules one by one: when a card is asked, what the city is told, what stays written down."""

from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import dataclass, field, replace
from typing import Any

import pytest
from pay_world import NOW, PRICE, PayWorld, Schedule, TerminalAlone, refused

from kiosk.bochum_id.errors import BackendError, Unreachable
from kiosk.bochum_id.payment_values import (
    AttemptState,
    CardResult,
    Outcome,
    Payment,
    PaymentState,
    Reversal,
    ReversalResult,
)
from kiosk.payment.journal import Act, Book, Entry, JournalError, Stage
from kiosk.payment.settling import Settler
from kiosk.payment.till import GivenBack, NotTaken, NotYetBack, Taken, Taking, Unclear
from kiosk.payment.zvt.messages import StatusInformation
from kiosk.payment.zvt_till import ZvtTill
from kiosk.session.paying import CardStep, NotPaidBecause
from sandbox.card_terminal.machine import Hand

GONE = BackendError(Unreachable("timeout"))
READER = NotTaken(NotPaidBecause.READER)


@dataclass
class Heard:
    """A side of the city that notes what it is told, gives what is in `answers`, and breaks where told to."""

    inner: object
    errors: dict[str, BackendError] = field(default_factory=dict)
    answers: dict[str, object] = field(default_factory=dict)
    calls: list[tuple[str, tuple[Any, ...]]] = field(default_factory=list)

    def __getattr__(self, name: str) -> Callable[..., Any]:
        def call(*args: object) -> object:
            self.calls.append((name, args))
            if name in self.errors:
                raise self.errors[name]
            return self.answers[name] if name in self.answers else getattr(self.inner, name)(*args)

        return call

    def told(self, name: str) -> list[Any]:
        """The last argument of every call of `name`."""
        return [args[-1] for each, args in self.calls if each == name]


class Counter:
    """A till in a world where every part can be broken."""

    def __init__(self, hand: Hand = Hand.HOLD_CARD) -> None:
        self.world = PayWorld(Schedule(), hand)
        self.citizen = Heard(self.world.city)
        self.terminal = Heard(TerminalAlone(self.world.city))
        self.inside = 0
        self.settler = Settler(self.world.device, self.world.journal, self.terminal, lambda: NOW)
        self.till = ZvtTill(self.world.device, self.settler, self.citizen, lambda: NOW, self._turn)
        self.payment = self.world.city.arrive()

    def _turn(self) -> nullcontext[None]:
        self.inside += 1
        return nullcontext()

    def take(self, payment: Payment | None = None) -> Taking:
        return self.till.take(payment or self.payment, lambda _step: None)

    def reader_gone(self) -> None:
        self.world.device.password = "123456"
        self.world.device.machine.password = "000000"

    def reader_back(self) -> None:
        self.world.device.password = "000000"

    @property
    def entries(self) -> tuple[Entry, ...]:
        return self.world.journal.book.entries

    @property
    def taken(self) -> int:
        return self.world.device.memory.account

    def paid(self) -> Payment:
        taking = self.take()
        assert isinstance(taking, Taken)
        return taking.payment


def broken_journal(counter: Counter, after: int = 0) -> None:
    """From the write after so many on, the disk is broken."""
    writes = iter(range(after))

    def write(_book: Book) -> None:
        if next(writes, None) is None:
            raise JournalError("the disk is full")

    counter.world.journal.on_write = write


OPEN = Entry("pay_1", 1, Act.TAKE, Stage.ASKED, PRICE, None)


# ---------------------------------------------------------------- before a card is asked


def test_a_card_is_asked_for_what_the_city_ordered_and_nothing_stays_open() -> None:
    counter = Counter()
    assert counter.till.works()
    steps = list[CardStep]()
    taking = counter.till.take(counter.payment, steps.append)
    assert isinstance(taking, Taken)
    assert (taking.payment.state, counter.taken, counter.entries) == (PaymentState.PAID, PRICE, ())
    assert CardStep.SHOW_CARD in steps
    assert counter.inside == 2, "each in its turn"
    (result,) = counter.citizen.told("report")
    assert result == CardResult(
        1, Outcome.APPROVED, NOW, None, "000001", "0001", "65432101", "455600000001", "girocard",
        "************4711", "A0000003591010", result.customer_receipt_lines,
    )  # fmt: skip
    assert "Karte ****4711" in result.customer_receipt_lines


def test_what_no_card_was_ordered_for_is_not_asked() -> None:
    counter = Counter()
    assert counter.take(replace(counter.payment, card_order=None)) == READER
    assert (counter.taken, counter.citizen.calls) == (0, [])


@pytest.mark.parametrize("cause", ["open", "gone", "unreadable"])
def test_nothing_begins_while_something_is_in_the_way(cause: str) -> None:
    counter = Counter()
    match cause:
        case "open":
            counter.settler.note(replace(OPEN, stage=Stage.ANSWERED, outcome=Outcome.ABORTED))
            counter.terminal.errors["report"] = GONE
        case "gone":
            counter.reader_gone()
        case _:
            counter.settler.note(replace(OPEN, stage=Stage.ANNOUNCED))
            broken_journal(counter)
    assert not counter.till.works()
    assert counter.take() == READER
    assert (counter.taken, counter.citizen.told("begin_attempt")) == (0, [])
    assert counter.till.give_back(counter.payment) == NotYetBack()
    assert counter.till.settle() is (cause == "gone")


@pytest.mark.parametrize(("error", "entries"), [(refused("payment-state"), 0), (GONE, 1), (refused("x"), 1)])
def test_an_attempt_that_the_city_did_not_let_begin_asks_no_card(error: BackendError, entries: int) -> None:
    counter = Counter()
    counter.citizen.errors["begin_attempt"] = error
    with pytest.raises(BackendError):
        counter.take()
    assert (counter.taken, len(counter.entries)) == (0, entries)
    assert all(each.stage is Stage.ANNOUNCED for each in counter.entries)


@pytest.mark.parametrize("after", [0, 1, 2])
def test_a_disk_that_breaks_on_the_way_leaves_it_unclear_and_takes_nothing_for_good(after: int) -> None:
    counter = Counter()
    broken_journal(counter, after)
    assert counter.take() == Unclear()
    assert counter.taken == 0, "what was not written down was not acknowledged, and the reader undid it"


# ---------------------------------------------------------------- what the city hears


@pytest.mark.parametrize(
    ("hand", "why", "outcome", "code"),
    [
        (Hand.DECLINED_CARD, NotPaidBecause.DECLINED, Outcome.DECLINED, "05"),
        (Hand.CANCEL, NotPaidBecause.TOO_LATE, Outcome.ABORTED, "6C"),
    ],
)
def test_a_no_is_told_with_its_code(hand: Hand, why: NotPaidBecause, outcome: Outcome, code: str) -> None:
    counter = Counter(hand)
    assert counter.take() == NotTaken(why)
    (result,) = counter.citizen.told("report")
    assert (result.attempt, result.outcome, result.result_code) == (1, outcome, code)
    assert counter.entries == ()


def test_who_stopped_once_is_not_told_so_the_next_time() -> None:
    counter = Counter(Hand.CANCEL)
    counter.till.stop()
    assert counter.take() == NotTaken(NotPaidBecause.TOO_LATE)
    stopped = counter.till.take(counter.world.city.look(counter.payment), lambda _step: counter.till.stop())
    assert stopped == NotTaken(NotPaidBecause.STOPPED)


def test_who_stops_in_time_is_not_charged_by_a_card_that_was_ready() -> None:
    counter = Counter(Hand.HOLD_CARD)
    stopped = counter.till.take(counter.payment, lambda _step: counter.till.stop())
    assert (stopped, counter.taken) == (NotTaken(NotPaidBecause.STOPPED), 0)


@pytest.mark.parametrize("hand", [Hand.HOLD_CARD, Hand.DECLINED_CARD])
@pytest.mark.parametrize("later", ["heard", "lost"])
def test_a_report_that_is_lost_is_made_by_the_terminal_alone(hand: Hand, later: str) -> None:
    counter = Counter(hand)
    counter.citizen.errors["report"] = GONE
    if later == "lost":
        counter.terminal.errors["report"] = GONE
    taking = counter.take()
    yes = hand is Hand.HOLD_CARD
    if yes:
        assert isinstance(taking, Taken if later == "heard" else Unclear)
    else:
        assert taking == NotTaken(NotPaidBecause.DECLINED)
    assert len(counter.entries) == (later == "lost")
    (result,) = counter.terminal.told("report")
    assert result.outcome is (Outcome.APPROVED if yes else Outcome.DECLINED)
    assert (result.receipt_number, result.trace_number) == (("0001", "000001") if yes else (None, None))


def test_without_an_answer_of_the_city_nobody_says_paid() -> None:
    counter = Counter()
    counter.citizen.errors |= {"report": GONE, "look": GONE}
    assert counter.take() == Unclear()
    assert counter.till.look(counter.payment) == Unclear()
    counter.citizen.errors.clear()
    assert isinstance(counter.till.look(counter.payment), Taken)


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        (PaymentState.PENDING, Unclear()),
        (PaymentState.UNKNOWN, Unclear()),
        (PaymentState.FAILED, READER),
        (PaymentState.CANCELLED, READER),
        (PaymentState.REVERSED, READER),
    ],
)
def test_what_the_city_says_counts(state: PaymentState, expected: Taking) -> None:
    counter = Counter()
    counter.citizen.answers["look"] = replace(counter.payment, state=state)
    assert counter.till.look(counter.payment) == expected
    assert counter.taken == 0


def test_money_that_nobody_wanted_any_more_when_it_came_goes_back_at_once() -> None:
    counter = Counter()
    city = counter.world.city
    counter.citizen.answers["begin_attempt"] = city.begin_attempt(counter.payment, 1, NOW)
    city.cancel(counter.payment)
    assert counter.take() == NotTaken(NotPaidBecause.DECLINED)
    assert (counter.taken, counter.entries) == (0, ())
    assert city.look(counter.payment).state is PaymentState.REVERSED


def test_a_silent_reader_makes_the_city_wait_as_well() -> None:
    counter = Counter()

    def gone_after(_step: CardStep) -> None:
        counter.world.device.loses_power()
        counter.reader_gone()

    assert counter.till.take(counter.payment, gone_after) == Unclear()
    assert [(each.attempt, each.outcome) for each in counter.citizen.told("report")] == [(1, Outcome.UNKNOWN)]
    ((entry),) = counter.entries
    assert (entry.stage, entry.act) == (Stage.ASKED, Act.TAKE)
    assert counter.till.look(counter.payment) == Unclear()
    counter.citizen.errors["look"] = GONE
    counter.reader_back()
    assert counter.till.look(counter.payment) == Unclear()
    assert (counter.taken, counter.entries) == (0, ())


# ---------------------------------------------------------------- what is written down is settled


@pytest.mark.parametrize(
    ("entry", "outcome"),
    [
        (replace(OPEN, stage=Stage.ANNOUNCED), Outcome.ABORTED),
        (OPEN, Outcome.ABORTED),
        (replace(OPEN, stage=Stage.ANSWERED, outcome=Outcome.DECLINED), Outcome.DECLINED),
        (replace(OPEN, stage=Stage.ANSWERED, outcome=None), Outcome.UNKNOWN),
    ],
)
@pytest.mark.parametrize("act", Act)
def test_every_stage_has_one_report(entry: Entry, outcome: Outcome, act: Act) -> None:
    counter = Counter()
    settled = {"report": counter.payment, "report_reversal": counter.payment}
    counter.terminal.answers |= settled
    counter.settler.note(replace(entry, act=act))
    assert counter.settler.settle_journal()
    assert counter.entries == ()
    name, other = ("report", "report_reversal") if act is Act.TAKE else ("report_reversal", "report")
    (result,) = counter.terminal.told(name)
    assert isinstance(result, CardResult if act is Act.TAKE else ReversalResult)
    assert (result.attempt, result.outcome, result.finished_at) == (1, outcome, NOW)
    assert counter.terminal.told(other) == []


@pytest.mark.parametrize("act", Act)
def test_a_report_carries_the_readers_own_numbers(act: Act) -> None:
    counter = Counter()
    counter.terminal.answers |= {"report": counter.payment, "report_reversal": counter.payment}
    counter.settler.note(replace(OPEN, act=act).answered(Outcome.APPROVED, 17, "000421"))
    assert counter.settler.settle_journal()
    ((_, (payment_id, result)),) = counter.terminal.calls
    assert (payment_id, result.receipt_number, result.trace_number) == ("pay_1", "0017", "000421")


@pytest.mark.parametrize(
    ("code", "struck"),
    [
        ("payment-state", True),
        ("payment-expired", True),
        ("not-found", True),
        ("validation-failed", True),
        ("terminal-blocked", False),
    ],
)
def test_only_a_refusal_of_the_message_itself_is_the_last_word(code: str, *, struck: bool) -> None:
    counter = Counter()
    counter.settler.note(replace(OPEN, stage=Stage.ANSWERED, outcome=Outcome.ABORTED))
    counter.terminal.errors["report"] = refused(code)
    assert counter.settler.settle_journal() is struck
    assert bool(counter.entries) is not struck


def test_entries_are_told_apart_by_payment_attempt_and_act() -> None:
    entries = [
        OPEN,
        replace(OPEN, payment_id="pay_2"),
        replace(OPEN, attempt=2),
        replace(OPEN, act=Act.GIVE_BACK),
    ]
    book = Book()
    for each in entries:
        book = book.with_entry(each)
    assert book.entries == tuple(entries)
    newer = replace(OPEN, stage=Stage.ANSWERED)
    assert book.with_entry(newer).entries == (*entries[1:], newer)
    for each in entries:
        assert book.without(each).entries == tuple(other for other in entries if other != each)


# ---------------------------------------------------------------- what the city wants back


def wanted_back(counter: Counter) -> Payment:
    return counter.world.city.cancel(counter.paid())


def test_what_the_city_wants_back_goes_back_with_its_lines_and_is_reported() -> None:
    counter = Counter()
    back = counter.till.give_back(wanted_back(counter))
    assert isinstance(back, GivenBack)
    assert "STORNO" in back.lines
    assert "Karte ****4711" in back.lines
    assert "STORNO" not in repr(back)
    assert (counter.taken, counter.entries) == (0, ())
    (result,) = counter.terminal.told("report_reversal")
    assert (result.attempt, result.outcome, result.receipt_number) == (1, Outcome.APPROVED, "0002")


@pytest.mark.parametrize("reversal", [None, Reversal(1, None)])
def test_without_a_receipt_there_is_nothing_to_reverse(reversal: Reversal | None) -> None:
    counter = Counter()
    paid = replace(counter.paid(), reversal=reversal)
    assert counter.till.give_back(paid) == NotYetBack()
    assert counter.taken == PRICE


@pytest.mark.parametrize("cause", ["open", "gone", "unheard", "unknown receipt"])
def test_a_reversal_that_has_to_wait_is_not_said_to_be_done(cause: str) -> None:
    counter = Counter()
    wanted = wanted_back(counter)
    match cause:
        case "open":
            counter.settler.note(replace(OPEN, attempt=7, stage=Stage.ANSWERED, outcome=Outcome.ABORTED))
            counter.terminal.errors["report"] = GONE
        case "gone":
            counter.reader_gone()
        case "unheard":
            counter.terminal.errors["report_reversal"] = GONE
        case _:
            wanted = replace(wanted, reversal=Reversal(1, "0099"))
    assert counter.settler.give_back(wanted) == NotYetBack()
    assert counter.taken == (0 if cause == "unheard" else PRICE)
    if cause == "unheard":
        (entry,) = counter.entries
        assert (entry.stage, entry.act, entry.outcome) == (Stage.ANSWERED, Act.GIVE_BACK, Outcome.APPROVED)
        counter.terminal.errors.clear()
        assert counter.till.settle()
        assert counter.taken == 0
    if cause == "unknown receipt":
        assert counter.terminal.told("report_reversal")[0].outcome is Outcome.DECLINED


@pytest.mark.parametrize(
    ("attempts", "reversal", "done"),
    [
        (((1, AttemptState.DECLINED),), None, True),
        (((1, AttemptState.BEGUN),), None, False),
        (((1, AttemptState.DECLINED), (2, AttemptState.UNKNOWN)), None, False),
        (((1, AttemptState.APPROVED),), Reversal(1, "0099"), False),
    ],
)
def test_the_city_is_settled_when_nothing_is_open_or_to_go_back(
    attempts: tuple[tuple[int, AttemptState], ...], reversal: Reversal | None, *, done: bool
) -> None:
    counter = Counter()
    shown = replace(counter.payment, attempts=attempts, reversal=reversal)
    counter.terminal.answers |= {"unsettled": (shown,), "report_reversal": shown}
    assert counter.settler.settle_city() is done
    assert counter.till.settle() is done
    assert (counter.world.journal.book.closed_on is not None) is done, "an open day is not closed"


def test_without_the_city_nothing_is_settled() -> None:
    counter = Counter()
    counter.terminal.errors["unsettled"] = GONE
    assert not counter.settler.settle_city()


def test_a_reader_that_cannot_tell_leaves_it_open() -> None:
    counter = Counter()
    counter.settler.note(OPEN)
    counter.reader_gone()
    assert counter.settler.remember(OPEN) is None
    assert not counter.settler.settle_journal()
    assert counter.entries == (OPEN,)
    counter.reader_back()
    known = counter.settler.remember(OPEN)
    assert known is not None
    assert (known.outcome, known.information) == (Outcome.ABORTED, StatusInformation())
