"""PIN first aid at a reader with a pad of its own: no number that is typed there passes the terminal."""

import asyncio
import threading
from collections.abc import Callable
from dataclasses import replace
from typing import Final

import pytest

from cardreader.part10 import Feature
from cardreader.reader import CardPresent, EmptyReader
from cardreader.secret import TYPED_ON_READER
from kiosk.pin_aid import PinAid
from kiosk.session import events as ev
from kiosk.session import pin_effects as px
from kiosk.session import pin_events as pe
from kiosk.session import pin_states as pin
from kiosk.session import states as st
from kiosk.session.failure import Failure
from kiosk.session.pin_effects import PIN_EFFECTS
from kiosk.session.pin_values import CardNumber, CardTrouble, PadWord, PinWish
from kiosk.session.step import step
from sandbox.comfort_reader.pad import Pad
from sandbox.comfort_reader.reader import ComfortReader
from sandbox.id_card.card import IdCard
from sandbox.id_card.direct import DirectReader
from tests import samples
from tests.sandbox.comfort_reader.overhearing import Overhearing, assert_unheard
from tests.sandbox.id_card.authority import PERSONAS, Authority

NEW_PIN: Final = "246802"
WRONG: Final = "918273"
STATUS: Final = CardPresent("Simulated reader", b"")


class WithoutChange(Overhearing):
    """A reader whose pad opens cards and cannot change a PIN."""

    @property
    def features(self) -> frozenset[Feature]:
        return frozenset({Feature.EXECUTE_PACE})


class Counter:
    """Somebody in PIN first aid with one card, at a reader's keys; `press` lays down what they will press."""

    def __init__(
        self, card: IdCard, connection: type[Overhearing] = Overhearing, patience_seconds: float = 0
    ) -> None:
        self.card = card
        self.pad = Pad(patience_seconds)
        self.reader = DirectReader(lambda _persona: card, comfort=ComfortReader(self.pad))
        self.reader.place(card.persona.id)
        self.heard: list[bytes] = []
        self.aid = PinAid(lambda: connection(self.reader.connect(), self.heard))
        self.visit = samples.visit(samples.SCENES["ChoosePinWish"], reader=STATUS)
        self.scenes: list[st.Scene] = []
        self.pressed: list[str] = []

    def press(self, *presses: str | Callable[[Pad], None]) -> None:
        for each in presses:
            if isinstance(each, str):
                self.pressed.append(each)
                self.pad.type(each)
            else:
                each(self.pad)

    def __call__(self, event: ev.Event) -> st.Scene:
        """Let it happen, with all that the card and the reader answer."""
        turn = step(self.visit, event)
        self.visit = turn.visit
        self.scenes.append(turn.visit.scene)
        for effect in turn.effects:
            if isinstance(effect, PIN_EFFECTS):
                self(asyncio.run(self.aid.perform(effect)))
        return self.visit.scene

    @property
    def attempts(self) -> int:
        return self.card.memory.read().pin_attempts

    @property
    def numbers(self) -> list[tuple[CardNumber, PadWord]]:
        """What the screens said beside the asking reader, in order."""
        asking = [each for each in self.scenes if isinstance(each, pin.TypeNumberOnReader)]
        return [(each.number, each.word) for each in asking]


@pytest.fixture(scope="module")
def authority() -> Authority:
    return Authority()


@pytest.fixture
def counter(authority: Authority) -> Counter:
    return Counter(authority.card("erika"))


def test_a_pin_is_checked_on_the_reader(counter: Counter) -> None:
    counter.press("123456")
    assert isinstance(counter(pe.WishTold(PinWish.CHECK)), pin.PinMended)
    assert counter.numbers == [(CardNumber.PIN, PadWord.FIRST)]
    assert_unheard(counter.heard, *counter.pressed)


@pytest.mark.parametrize(("state", "wish"), [("erika", PinWish.CHANGE), ("transport", PinWish.SET)])
def test_a_new_pin_is_typed_on_the_reader(authority: Authority, state: str, wish: PinWish) -> None:
    counter = Counter(authority.card(state))
    counter.press(PERSONAS[state].pin, NEW_PIN, NEW_PIN)
    assert isinstance(counter(pe.WishTold(wish)), pin.PinMended)
    assert counter.card.memory.read().pin == NEW_PIN
    assert counter.numbers == [(CardNumber.PIN, PadWord.FIRST), (CardNumber.NEW_PIN, PadWord.FIRST)]
    assert_unheard(counter.heard, *counter.pressed)


def test_two_entries_that_differ_or_are_short_are_said_and_asked_for_again(counter: Counter) -> None:
    counter.press("123456", NEW_PIN, WRONG, "1234", NEW_PIN, NEW_PIN)
    assert isinstance(counter(pe.WishTold(PinWish.CHANGE)), pin.PinMended)
    words = [word for number, word in counter.numbers if number is CardNumber.NEW_PIN]
    assert words == [PadWord.FIRST, PadWord.DIFFERENT, PadWord.LENGTH]
    assert counter.card.memory.read().pin == NEW_PIN


def test_from_three_attempts_to_none_and_back(counter: Counter) -> None:
    can, puk = counter.card.persona.can, counter.card.persona.puk
    counter.press(WRONG, WRONG, "000000", can, WRONG, "0000000000", puk)
    scene = counter(pe.WishTold(PinWish.CHECK))
    assert isinstance(scene, pin.PinMended)
    assert scene.task.wish is PinWish.UNBLOCK
    assert counter.numbers == [
        (CardNumber.PIN, PadWord.FIRST),
        (CardNumber.PIN, PadWord.WRONG),
        (CardNumber.CAN, PadWord.FIRST),
        (CardNumber.CAN, PadWord.WRONG),
        (CardNumber.PIN, PadWord.FIRST),
        (CardNumber.PUK, PadWord.FIRST),
        (CardNumber.PUK, PadWord.WRONG),
    ]
    assert counter.attempts == 3
    assert_unheard(counter.heard, *counter.pressed)


