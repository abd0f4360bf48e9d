"""PIN first aid: every state of a card × everything that can happen at its number, against a simulated card.

The visit is the real one (`step`), the adapter the real one, the card real in every byte. What the screen,
the card's counter and the next screen have to be is worked out from a few rules, not listed.
"""

import asyncio
from collections.abc import Iterator
from enum import Enum
from itertools import product
from typing import Final

import pytest

from cardreader.apdu import CommandApdu, ResponseApdu
from cardreader.errors import ReaderGoneError
from cardreader.part10 import Feature
from cardreader.reader import CardPresent, Connection, EmptyReader, NoReader
from cardreader.secret import Secret
from kiosk.pin_aid import PinAid
from kiosk.session import events as ev
from kiosk.session import pin_events as pe
from kiosk.session import pin_states as pin
from kiosk.session import states as st
from kiosk.session.failure import Failure
from kiosk.session.pin_effects import PIN_EFFECTS
from kiosk.session.pin_values import CardTrouble, PinWish
from kiosk.session.step import step
from sandbox.id_card.card import IdCard
from sandbox.id_card.direct import DirectReader
from tests import samples
from tests.sandbox.id_card.authority import PERSONAS, Authority

STATES: Final = ("erika", "two_attempts", "suspended", "blocked", "deactivated", "transport")
WRONG: Final = {5: "91827", 6: "918273", 10: "5550001112"}
NEW_PIN: Final = "246802"
COUNTER_AND_PACE: Final = 6
"""Commands of one attempt: the counter, MSE:Set AT, four times GENERAL AUTHENTICATE (TR-03110-3 B.1)."""
FULL: Final = 3


class Happens(Enum):
    RIGHT = "right"
    WRONG = "wrong"
    CANCELLED = "cancelled"
    PULLED_BEFORE_THE_VERDICT = "pulled before the verdict"
    RIGHT_BUT_PULLED = "right, but pulled before the answer"
    WRONG_AND_PULLED = "wrong, and pulled before the answer"
    READER_PULLED = "the reader is pulled"


class Unpluggable:
    """A connection whose reader can be pulled out."""

    def __init__(self, inside: Connection) -> None:
        self._inside = inside
        self.is_out = False

    @property
    def features(self) -> frozenset[Feature]:
        return self._inside.features

    def transmit(self, command: CommandApdu) -> ResponseApdu:
        if self.is_out:
            raise ReaderGoneError("the reader was pulled out")
        return self._inside.transmit(command)

    def use(self, feature: Feature, data: bytes) -> bytes:
        return self._inside.use(feature, data)

    def close(self) -> None:
        self._inside.close()


class Counter:
    """Somebody at the PIN screens with one card; everything they typed."""

    def __init__(self, card: IdCard) -> None:
        self.card = card
        self.reader = DirectReader(lambda _persona: card)
        self.reader.place(card.persona.id)
        self.connections: list[Unpluggable] = []
        self.typed: list[Secret] = []
        self.aid = PinAid(self._connect)
        status = CardPresent("Simulated reader", b"")
        self.visit = samples.visit(samples.SCENES["ChoosePinWish"], reader=status)

    def _connect(self) -> Unpluggable:
        self.connections.append(Unpluggable(self.reader.connect()))
        return self.connections[-1]

    def __call__(self, event: ev.Event) -> st.Scene:
        """Let it happen, with all that the card answers; returns the scene it leads to."""
        turn = step(self.visit, event)
        self.visit = turn.visit
        for effect in turn.effects:
            if isinstance(effect, PIN_EFFECTS):
                self(asyncio.run(self.aid.perform(effect)))
        return self.visit.scene

    def type(self, digits: str) -> st.Scene:
        """Type the number that the screen asks for."""
        secret = Secret(digits.encode())
        self.typed.append(secret)
        match self.visit.scene:
            case pin.EnterCardPin():
                return self(ev.PinEntered(secret))
            case pin.EnterCan():
                return self(pe.CanEntered(secret))
            case pin.EnterPuk():
                return self(pe.PukEntered(secret))
            case pin.ChooseNewPin():
                return self(pe.NewPinChosen(secret))
            case other:
                raise AssertionError(f"{type(other).__name__} asks for no number")

    def right(self) -> str:
        """Give what is right for the screen."""
        match self.visit.scene:
            case pin.EnterCan():
                return self.card.persona.can
            case pin.EnterPuk():
                return self.card.persona.puk
            case _:
                return self.card.memory.read().pin

    @property
    def attempts(self) -> int:
        return self.card.memory.read().pin_attempts


