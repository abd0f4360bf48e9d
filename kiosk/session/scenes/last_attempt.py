"""The CAN before the last attempt of a sign-in: the card opens it, and the PIN is asked for once more."""

from dataclasses import replace
from typing import assert_never

from cardreader.reader import CardPresent
from kiosk.session import effects as do
from kiosk.session import events as ev
from kiosk.session import pin_effects as px
from kiosk.session import pin_events as pe
from kiosk.session import pin_states as pin
from kiosk.session import states as st
from kiosk.session.number_length import digits
from kiosk.session.pin_states import ForSignIn
from kiosk.session.pin_values import CardNumber, PadWord
from kiosk.session.scenes import signing_in
from kiosk.session.scenes.turn import STAY, Turn


def turn(
    at: ForSignIn, scene: pin.EnterCan | pin.TypeNumberOnReader | pin.CheckingNumber, event: ev.Event
) -> Turn:
    """Answer in a scene that resumes a sign-in."""
    match scene:
        case pin.EnterCan():
            return _enter(at, scene, event)
        case pin.TypeNumberOnReader():
            return _typed_on_reader(at, event)
        case pin.CheckingNumber():
            return _checking(at, event)
        case _:
            assert_never(scene)


def _enter(at: ForSignIn, scene: pin.EnterCan, event: ev.Event) -> Turn:
    match event:
        case pe.CanEntered(can) if len(can) == digits(scene):
            return Turn(pin.CheckingNumber(at, CardNumber.CAN), (px.ResumeSignIn(can),))
        case ev.Back():
            return Turn(st.WhoAsks(at.errand, at.sign_in, at.chosen))
        case ev.ReaderChanged(status) if not isinstance(status, CardPresent):
            return signing_in.card_gone(at.errand, status)
        case _:
            return STAY


def _typed_on_reader(at: ForSignIn, event: ev.Event) -> Turn:
    match event:
        case ev.Back():
            return Turn(signing_in.left(at.errand).scene, (do.CancelSignIn(),))
        case ev.ReaderChanged(status) if not isinstance(status, CardPresent):
            return signing_in.card_gone(at.errand, status)
        case _:
            return _checking(at, event)


def _checking(at: ForSignIn, event: ev.Event) -> Turn:
    match event:
        case pe.CanAccepted():
            opened = replace(at.sign_in, last_is_open=True)
            return signing_in.ask_for_pin(at.errand, opened, at.chosen, rejected=False)
        case pe.CanRejected():
            return signing_in.ask_for_can(at, PadWord.WRONG)
        case ev.PinRejected(attempts_left):
            told = replace(at.sign_in, attempts_left=attempts_left)
            return signing_in.ask_for_pin(at.errand, told, at.chosen, rejected=True)
        case ev.Failing(failure):
            return Turn(st.Failed(failure, signing_in.after(failure, at.errand)))
        case _:
            return STAY
