"""Appointments: times that are taken, held for somebody, confirmed; and waiting numbers."""

from datetime import datetime

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from sandbox.bochum_id.tables.base import JsonObject, Table


class TakenTime(Table):
    """One counter of an office for one slot: the key lets nobody take it twice, whichever process asks."""

    __tablename__ = "taken_times"
    office_id: Mapped[str] = mapped_column(primary_key=True)
    start: Mapped[datetime] = mapped_column(primary_key=True)
    counter: Mapped[int] = mapped_column(primary_key=True)
    hold_id: Mapped[str] = mapped_column(index=True)
    free_again_at: Mapped[datetime | None]
    """None once it is confirmed."""


class Hold(Table):
    """A time that is kept for somebody who still has to say who comes."""

    __tablename__ = "holds"
    id: Mapped[str] = mapped_column(primary_key=True)
    terminal_id: Mapped[str]
    office_id: Mapped[str]
    service_id: Mapped[str]
    count: Mapped[int]
    start: Mapped[datetime]
    expires_at: Mapped[datetime]


class Appointment(Table):
    __tablename__ = "appointments"
    __table_args__ = (UniqueConstraint("day", "number"),)
    id: Mapped[str] = mapped_column(primary_key=True)
    hold_id: Mapped[str] = mapped_column(unique=True)
    number: Mapped[str]
    day: Mapped[str]
    """In Bochum; numbers are given anew every day."""
    office_id: Mapped[str]
    service_id: Mapped[str]
    count: Mapped[int]
    start: Mapped[datetime]
    end: Mapped[datetime]
    account_id: Mapped[str | None] = mapped_column(index=True)
    application_id: Mapped[str | None]
    contact: Mapped[JsonObject]
    birth_year: Mapped[int]
    """Asked for at the check-in beside the number."""
    cancel_code: Mapped[str]
    state: Mapped[str]
    """booked, arrived or cancelled."""
    receipt_id: Mapped[str | None] = mapped_column(default=None)


class QueueTicket(Table):
    """A place in a waiting area."""

    __tablename__ = "queue_tickets"
    __table_args__ = (UniqueConstraint("office_id", "day", "ticket"),)
    id: Mapped[str] = mapped_column(primary_key=True)
    office_id: Mapped[str]
    day: Mapped[str]
    ticket: Mapped[str]
    service_id: Mapped[str]
    waiting_area: Mapped[str]
    estimated_minutes: Mapped[int]
    drawn_at: Mapped[datetime]
    appointment_id: Mapped[str | None] = mapped_column(unique=True, default=None)