def test_the_last_attempt_goes_through_the_cans_channel(authority: Authority) -> None:
    counter = Counter(authority.card("suspended"))
    counter.press(counter.card.persona.can, counter.card.memory.read().pin)
    assert isinstance(counter(pe.WishTold(PinWish.CHECK)), pin.PinMended)
    assert counter.attempts == 3


def test_a_spent_puk_leads_to_the_counter(authority: Authority) -> None:
    counter = Counter(authority.card("blocked"))
    counter.card.memory.write(replace(counter.card.memory.read(), puk_uses=0))
    counter.press(counter.card.persona.puk)
    scene = counter(pe.WishTold(PinWish.UNBLOCK))
    assert isinstance(scene, pin.CardAdvice)
    assert scene.trouble is CardTrouble.PUK_USED_UP


@pytest.mark.parametrize("number", CardNumber)
@pytest.mark.parametrize(("press", "ends"), [(Pad.cancel, st.Scene), (Pad.walk_off, st.Failed)])
def test_nothing_typed_costs_nothing(
    authority: Authority, number: CardNumber, press: Callable[[Pad], None], ends: type[st.Scene]
) -> None:
    state = {CardNumber.CAN: "suspended", CardNumber.PUK: "blocked"}.get(number, "erika")
    counter = Counter(authority.card(state))
    before = counter.card.memory.read()
    counter.press(*(["123456"] if number is CardNumber.NEW_PIN else []), press)
    scene = counter(pe.WishTold(PinWish.CHANGE))
    assert counter.numbers[-1] == (number, PadWord.FIRST)
    if ends is st.Failed:
        assert isinstance(scene, st.Failed)
        assert scene.failure is Failure.PIN_TIMED_OUT
        assert isinstance(scene.again, pin.PinAgain)
    else:
        assert isinstance(scene, pin.ChoosePinWish)
    assert counter.card.memory.read() == before


def test_another_card_laid_down_meanwhile_is_looked_at_anew(authority: Authority) -> None:
    counter = Counter(authority.card("erika"))
    looked = asyncio.run(counter.aid.perform(px.LookAtCard()))
    looking = samples.visit(pin.LookingAtCard(pin.PinTask(samples.ERRAND, PinWish.CHECK)), reader=STATUS)
    counter.visit = step(looking, looked).visit
    counter.card.memory.write(authority.card("two_attempts").memory.read())  # as another card has it
    swapped = asyncio.run(counter.aid.perform(px.TryPin(TYPED_ON_READER)))
    assert isinstance(swapped, pe.CardLooked)
    counter.press(counter.card.memory.read().pin)
    assert isinstance(counter(swapped), pin.PinMended)
    asked = [each for each in counter.scenes if isinstance(each, pin.TypeNumberOnReader)]
    assert [each.attempts_left for each in asked] == [2]


def test_a_reader_that_cannot_change_a_pin_does_not_even_ask_for_the_old_one(authority: Authority) -> None:
    counter = Counter(authority.card("erika"), WithoutChange)
    scene = counter(pe.WishTold(PinWish.CHANGE))
    assert isinstance(scene, pin.CardAdvice)
    assert scene.trouble is CardTrouble.READER_KEEPS_PIN
    assert counter.numbers == []
    counter = Counter(authority.card("erika"), WithoutChange)
    counter.press("123456")
    assert isinstance(counter(pe.WishTold(PinWish.CHECK)), pin.PinMended)


@pytest.mark.parametrize("number", [CardNumber.PIN, CardNumber.NEW_PIN])
def test_a_card_that_is_taken_ends_the_readers_asking(authority: Authority, number: CardNumber) -> None:
    counter = Counter(authority.card("erika"))
    if number is CardNumber.NEW_PIN:
        counter.press("123456")
    asks = "PIN" if number is CardNumber.PIN else "new PIN"
    counter.pad.follow(lambda what: counter.reader.pull() if what == asks else None)
    scene = counter(pe.WishTold(PinWish.CHANGE))
    assert isinstance(scene, st.Failed)
    uncertain = number is CardNumber.NEW_PIN
    assert scene.failure is (Failure.PIN_UNCERTAIN if uncertain else Failure.CARD_REMOVED)
    assert counter.attempts == 3


def test_back_and_an_empty_reader_leave_at_once_while_the_reader_still_asks(authority: Authority) -> None:
    """The screen waits for no reader: what comes of its asking is nobody's any more."""
    counter = Counter(authority.card("erika"), patience_seconds=30)
    asking = threading.Event()
    counter.pad.follow(lambda _what: asking.set())
    asyncio.run(counter.aid.perform(px.LookAtCard()))
    work = threading.Thread(
        target=lambda: asyncio.run(counter.aid.perform(px.TryPin(TYPED_ON_READER))), daemon=True
    )
    work.start()
    assert asking.wait(10)
    waiting = samples.visit(samples.SCENES["TypeNumberOnReader"], reader=STATUS)
    left = step(waiting, ev.Back())
    assert isinstance(left.visit.scene, pin.ChoosePinWish)
    assert left.effects == (px.LeaveCard(),)
    gone = step(waiting, ev.ReaderChanged(EmptyReader("Simulated reader")))
    assert isinstance(gone.visit.scene, st.Failed)
    assert gone.visit.scene.failure is Failure.CARD_REMOVED
    letting_go = counter.aid.leave()
    counter.reader.pull()  # which ends the reader's asking
    letting_go.result(10)
    work.join(10)
    assert counter.attempts == 3
