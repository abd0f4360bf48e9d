"""Arriving: checking in with a number, drawing one without an appointment (contract 9)."""

import math
from datetime import UTC, datetime, timedelta
from typing import Final

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from sandbox.bochum_id import wire_appointments as wire
from sandbox.bochum_id.backend import Backend
from sandbox.bochum_id.guessing import note_down, too_often
from sandbox.bochum_id.offices import Office, local_day, offices
from sandbox.bochum_id.problem_codes import Code
from sandbox.bochum_id.problems import ProblemError
from sandbox.bochum_id.store import next_number
from sandbox.bochum_id.tables import Appointment, QueueTicket
from sandbox.bochum_id.terminal_config import office_of_terminal
from sandbox.bochum_id.wire import rfc3339

WRONG_NUMBERS: Final = 10
"""So many at one terminal within `guessing.WINDOW`; then nobody may try there for a while."""
_EARLIEST, _LATEST = timedelta(minutes=60), timedelta(minutes=15)


def check_in(
    db: Session, backend: Backend, terminal_id: str, said: wire.NewCheckIn
) -> QueueTicket | ProblemError:
    """Give whoever has an appointment today at this terminal's office a place to wait.

    The same again is the same ticket. A wrong number is returned, not raised: it has to be counted. The
    caller holds the terminal's lock.
    """
    now = backend.clock.now()
    refused = too_often(db, wrong_numbers_at(terminal_id), WRONG_NUMBERS, now)
    if refused is not None:
        return refused
    today = local_day(now).isoformat()
    appointment = db.scalar(
        select(Appointment).where(
            Appointment.day == today,
            Appointment.number == said.number,
            Appointment.birth_year == said.birth_year,
            Appointment.office_id == office_of_terminal(db, terminal_id),
            Appointment.state != "cancelled",
        )
    )
    if appointment is None:
        note_down(db, backend, wrong_numbers_at(terminal_id))
        return ProblemError(Code.NOT_FOUND)
    given = db.scalar(select(QueueTicket).where(QueueTicket.appointment_id == appointment.id))
    if given is not None:
        return given
    if not appointment.start - _EARLIEST <= now <= appointment.start + _LATEST:
        opens = rfc3339(appointment.start - _EARLIEST)
        return ProblemError(Code.CHECK_IN_CLOSED, extensions={"opensAt": opens})
    appointment.state = "arrived"
    waiting = max(0, math.ceil((appointment.start - now) / timedelta(minutes=1)))
    office = offices().by_id[appointment.office_id]
    ticket = _ticket(db, backend, office, appointment.number, appointment.service_id, waiting)
    ticket.appointment_id = appointment.id
    return ticket


def draw(db: Session, backend: Backend, terminal_id: str, service_id: str) -> QueueTicket:
    """Give somebody without an appointment a waiting number.

    ProblemError: service-not-at-terminal where the office takes nobody without one, service-closed when it is
    shut.
    """
    now = backend.clock.now()
    office = offices().by_id[office_of_terminal(db, terminal_id)]
    if not office.walk_in:
        raise ProblemError(Code.SERVICE_NOT_AT_TERMINAL)
    if not offices().is_open(office, now):
        raise ProblemError(Code.SERVICE_CLOSED)
    day = local_day(now)
    number = next_number(db, f"ticket-{office.id}-{day.isoformat()}")
    waiting = db.scalar(
        select(func.count())
        .select_from(QueueTicket)
        .where(
            QueueTicket.office_id == office.id,
            QueueTicket.day == day.isoformat(),
            QueueTicket.drawn_at > now - timedelta(hours=1),
        )
    )
    minutes = math.ceil((waiting or 0) / office.counters * (offices().slot / timedelta(minutes=1)))
    return _ticket(db, backend, office, f"{office.letter}{number:03d}", service_id, minutes)


def wrong_numbers_at(terminal_id: str) -> str:
    return f"wrong numbers {terminal_id}"


def _ticket(
    db: Session, backend: Backend, office: Office, number: str, service_id: str, minutes: int
) -> QueueTicket:
    now: datetime = backend.clock.now().astimezone(UTC)
    day = local_day(now).isoformat()
    place = next_number(db, f"waiting-{office.id}-{day}")
    ticket = QueueTicket(
        id=backend.ids.new("tkt"),
        office_id=office.id,
        day=day,
        ticket=number,
        service_id=service_id,
        waiting_area=office.waiting_areas[place % len(office.waiting_areas)],
        estimated_minutes=minutes,
        drawn_at=now,
    )
    db.add(ticket)
    db.flush()
    return ticket
