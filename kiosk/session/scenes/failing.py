"""The way out of every failure: back to where it went wrong with everything kept, or to a good end."""

from dataclasses import replace
from typing import assert_never

from cardreader.reader import CardPresent, EmptyReader, NoReader
from kiosk.session import effects as do
from kiosk.session import events as ev
from kiosk.session import own_states as own
from kiosk.session import pin_states as pin
from kiosk.session import sign_in_states as si
from kiosk.session import states as st
from kiosk.session.errand import NOBODY, Errand, Nobody, SignedInAs
from kiosk.session.failure import Failure
from kiosk.session.paying import Due
from kiosk.session.scenes import (
    appointments,
    attaching,
    doors,
    form_steps,
    own_things,
    password,
    paying,
    pin_aid,
    sending,
    signing_in,
    ways_in,
)
from kiosk.session.scenes.finishing import goodbye
from kiosk.session.scenes.looking_up import look_up
from kiosk.session.scenes.turn import STAY, Turn

CURED_BY_PLACING = frozenset(
    {
        Failure.CARD_REMOVED,
        Failure.CARD_ASKEW,
        Failure.CARD_UNREADABLE,
        Failure.NOT_AN_ID_CARD,
        Failure.TOO_MANY_TRIES,
        Failure.ACCOUNT_LOCKED,
        Failure.CARD_OF_ANOTHER,
        Failure.PIN_UNCERTAIN,
    }
)
"""Where putting a card on the reader says it all."""


def turn(visit: st.Visit, scene: st.Failed, event: ev.Event) -> Turn:
    match event:
        case ev.TryAgain():
            return _try_again(visit, scene.failure, scene.again)
        case ev.Back():
            return _back(scene.again)
        case ev.Continue() if isinstance(scene.again, st.StartOver):
            return goodbye(visit, do.EndedHow.FAILED)
        case ev.ReaderChanged(EmptyReader(is_restless=True)) if scene.failure is Failure.CARD_REMOVED:
            return Turn(st.Failed(Failure.CARD_ASKEW, scene.again))
        case ev.ReaderChanged(status) if isinstance(scene.again, st.SignInAgain | pin.PinAgain):
            placed = isinstance(status, CardPresent) and scene.failure in CURED_BY_PLACING
            healed = not isinstance(status, NoReader) and scene.failure is Failure.READER_GONE
            return _try_again(visit, scene.failure, scene.again) if placed or healed else STAY
        case _:
            return STAY


def _back(again: st.Again) -> Turn:
    """To the last choice before; what was typed stays, what was sent cannot be taken back."""
    match again:
        case st.OpenServiceAgain(catalogue, topic, _, way):
            return Turn(doors.choice_before(catalogue, topic, way))
        case st.SignInAgain(errand):
            return signing_in.left(errand)
        case pin.PinAgain(task):
            return Turn(pin_aid.before(task))
        case pin.MendCard(errand):
            return signing_in.left(errand)
        case pin.StaySignedIn(errand):
            return _as_signed_in(errand)
        case st.PasswordAgain(errand):
            return Turn(si.ChooseSignIn(errand))
        case st.OpenSessionAgain(errand):
            return Turn(st.AboutService(errand))
        case st.PriceAgain(application, form):
            return form_steps.last_step(application, form)
        case st.PayAgain(due):
            return paying.review(due)
        case own.LookUpAgain(owner, wish):
            return own_things.before(owner, wish)
        case st.FilesAgain(waiting):
            return attaching.back(waiting)
        case st.AppointmentAgain(looking):
            return appointments.back(looking)
        case st.StartOver() | st.OpenApplicationAgain() | st.SendAgain():
            return STAY
        case _:
            assert_never(again)


def _as_signed_in(errand: Errand) -> Turn:
    """To what was on the screen before the card was needed; the session is as it was."""
    match errand.caller:
        case SignedInAs(session):
            return password.before(replace(errand, caller=NOBODY), session)
        case Nobody():
            return Turn(st.AboutService(errand))
        case _:
            assert_never(errand.caller)


def _try_again(visit: st.Visit, failure: Failure, again: st.Again) -> Turn:
    """Back to where it went wrong, with everything that was typed."""
    match again:
        case st.StartOver():
            return STAY
        case st.OpenServiceAgain():
            return doors.open_service(again)
        case st.SignInAgain(errand) if failure is Failure.SESSION_ENDED:
            return ways_in.sign_in(visit, errand)
        case st.SignInAgain(errand):
            return ways_in.place_card(visit, errand)
        case pin.PinAgain(task):
            return pin_aid.begin(visit, task)
        case pin.MendCard(errand, mend):
            return doors.mend(errand, mend)
        case pin.StaySignedIn(errand):
            return _as_signed_in(errand)
        case st.PasswordAgain(errand, user_name):
            return Turn(si.EnterPassword(errand, user_name, rejected=False))
        case st.OpenSessionAgain(errand):
            return ways_in.without_sign_in(visit, errand)
        case st.OpenApplicationAgain(errand, session):
            return ways_in.open_application(errand, session)
        case st.PriceAgain(application, form):
            return form_steps.price(application, form)
        case st.PayAgain(due):
            return paying.find_ways(due)
        case st.FilesAgain(waiting):
            return attaching.begin(waiting)
        case st.AppointmentAgain(looking):
            return appointments.restart(visit, looking)
        case st.SendAgain(application, form, quote, cover):
            return sending.send(visit, Due(application, form, quote), cover)
        case own.LookUpAgain(owner, wish):
            return look_up(owner, wish)
        case _:
            assert_never(again)
