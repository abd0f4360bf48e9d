"""The appointment that was made with an application, for the papers that come of it."""

from typing import cast

from sqlalchemy import select
from sqlalchemy.orm import Session

from sandbox.bochum_id.applications import definition_of
from sandbox.bochum_id.backend import Backend
from sandbox.bochum_id.offices import offices
from sandbox.bochum_id.receipts import Meeting
from sandbox.bochum_id.tables import Application, Appointment, JsonObject


def meeting_for(db: Session, backend: Backend, application: Application) -> Meeting | None:
    """Find what is booked for it; None where nobody is expected."""
    booked = select(Appointment).where(
        Appointment.application_id == application.id, Appointment.state == "booked"
    )
    appointment = db.scalars(booked.order_by(Appointment.start)).first()
    if appointment is None:
        return None
    office = offices().by_id[appointment.office_id]
    bring = cast("list[JsonObject]", definition_of(backend, application).get("bring", []))
    return Meeting(
        start=appointment.start,
        office=office.name,
        address=office.address,
        number=appointment.number,
        bring=tuple(cast("dict[str, str]", each["title"]) for each in bring),
    )
