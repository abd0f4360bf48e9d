"""A whole run at a reader with a pad of its own: the PIN is typed there and never comes to the terminal."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from eid_world import NAMES, REFRESH, TOKEN_URL, World, WorldTransport

from cardreader.card import PinSuspended
from cardreader.eid_client.conversation import CanAccepted, CanRejected, EidConversation, PinRejected, WhoAsks
from cardreader.eid_client.exchange import Progress
from cardreader.eid_client.outcome import EidFailed, EidFailure, EidSucceeded
from cardreader.eid_client.result import ResultMinor
from cardreader.errors import CardError, CardGoneError, ProtocolError, ReaderGoneError
from cardreader.secret import TYPED_ON_READER
from sandbox.comfort_reader.pad import Pad
from sandbox.comfort_reader.reader import ComfortReader
from sandbox.eid_server.eid_interface import EidResult
from sandbox.id_card.direct import DirectReader
from tests.sandbox.comfort_reader.overhearing import Overhearing, assert_unheard


class Desk:
    """A run with the world's servers, a comfort reader, and a hand at its keys."""

    def __init__(self, world: World) -> None:
        assert world.card is not None
        card = world.card
        self.world = world
        self.card = card
        self.pad = Pad()
        self.comfort = ComfortReader(self.pad)
        self.reader = DirectReader(lambda _persona: card, comfort=self.comfort)
        self.reader.place("erika")
        self.heard: list[bytes] = []
        self.progress: list[Progress] = []
        today = world.pki.clock().date()
        self.conversation = EidConversation(WorldTransport(world), self._connect, today=lambda: today)

    def _connect(self) -> Overhearing:
        return Overhearing(self.reader.connect(), self.heard)

    def start(self) -> WhoAsks:
        who = self.conversation.start(TOKEN_URL)
        assert isinstance(who, WhoAsks)
        return who

    def go_on(self) -> EidSucceeded | PinRejected | CanRejected | EidFailed:
        return self.conversation.proceed(frozenset(), TYPED_ON_READER, self.progress.append)

    def resume(self) -> CanAccepted | CanRejected | PinRejected | EidFailed:
        return self.conversation.resume(TYPED_ON_READER)


@pytest.fixture
def desk(world: World) -> Desk:
    return Desk(world)


def test_from_the_question_to_success(desk: Desk) -> None:
    who = desk.start()
    assert who.on_reader
    assert who.request.required == NAMES
    desk.pad.type("123456")
    assert desk.go_on() == EidSucceeded(f"{REFRESH}&ResultMajor=ok")
    assert list(dict.fromkeys(desk.progress)) == list(Progress)
    assert isinstance(desk.world.server_outcome, EidResult)
    assert desk.comfort.shown == desk.world.plan.terminal.description.raw


def test_neither_pin_nor_pace_passes_the_terminal(desk: Desk) -> None:
    desk.start()
    desk.pad.type("000000")
    desk.go_on()
    desk.pad.type("123456")
    assert isinstance(desk.go_on(), EidSucceeded)
    assert len(desk.heard) > 20
    assert_unheard(desk.heard, "123456", "000000")


def test_a_wrong_pin_tells_the_attempts_and_the_reader_asks_again(desk: Desk) -> None:
    desk.start()
    desk.pad.type("000000")
    assert desk.go_on() == PinRejected(2)
    assert desk.card.memory.read().pin_attempts == 2
    desk.pad.type("123456")
    assert isinstance(desk.go_on(), EidSucceeded)
    assert desk.card.memory.read().pin_attempts == 3


def test_the_last_attempt_is_opened_by_the_can_on_the_reader(desk: Desk) -> None:
    desk.start()
    for left in (2, 1):
        desk.pad.type("000000")
        assert desk.go_on() == PinRejected(left)
    assert desk.go_on() == CanRejected()  # nothing is asked before the CAN
    assert desk.card.memory.read().pin_attempts == 1
    desk.pad.type("999999")
    assert desk.resume() == CanRejected()
    desk.pad.type(desk.card.persona.can)
    assert desk.resume() == CanAccepted()
    desk.pad.type("123456")
    assert isinstance(desk.go_on(), EidSucceeded)
    assert desk.card.memory.read().pin_attempts == 3
    assert_unheard(desk.heard, "123456", "000000", "999999", desk.card.persona.can)


