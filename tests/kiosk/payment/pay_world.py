"""A city, a card reader and a terminal's disk in memory, with mishaps at every message between them."""

from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from enum import Enum, auto

from kiosk.bochum_id.errors import BackendError, Problem, Refused, Unreachable
from kiosk.bochum_id.payment_values import (
    AttemptState,
    CardOrder,
    CardResult,
    Channel,
    Payment,
    PaymentState,
    Reversal,
    ReversalResult,
)
from kiosk.bochum_id.payments import EndOfDay, Reconciliation
from kiosk.bochum_id.values import Money
from kiosk.payment.card_reader import NOBODY, Line, Listeners, ReaderGoneError
from kiosk.payment.journal import Book
from kiosk.payment.settling import Settler
from kiosk.payment.zvt.apdu import Frames
from kiosk.payment.zvt.commands import Command, LogOff, Register
from kiosk.payment.zvt.conversation import (
    AwaitAnswer,
    AwaitEnd,
    Broken,
    Done,
    Ended,
    Happened,
    Keep,
    Lost,
    Silence,
    Tell,
    Wish,
    Write,
    converse,
)
from kiosk.payment.zvt_till import ZvtTill
from sandbox.bochum_id import payment_messages as told
from sandbox.bochum_id import payment_states as rules
from sandbox.card_terminal.machine import Hand, Machine
from sandbox.card_terminal.memory import Memory

PRICE = 1800
NOW = datetime(2026, 11, 28, 10, 0, tzinfo=UTC)
PASSWORD = "000000"


class Mishap(Enum):
    DROP = auto()
    DELAY = auto()
    DUPLICATE = auto()
    DISCONNECT = auto()
    KILL_TERMINAL = auto()
    KILL_OTHER = auto()
    """The card reader loses its power, or the city's server dies."""


class KilledError(BaseException):
    """The terminal's process is gone in the middle of whatever it did."""


@dataclass(slots=True)
class Schedule:
    """At which of the messages, counted from 0, something happens."""

    mishaps: dict[int, Mishap] = field(default_factory=dict)
    passed: int = 0

    def pass_by(self) -> Mishap | None:
        """Let one more message pass; KilledError when the terminal dies over it."""
        mishap = self.mishaps.get(self.passed)
        self.passed += 1
        if mishap is Mishap.KILL_TERMINAL:
            raise KilledError
        return mishap


@dataclass(slots=True)
class MemoryJournal:
    """A disk: what was written outlives the process."""

    book: Book = field(default_factory=Book)
    on_write: Callable[[Book], None] = lambda _book: None

    def read(self) -> Book:
        return self.book

    def write(self, book: Book) -> None:
        self.on_write(book)
        self.book = book


# ---------------------------------------------------------------- the city


@dataclass(slots=True)
class Account:
    """One citizen's payment and application."""

    standing: rules.Standing = rules.NEW
    receipts: dict[int, str] = field(default_factory=dict)
    session_lives: bool = True
    submitted: bool = False


