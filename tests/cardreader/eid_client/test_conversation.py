"""The blocking driver: where it stops, what it raises (nothing expected), what it leaves behind."""

import threading
from collections.abc import Callable

import pytest
from eid_world import NAMES, PERSONAS, REFRESH, TOKEN_URL, World, WorldTransport, make_card

from cardreader.apdu import CommandApdu, ResponseApdu
from cardreader.card import PinReady, PinSuspended
from cardreader.eid_client.conversation import (
    CanAccepted,
    CanRejected,
    EidConversation,
    PinRejected,
    WhoAsks,
)
from cardreader.eid_client.exchange import (
    HttpFailed,
    HttpProblem,
    Progress,
)
from cardreader.eid_client.outcome import EidFailed, EidFailure, EidSucceeded
from cardreader.eid_client.paos_messages import StartPaos
from cardreader.eid_client.result import ResultMinor
from cardreader.errors import CardError, CardGoneError, ProtocolError, ReaderGoneError
from cardreader.part10 import Feature
from cardreader.reader import Connection
from cardreader.secret import Secret, SecretWipedError

CANCELLED = EidFailed(
    f"{REFRESH}&ResultMajor=error&ResultMinor=cancellationByUser",
    EidFailure.CANCELLED,
    ResultMinor.CANCELLATION_BY_USER,
)


class WorldConnection:
    """The world's card behind a reader's connection; `fail` raises in place of any answer."""

    def __init__(self, world: World) -> None:
        self._world = world
        self.fail: Callable[[int], CardError | None] = lambda _number: None
        self.commands = 0
        self.closed = 0

    def transmit(self, command: CommandApdu) -> ResponseApdu:
        self.commands += 1
        error = self.fail(self.commands)
        if error is not None:
            raise error
        assert self._world.card is not None
        return ResponseApdu.from_bytes(self._world.card.process(command.to_bytes()))

    @property
    def features(self) -> frozenset[Feature]:
        return frozenset()

    def use(self, feature: Feature, data: bytes) -> bytes:
        raise AssertionError(f"this reader has no pad: {feature}, {data.hex()}")

    def close(self) -> None:
        self.closed += 1


class Bench:
    """One conversation with everything around it."""

    def __init__(self, world: World, connect_error: CardError | None = None) -> None:
        self.world = world
        self.transport = WorldTransport(world)
        self.connection = WorldConnection(world)
        self.progress: list[Progress] = []
        self._connect_error = connect_error
        today = world.pki.clock().date()
        self.conversation = EidConversation(self.transport, self._connect, today=lambda: today)

    def _connect(self) -> Connection:
        if self._connect_error is not None:
            raise self._connect_error
        assert self.world.card is not None
        self.world.card.power_on()
        return self.connection

    def start(self) -> WhoAsks:
        who = self.conversation.start(TOKEN_URL)
        assert isinstance(who, WhoAsks)
        return who

    def proceed(self, pin: str) -> EidSucceeded | PinRejected | CanRejected | EidFailed:
        return self.conversation.proceed(frozenset(), Secret(pin.encode()), self.progress.append)

    def resume(self, can: str) -> CanAccepted | CanRejected | PinRejected | EidFailed:
        return self.conversation.resume(Secret(can.encode()))

    def is_released(self) -> bool:
        return self.connection.closed == 1 and self.transport.closed > 0


@pytest.fixture
def bench(world: World) -> Bench:
    return Bench(world)


def test_from_the_question_to_success(bench: Bench) -> None:
    who = bench.start()
    assert who.request.required == NAMES
    assert who.retry == PinReady(3)
    assert not bench.is_released()
    assert bench.proceed("123456") == EidSucceeded(f"{REFRESH}&ResultMajor=ok")
    assert list(dict.fromkeys(bench.progress)) == list(Progress)
    assert bench.is_released()


def test_wrong_pin_may_be_tried_again(bench: Bench) -> None:
    bench.start()
    assert bench.proceed("000000") == PinRejected(2)
    assert not bench.is_released()
    assert isinstance(bench.proceed("123456"), EidSucceeded)


def test_second_wrong_pin_asks_for_the_can(bench: Bench) -> None:
    bench.start()
    bench.proceed("000000")
    assert bench.proceed("000000") == PinRejected(1)
    assert bench.proceed("123456") == CanRejected()
    assert bench.resume("000000") == CanRejected()
    assert not bench.is_released()
    assert bench.resume(PERSONAS["erika"].can) == CanAccepted()
    assert isinstance(bench.proceed("123456"), EidSucceeded)


def test_suspended_card_is_told_and_resumed(bench: Bench) -> None:
    bench.world.card = make_card(bench.world.pki, "suspended")
    assert bench.start().retry == PinSuspended()
    assert bench.resume(PERSONAS["suspended"].can) == CanAccepted()
    outcome = bench.proceed("000000")
    assert isinstance(outcome, EidFailed)
    assert outcome.failure is EidFailure.PIN_BLOCKED
    assert bench.is_released()


def test_what_a_can_has_opened_stays_open(bench: Bench) -> None:
    bench.world.card = make_card(bench.world.pki, "suspended")
    bench.start()
    bench.resume(PERSONAS["suspended"].can)
    assert bench.resume(PERSONAS["suspended"].can) == CanAccepted()
    assert isinstance(bench.proceed(PERSONAS["suspended"].pin), EidSucceeded)


