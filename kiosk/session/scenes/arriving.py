"""At the appointment desk: checking in, drawing a waiting number, giving an appointment back."""

import re
from dataclasses import replace
from typing import assert_never

from kiosk.bochum_id.appointments import QueueTicket
from kiosk.bochum_id.values import ServiceSummary
from kiosk.services.beyond_form import Destination
from kiosk.session import appointment_effects as ax
from kiosk.session import appointment_events as ae
from kiosk.session import appointment_states as ap
from kiosk.session import desk_states as dk
from kiosk.session import effects as do
from kiosk.session import events as ev
from kiosk.session import states as st
from kiosk.session.appointment_slips import ticket_slip
from kiosk.session.delivery import NOT_ASKED
from kiosk.session.errand import Errand
from kiosk.session.scenes import finding_time, slips
from kiosk.session.scenes.finishing import goodbye
from kiosk.session.scenes.keeping_time import is_year
from kiosk.session.scenes.turn import STAY, Turn

_NUMBER = re.compile(r"[A-Z]-?[0-9]{4}")
_CODE = re.compile(r"[A-Z0-9]{4}")

type ArrivingScene = (
    dk.AppointmentDesk
    | dk.ChooseConcern
    | dk.EnterNumber
    | dk.CheckingIn
    | dk.TooEarly
    | dk.DrawingNumber
    | dk.NoWalkIn
    | dk.TicketDrawn
    | dk.CancellingAppointment
    | dk.AppointmentCancelled
)


def turn(visit: st.Visit, scene: ArrivingScene, event: ev.Event) -> Turn:
    match scene, event:
        case dk.AppointmentDesk(errand), ae.DeskWishChosen(wish):
            return _wished(errand, wish)
        case dk.AppointmentDesk(errand), ev.Back():
            return Turn(st.AboutService(errand))
        case dk.ChooseConcern(), _:
            return _choose_concern(scene, event)
        case dk.EnterNumber(), _:
            return _enter_number(scene, event)
        case dk.CheckingIn(errand) | dk.DrawingNumber(errand), ae.TicketGiven(ticket):
            return _given(visit, errand, ticket)
        case dk.CheckingIn(errand), ae.CheckInOpensLater(opens_at):
            return Turn(dk.TooEarly(errand, opens_at))
        case dk.CheckingIn(errand, number), ae.NumberUnknown():
            return _unknown(errand, dk.DeskWish.CHECK_IN, number)
        case dk.CancellingAppointment(errand, number), ae.NumberUnknown():
            return _unknown(errand, dk.DeskWish.CANCEL, number)
        case dk.CancellingAppointment(errand), ae.CancelDone():
            return Turn(dk.AppointmentCancelled(errand))
        case dk.DrawingNumber(errand), ae.WalkInClosed():
            return Turn(dk.NoWalkIn(errand))
        case dk.TicketDrawn(), ev.SlipAsked() | ev.SlipHandled() | ev.Failing():
            return slips.turned(
                visit, event, scene.slip, ticket_slip(scene.ticket), lambda fate: replace(scene, slip=fate)
            )
        case dk.TicketDrawn() | dk.TooEarly() | dk.AppointmentCancelled() | dk.NoWalkIn(), ev.Continue():
            return goodbye(visit, do.EndedHow.FINISHED)
        case dk.TooEarly(errand) | dk.NoWalkIn(errand), ev.Back():
            return Turn(dk.AppointmentDesk(errand))
        case _:
            return STAY


def begin(scene: dk.CheckingIn | dk.DrawingNumber | dk.CancellingAppointment) -> Turn:
    """Begin one of the scenes that wait, or begin it anew."""
    match scene:
        case dk.CheckingIn(_, number, birth_year):
            return Turn(scene, (ax.CheckIn(number, birth_year),))
        case dk.DrawingNumber(_, service_id):
            return Turn(scene, (ax.DrawNumber(service_id),))
        case dk.CancellingAppointment(_, number, code):
            return Turn(scene, (ax.CancelAppointment(number, code),))
        case _:
            assert_never(scene)


def _wished(errand: Errand, wish: dk.DeskWish) -> Turn:
    match wish:
        case dk.DeskWish.BOOK | dk.DeskWish.WAITING_NUMBER:
            return Turn(dk.ChooseConcern(errand, wish))
        case dk.DeskWish.CHECK_IN | dk.DeskWish.CANCEL:
            first = dk.NumberQuestion.NUMBER
            return Turn(dk.EnterNumber(errand, wish, first, "", "", dk.NumberWord.NOTHING))
        case _:
            assert_never(wish)


