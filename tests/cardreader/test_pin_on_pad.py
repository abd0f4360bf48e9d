"""Looking after a PIN at a reader with a pad: every outcome, and not one number on the terminal's side."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from cardreader.card import PinBlocked, PinDeactivated, PinReady, PinSuspended, RetryCounter
from cardreader.channel import run
from cardreader.errors import CardGoneError, UnexpectedStatus
from cardreader.part10 import Feature
from cardreader.pin_management import (
    NotThisNumber,
    PinSet,
    PinWrong,
    PukUsedUp,
    SeenCard,
    Swapped,
    Unblocked,
    attempts_of,
    counter_of,
    look,
)
from cardreader.pin_on_pad import (
    OPEN_ON_READER,
    NewPinRefused,
    OpenOnReader,
    open_by_can,
    open_by_pin,
    pad_of,
    set_pin,
    unblock,
)
from cardreader.pin_on_pad import Pad as PadKind
from cardreader.reader import Connection
from cardreader.reader_pace import NothingTyped
from sandbox.comfort_reader.pad import Pad
from sandbox.comfort_reader.reader import ComfortReader
from sandbox.id_card.card import IdCard
from sandbox.id_card.direct import DirectReader
from tests.sandbox.comfort_reader.overhearing import Overhearing, assert_unheard
from tests.sandbox.id_card.authority import Authority

NEW_PIN, WRONG_PIN, WRONG_CAN, WRONG_PUK = "246802", "918273", "019283", "5550001112"


class Desk:
    """One card at a reader's keys, and everything that passed the terminal."""

    def __init__(self, card: IdCard) -> None:
        self.card = card
        self.pad = Pad(patience_seconds=0)
        self.reader = DirectReader(lambda _persona: card, comfort=ComfortReader(self.pad))
        self.reader.place(card.persona.id)
        self.heard: list[bytes] = []
        self.connection: Connection = Overhearing(self.reader.connect(), self.heard)
        seen = run(look(), self.connection)
        assert isinstance(seen, SeenCard)
        self.seen = seen

    def pin(self, press: str | Callable[[Pad], None]) -> OpenOnReader | PinWrong | Swapped | NothingTyped:
        self.press(press)
        return open_by_pin(self.seen, self.connection)

    def can(
        self, press: str | Callable[[Pad], None]
    ) -> OpenOnReader | NotThisNumber | Swapped | NothingTyped:
        self.press(press)
        return open_by_can(self.seen, self.connection)

    def puk(
        self, press: str | Callable[[Pad], None]
    ) -> Unblocked | NotThisNumber | PukUsedUp | Swapped | NothingTyped:
        self.press(press)
        return unblock(self.seen, self.connection)

    def new_pin(self, *presses: str | Callable[[Pad], None]) -> PinSet | NewPinRefused | NothingTyped:
        for each in presses:
            self.press(each)
        return set_pin(self.connection)

    def press(self, press: str | Callable[[Pad], None]) -> None:
        if isinstance(press, str):
            self.pad.type(press)
        else:
            press(self.pad)


@pytest.fixture
def desk(authority: Authority) -> Desk:
    return Desk(authority.card())


def test_what_a_pad_can_do_is_in_its_features(desk: Desk, authority: Authority) -> None:
    assert pad_of(desk.connection) is PadKind.FULL
    card = authority.card()
    basic = DirectReader(lambda _persona: card)
    basic.place("erika")
    assert pad_of(basic.connect()) is PadKind.NONE

    class WithoutChange(Overhearing):
        @property
        def features(self) -> frozenset[Feature]:
            return frozenset({Feature.EXECUTE_PACE})

    assert pad_of(WithoutChange(desk.connection, [])) is PadKind.WITHOUT_CHANGE


def test_a_right_pin_opens_the_card_for_a_new_one(desk: Desk) -> None:
    assert desk.pin("123456") == OPEN_ON_READER
    assert desk.new_pin(NEW_PIN, WRONG_PIN) is NewPinRefused.DIFFERENT
    assert desk.new_pin("1234") is NewPinRefused.LENGTH
    assert desk.new_pin(Pad.cancel) is NothingTyped.CANCELLED
    assert desk.new_pin(NEW_PIN, Pad.walk_off) is NothingTyped.TIMED_OUT
    assert desk.card.memory.read().pin == "123456"
    assert desk.new_pin(NEW_PIN, NEW_PIN) == PinSet()
    assert desk.card.memory.read().pin == NEW_PIN
    assert_unheard(desk.heard, "123456", NEW_PIN, WRONG_PIN)


def test_a_new_pin_without_the_old_one_is_refused_by_the_card(desk: Desk) -> None:
    with pytest.raises(UnexpectedStatus) as told:
        desk.new_pin(NEW_PIN, NEW_PIN)
    assert told.value.sw == 0x6982


def test_wrong_pins_are_counted_as_the_card_counts(desk: Desk) -> None:
    assert desk.pin(WRONG_PIN) == PinWrong(PinReady(2))
    desk.seen = replace(desk.seen, counter=PinReady(2))
    assert desk.pin(WRONG_PIN) == PinWrong(PinSuspended())
    desk.seen = replace(desk.seen, counter=PinSuspended())
    assert desk.can(WRONG_CAN) == NotThisNumber()
    assert desk.can(desk.card.persona.can) == OPEN_ON_READER
    assert desk.pin(WRONG_PIN) == PinWrong(PinBlocked())
    desk.connection.close()
    desk.connection = Overhearing(desk.reader.connect(), desk.heard)
    desk.seen = replace(desk.seen, counter=PinBlocked())
    assert desk.puk(WRONG_PUK) == NotThisNumber()
    assert desk.puk(desk.card.persona.puk) == Unblocked()
    assert desk.card.memory.read().pin_attempts == 3
    assert_unheard(desk.heard, WRONG_PIN, WRONG_CAN, WRONG_PUK, desk.card.persona.can, desk.card.persona.puk)


def test_a_puk_that_was_used_ten_times_is_told(authority: Authority) -> None:
    desk = Desk(authority.card("blocked"))
    desk.card.memory.write(replace(desk.card.memory.read(), puk_uses=0))
    assert desk.puk(desk.card.persona.puk) == PukUsedUp()


@pytest.mark.parametrize("number", [Desk.pin, Desk.can, Desk.puk])
def test_nothing_typed_and_another_card_cost_nothing(
    desk: Desk, number: Callable[[Desk, Callable[[Pad], None]], object]
) -> None:
    assert number(desk, Pad.cancel) is NothingTyped.CANCELLED
    assert number(desk, Pad.walk_off) is NothingTyped.TIMED_OUT
    desk.card.memory.write(replace(desk.card.memory.read(), pin_attempts=2))  # as another card has it
    assert number(desk, Pad.cancel) == Swapped(PinReady(2))
    assert desk.card.memory.read().pin_attempts == 2


def test_a_card_taken_while_the_reader_asks_ends_its_asking(desk: Desk) -> None:
    desk.pad.follow(lambda _what: desk.reader.pull())
    with pytest.raises(CardGoneError):
        open_by_pin(desk.seen, desk.connection)


@pytest.mark.parametrize("counter", [PinReady(3), PinReady(2), PinSuspended(), PinBlocked()])
def test_a_counter_and_its_attempts_are_one(counter: RetryCounter) -> None:
    assert counter_of(attempts_of(counter)) == counter
    assert attempts_of(PinDeactivated()) == 0