@pytest.mark.parametrize("typed", ["", "12345", "1234567"])
def test_what_cannot_be_a_pin_is_none_and_costs_nothing(bench: Bench, typed: str) -> None:
    bench.start()
    assert bench.proceed(typed) == PinRejected(3)
    assert isinstance(bench.proceed("123456"), EidSucceeded)


def test_can_for_another_card_is_thrown_away(bench: Bench) -> None:
    bench.start()
    can = Secret(PERSONAS["erika"].can.encode())
    assert bench.conversation.resume(can) == PinRejected(3)
    assert can.is_wiped


def test_card_taken_while_the_can_is_checked(bench: Bench) -> None:
    bench.start()
    bench.connection.fail = lambda _number: CardGoneError("gone")
    outcome = bench.resume("123456")
    assert isinstance(outcome, EidFailed)
    assert outcome.failure is EidFailure.CARD_REMOVED


def test_pin_is_wiped_whatever_happens(bench: Bench) -> None:
    bench.start()
    bench.connection.fail = lambda _number: CardGoneError("gone")
    pin = Secret(b"123456")
    bench.conversation.proceed(frozenset(), pin, bench.progress.append)
    assert pin.is_wiped
    with pytest.raises(SecretWipedError):
        pin.reveal()


@pytest.mark.parametrize("attempts", [0, 1])
def test_cancelling_tells_the_server(bench: Bench, attempts: int) -> None:
    bench.start()
    for _ in range(attempts):
        bench.proceed("000000")
    assert bench.conversation.cancel() == CANCELLED
    results = [told.result for told in bench.world.told_server if not isinstance(told, StartPaos)]
    assert [result.minor for result in results] == [ResultMinor.CANCELLATION_BY_USER]
    assert bench.is_released()


def test_cancelling_what_is_over_changes_nothing(bench: Bench) -> None:
    bench.start()
    bench.proceed("123456")
    told = len(bench.world.told_server)
    late = bench.conversation.cancel()
    assert (late.refresh_url, late.failure) == (None, EidFailure.CANCELLED)
    assert len(bench.world.told_server) == told


def test_cancelling_from_another_thread_while_the_card_works(bench: Bench) -> None:
    bench.start()
    reached, go_on = threading.Event(), threading.Event()

    def wait_at_the_twelfth(number: int) -> None:
        if number == 12:
            reached.set()
            assert go_on.wait(10)

    bench.connection.fail = wait_at_the_twelfth
    outcomes: list[object] = []
    worker = threading.Thread(target=lambda: outcomes.append(bench.proceed("123456")))
    worker.start()
    assert reached.wait(10)
    bench.conversation.request_cancel()
    go_on.set()
    worker.join(10)
    assert outcomes == [CANCELLED]
    assert bench.connection.commands == 12, "no further command after the cancellation"
    assert bench.is_released()


@pytest.mark.parametrize(
    ("error", "failure"),
    [
        (CardGoneError("no card"), EidFailure.CARD_REMOVED),
        (ReaderGoneError("no reader"), EidFailure.READER_GONE),
        (ProtocolError("nonsense"), EidFailure.CARD_PROTOCOL),
    ],
)
def test_card_that_cannot_be_reached_is_an_outcome(
    world: World, error: CardError, failure: EidFailure
) -> None:
    bench = Bench(world, error)
    outcome = bench.conversation.start(TOKEN_URL)
    assert isinstance(outcome, EidFailed)
    assert outcome.failure is failure
    assert len(world.told_server) == 2, "the server was told"


def test_card_taken_away_while_the_pin_is_typed(bench: Bench) -> None:
    bench.start()
    bench.connection.fail = lambda _number: CardGoneError("gone")
    outcome = bench.proceed("123456")
    assert isinstance(outcome, EidFailed)
    assert outcome.failure is EidFailure.CARD_REMOVED
    assert bench.is_released()


def test_no_server_is_an_outcome(world: World) -> None:
    world.pages[TOKEN_URL] = HttpFailed(HttpProblem.UNREACHABLE)
    bench = Bench(world)
    outcome = bench.conversation.start(TOKEN_URL)
    assert isinstance(outcome, EidFailed)
    assert outcome.failure is EidFailure.TOKEN_UNREACHABLE
    assert bench.connection.closed == 0, "the card was never connected"


def test_card_that_cannot_be_used_ends_at_the_start(world: World) -> None:
    world.card = make_card(world.pki, "blocked")
    bench = Bench(world)
    outcome = bench.conversation.start(TOKEN_URL)
    assert isinstance(outcome, EidFailed)
    assert outcome.failure is EidFailure.PIN_BLOCKED
    assert bench.is_released()


def test_a_bug_in_the_adapter_releases_everything_and_is_raised(bench: Bench) -> None:
    bench.start()
    pin = Secret(b"123456")

    def fail(_progress: Progress) -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        bench.conversation.proceed(frozenset(), pin, fail)
    assert pin.is_wiped
    assert bench.is_released()


def test_order_of_calls_is_checked(bench: Bench) -> None:
    with pytest.raises(RuntimeError, match="start it first"):
        bench.proceed("123456")
    bench.start()
    with pytest.raises(RuntimeError, match="one run"):
        bench.conversation.start(TOKEN_URL)
    bench.proceed("123456")
    with pytest.raises(RuntimeError, match="start it first"):
        bench.proceed("123456")