def test_the_last_attempt_wrong_inside_the_cans_channel_blocks_the_pin(desk: Desk) -> None:
    desk.card.memory.write(replace(desk.card.memory.read(), pin_attempts=1))
    assert desk.start().retry == PinSuspended()
    desk.pad.type(desk.card.persona.can)
    assert desk.resume() == CanAccepted()
    desk.pad.type("000000")
    outcome = desk.go_on()
    assert isinstance(outcome, EidFailed)
    assert outcome.failure is EidFailure.PIN_BLOCKED
    assert desk.card.memory.read().pin_attempts == 0


@pytest.mark.parametrize(
    ("press", "failure"),
    [(Pad.cancel, EidFailure.CANCELLED), (Pad.walk_off, EidFailure.PIN_TIMED_OUT)],
    ids=["cancelled", "timed out"],
)
def test_a_can_that_nobody_types_ends_the_run(
    desk: Desk, press: Callable[[Pad], None], failure: EidFailure
) -> None:
    desk.card.memory.write(replace(desk.card.memory.read(), pin_attempts=1))
    desk.start()
    press(desk.pad)
    outcome = desk.resume()
    assert isinstance(outcome, EidFailed)
    assert outcome.failure is failure
    assert desk.card.memory.read().pin_attempts == 1


@pytest.mark.parametrize(
    ("press", "failure"),
    [(Pad.cancel, EidFailure.CANCELLED), (Pad.walk_off, EidFailure.PIN_TIMED_OUT)],
    ids=["cancelled", "timed out"],
)
def test_nothing_typed_ends_the_run_and_costs_nothing(
    desk: Desk, press: Callable[[Pad], None], failure: EidFailure
) -> None:
    desk.start()
    press(desk.pad)
    outcome = desk.go_on()
    assert outcome == EidFailed(
        f"{REFRESH}&ResultMajor=error&ResultMinor=cancellationByUser",
        failure,
        ResultMinor.CANCELLATION_BY_USER,
    )
    assert desk.card.memory.read().pin_attempts == 3


def test_a_card_taken_while_the_reader_asks(desk: Desk) -> None:
    desk.start()
    desk.reader.pull()
    desk.pad.type("123456")
    outcome = desk.go_on()
    assert isinstance(outcome, EidFailed)
    assert outcome.failure is EidFailure.CARD_REMOVED


@pytest.mark.parametrize(
    ("error", "failure"),
    [
        (CardGoneError("slipped off while the reader asked"), EidFailure.CARD_REMOVED),
        (ReaderGoneError("unplugged while it asked"), EidFailure.READER_GONE),
        (ProtocolError("nonsense"), EidFailure.CARD_PROTOCOL),
    ],
)
def test_what_fails_at_the_pad_is_told_as_what_it_is(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, error: CardError, failure: EidFailure
) -> None:
    def fail(_code: int, _data: bytes, _to_card: Callable[[bytes], bytes]) -> bytes:
        raise error

    desk.start()
    monkeypatch.setattr(desk.comfort, "control", fail)
    outcome = desk.go_on()
    assert isinstance(outcome, EidFailed)
    assert outcome.failure is failure
    assert desk.card.memory.read().pin_attempts == 3


def test_a_blocked_pin_is_seen_before_the_reader_asks(desk: Desk) -> None:
    desk.card.memory.write(replace(desk.card.memory.read(), pin_attempts=0))
    outcome = desk.conversation.start(TOKEN_URL)
    assert isinstance(outcome, EidFailed)
    assert outcome.failure is EidFailure.PIN_BLOCKED


def test_a_card_exchanged_before_its_pin_is_asked_for_anew(desk: Desk) -> None:
    desk.start()
    desk.card.memory.write(replace(desk.card.memory.read(), pin_attempts=2))
    assert desk.go_on() == PinRejected(2)
    assert desk.card.memory.read().pin_attempts == 2


def test_a_reader_that_names_no_authority_cannot_go_on(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    control = desk.comfort.control

    def silent(code: int, data: bytes, to_card: Callable[[bytes], bytes]) -> bytes:
        answer = control(code, data, to_card)
        if data[:1] != b"\x02":
            return answer
        access = int.from_bytes(answer[8:10], "little")
        return answer[:4] + (4 + access).to_bytes(2, "little") + answer[6 : 10 + access]

    desk.start()
    monkeypatch.setattr(desk.comfort, "control", silent)
    desk.pad.type("123456")
    outcome = desk.go_on()
    assert isinstance(outcome, EidFailed)
    assert outcome.failure is EidFailure.CARD_PROTOCOL
