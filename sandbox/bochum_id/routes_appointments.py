"""Appointments and waiting numbers, for anybody at the terminal and for whoever is signed in (contract 9)."""

import hmac
from datetime import date, timedelta
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response
from sqlalchemy.orm import Session

from sandbox.bochum_id import wire_appointments as wire
from sandbox.bochum_id.appointments import (
    cancel,
    coming_of,
    coming_under,
    confirm,
    demand_service,
    hold_time,
    office_of,
    office_view,
    view_of,
)
from sandbox.bochum_id.backend import Backend
from sandbox.bochum_id.callers import (
    BackendDep,
    CitizenCaller,
    EitherDep,
    KnownDep,
    TerminalCaller,
    TerminalDep,
)
from sandbox.bochum_id.components import demand_component
from sandbox.bochum_id.free_times import free_starts
from sandbox.bochum_id.guessing import note_down, too_often
from sandbox.bochum_id.idempotency import EitherKeyed, TerminalKeyed
from sandbox.bochum_id.offices import local_day, offices
from sandbox.bochum_id.problem_codes import Code
from sandbox.bochum_id.problems import ProblemError
from sandbox.bochum_id.queueing import WRONG_NUMBERS, check_in, draw, wrong_numbers_at
from sandbox.bochum_id.refusals import refusals
from sandbox.bochum_id.replies import Reply, json_reply, language_of
from sandbox.bochum_id.store import terminal_lock
from sandbox.bochum_id.tables import Appointment, QueueTicket
from sandbox.bochum_id.wire import Id

router = APIRouter(prefix="/v1")
type OfficeQuery = Annotated[Id, Query(alias="officeId")]
type ServiceQuery = Annotated[Id, Query(alias="serviceId")]
type CountQuery = Annotated[int, Query(ge=1, le=6, description="People or things; each takes a slot.")]


@router.get("/appointments/offices", response_model=wire.OfficeList)
def list_offices(backend: BackendDep, caller: TerminalDep, service_id: ServiceQuery) -> Response:  # noqa: ARG001 - proves who calls
    """List the offices that see people for a service."""
    demand_service(backend, service_id)
    items = [office_view(office) for office in offices().by_id.values()]
    return json_reply(200, wire.OfficeList(items=items)).as_response()


@router.get("/appointments/days", response_model=wire.DayList)
def list_days(
    backend: BackendDep,
    caller: TerminalDep,  # noqa: ARG001 - proves who calls
    office_id: OfficeQuery,
    service_id: ServiceQuery,
    count: CountQuery = 1,
    first: Annotated[date | None, Query(alias="from")] = None,
    last: Annotated[date | None, Query(alias="to")] = None,
) -> Response:
    """List days with free times, as far ahead as appointments are made."""
    office = office_of(office_id)
    demand_service(backend, service_id)
    now = backend.clock.now()
    days = [
        day
        for day in offices().bookable_days(now)
        if (first is None or first <= day) and (last is None or day <= last)
    ]
    with backend.store.transaction() as db:
        demand_component(db, "appointments")
        free = {local_day(start) for start in free_starts(db, office, days, count, now)}
    return json_reply(200, wire.DayList(days=sorted(free))).as_response()


@router.get("/appointments/slots", response_model=wire.SlotList)
def list_slots(
    backend: BackendDep,
    caller: TerminalDep,  # noqa: ARG001 - proves who calls
    office_id: OfficeQuery,
    service_id: ServiceQuery,
    day: Annotated[date, Query(alias="date")],
    count: CountQuery = 1,
) -> Response:
    """List the free times of a day."""
    office = office_of(office_id)
    demand_service(backend, service_id)
    now = backend.clock.now()
    length: timedelta = count * offices().slot
    bookable = [each for each in offices().bookable_days(now) if each == day]
    with backend.store.transaction() as db:
        demand_component(db, "appointments")
        starts = free_starts(db, office, bookable, count, now)
    slots = [wire.SlotView(office_id=office.id, start=start, end=start + length) for start in starts]
    return json_reply(200, wire.SlotList(slots=slots)).as_response()


@router.post(
    "/appointments/holds", status_code=201, response_model=wire.HoldView, responses=refusals(Code.SLOT_GONE)
)
def keep_time(body: wire.NewHold, backend: BackendDep, caller: EitherDep, keyed: EitherKeyed) -> Response:
    """Keep a time for ten minutes; it is free again by itself."""

    def hold(db: Session) -> Reply:
        demand_component(db, "appointments")
        kept = hold_time(db, backend, caller, body)
        return json_reply(201, wire.HoldView(hold_id=kept.id, expires_at=kept.expires_at))

    return keyed.run(hold)


