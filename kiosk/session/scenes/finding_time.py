"""From the offices to a time that nobody else can take."""

from dataclasses import replace
from datetime import date
from typing import assert_never

from kiosk.bochum_id.values import LocalisedText
from kiosk.services import form as forms
from kiosk.services.beyond_form import Destination
from kiosk.services.definition import KioskMode
from kiosk.services.evidence import party_size
from kiosk.session import appointment_effects as ax
from kiosk.session import appointment_events as ae
from kiosk.session import appointment_states as ap
from kiosk.session import desk_states as dk
from kiosk.session import door_states as door
from kiosk.session import events as ev
from kiosk.session import states as st
from kiosk.session.errand import Errand
from kiosk.session.scenes import form_steps
from kiosk.session.scenes.turn import STAY, Turn

type FindingScene = (
    ap.FindingOffices | ap.ChooseOffice | ap.FindingDays | ap.ChooseDay | ap.FindingTimes | ap.ChooseTime
)


def turn(scene: FindingScene, event: ev.Event) -> Turn:
    match scene, event:
        case ap.FindingOffices(occasion, word), ae.OfficesFound(offices):
            return Turn(ap.ChooseOffice(occasion, offices, word))
        case ap.ChooseOffice(), _:
            return _choose_office(scene, event)
        case ap.FindingDays(where), ae.DaysFound(()):
            return Turn(ap.ChooseOffice(where.occasion, where.offices, ap.OfficeWord.FULL))
        case ap.FindingDays(where), ae.DaysFound(days):
            return Turn(ap.ChooseDay(where, days, month_of(days[0])))
        case ap.ChooseDay(), _:
            return _choose_day(scene, event)
        case ap.FindingTimes(when, gone), ae.TimesFound(slots):
            return Turn(ap.ChooseTime(when, slots, gone))
        case ap.ChooseTime(when, slots), ae.TimeChosen(start):
            chosen = [slot for slot in slots if slot.start == start]
            return begin(ap.HoldingTime(when, chosen[0])) if chosen else STAY
        case ap.ChooseTime(when), ev.Back():
            return begin(ap.FindingDays(when.where))
        case _:
            return STAY


def begin(scene: ap.FindingOffices | ap.FindingDays | ap.FindingTimes | ap.HoldingTime) -> Turn:
    """Begin one of the scenes that wait, or begin it anew."""
    match scene:
        case ap.FindingOffices(occasion):
            effect: ax.AppointmentEffect = ax.FindOffices(service_of(occasion))
        case ap.FindingDays(where):
            effect = ax.FindDays(where.office, service_of(where.occasion), count_of(where.occasion))
        case ap.FindingTimes(when):
            where = when.where
            effect = ax.FindTimes(
                where.office, service_of(where.occasion), count_of(where.occasion), when.day
            )
        case ap.HoldingTime(when, slot):
            occasion = when.where.occasion
            signed_in = isinstance(occasion, ap.ForApplication)
            effect = ax.HoldTime(slot, service_of(occasion), count_of(occasion), signed_in)
        case _:
            assert_never(scene)
    return Turn(scene, (effect,))


def service_of(occasion: ap.Occasion) -> str:
    match occasion:
        case ap.ForApplication(at):
            return form_steps.service_of(at)
        case ap.OnItsOwn(purpose=purpose):
            return purpose.service_id
        case _:
            assert_never(occasion)


def count_of(occasion: ap.Occasion) -> int:
    match occasion:
        case ap.ForApplication(at):
            return party_size(at.form.definition, forms.contents(at.form))
        case ap.OnItsOwn(purpose=purpose):
            return purpose.count
        case _:
            assert_never(occasion)


def title_of(occasion: ap.Occasion) -> LocalisedText:
    """Give what the appointment is for, in words."""
    match occasion:
        case ap.ForApplication(at):
            return at.form.definition.title
        case ap.OnItsOwn(purpose=purpose):
            return purpose.title
        case _:
            assert_never(occasion)


def can_do_without(occasion: ap.Occasion) -> bool:
    """Tell whether an application may go without an appointment."""
    match occasion:
        case ap.ForApplication(at):
            need = at.form.definition.appointment
            return need is not None and not need.required
        case ap.OnItsOwn():
            return False
        case _:
            assert_never(occasion)


def month_of(day: date) -> date:
    return day.replace(day=1)


def leave(occasion: ap.Occasion) -> Turn:
    """Back to where choosing a time began."""
    match occasion:
        case ap.ForApplication(at):
            return form_steps.backward(at.application, at.form, at.step_id, reviewing=at.reviewing)
        case ap.OnItsOwn(errand):
            return to_desk(errand)
        case _:
            assert_never(occasion)


def to_desk(errand: Errand) -> Turn:
    """To the appointment desk, or to the service that led here by itself."""
    match errand.definition.destination, errand.definition.kiosk_mode:
        case Destination.APPOINTMENTS, _:
            return Turn(dk.AppointmentDesk(errand))
        case Destination.PIN_FIRST_AID, _:
            return Turn(door.PinFirstAid(errand))
        case _, KioskMode.INFO_ONLY:
            return Turn(door.Information(errand))
        case _, KioskMode.EXTERNAL:
            return Turn(door.HandOver(errand))
        case _:
            return Turn(st.AboutService(errand))


def _choose_office(scene: ap.ChooseOffice, event: ev.Event) -> Turn:
    match event, scene.occasion:
        case ae.OfficeChosen(office_id), occasion:
            chosen = [office for office in scene.offices if office.id == office_id]
            return begin(ap.FindingDays(ap.AtOffice(occasion, scene.offices, chosen[0]))) if chosen else STAY
        case ae.NoTimeWanted(), ap.ForApplication(at) if can_do_without(scene.occasion):
            return form_steps.onward(at.application, at.form, at.step_id, reviewing=at.reviewing)
        case ev.Back(), occasion:
            return leave(occasion)
        case _:
            return STAY


def _choose_day(scene: ap.ChooseDay, event: ev.Event) -> Turn:
    match event:
        case ae.DayChosen(day) if day in scene.days:
            return begin(ap.FindingTimes(ap.OnDay(scene.where, scene.days, day)))
        case ae.MonthTurned(forward):
            months = sorted({month_of(day) for day in scene.days})
            ahead = [month for month in months if (month > scene.month if forward else month < scene.month)]
            return Turn(replace(scene, month=min(ahead) if forward else max(ahead))) if ahead else STAY
        case ev.Back():
            where = scene.where
            return Turn(ap.ChooseOffice(where.occasion, where.offices, ap.OfficeWord.NOTHING))
        case _:
            return STAY