@dataclass(slots=True)
class City:
    schedule: Schedule
    accounts: dict[str, Account] = field(default_factory=dict)
    days: list[EndOfDay] = field(default_factory=list)

    def arrive(self) -> Payment:
        """Somebody with a checked application opens a payment."""
        payment_id = f"pay_{len(self.accounts) + 1}"
        self.accounts[payment_id] = Account()
        return self._shown(payment_id)

    # ------------------------------------------------------------ with a session

    def look(self, payment: Payment) -> Payment:
        return self._as_citizen(payment.id, lambda: self._shown(payment.id))

    def begin_attempt(self, payment: Payment, attempt: int, _started_at: datetime) -> Payment:
        return self._as_citizen(payment.id, lambda: self._tell(payment.id, told.Begin(attempt)))

    def report(self, payment: Payment, result: CardResult) -> Payment:
        return self._as_citizen(payment.id, lambda: self._reported(payment.id, result))

    def cancel(self, payment: Payment) -> Payment:
        def cancelled() -> Payment:
            if self.accounts[payment.id].submitted:
                raise refused("payment-state")
            return self._tell(payment.id, told.Cancel())

        return self._as_citizen(payment.id, cancelled)

    def submit(self, payment: Payment, *, accepted: bool = True) -> None:
        def submitted() -> Payment:
            account = self.accounts[payment.id]
            if account.submitted:
                return self._shown(payment.id)
            if not accepted or account.standing.state is not told.PaymentState.PAID:
                raise refused("service-closed")
            account.submitted = True
            return self._shown(payment.id)

        self._as_citizen(payment.id, submitted)

    def session_ends(self) -> None:
        for account in self.accounts.values():
            account.session_lives = False

    # ------------------------------------------------------------ with the terminal alone

    def unsettled(self) -> tuple[Payment, ...]:
        def listed() -> tuple[Payment, ...]:
            for payment_id, account in self.accounts.items():
                if not account.session_lives and not account.submitted:
                    self._tell(payment_id, told.SubmissionFailed())
            return tuple(each for each in map(self._shown, self.accounts) if _needs_something(each))

        return self._called(listed)

    def close_day(self, day: EndOfDay) -> Reconciliation:
        def closed() -> Reconciliation:
            if day not in self.days:
                self.days.append(day)
            return Reconciliation("bat_1", matches=True, expected_count=0, expected_total=Money(0))

        return self._called(closed)

    def late_result(self, payment_id: str, result: CardResult) -> Payment:
        return self._called(lambda: self._reported(payment_id, result))

    def late_reversal(self, payment_id: str, result: ReversalResult) -> Payment:
        succeeded = result.outcome.value == "approved"
        message = told.ReversalReported(result.attempt, succeeded=succeeded)
        return self._called(lambda: self._tell(payment_id, message))

    # ------------------------------------------------------------ how it works

    def _as_citizen[T](self, payment_id: str, act: Callable[[], T]) -> T:
        if not self.accounts[payment_id].session_lives:
            raise refused("session-ended")
        return self._called(act)

    def _called[T](self, act: Callable[[], T]) -> T:
        match self.schedule.pass_by():
            case Mishap.DROP | Mishap.DISCONNECT | Mishap.KILL_OTHER:
                raise BackendError(Unreachable("timeout"))
            case Mishap.DUPLICATE:
                act()
            case _:
                pass
        answer = act()
        if self.schedule.pass_by() in (
            Mishap.DROP,
            Mishap.DELAY,
            Mishap.DISCONNECT,
            Mishap.KILL_OTHER,
        ):
            raise BackendError(Unreachable("timeout"))
        return answer

    def _reported(self, payment_id: str, result: CardResult) -> Payment:
        shown = self._tell(payment_id, told.Reported(result.attempt, told.Outcome(result.outcome.value)))
        if result.receipt_number is not None:
            self.accounts[payment_id].receipts[result.attempt] = result.receipt_number
        return replace(shown, reversal=self._shown(payment_id).reversal)

    def _tell(self, payment_id: str, message: told.PaymentMessage) -> Payment:
        account = self.accounts[payment_id]
        after = rules.step(account.standing, message)
        if isinstance(after, rules.Refused):
            raise refused("payment-state")
        account.standing = after
        return self._shown(payment_id)

    def _shown(self, payment_id: str) -> Payment:
        account = self.accounts[payment_id]
        standing = account.standing
        back = next(iter(standing.to_go_back), None)
        return Payment(
            id=payment_id,
            etag=None,
            state=PaymentState(standing.state.value),
            channel=Channel.CARD_TERMINAL,
            total=Money(PRICE),
            reference="BO260004812",
            purpose="BO260004812 MUSTER",
            expires_at=NOW,
            attempts=tuple((n, AttemptState(taking.value)) for n, taking in standing.takings.items()),
            card_order=CardOrder("zvt-1", PRICE, "978"),
            pay_page=None,
            due=None,
            paid_at=None,
            receipt_id="rcp_1" if standing.state is told.PaymentState.PAID else None,
            reversal=None if back is None else Reversal(back, account.receipts.get(back)),
        )


def refused(code: str) -> BackendError:
    return BackendError(Refused(Problem(code, 409, retryable=True, trace_id="0")))


def _needs_something(payment: Payment) -> bool:
    unknown = any(state in (AttemptState.BEGUN, AttemptState.UNKNOWN) for _, state in payment.attempts)
    return unknown or payment.reversal is not None


@dataclass(slots=True)
class TerminalAlone:
    """The city as a terminal sees it with nobody signed in."""

    city: City

    def unsettled(self) -> tuple[Payment, ...]:
        return self.city.unsettled()

    def report(self, payment_id: str, result: CardResult) -> Payment:
        return self.city.late_result(payment_id, result)

    def report_reversal(self, payment_id: str, result: ReversalResult) -> Payment:
        return self.city.late_reversal(payment_id, result)

    def close_day(self, day: EndOfDay) -> Reconciliation:
        return self.city.close_day(day)


