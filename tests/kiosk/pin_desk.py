"""Somebody at the screens that ask for a card's numbers: the real visit, the real adapters, a card real in
every byte. And the few rules by which screen, counter and next screen are worked out, for whatever happens.
"""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from enum import Enum
from pathlib import Path
from typing import Final

import pytest
from fake_clock import FakeClock
from fake_world import FakeBackend, FakeOwnThings, FakePrinter, FakeTill

from cardreader.apdu import CommandApdu, ResponseApdu
from cardreader.errors import ReaderGoneError
from cardreader.part10 import Feature
from cardreader.reader import CardPresent, Connection, EmptyReader, NoReader
from cardreader.secret import Secret
from kiosk.bochum_id.values import JsonObject, LoginAttempt, ServiceSummary
from kiosk.performer import VisitPerformer
from kiosk.ports import Devices
from kiosk.session import effects as do
from kiosk.session import events as ev
from kiosk.session import pin_effects as px
from kiosk.session import pin_events as pe
from kiosk.session import pin_states as pin
from kiosk.session import states as st
from kiosk.session.step import step
from kiosk.sign_in import Conversation, SigningIn
from sandbox.id_card.card import IdCard
from sandbox.id_card.direct import DirectReader
from tests import samples
from tests.cardreader.eid_client.eid_world import TOKEN_URL

LENGTHS: Final[dict[type[st.Scene], tuple[int, ...]]] = {
    st.EnterPin: (6,),
    pin.EnterCardPin: (5, 6),
    pin.EnterCan: (6,),
    pin.EnterPuk: (10,),
}
"""How many digits the card may be given where a screen asks."""
LONGEST: Final = 12

STATES: Final = ("erika", "two_attempts", "suspended", "blocked", "deactivated", "transport")
WRONG: Final = {5: "91827", 6: "918273", 10: "5550001112"}
COUNTER_AND_PACE: Final = 6
"""Commands of one attempt: the counter, MSE:Set AT, four times GENERAL AUTHENTICATE (TR-03110-3 B.1)."""
FULL: Final = 3
_DONE: Final = (
    *px.PIN_EFFECTS,
    px.ResumeSignIn,
    do.BeginSignIn,
    do.ConfirmSignIn,
    do.CancelSignIn,
    do.OpenService,
)
"""The effects that the way to a number, and past it, is made of."""


class Happens(Enum):
    RIGHT = "right"
    WRONG = "wrong"
    TOO_SHORT = "right, but for its last digit"
    TOO_LONG = "right, and one digit more"
    CANCELLED = "cancelled"
    PULLED_BEFORE_THE_VERDICT = "pulled before the verdict"
    RIGHT_BUT_PULLED = "right, but pulled before the answer"
    WRONG_AND_PULLED = "wrong, and pulled before the answer"
    READER_PULLED = "the reader is pulled"


WRONG_LENGTH: Final = (Happens.TOO_SHORT, Happens.TOO_LONG)


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


class City(FakeBackend):
    """Bochum-ID with its real services, whose sign-ins begin at the token of the simulated eID server."""

    def begin_login(self, service_id: str, language: str) -> LoginAttempt:
        return replace(super().begin_login(service_id, language), tc_token_url=TOKEN_URL)

    def service_definition(self, service: ServiceSummary) -> JsonObject:
        return samples.json_of(Path(f"resources/catalogue/services/{service.id}.{service.version}.json"))


def nobody_asks(_connect: Callable[[], Connection]) -> Conversation:
    raise AssertionError("nobody signs in here")


