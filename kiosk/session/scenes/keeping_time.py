"""A time that is held, whose it is, and the appointment that comes of it."""

import re
from dataclasses import replace
from typing import Final, assert_never

from kiosk.bochum_id.appointments import Contact
from kiosk.services import form as forms
from kiosk.services.definition import StepKind
from kiosk.services.evidence import ChosenTime, HeldSlot, HeldTime, known_contact
from kiosk.session import appointment_effects as ax
from kiosk.session import appointment_events as ae
from kiosk.session import appointment_states as ap
from kiosk.session import effects as do
from kiosk.session import events as ev
from kiosk.session import states as st
from kiosk.session.appointment_slips import appointment_slip
from kiosk.session.delivery import NOT_ASKED
from kiosk.session.errand import Application, FormPlace
from kiosk.session.scenes import finding_time, form_steps, slips
from kiosk.session.scenes.finishing import goodbye
from kiosk.session.scenes.turn import STAY, Turn
from kiosk.slip import Slip

LONGEST_NAME: Final = 120
FIRST_YEAR: Final = 1900
_EMAIL = re.compile(r"[^@\s\x00-\x1f]+@[^@\s\x00-\x1f]+")
_PHONE = re.compile(r"[+0-9][0-9 /-]{3,30}")

type KeepingScene = (
    ap.HoldingTime | ap.EnterContact | ap.CheckAppointment | ap.BookingTime | ap.AppointmentMade
)


def turn(visit: st.Visit, scene: KeepingScene, event: ev.Event) -> Turn:
    match scene, event:
        case ap.HoldingTime(when, slot), ae.TimeHeld(hold):
            return _held(when, HeldSlot(hold, slot, when.where.office))
        case ap.HoldingTime(when), ae.TimeGone():
            return finding_time.begin(ap.FindingTimes(when, gone=True))
        case ap.EnterContact(), _:
            return _enter_contact(scene, event)
        case ap.CheckAppointment(when, held, known), ev.Continue():
            return begin(visit, ap.BookingTime(when, held, known))
        case ap.CheckAppointment(when, held, known), ev.Back():
            return Turn(ap.EnterContact(when, held, known, ap.ContactQuestion.REACH, wrong=False))
        case ap.BookingTime(when), ae.TimeBooked(appointment):
            occasion = when.where.occasion
            if not isinstance(occasion, ap.OnItsOwn):
                return STAY
            made = ap.AppointmentMade(occasion.errand, occasion.purpose, appointment, NOT_ASKED)
            return slips.turned(
                visit, ev.SlipAsked(), made.slip, slip_of(made), lambda fate: replace(made, slip=fate)
            )
        case ap.BookingTime(when), ae.TimeGone():
            return finding_time.begin(ap.FindingOffices(when.where.occasion, ap.OfficeWord.GONE))
        case ap.AppointmentMade(), ev.SlipAsked() | ev.SlipHandled() | ev.Failing():
            return slips.turned(
                visit, event, scene.slip, slip_of(scene), lambda fate: replace(scene, slip=fate)
            )
        case ap.AppointmentMade(), ev.Continue():
            return goodbye(visit, do.EndedHow.FINISHED)
        case _:
            return STAY


def begin(visit: st.Visit, scene: ap.BookingTime) -> Turn:
    """Make an appointment on its own, or try it again."""
    contact = contact_of(scene.known)
    return Turn(scene, (ax.BookTime(scene.held, contact, None, visit.preferences.language),))


def contact_of(known: ap.KnownContact) -> Contact:
    """Give what the city is told of whoever comes."""
    by_mail = "@" in known.reach
    return Contact(
        family_name=known.family_name,
        birth_year=int(known.birth_year) if known.birth_year else None,
        email=known.reach if by_mail else None,
        phone=known.reach if known.reach and not by_mail else None,
    )


def slip_of(made: ap.AppointmentMade) -> Slip:
    return appointment_slip(made.appointment, made.purpose.title)


# ---------------------------------------------------------------- whose it is


def questions(occasion: ap.Occasion) -> tuple[ap.ContactQuestion, ...]:
    """List what has to be asked of whoever comes; with an application, its answers say most of it."""
    match occasion:
        case ap.ForApplication(at):
            name, year = known_contact(at.form.definition, forms.contents(at.form))
            missing = {ap.ContactQuestion.FAMILY_NAME: not name, ap.ContactQuestion.BIRTH_YEAR: not year}
            return tuple(question for question, is_missing in missing.items() if is_missing)
        case ap.OnItsOwn():
            return tuple(ap.ContactQuestion)
        case _:
            assert_never(occasion)


