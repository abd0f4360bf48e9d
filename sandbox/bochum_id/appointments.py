"""Appointments: held, confirmed with a number of their own, cancelled (contract 9)."""

from datetime import datetime
from typing import cast

from sqlalchemy import select
from sqlalchemy.orm import Session

from sandbox.bochum_id import wire_appointments as wire
from sandbox.bochum_id.activity import record_activity
from sandbox.bochum_id.backend import Backend
from sandbox.bochum_id.callers import CitizenCaller, TerminalCaller
from sandbox.bochum_id.free_times import give_back, keep, take
from sandbox.bochum_id.offices import Office, in_words, local_day, offices
from sandbox.bochum_id.outbox import send_out
from sandbox.bochum_id.problem_codes import Code
from sandbox.bochum_id.problems import FieldError, ProblemError
from sandbox.bochum_id.receipts import ReceiptContent, ReceiptLine, issue_receipt
from sandbox.bochum_id.store import add_unless_there
from sandbox.bochum_id.tables import Account, Application, Appointment, Hold, JsonObject

type Caller = TerminalCaller | CitizenCaller
_TRIES = 50


def office_of(office_id: str, place: str = "#query/officeId") -> Office:
    office = offices().by_id.get(office_id)
    if office is None:
        raise ProblemError(Code.VALIDATION_FAILED, errors=(FieldError(place, "enum"),))
    return office


def demand_service(backend: Backend, service_id: str, place: str = "#query/serviceId") -> None:
    if service_id not in backend.catalogue.services:
        raise ProblemError(Code.VALIDATION_FAILED, errors=(FieldError(place, "enum"),))


def hold_time(db: Session, backend: Backend, caller: Caller, wanted: wire.NewHold) -> Hold:
    """Keep a time for ten minutes; ProblemError slot-gone when somebody was faster."""
    office = office_of(wanted.office_id, "/officeId")
    demand_service(backend, wanted.service_id, "/serviceId")
    now = backend.clock.now()
    hold = Hold(
        id=backend.ids.new("hld"),
        terminal_id=caller.terminal_id,
        office_id=office.id,
        service_id=wanted.service_id,
        count=wanted.count,
        start=wanted.start,
        expires_at=now + backend.lifetimes.hold,
    )
    if not take(db, office, hold.start, hold.count, hold.id, hold.expires_at, now):
        raise ProblemError(Code.SLOT_GONE)
    db.add(hold)
    return hold


def confirm(db: Session, backend: Backend, caller: Caller, wanted: wire.NewAppointment) -> Appointment:
    """Make a held time an appointment, once; ProblemError hold-expired when it is not held any more."""
    hold = db.get(Hold, wanted.hold_id)
    if hold is None or hold.terminal_id != caller.terminal_id:
        raise ProblemError(Code.NOT_FOUND)
    owner_id = caller.owner_id if isinstance(caller, CitizenCaller) else None
    _demand_own_application(db, wanted.application_id, owner_id)
    year = _birth_year(db, caller, wanted.contact)
    if backend.clock.now() >= hold.expires_at or not keep(db, hold.id, hold.count):
        raise ProblemError(Code.HOLD_EXPIRED)
    office = offices().by_id[hold.office_id]
    appointment = _numbered(db, backend, hold, office, wanted, owner_id, year)
    if owner_id is not None:
        receipt = issue_receipt(db, backend, owner_id, _receipt(appointment, office))
        appointment.receipt_id = receipt.id
        record_activity(
            db,
            backend,
            owner_id,
            "appointment",
            terminal_id=caller.terminal_id,
            recipient=office.name,
            reference=appointment.id,
        )
    _write_to(db, backend, wanted.contact, {"appointment": appointment.number, "office": office.name})
    return appointment


def cancel(db: Session, appointment: Appointment) -> None:
    """Give the time back; cancelling twice is cancelling once."""
    appointment.state = "cancelled"
    give_back(db, appointment.hold_id)


def coming_of(db: Session, owner_id: str, now: datetime) -> list[Appointment]:
    """List somebody's appointments that are still to come, the next one first."""
    coming = select(Appointment).where(
        Appointment.account_id == owner_id, Appointment.state != "cancelled", Appointment.end > now
    )
    return list(db.scalars(coming.order_by(Appointment.start, Appointment.id)))


