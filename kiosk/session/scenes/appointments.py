"""Everything about appointments: the door to it, and the way on after something that failed."""

from typing import assert_never

from kiosk.session import appointment_states as ap
from kiosk.session import desk_states as dk
from kiosk.session import events as ev
from kiosk.session import states as st
from kiosk.session.errand import Errand, FormPlace
from kiosk.session.failure import Failure
from kiosk.session.scenes import arriving, finding_time, keeping_time, sending
from kiosk.session.scenes.turn import Turn


def begin(visit: st.Visit, errand: Errand, purpose: ap.AppointmentPurpose | None = None) -> Turn:
    """Begin at the appointment desk, or with the offices where `purpose` says what the appointment is for.

    Nobody need be signed in. In a closed city back to where that is said.
    """
    if isinstance(visit.city, st.CityClosed):
        return Turn(st.AboutService(errand))
    if purpose is None:
        return Turn(dk.AppointmentDesk(errand))
    return finding_time.begin(ap.FindingOffices(ap.OnItsOwn(errand, purpose)))


def purpose_of(errand: Errand) -> ap.AppointmentPurpose | None:
    """Give what the service of this errand makes appointments for; None when it makes none."""
    need = errand.definition.appointment
    if need is None:
        return None
    count = need.count if isinstance(need.count, int) else 1
    return ap.AppointmentPurpose(need.service_id, errand.definition.title, count)


def turn(visit: st.Visit, scene: ap.AppointmentScene, event: ev.Event) -> Turn:
    match scene, event:
        case (
            ap.FindingOffices()
            | ap.FindingDays()
            | ap.FindingTimes()
            | ap.HoldingTime()
            | ap.BookingTime()
            | dk.CheckingIn()
            | dk.DrawingNumber()
            | dk.CancellingAppointment(),
            ev.Failing(failure),
        ):
            return _failed(failure, scene)
        case _:
            pass
    match scene:
        case (
            ap.FindingOffices()
            | ap.ChooseOffice()
            | ap.FindingDays()
            | ap.ChooseDay()
            | ap.FindingTimes()
            | ap.ChooseTime()
        ):
            return finding_time.turn(scene, event)
        case (
            ap.HoldingTime()
            | ap.EnterContact()
            | ap.CheckAppointment()
            | ap.BookingTime()
            | ap.AppointmentMade()
        ):
            return keeping_time.turn(visit, scene, event)
        case (
            dk.AppointmentDesk()
            | dk.ChooseConcern()
            | dk.EnterNumber()
            | dk.CheckingIn()
            | dk.TooEarly()
            | dk.DrawingNumber()
            | dk.NoWalkIn()
            | dk.TicketDrawn()
            | dk.CancellingAppointment()
            | dk.AppointmentCancelled()
        ):
            return arriving.turn(visit, scene, event)
        case _:
            assert_never(scene)


def restart(visit: st.Visit, scene: ap.WaitingForAppointments) -> Turn:
    """Try again what failed."""
    match scene:
        case ap.FindingOffices() | ap.FindingDays() | ap.FindingTimes() | ap.HoldingTime():
            return finding_time.begin(scene)
        case ap.BookingTime():
            return keeping_time.begin(visit, scene)
        case dk.CheckingIn() | dk.DrawingNumber() | dk.CancellingAppointment():
            return arriving.begin(scene)
        case _:
            assert_never(scene)


def back(scene: ap.WaitingForAppointments) -> Turn:
    """Back to the last choice before what failed."""
    match scene:
        case ap.FindingOffices(occasion):
            return finding_time.leave(occasion)
        case ap.FindingDays(where):
            return Turn(ap.ChooseOffice(where.occasion, where.offices, ap.OfficeWord.NOTHING))
        case ap.FindingTimes(when) | ap.HoldingTime(when):
            where = when.where
            return Turn(ap.ChooseDay(where, when.days, finding_time.month_of(when.day)))
        case ap.BookingTime(when, held, known):
            return Turn(ap.CheckAppointment(when, held, known))
        case dk.CheckingIn(errand) | dk.DrawingNumber(errand) | dk.CancellingAppointment(errand):
            return Turn(dk.AppointmentDesk(errand))
        case _:
            assert_never(scene)


def _failed(failure: Failure, scene: ap.WaitingForAppointments) -> Turn:
    again, at = st.AppointmentAgain(scene), _application_at(scene)
    if at is None:
        return Turn(st.Failed(failure, again))
    errand = sending.unfinished(at.application, at.form)
    return sending.failed(failure, errand, at.application.session, again)


def _application_at(scene: ap.WaitingForAppointments) -> FormPlace | None:
    """Give the application that a time is looked for; None where there is none."""
    occasion = ap.occasion_of(scene)
    return occasion.at if isinstance(occasion, ap.ForApplication) else None