@pytest.fixture(scope="module")
def authority() -> Authority:
    return Authority()


def cases() -> Iterator[tuple[str, PinWish, Happens]]:
    """Each card with each wish that its front door leads to."""
    for state, happens in product(STATES, Happens):
        for wish in (PinWish.SET,) if state == "transport" else (PinWish.CHECK, PinWish.CHANGE):
            yield state, wish, happens


def asks(counter: Counter, wish: PinWish) -> type[st.Scene]:
    """Look at the card and tell which number the screen has to ask for, by the card's own counter."""
    scene = counter(pe.WishTold(wish))
    match counter.card.persona.id, counter.attempts:
        case "deactivated", _:
            expected: type[st.Scene] = pin.CardAdvice
        case _, 0:
            expected = pin.EnterPuk
        case _, 1:
            expected = pin.EnterCan
        case _:
            expected = pin.EnterCardPin
    assert isinstance(scene, expected)
    return expected


@pytest.mark.parametrize(
    ("state", "wish", "happens"), list(cases()), ids=lambda each: each if isinstance(each, str) else each.name
)
def test_right_screen_right_counter_right_next_step(
    authority: Authority, state: str, wish: PinWish, happens: Happens
) -> None:
    counter = Counter(authority.card(state))
    before = counter.attempts
    kind = asks(counter, wish)
    if kind is pin.CardAdvice:
        assert isinstance(counter.visit.scene, pin.CardAdvice)
        assert counter.visit.scene.trouble is CardTrouble.SWITCHED_OFF
        return
    if kind is pin.EnterCan:  # its mishaps are a test of their own; here the last attempt
        assert isinstance(counter.type(counter.right()), pin.EnterCardPin)
        kind = pin.EnterCardPin
    scene = happen(counter, happens)
    left = attempts_after(before, happens, of_puk=kind is pin.EnterPuk)
    assert counter.attempts == left
    assert_scene(scene, wish, happens, left, of_puk=kind is pin.EnterPuk)
    assert all(each.is_wiped for each in counter.typed)
    if isinstance(scene, st.Failed):
        assert isinstance(scene.again, pin.PinAgain)
        come_back(counter)
        asks_again(counter, left)
    if happens is not Happens.CANCELLED:
        ends_well(counter)


def ends_well(counter: Counter) -> None:
    """Whoever has the numbers gets there: each screen asks for the right one, and it is taken at once."""
    for _ in ("the CAN", "the PIN or the PUK"):
        if isinstance(counter.visit.scene, pin.EnterCardPin | pin.EnterCan | pin.EnterPuk):
            counter.type(counter.right())
    assert isinstance(counter.visit.scene, pin.PinMended | pin.ChooseNewPin)
    assert counter.attempts == FULL


def happen(counter: Counter, happens: Happens) -> st.Scene:
    match happens:
        case Happens.RIGHT:
            return counter.type(counter.right())
        case Happens.WRONG:
            return counter.type(WRONG[len(counter.right())])
        case Happens.CANCELLED:
            return counter(ev.Back())
        case Happens.PULLED_BEFORE_THE_VERDICT:
            counter.reader.pull_at(COUNTER_AND_PACE - 1)
            counter.type(WRONG[len(counter.right())])
        case Happens.RIGHT_BUT_PULLED:
            counter.reader.pull_at(COUNTER_AND_PACE)
            counter.type(counter.right())
        case Happens.WRONG_AND_PULLED:
            counter.reader.pull_at(COUNTER_AND_PACE)
            counter.type(WRONG[len(counter.right())])
        case Happens.READER_PULLED:
            counter.connections[-1].is_out = True
            counter.type(counter.right())
            return counter(ev.ReaderChanged(NoReader()))
    return counter(ev.ReaderChanged(EmptyReader("Simulated reader")))


def attempts_after(before: int, happens: Happens, *, of_puk: bool) -> int:
    """The card counts when it has compared, and not before; a PUK it does not count against the PIN."""
    match happens:
        case Happens.RIGHT:
            return FULL
        case Happens.RIGHT_BUT_PULLED:
            return before if of_puk else FULL  # the PUK was right; its order had not been given yet
        case Happens.WRONG | Happens.WRONG_AND_PULLED:
            return before if of_puk else before - 1
        case _:
            return before