class PinDesk:
    """Somebody at the terminal with one card; everything they typed."""

    def __init__(
        self,
        card: IdCard,
        scene: st.Scene,
        converse: Callable[[Callable[[], Connection]], Conversation] = nobody_asks,
    ) -> None:
        self.card = card
        self.reader = DirectReader(lambda _persona: card)
        self.reader.place(card.persona.id)
        self.connections: list[Unpluggable] = []
        self.typed: list[Secret] = []
        backend, printer = City(), FakePrinter()
        self._performer = VisitPerformer(
            backend,
            SigningIn(backend, lambda: converse(self._connect)),
            Devices(printer, printer, FakeTill(), connect=self._connect),
            FakeOwnThings(),
            FakeClock(),
            lambda _how: None,
        )
        self.visit = samples.visit(scene, reader=CardPresent("Simulated reader", b""))

    def _connect(self) -> Unpluggable:
        self.connections.append(Unpluggable(self.reader.connect()))
        return self.connections[-1]

    def __call__(self, event: ev.Event) -> st.Scene:
        """Let it happen, with all that the card answers; returns the scene it leads to."""
        turn = step(self.visit, event)
        self.visit = turn.visit
        secret = ev.secret_in(event)
        if secret is not None and not turn.effects:
            secret.wipe()  # as the runtime does
        for effect in turn.effects:
            if isinstance(effect, _DONE):
                self(asyncio.run(self._performer.perform(effect, lambda _progress: None)))
        return self.visit.scene

    def type(self, digits: str) -> st.Scene:
        """Type the number that the screen asks for."""
        secret = Secret(digits.encode())
        self.typed.append(secret)
        match self.visit.scene:
            case st.EnterPin() | pin.EnterCardPin():
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

    def wrong(self) -> str:
        """Give what might be right; a sign-in asks for six digits whatever the card has."""
        return WRONG[6 if isinstance(self.visit.scene, st.EnterPin) else len(self.right())]

    @property
    def attempts(self) -> int:
        return self.card.memory.read().pin_attempts

    def come_back(self) -> None:
        """Lay the card down again, at a reader that is there, and go on where it failed."""
        self.reader.place(self.card.persona.id)
        self(ev.ReaderChanged(CardPresent("Simulated reader", b"")))
        if isinstance(self.visit.scene, st.Failed):
            self(ev.TryAgain())


def happen(desk: PinDesk, happens: Happens) -> st.Scene:
    match happens:
        case Happens.RIGHT:
            return desk.type(desk.right())
        case Happens.WRONG:
            return desk.type(desk.wrong())
        case Happens.TOO_SHORT:
            return desk.type(desk.right()[:-1])
        case Happens.TOO_LONG:
            return desk.type(desk.right() + "0")
        case Happens.CANCELLED:
            return desk(ev.Back())
        case Happens.PULLED_BEFORE_THE_VERDICT:
            desk.reader.pull_at(COUNTER_AND_PACE - 1)
            desk.type(desk.wrong())
        case Happens.RIGHT_BUT_PULLED:
            desk.reader.pull_at(COUNTER_AND_PACE)
            desk.type(desk.right())
        case Happens.WRONG_AND_PULLED:
            desk.reader.pull_at(COUNTER_AND_PACE)
            desk.type(desk.wrong())
        case Happens.READER_PULLED:
            desk.connections[-1].is_out = True
            desk.type(desk.right())
            return desk(ev.ReaderChanged(NoReader()))
    desk.reader.pull_at(0)  # never, where the number did not come so far
    return desk(ev.ReaderChanged(EmptyReader("Simulated reader")))


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


def asks_for(attempts: int, pin_screen: type[st.Scene]) -> type[st.Scene]:
    """Give the screen that a card with so many attempts left wants."""
    return {0: pin.EnterPuk, 1: pin.EnterCan}.get(attempts, pin_screen)


def below_the_screen(desk: PinDesk, length: int) -> st.Scene:
    """Type digits of any length past the screen and the visit, as if both took them; see what then holds."""
    with pytest.MonkeyPatch.context() as patch:
        for scenes in ("pin_aid", "last_attempt", "signing_in"):
            patch.setattr(f"kiosk.session.scenes.{scenes}.digits", lambda _scene: length)
        return desk.type((desk.right() * 3)[:length])


def all_wiped(desk: PinDesk) -> bool:
    return all(each.is_wiped for each in desk.typed)