# ---------------------------------------------------------------- the card reader


@dataclass(slots=True)
class Device:
    """The sandbox's card terminal, reached without a network."""

    schedule: Schedule
    memory: Memory = field(default_factory=Memory)
    hand: Hand = Hand.HOLD_CARD
    most_taken: int = 0
    password: str = PASSWORD
    machine: Machine = field(init=False)

    def __post_init__(self) -> None:
        self.machine = Machine(self.memory)

    @contextmanager
    def line(self) -> Iterator[Line]:
        self.machine.disconnected()
        line = MemoryLine(self)
        try:
            if not isinstance(line.do(Register(self.password)), Done):
                raise ReaderGoneError("no registration")
            try:
                yield line
            except KilledError:
                line.rests = False  # who is dead says no goodbye
                raise
            finally:
                line.log_off()
        finally:
            self.machine.disconnected()

    def stop(self) -> None:
        self.hand = Hand.CANCEL

    def loses_power(self) -> None:
        self.machine.disconnected()
        self.machine = Machine(self.memory)

    def noted(self, out: list[bytes]) -> list[bytes]:
        self.most_taken = max(self.most_taken, self.memory.account)
        return out


@dataclass(slots=True)
class MemoryLine:
    device: Device
    frames: Frames = field(default_factory=Frames)
    coming: deque[bytes] = field(default_factory=deque)
    """What the reader sent and the terminal has not read."""
    late: deque[bytes] = field(default_factory=deque)
    """What will come only after the terminal stopped waiting for it."""
    broken: bool = False
    rests: bool = False

    def do(self, command: Command, listeners: Listeners = NOBODY) -> Ended:
        talk, happened, self.rests = converse(command), None, False
        try:
            while True:
                happened = self._grant(talk.send(happened), listeners)
        except StopIteration as over:
            ended: Ended = over.value
            self.rests = not isinstance(ended, Lost)
            return ended

    def log_off(self) -> None:
        if self.rests:
            self.do(LogOff())

    def _grant(self, wish: Wish, listeners: Listeners) -> Happened:
        match wish:
            case Write(apdu):
                return self._write(bytes(apdu))
            case AwaitAnswer() | AwaitEnd():
                return self._next()
            case Tell(status):
                listeners.on_status(status)
            case Keep(information):
                listeners.on_information(information)
        return None

    def _write(self, frame: bytes) -> Happened:
        if self.broken:
            return Broken()
        times = 1
        match self.device.schedule.pass_by():
            case Mishap.DROP | Mishap.DELAY:
                return None
            case Mishap.DUPLICATE:
                times = 2
            case Mishap.DISCONNECT:
                return self._break()
            case Mishap.KILL_OTHER:
                self.device.loses_power()
                return self._break()
            case _:
                pass
        for _ in range(times):
            self.coming.extend(self.device.noted(self.device.machine.receive(frame)))
        return None

    def _next(self) -> Happened:
        if self.broken:
            return Broken()
        if not self.coming:
            self.coming.extend(self.device.noted(self.device.machine.touched(self.device.hand)))
        if not self.coming:
            return Silence()
        frame = self.coming.popleft()
        match self.device.schedule.pass_by():
            case Mishap.DROP:
                return self._next()
            case Mishap.DELAY:
                self.coming.append(frame)
                return Silence()
            case Mishap.DUPLICATE:
                self.coming.appendleft(frame)
            case Mishap.DISCONNECT:
                self._break()
                return Broken()
            case Mishap.KILL_OTHER:
                self.device.loses_power()
                self._break()
                return Broken()
            case _:
                pass
        (apdu,) = self.frames.feed(frame)
        return apdu

    def _break(self) -> Happened:
        self.device.machine.disconnected()
        self.broken = True
        return Broken()


# ---------------------------------------------------------------- all of it


@dataclass(slots=True)
class PayWorld:
    schedule: Schedule
    hand: Hand = Hand.HOLD_CARD
    journal: MemoryJournal = field(default_factory=MemoryJournal)
    now: datetime = NOW
    city: City = field(init=False)
    device: Device = field(init=False)

    def __post_init__(self) -> None:
        self.city = City(self.schedule)
        self.device = Device(self.schedule, hand=self.hand)

    def new_process(self) -> ZvtTill:
        """A visit process: knows nothing but what is on the disk."""
        settler = Settler(self.device, self.journal, TerminalAlone(self.city), lambda: self.now)
        return ZvtTill(self.device, settler, self.city, lambda: self.now, nullcontext)