def coming_under(db: Session, number: str, now: datetime) -> list[Appointment]:
    """List the appointments of a number that are still to come: a number is nobody else's that day alone."""
    coming = select(Appointment).where(Appointment.number == number, Appointment.end > now)
    return list(db.scalars(coming.order_by(Appointment.start, Appointment.id)))


def office_view(office: Office) -> wire.OfficeView:
    return wire.OfficeView(id=office.id, name=office.name, address=office.address, walk_in=office.walk_in)


def view_of(
    backend: Backend, appointment: Appointment, language: str, *, with_code: bool = False
) -> wire.AppointmentView:
    service = backend.catalogue.services.get(appointment.service_id)
    bring = cast("list[dict[str, dict[str, str]]]", service.definition.get("bring", []) if service else [])
    titles = [entry["title"] for entry in bring]
    return wire.AppointmentView(
        id=appointment.id,
        number=appointment.number,
        start=appointment.start,
        end=appointment.end,
        office=office_view(offices().by_id[appointment.office_id]),
        service_id=appointment.service_id,
        bring=[title.get(language, title["de"]) for title in titles],
        cancel_code=appointment.cancel_code if with_code else None,
        receipt_id=appointment.receipt_id,
    )


def _numbered(
    db: Session,
    backend: Backend,
    hold: Hold,
    office: Office,
    wanted: wire.NewAppointment,
    owner_id: str | None,
    birth_year: int,
) -> Appointment:
    """Give the appointment a number that is nobody else's that day and does not tell how many there are."""
    for _ in range(_TRIES):
        appointment = Appointment(
            id=backend.ids.new("apt"),
            hold_id=hold.id,
            number=f"{office.letter}-{backend.ids.digits(4)}",
            day=local_day(hold.start).isoformat(),
            office_id=hold.office_id,
            service_id=hold.service_id,
            count=hold.count,
            start=hold.start,
            end=hold.start + hold.count * offices().slot,
            account_id=owner_id,
            application_id=wanted.application_id,
            contact=wanted.contact.model_dump(mode="json", by_alias=True, exclude_none=True),
            birth_year=birth_year,
            cancel_code=backend.ids.signs(4),
            state="booked",
        )
        if add_unless_there(db, appointment):
            return appointment
    raise ProblemError(Code.SLOT_GONE)


def _demand_own_application(db: Session, application_id: str | None, owner_id: str | None) -> None:
    if application_id is None:
        return
    application = db.get(Application, application_id)
    if application is None or application.account_id != owner_id:
        raise ProblemError(Code.VALIDATION_FAILED, errors=(FieldError("/applicationId", "enum"),))


def _birth_year(db: Session, caller: Caller, contact: wire.Contact) -> int:
    """Find the year that proves at the check-in who comes: told, or known of whoever is signed in."""
    if contact.birth_year is not None:
        return contact.birth_year
    if isinstance(caller, CitizenCaller):
        said = str(caller.attributes.get("DateOfBirth", ""))
        account = db.get(Account, caller.account_id)
        if not said and account is not None:
            known = account.attributes.get("dateOfBirth")
            said = str(known.get("value", "")) if isinstance(known, dict) else ""
        if said[:4].isdecimal():
            return int(said[:4])
    raise ProblemError(Code.VALIDATION_FAILED, errors=(FieldError("/contact/birthYear", "required"),))


def _receipt(appointment: Appointment, office: Office) -> ReceiptContent:
    text = f"{in_words(appointment.start)}, {office.name}, {office.address}"
    line = ReceiptLine(1, {"de": office.name, "en": office.name}, 0, text)
    return ReceiptContent("appointment", appointment.number, {"de": "Termin", "en": "Appointment"}, (line,))


def _write_to(db: Session, backend: Backend, contact: wire.Contact, content: JsonObject) -> None:
    if contact.email is not None:
        send_out(db, backend, "email", contact.email, content)
    if contact.phone is not None:
        send_out(db, backend, "sms", contact.phone, content)