def concerns(errand: Errand) -> tuple[ServiceSummary, ...]:
    """List what an appointment can be for: every service but the one that is about appointments."""
    here = errand.service.id if errand.definition.destination is Destination.APPOINTMENTS else ""
    return tuple(each for each in errand.catalogue.services if each.id != here)


def _choose_concern(scene: dk.ChooseConcern, event: ev.Event) -> Turn:
    errand = scene.errand
    match event:
        case ev.ServiceChosen(service_id):
            chosen = [each for each in concerns(errand) if each.id == service_id]
            if not chosen:
                return STAY
            if scene.wish is dk.DeskWish.WAITING_NUMBER:
                return begin(dk.DrawingNumber(errand, service_id))
            purpose = ap.AppointmentPurpose(service_id, chosen[0].title)
            return finding_time.begin(ap.FindingOffices(ap.OnItsOwn(errand, purpose)))
        case ev.Back():
            return Turn(dk.AppointmentDesk(errand))
        case _:
            return STAY


def _given(visit: st.Visit, errand: Errand, ticket: QueueTicket) -> Turn:
    """The number comes on paper by itself: nobody should have to remember it."""
    drawn = dk.TicketDrawn(errand, ticket, NOT_ASKED)
    return slips.turned(
        visit, ev.SlipAsked(), drawn.slip, ticket_slip(ticket), lambda fate: replace(drawn, slip=fate)
    )


def _unknown(errand: Errand, wish: dk.DeskWish, number: str) -> Turn:
    return Turn(dk.EnterNumber(errand, wish, dk.NumberQuestion.NUMBER, number, "", dk.NumberWord.UNKNOWN))


# ---------------------------------------------------------------- what is typed


def written(scene: dk.EnterNumber) -> str:
    """Give what is typed of the question on the screen."""
    return scene.number if scene.asking is dk.NumberQuestion.NUMBER else scene.proof


def proof_of(wish: dk.DeskWish) -> dk.NumberQuestion:
    """Tell what proves whose number it is."""
    checks_in = wish is dk.DeskWish.CHECK_IN
    return dk.NumberQuestion.BIRTH_YEAR if checks_in else dk.NumberQuestion.CANCEL_CODE


def _enter_number(scene: dk.EnterNumber, event: ev.Event) -> Turn:
    asks_number = scene.asking is dk.NumberQuestion.NUMBER
    match event:
        case ae.Noted(text):
            noted = text.upper().replace(" ", "")
            changed = replace(scene, number=noted) if asks_number else replace(scene, proof=noted)
            return Turn(replace(changed, word=dk.NumberWord.NOTHING))
        case ev.Continue() if not _is_right(scene):
            return Turn(replace(scene, word=dk.NumberWord.MISTYPED))
        case ev.Continue() if asks_number:
            return Turn(replace(scene, asking=proof_of(scene.wish), word=dk.NumberWord.NOTHING))
        case ev.Continue():
            return begin(_proven(scene))
        case ev.Back() if asks_number:
            return Turn(dk.AppointmentDesk(scene.errand))
        case ev.Back():
            return Turn(replace(scene, asking=dk.NumberQuestion.NUMBER, word=dk.NumberWord.NOTHING))
        case _:
            return STAY


def _proven(scene: dk.EnterNumber) -> dk.CheckingIn | dk.CancellingAppointment:
    number = f"{scene.number[0]}-{scene.number[-4:]}"
    if scene.wish is dk.DeskWish.CHECK_IN:
        return dk.CheckingIn(scene.errand, number, int(scene.proof))
    return dk.CancellingAppointment(scene.errand, number, scene.proof)


def _is_right(scene: dk.EnterNumber) -> bool:
    match scene.asking:
        case dk.NumberQuestion.NUMBER:
            return _NUMBER.fullmatch(scene.number) is not None
        case dk.NumberQuestion.BIRTH_YEAR:
            return is_year(scene.proof)
        case dk.NumberQuestion.CANCEL_CODE:
            return _CODE.fullmatch(scene.proof) is not None
        case _:
            assert_never(scene.asking)