def assert_scene(scene: st.Scene, wish: PinWish, happens: Happens, left: int, *, of_puk: bool) -> None:
    match happens:
        case Happens.RIGHT if of_puk or wish is PinWish.CHECK:
            assert isinstance(scene, pin.PinMended)
        case Happens.RIGHT:
            assert isinstance(scene, pin.ChooseNewPin)
        case Happens.WRONG if of_puk:
            assert isinstance(scene, pin.EnterPuk)
            assert scene.rejected
        case Happens.WRONG:
            assert isinstance(scene, {2: pin.EnterCardPin, 1: pin.EnterCan, 0: pin.EnterPuk}[left])
            assert not isinstance(scene, pin.EnterCardPin) or (scene.rejected and scene.attempts_left == left)
        case Happens.CANCELLED:
            assert not isinstance(scene, pin.EnterCardPin | pin.EnterCan | pin.EnterPuk | st.Failed)
        case Happens.READER_PULLED:
            assert isinstance(scene, st.Failed)
            assert scene.failure is Failure.READER_GONE
        case _:
            assert isinstance(scene, st.Failed)
            assert scene.failure is Failure.CARD_REMOVED


def come_back(counter: Counter) -> None:
    counter.reader.place(counter.card.persona.id)
    counter(ev.ReaderChanged(CardPresent("Simulated reader", b"")))


def asks_again(counter: Counter, left: int) -> None:
    """Whatever went wrong, the next screen asks for what the card wants by now."""
    if isinstance(counter.visit.scene, st.Failed):
        counter(ev.TryAgain())
    wanted = {0: pin.EnterPuk, 1: pin.EnterCan}.get(left, pin.EnterCardPin)
    assert isinstance(counter.visit.scene, wanted)


@pytest.mark.parametrize("happens", [each for each in Happens if each is not Happens.RIGHT])
def test_a_can_costs_no_attempt_whatever_happens(authority: Authority, happens: Happens) -> None:
    counter = Counter(authority.card("suspended"))
    assert asks(counter, PinWish.CHECK) is pin.EnterCan
    scene = happen(counter, happens)
    assert counter.attempts == 1
    if happens is Happens.WRONG:
        assert isinstance(scene, pin.EnterCan)
        assert scene.rejected
    elif happens is not Happens.CANCELLED:
        assert isinstance(scene, st.Failed)
        come_back(counter)
        asks_again(counter, 1)
    assert all(each.is_wiped for each in counter.typed)


@pytest.mark.parametrize("state", ["transport", "erika"])
@pytest.mark.parametrize("pulled_at", [None, 1])
def test_a_new_pin_is_the_cards_and_one_in_doubt_is_tried(
    authority: Authority, state: str, pulled_at: int | None
) -> None:
    counter = Counter(authority.card(state))
    asks(counter, PinWish.SET if state == "transport" else PinWish.CHANGE)
    assert isinstance(counter.type(counter.right()), pin.ChooseNewPin)
    if pulled_at is not None:
        counter.reader.pull_at(pulled_at)
    scene = counter.type(NEW_PIN)
    assert counter.card.memory.read().pin == NEW_PIN, "the card had the command"
    if pulled_at is None:
        assert isinstance(scene, pin.PinMended)
    else:
        assert isinstance(scene, st.Failed)
        assert scene.failure is Failure.PIN_UNCERTAIN
        come_back(counter)
        asks_again(counter, FULL)
        assert isinstance(counter.type(NEW_PIN), pin.PinMended)
    assert all(each.is_wiped for each in counter.typed)


def test_another_card_laid_down_meanwhile_is_not_tried_with_the_first_ones_pin(authority: Authority) -> None:
    counter = Counter(authority.card("erika"))
    asks(counter, PinWish.CHECK)
    counter.card.memory.write(authority.card("two_attempts").memory.read())  # as another card has it
    scene = counter.type(PERSONAS["erika"].pin)
    assert isinstance(scene, pin.EnterCardPin)
    assert scene.attempts_left == counter.attempts == 2
    assert not scene.rejected
    assert counter.typed[0].is_wiped
