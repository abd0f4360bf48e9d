"""TR-03124-2, module D: PIN management on the real screens, with a real card's side behind them."""

import asyncio
from collections.abc import Iterator

import pytest
from playing import Play, open_play
from seeing import called, sample, shown, tap, words

from kiosk.pin_aid import PinAid
from kiosk.session import events as ev
from kiosk.session import pin_events as pe
from kiosk.session.pin_effects import PIN_EFFECTS
from kiosk.session.pin_values import PinWish
from kiosk.session.preferences import Language, Preferences
from kiosk.session.step import step
from sandbox.eid_server.pki import Pki
from sandbox.id_card.direct import DirectReader
from sandbox.id_card.wallet import Wallet
from ui.gallery.render import PORTRAIT

ENGLISH = Preferences(language=Language.ENGLISH)
OWN, OTHER, ANOTHER, WRONG = "123456", "907254", "730482", "654321"


class Counter:
    """A visit to the PIN management: fingers on the screens, effects on a simulated card."""

    def __init__(self, play: Play, wallet: Wallet) -> None:
        self.play = play
        self.card = wallet.card("erika")
        reader = DirectReader(wallet.card)
        reader.place("erika")
        self._aid = PinAid(reader.connect)
        play.dispatch = self._dispatch  # type: ignore[method-assign]
        self.again()

    def again(self) -> None:
        """Come back to where the wish is told, the card still on the reader."""
        self.play.start(sample("ChoosePinWish", ENGLISH).visit)

    def _dispatch(self, event: ev.Event) -> None:
        turn = step(self.play.visit, event)
        self.play.visit = turn.visit
        self.play.app.show(turn.visit)
        for effect in turn.effects:
            if isinstance(effect, PIN_EFFECTS):
                self._dispatch(asyncio.run(self._aid.perform(effect)))

    @property
    def said(self) -> str:
        return " ".join(words(self.play))

    def begin(self, wish: PinWish) -> None:
        self._dispatch(pe.WishTold(wish))
        self.play.settle()

    def type(self, digits: str) -> None:
        """Type on the pad of the screen and confirm."""
        for digit in digits:
            tap(self.play, called(self.play, f"pin:{digit}"))
        tap(self.play, called(self.play, "primary"))
        self.play.settle()

    def choose(self, new_pin: str) -> None:
        self.type(new_pin)
        self.type(new_pin)

    def attempts_left(self) -> int:
        return self.card.memory.read().pin_attempts


@pytest.fixture
def counter(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Counter]:
    pki = Pki.open(tmp_path_factory.mktemp("pin_management_pki"))
    with open_play(PORTRAIT) as play:
        yield Counter(play, Wallet(pki.personalise))


@pytest.mark.tr03124("EID_CLIENT_D_11")
def test_pin_management_is_a_screen_of_its_own(counter: Counter) -> None:
    assert shown(counter.play, "ChoosePinWish") != []
    assert shown(counter.play, "WhoAsks") == []


@pytest.mark.tr03124("EID_CLIENT_D_10")
@pytest.mark.tr03105("CARD_PIN_CHANGE")
def test_wrong_pin_then_the_right_one_and_back(counter: Counter) -> None:
    counter.begin(PinWish.CHANGE)
    counter.type(WRONG)
    assert counter.attempts_left() == 2
    assert "That was not right." in counter.said
    assert "You have 2 attempts" in counter.said
    counter.type(OWN)
    counter.choose(OTHER)
    assert "Your card has its new PIN." in counter.said
    assert (counter.card.memory.read().pin, counter.attempts_left()) == (OTHER, 3)
    counter.again()
    counter.begin(PinWish.CHANGE)
    counter.type(OTHER)
    counter.choose(ANOTHER)
    assert "Your card has its new PIN." in counter.said
    assert counter.card.memory.read().pin == ANOTHER


@pytest.mark.tr03124("EID_CLIENT_D_13")
@pytest.mark.tr03105("CARD_PIN_CAN")
def test_suspended_pin_is_resumed_with_the_can(counter: Counter) -> None:
    counter.begin(PinWish.CHANGE)
    for left in (2, 1):
        counter.type(WRONG)
        assert counter.attempts_left() == left
    assert "One attempt at your PIN is left." in counter.said
    assert "Enter the 6 digits on your card." in counter.said
    counter.type("000000")
    assert "Those were not the digits on the card." in counter.said
    counter.type(counter.card.persona.can)
    assert "The card is ready for the last attempt." in counter.said
    counter.type(OWN)
    counter.choose(OTHER)
    assert "Your card has its new PIN." in counter.said
    assert (counter.card.memory.read().pin, counter.attempts_left()) == (OTHER, 3)


@pytest.mark.tr03105("CARD_PIN_UNBLOCK")
def test_blocked_pin_is_unblocked_with_the_puk(counter: Counter) -> None:
    counter.begin(PinWish.CHANGE)
    counter.type(WRONG)
    counter.type(WRONG)
    counter.type(counter.card.persona.can)
    counter.type(WRONG)
    assert counter.attempts_left() == 0
    assert shown(counter.play, "EnterPuk") != []
    counter.type("0000000000")
    assert counter.attempts_left() == 0
    counter.type(counter.card.persona.puk)
    assert "Your PIN is unblocked." in counter.said
    assert (counter.card.memory.read().pin, counter.attempts_left()) == (OWN, 3)