@router.post(
    "/appointments",
    status_code=201,
    response_model=wire.AppointmentView,
    responses=refusals(Code.NOT_FOUND, Code.HOLD_EXPIRED, Code.SLOT_GONE),
)
def make_appointment(
    body: wire.NewAppointment,
    request: Request,
    backend: BackendDep,
    caller: EitherDep,
    keyed: EitherKeyed,
) -> Response:
    """Make an appointment of a time that is kept; the answer alone has the code that cancels it."""

    def book(db: Session) -> Reply:
        appointment = confirm(db, backend, caller, body)
        view = view_of(backend, appointment, language_of(request), with_code=True)
        return json_reply(201, view, {"Location": f"/v1/appointments/{appointment.id}"})

    return keyed.run(book)


@router.get("/appointments", response_model=wire.AppointmentList)
def list_own(request: Request, backend: BackendDep, caller: KnownDep) -> Response:
    """List the appointments of whoever is signed in that are still to come."""
    with backend.store.transaction() as db:
        coming = coming_of(db, caller.owner_id, backend.clock.now())
    language = language_of(request)
    items = [view_of(backend, appointment, language) for appointment in coming]
    return json_reply(200, wire.AppointmentList(items=items)).as_response()


@router.delete("/appointments/{appointment_id}", status_code=204, responses=refusals(Code.TOO_MANY_ATTEMPTS))
def cancel_appointment(
    appointment_id: Id, backend: BackendDep, caller: EitherDep, body: wire.CancelCode | None = None
) -> Response:
    """Cancel an appointment: one's own when signed in, any with its code at the terminal."""
    with backend.store.transaction(terminal_lock(caller.terminal_id)) as db:
        found = _to_cancel(db, backend, appointment_id, caller, body)
        if isinstance(found, Appointment):
            cancel(db, found)
    if isinstance(found, ProblemError):
        raise found
    return Response(status_code=204)


@router.post(
    "/appointments/cancellations",
    status_code=204,
    responses=refusals(Code.NOT_FOUND, Code.TOO_MANY_ATTEMPTS),
)
def cancel_with_slip(body: wire.NewCancellation, backend: BackendDep, keyed: TerminalKeyed) -> Response:
    """Cancel an appointment that is still to come with the number and the code that stand on its slip."""

    def give_up(db: Session) -> Reply | ProblemError:
        subject = wrong_numbers_at(keyed.terminal_id)
        refused = too_often(db, subject, WRONG_NUMBERS, backend.clock.now())
        if refused is not None:
            return refused
        for appointment in coming_under(db, body.number, backend.clock.now()):
            if hmac.compare_digest(appointment.cancel_code, body.cancel_code):
                cancel(db, appointment)
                return Reply(204)
        note_down(db, backend, subject)
        return ProblemError(Code.NOT_FOUND)

    return keyed.run(give_up)


@router.post(
    "/appointments/check-ins",
    status_code=201,
    response_model=wire.TicketView,
    responses=refusals(Code.NOT_FOUND, Code.CHECK_IN_CLOSED, Code.TOO_MANY_ATTEMPTS),
)
def arrive(body: wire.NewCheckIn, backend: BackendDep, keyed: TerminalKeyed) -> Response:
    """Say that somebody with an appointment at this office is here; the same again is the same ticket."""

    def note(db: Session) -> Reply | ProblemError:
        outcome = check_in(db, backend, keyed.terminal_id, body)
        return outcome if isinstance(outcome, ProblemError) else _ticket_reply(outcome)

    return keyed.run(note)


@router.post(
    "/queue/tickets",
    status_code=201,
    response_model=wire.TicketView,
    responses=refusals(Code.SERVICE_CLOSED, Code.SERVICE_NOT_AT_TERMINAL),
)
def draw_number(body: wire.NewTicket, backend: BackendDep, keyed: TerminalKeyed) -> Response:
    """Draw a waiting number without an appointment, where the office takes people that way."""
    demand_service(backend, body.service_id, "/serviceId")

    def give(db: Session) -> Reply:
        return _ticket_reply(draw(db, backend, keyed.terminal_id, body.service_id))

    return keyed.run(give)


def _to_cancel(
    db: Session,
    backend: Backend,
    appointment_id: str,
    caller: TerminalCaller | CitizenCaller,
    code: wire.CancelCode | None,
) -> Appointment | ProblemError:
    """Find what the caller may cancel; a wrong code is counted and tells no more than a wrong id."""
    appointment = db.get(Appointment, appointment_id)
    if isinstance(caller, CitizenCaller):
        own = appointment is not None and appointment.account_id == caller.owner_id
        return appointment if appointment is not None and own else ProblemError(Code.NOT_FOUND)
    subject = wrong_numbers_at(caller.terminal_id)
    refused = too_often(db, subject, WRONG_NUMBERS, backend.clock.now())
    if refused is not None:
        return refused
    if (
        appointment is None
        or code is None
        or not hmac.compare_digest(appointment.cancel_code, code.cancel_code)
    ):
        note_down(db, backend, subject)
        return ProblemError(Code.NOT_FOUND)
    return appointment


def _ticket_reply(ticket: QueueTicket) -> Reply:
    return json_reply(
        201,
        wire.TicketView(
            ticket=ticket.ticket, waiting_area=ticket.waiting_area, estimated=ticket.estimated_minutes
        ),
    )
