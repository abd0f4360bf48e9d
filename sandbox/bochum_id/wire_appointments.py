"""Messages of appointments and waiting numbers (contract 9)."""

from datetime import date
from typing import Annotated

from pydantic import Field

from sandbox.bochum_id.wire import Id, Moment, Wire

type Year = Annotated[int, Field(ge=1900, le=2100, examples=[1964])]
type PartySize = Annotated[int, Field(ge=1, le=6, examples=[1])]
type PersonName = Annotated[
    str, Field(min_length=1, max_length=120, pattern=r"^[^\x00-\x1f\x7f]+$", examples=["Mustermann"])
]
type Email = Annotated[
    str, Field(max_length=254, pattern=r"^[^@\s\x00-\x1f]+@[^@\s\x00-\x1f]+$", examples=["erika@example.org"])
]
type Phone = Annotated[str, Field(pattern=r"^[+0-9][0-9 /-]{3,30}$", examples=["+49 234 5550147"])]
type AppointmentNumber = Annotated[str, Field(pattern=r"^[A-Z]-[0-9]{4}$", examples=["B-0472"])]


class OfficeView(Wire):
    id: str
    name: str
    address: str
    walk_in: bool
    """Whether somebody without an appointment may draw a waiting number."""


class OfficeList(Wire):
    items: list[OfficeView]


class DayList(Wire):
    days: list[date]


class SlotView(Wire):
    office_id: str
    start: Moment
    end: Moment


class SlotList(Wire):
    slots: list[SlotView]


class NewHold(Wire):
    office_id: Id
    service_id: Id
    count: PartySize = 1
    start: Moment


class HoldView(Wire):
    hold_id: str
    expires_at: Moment


class Contact(Wire):
    """Who comes; nothing else is asked."""

    family_name: PersonName
    birth_year: Year | None = None
    """Proves at the check-in whose number it is. Needed when nobody is signed in."""
    email: Email | None = None
    phone: Phone | None = None


class NewAppointment(Wire):
    hold_id: Id
    contact: Contact
    application_id: Id | None = None


class AppointmentView(Wire):
    id: str
    number: str
    start: Moment
    end: Moment
    office: OfficeView
    service_id: str
    bring: list[str]
    cancel_code: str | None = None
    """Told once, when the appointment is made."""
    receipt_id: str | None = None


class AppointmentList(Wire):
    items: list[AppointmentView]


class CancelCode(Wire):
    cancel_code: Annotated[str, Field(pattern=r"^[A-Z0-9]{4}$", examples=["K7Q2"])]


class NewCancellation(Wire):
    """What stands on the slip; nobody has to type an id."""

    number: AppointmentNumber
    cancel_code: Annotated[str, Field(pattern=r"^[A-Z0-9]{4}$", examples=["K7Q2"])]


class NewCheckIn(Wire):
    number: AppointmentNumber
    birth_year: Year


class NewTicket(Wire):
    service_id: Id


class TicketView(Wire):
    ticket: str
    waiting_area: str
    estimated: int
    """Minutes."""
