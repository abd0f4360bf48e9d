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
    ap.AppointmentDesk
    | ap.ChooseConcern
    | ap.EnterNumber
    | ap.CheckingIn
    | ap.TooEarly
    | ap.DrawingNumber
    | ap.NoWalkIn
    | ap.TicketDrawn
    | ap.CancellingAppointment
    | ap.AppointmentCancelled
)


def turn(visit: st.Visit, scene: ArrivingScene, event: ev.Event) -> Turn:
    match scene, event:
        case ap.AppointmentDesk(errand), ae.DeskWishChosen(wish):
            return _wished(errand, wish)
        case ap.AppointmentDesk(errand), ev.Back():
            return Turn(st.AboutService(errand))
        case ap.ChooseConcern(), _:
            return _choose_concern(scene, event)
        case ap.EnterNumber(), _:
            return _enter_number(scene, event)
        case ap.CheckingIn(errand) | ap.DrawingNumber(errand), ae.TicketGiven(ticket):
            return _given(visit, errand, ticket)
        case ap.CheckingIn(errand), ae.CheckInOpensLater(opens_at):
            return Turn(ap.TooEarly(errand, opens_at))
        case ap.CheckingIn(errand, number), ae.NumberUnknown():
            return _unknown(errand, ap.DeskWish.CHECK_IN, number)
        case ap.CancellingAppointment(errand, number), ae.NumberUnknown():
            return _unknown(errand, ap.DeskWish.CANCEL, number)
        case ap.CancellingAppointment(errand), ae.CancelDone():
            return Turn(ap.AppointmentCancelled(errand))
        case ap.DrawingNumber(errand), ae.WalkInClosed():
            return Turn(ap.NoWalkIn(errand))
        case ap.TicketDrawn(), ev.SlipAsked() | ev.SlipHandled() | ev.Failing():
            return slips.turned(
                visit, event, scene.slip, ticket_slip(scene.ticket), lambda fate: replace(scene, slip=fate)
            )
        case ap.TicketDrawn() | ap.TooEarly() | ap.AppointmentCancelled() | ap.NoWalkIn(), ev.Continue():
            return goodbye(visit.reader, do.EndedHow.FINISHED)
        case ap.TooEarly(errand) | ap.NoWalkIn(errand), ev.Back():
            return Turn(ap.AppointmentDesk(errand))
        case _:
            return STAY


def begin(scene: ap.CheckingIn | ap.DrawingNumber | ap.CancellingAppointment) -> Turn:
    """Begin one of the scenes that wait, or begin it anew."""
    match scene:
        case ap.CheckingIn(_, number, birth_year):
            return Turn(scene, (ax.CheckIn(number, birth_year),))
        case ap.DrawingNumber(_, service_id):
            return Turn(scene, (ax.DrawNumber(service_id),))
        case ap.CancellingAppointment(_, number, code):
            return Turn(scene, (ax.CancelAppointment(number, code),))
        case _:
            assert_never(scene)


def _wished(errand: Errand, wish: ap.DeskWish) -> Turn:
    match wish:
        case ap.DeskWish.BOOK | ap.DeskWish.WAITING_NUMBER:
            return Turn(ap.ChooseConcern(errand, wish))
        case ap.DeskWish.CHECK_IN | ap.DeskWish.CANCEL:
            first = ap.NumberQuestion.NUMBER
            return Turn(ap.EnterNumber(errand, wish, first, "", "", ap.NumberWord.NOTHING))
        case _:
            assert_never(wish)


def concerns(errand: Errand) -> tuple[ServiceSummary, ...]:
    """List what an appointment can be for: every service but the one that is about appointments."""
    here = errand.service.id if errand.definition.destination is Destination.APPOINTMENTS else ""
    return tuple(each for each in errand.catalogue.services if each.id != here)


def _choose_concern(scene: ap.ChooseConcern, event: ev.Event) -> Turn:
    errand = scene.errand
    match event:
        case ev.ServiceChosen(service_id):
            chosen = [each for each in concerns(errand) if each.id == service_id]
            if not chosen:
                return STAY
            if scene.wish is ap.DeskWish.WAITING_NUMBER:
                return begin(ap.DrawingNumber(errand, service_id))
            purpose = ap.AppointmentPurpose(service_id, chosen[0].title)
            return finding_time.begin(ap.FindingOffices(ap.OnItsOwn(errand, purpose)))
        case ev.Back():
            return Turn(ap.AppointmentDesk(errand))
        case _:
            return STAY


def _given(visit: st.Visit, errand: Errand, ticket: QueueTicket) -> Turn:
    """The number comes on paper by itself: nobody should have to remember it."""
    drawn = ap.TicketDrawn(errand, ticket, NOT_ASKED)
    return slips.turned(
        visit, ev.SlipAsked(), drawn.slip, ticket_slip(ticket), lambda fate: replace(drawn, slip=fate)
    )


def _unknown(errand: Errand, wish: ap.DeskWish, number: str) -> Turn:
    return Turn(ap.EnterNumber(errand, wish, ap.NumberQuestion.NUMBER, number, "", ap.NumberWord.UNKNOWN))


# ---------------------------------------------------------------- what is typed


def written(scene: ap.EnterNumber) -> str:
    """Give what is typed of the question on the screen."""
    return scene.number if scene.asking is ap.NumberQuestion.NUMBER else scene.proof


def proof_of(wish: ap.DeskWish) -> ap.NumberQuestion:
    """Tell what proves whose number it is."""
    checks_in = wish is ap.DeskWish.CHECK_IN
    return ap.NumberQuestion.BIRTH_YEAR if checks_in else ap.NumberQuestion.CANCEL_CODE


def _enter_number(scene: ap.EnterNumber, event: ev.Event) -> Turn:
    asks_number = scene.asking is ap.NumberQuestion.NUMBER
    match event:
        case ae.Noted(text):
            noted = text.upper().replace(" ", "")
            changed = replace(scene, number=noted) if asks_number else replace(scene, proof=noted)
            return Turn(replace(changed, word=ap.NumberWord.NOTHING))
        case ev.Continue() if not _is_right(scene):
            return Turn(replace(scene, word=ap.NumberWord.MISTYPED))
        case ev.Continue() if asks_number:
            return Turn(replace(scene, asking=proof_of(scene.wish), word=ap.NumberWord.NOTHING))
        case ev.Continue():
            return begin(_proven(scene))
        case ev.Back() if asks_number:
            return Turn(ap.AppointmentDesk(scene.errand))
        case ev.Back():
            return Turn(replace(scene, asking=ap.NumberQuestion.NUMBER, word=ap.NumberWord.NOTHING))
        case _:
            return STAY


def _proven(scene: ap.EnterNumber) -> ap.CheckingIn | ap.CancellingAppointment:
    number = f"{scene.number[0]}-{scene.number[-4:]}"
    if scene.wish is ap.DeskWish.CHECK_IN:
        return ap.CheckingIn(scene.errand, number, int(scene.proof))
    return ap.CancellingAppointment(scene.errand, number, scene.proof)


def _is_right(scene: ap.EnterNumber) -> bool:
    match scene.asking:
        case ap.NumberQuestion.NUMBER:
            return _NUMBER.fullmatch(scene.number) is not None
        case ap.NumberQuestion.BIRTH_YEAR:
            return is_year(scene.proof)
        case ap.NumberQuestion.CANCEL_CODE:
            return _CODE.fullmatch(scene.proof) is not None
        case _:
            assert_never(scene.asking)
