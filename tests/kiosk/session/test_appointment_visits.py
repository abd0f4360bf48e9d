"""Appointments, with an application and on their own: nothing is lost when a time is."""

from walking import after, effect

from kiosk.services.evidence import BookedTime, HeldTime, NoTime
from kiosk.session import appointment_effects as ax
from kiosk.session import appointment_events as ae
from kiosk.session import appointment_states as ap
from kiosk.session import desk_states as dk
from kiosk.session import effects as do
from kiosk.session import events as ev
from kiosk.session import payment_states as pay
from kiosk.session import states as st
from kiosk.session.cover import NOTHING_DUE
from kiosk.session.delivery import OnItsWay, Printed
from kiosk.session.paying import Due
from kiosk.session.preferences import Language
from kiosk.session.scenes import appointments, keeping_time
from kiosk.session.step import step
from tests import evidence_samples as evidence
from tests import samples
from tests.samples import APPLICATION, CITIES, ERRAND, FOR_PENSION, SCENES, SERVICE, visit
from ui.gallery import evidence_samples as gallery

PURPOSE = ap.AppointmentPurpose(SERVICE.id, SERVICE.title)
TO_THE_TIMES = (
    ae.OfficesFound(gallery.OFFICES),
    ae.OfficeChosen(gallery.MITTE.id),
    ae.DaysFound(gallery.DAYS),
    ae.DayChosen(gallery.DAY),
    ae.TimesFound(gallery.SLOTS),
)


def test_somebody_books_checks_and_gets_a_slip() -> None:
    begun = appointments.begin(visit("AboutService"), ERRAND, PURPOSE)
    assert begun.effects == (ax.FindOffices(SERVICE.id),)
    asked = after(
        visit(begun.scene),
        *TO_THE_TIMES,
        ae.TimeChosen(gallery.SLOTS[4].start),
        ae.TimeHeld(gallery.HELD.hold),
    )
    named = after(
        asked, ae.Noted("Canary-Kin"), ev.Continue(), ae.Noted("1948"), ev.Continue(), ev.Continue()
    )
    assert isinstance(named.scene, ap.CheckAppointment)
    booking = step(named, ev.Continue())
    (book,) = booking.effects
    assert isinstance(book, ax.BookTime)
    assert (book.contact.birth_year, book.contact.email, book.application) == (1948, None, None)
    made = step(booking.visit, ae.TimeBooked(evidence.MADE))
    assert isinstance(made.visit.scene, ap.AppointmentMade)
    assert made.visit.scene.slip == OnItsWay()
    (slip,) = made.effects
    assert isinstance(slip, do.PrintSlip)
    assert slip.slip.code == "B-0472"
    assert slip.language is Language.GERMAN


def test_what_cannot_be_right_is_asked_again() -> None:
    asked = visit(SCENES["EnterContact-year"])
    wrong = after(asked, ae.Noted("19"), ev.Continue())
    assert isinstance(wrong.scene, ap.EnterContact)
    assert wrong.scene.wrong
    assert not after(wrong, ae.Noted("194")).scene.wrong  # type: ignore[union-attr] - the same scene


def test_a_time_that_somebody_else_took_leads_to_the_others() -> None:
    gone = step(visit("HoldingTime"), ae.TimeGone())
    assert isinstance(gone.visit.scene, ap.FindingTimes)
    assert gone.visit.scene.gone
    (find,) = gone.effects
    assert isinstance(find, ax.FindTimes)


def test_a_full_office_leads_to_the_others() -> None:
    full = after(visit("FindingDays"), ae.DaysFound(()))
    assert isinstance(full.scene, ap.ChooseOffice)
    assert full.scene.word is ap.OfficeWord.FULL


def test_an_application_knows_who_comes_and_goes_on() -> None:
    at = gallery.place(APPLICATION, FOR_PENSION, gallery.TIME_STEP, evidence.FILE)
    finding = visit(ap.FindingOffices(ap.ForApplication(at)))
    held = after(
        finding, *TO_THE_TIMES, ae.TimeChosen(gallery.SLOTS[4].start), ae.TimeHeld(gallery.HELD.hold)
    )
    assert isinstance(held.scene, st.Pricing)
    time = held.scene.form.evidence.time
    assert isinstance(time, HeldTime)
    assert (time.contact.family_name, time.contact.birth_year) == ("Canary-Family", 1931)


def test_the_appointment_is_made_before_anything_is_paid_or_sent() -> None:
    review = visit(SCENES["Review-evidence"])
    keeping = effect(review, ev.Continue())
    assert isinstance(keeping, ax.BookTime)
    assert keeping.application == APPLICATION
    kept = after(review, ev.Continue(), ae.TimeBooked(evidence.MADE)).scene
    assert isinstance(kept, pay.FindingWaysToPay)
    assert isinstance(kept.due.form.evidence.time, BookedTime)


def test_the_end_of_an_application_leads_on_to_its_appointment_and_the_slip() -> None:
    due = Due(APPLICATION, keeping_time.with_time(FOR_PENSION, BookedTime(evidence.MADE)), samples.FREE)
    sent = visit(st.Sending(due.application, due.form, due.quote, NOTHING_DUE))
    gone = ev.ReaderChanged(samples.EMPTY)
    done = after(sent, ev.Sent(samples.WITH_SLIP), gone, ev.PaperHandled(Printed()))
    assert isinstance(done.scene, st.Done)
    assert done.scene.outcome.time == BookedTime(evidence.MADE)
    slip = effect(done, ev.Continue())
    assert isinstance(slip, do.PrintSlip)
    assert slip.slip.code == evidence.MADE.number
    assert len(slip.slip.bring) == len(evidence.MADE.bring)
    made = after(done, ev.Continue()).scene
    assert isinstance(made, ap.AppointmentMade)
    assert made.appointment == evidence.MADE
    assert isinstance(after(done, ev.Continue(), ev.SlipHandled(Printed()), ev.Continue()).scene, st.Goodbye)


def test_a_hold_that_is_over_asks_for_another_time_and_loses_nothing() -> None:
    review = visit(SCENES["Review-evidence"])
    gone = after(review, ev.Continue(), ae.TimeGone()).scene
    assert isinstance(gone, ap.FindingOffices)
    assert gone.word is ap.OfficeWord.GONE
    assert isinstance(gone.occasion, ap.ForApplication)
    form = gone.occasion.at.form
    assert isinstance(form.evidence.time, NoTime)
    assert form.answers == review.scene.form.answers  # type: ignore[union-attr] - it is the review
    assert form.evidence.files == (evidence.FILE,)


def test_checking_in_takes_number_and_year() -> None:
    number = visit(
        dk.EnterNumber(ERRAND, dk.DeskWish.CHECK_IN, dk.NumberQuestion.NUMBER, "", "", dk.NumberWord.NOTHING)
    )
    mistyped = after(number, ae.Noted("47"), ev.Continue())
    assert isinstance(mistyped.scene, dk.EnterNumber)
    assert mistyped.scene.word is dk.NumberWord.MISTYPED
    year = after(number, ae.Noted("b 0472"), ev.Continue(), ae.Noted("1948"))
    assert effect(year, ev.Continue()) == ax.CheckIn("B-0472", 1948)
    unknown = after(year, ev.Continue(), ae.NumberUnknown())
    assert isinstance(unknown.scene, dk.EnterNumber)
    assert unknown.scene.word is dk.NumberWord.UNKNOWN


def test_in_a_closed_city_no_appointment_is_begun() -> None:
    closed = visit("AboutService", city=CITIES[1])
    assert appointments.begin(closed, ERRAND).scene == st.AboutService(ERRAND)