def is_right(scene: ap.EnterContact) -> bool:
    """Tell whether what is typed can be right."""
    known = scene.known
    match scene.asking:
        case ap.ContactQuestion.FAMILY_NAME:
            return 0 < len(known.family_name.strip()) <= LONGEST_NAME
        case ap.ContactQuestion.BIRTH_YEAR:
            return is_year(known.birth_year) and int(known.birth_year) <= scene.held.slot.start.year
        case ap.ContactQuestion.REACH:
            reach = known.reach.strip()
            return reach == "" or bool(_EMAIL.fullmatch(reach) or _PHONE.fullmatch(reach))
        case _:
            assert_never(scene.asking)


def is_year(text: str) -> bool:
    return re.fullmatch(r"[0-9]{4}", text) is not None and int(text) >= FIRST_YEAR


def _held(when: ap.OnDay, held: HeldSlot) -> Turn:
    occasion = when.where.occasion
    known = ap.KnownContact()
    if isinstance(occasion, ap.ForApplication):
        form = occasion.at.form
        known = ap.KnownContact(*known_contact(form.definition, forms.contents(form)))
    return _ask(when, held, known, questions(occasion))


def _ask(
    when: ap.OnDay, held: HeldSlot, known: ap.KnownContact, left: tuple[ap.ContactQuestion, ...]
) -> Turn:
    """To the next question about whoever comes; with none left, on."""
    if left:
        return Turn(ap.EnterContact(when, held, known, left[0], wrong=False))
    match when.where.occasion:
        case ap.ForApplication(at):
            form = with_time(at.form, HeldTime(held, contact_of(known)))
            return form_steps.onward(at.application, form, at.step_id, reviewing=at.reviewing)
        case ap.OnItsOwn():
            return Turn(ap.CheckAppointment(when, held, known))
        case _:
            assert_never(when.where.occasion)


def _enter_contact(scene: ap.EnterContact, event: ev.Event) -> Turn:
    if not isinstance(event, ae.Noted | ev.Continue | ev.Back):
        return STAY
    asked = questions(scene.when.where.occasion)
    place = asked.index(scene.asking)
    match event:
        case ae.Noted(text):
            return Turn(replace(scene, known=_noted(scene, text), wrong=False))
        case ev.Continue() if is_right(scene):
            return _ask(scene.when, scene.held, _trimmed(scene.known), asked[place + 1 :])
        case ev.Continue():
            return Turn(replace(scene, wrong=True))
        case ev.Back() if place > 0:
            return Turn(replace(scene, asking=asked[place - 1], wrong=False))
        case ev.Back():
            return finding_time.begin(ap.FindingTimes(scene.when))


def _noted(scene: ap.EnterContact, text: str) -> ap.KnownContact:
    match scene.asking:
        case ap.ContactQuestion.FAMILY_NAME:
            return replace(scene.known, family_name=text[:LONGEST_NAME])
        case ap.ContactQuestion.BIRTH_YEAR:
            return replace(scene.known, birth_year=text)
        case ap.ContactQuestion.REACH:
            return replace(scene.known, reach=text)
        case _:
            assert_never(scene.asking)


def _trimmed(known: ap.KnownContact) -> ap.KnownContact:
    return replace(known, family_name=known.family_name.strip(), reach=known.reach.strip())


# ---------------------------------------------------------------- with an application


def keep(visit: st.Visit, scene: ap.KeepingTime) -> Turn:
    """Make the time of an application an appointment, just before the application is paid and sent."""
    at, time = scene.at, scene.held
    return Turn(scene, (ax.BookTime(time.held, time.contact, at.application, visit.preferences.language),))


def time_step(application: Application, form: forms.Form) -> FormPlace | None:
    """Give the place in the form where its time is chosen; None where the form asks for none."""
    for step in forms.visible_steps(form):
        if step.kind is StepKind.APPOINTMENT:
            return FormPlace(application, form, step.id, reviewing=True)
    return None


def with_time(form: forms.Form, time: ChosenTime) -> forms.Form:
    return replace(form, evidence=replace(form.evidence, time=time))
