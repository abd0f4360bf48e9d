"""What a visit wants done about appointments and waiting numbers."""

from dataclasses import dataclass, field
from datetime import date
from typing import Final

from kiosk.bochum_id.appointments import Contact, Office, Slot
from kiosk.services.evidence import HeldSlot
from kiosk.session.errand import Application
from kiosk.session.preferences import Language


@dataclass(frozen=True, slots=True)
class FindOffices:
    """→ OfficesFound."""

    service_id: str


@dataclass(frozen=True, slots=True)
class FindDays:
    """→ DaysFound."""

    office: Office
    service_id: str
    count: int


@dataclass(frozen=True, slots=True)
class FindTimes:
    """→ TimesFound."""

    office: Office
    service_id: str
    count: int
    day: date


@dataclass(frozen=True, slots=True)
class HoldTime:
    """Keep a time for some minutes → TimeHeld | TimeGone."""

    slot: Slot
    service_id: str
    count: int
    signed_in: bool


@dataclass(frozen=True, slots=True)
class BookTime:
    """Make the held time an appointment, once → TimeBooked | TimeGone."""

    held: HeldSlot
    contact: Contact
    application: Application | None
    """None for an appointment on its own."""
    language: Language


@dataclass(frozen=True, slots=True)
class CheckIn:
    """→ TicketGiven | NumberUnknown | CheckInOpensLater."""

    number: str = field(repr=False)
    birth_year: int = field(repr=False)


@dataclass(frozen=True, slots=True)
class DrawNumber:
    """→ TicketGiven | WalkInClosed."""

    service_id: str


@dataclass(frozen=True, slots=True)
class CancelAppointment:
    """→ CancelDone | NumberUnknown."""

    number: str = field(repr=False)
    code: str = field(repr=False)


type AppointmentEffect = (
    FindOffices | FindDays | FindTimes | HoldTime | BookTime | CheckIn | DrawNumber | CancelAppointment
)

APPOINTMENT_EFFECTS: Final = (
    FindOffices,
    FindDays,
    FindTimes,
    HoldTime,
    BookTime,
    CheckIn,
    DrawNumber,
    CancelAppointment,
)
