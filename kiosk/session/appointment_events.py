"""What can happen around appointments and waiting numbers."""

from dataclasses import dataclass, field
from datetime import date, datetime

from kiosk.bochum_id.appointments import Appointment, Hold, Office, QueueTicket, Slot
from kiosk.session.desk_states import DeskWish

# ---------------------------------------------------------------- the visitor


@dataclass(frozen=True, slots=True)
class DeskWishChosen:
    wish: DeskWish


@dataclass(frozen=True, slots=True)
class OfficeChosen:
    office_id: str


@dataclass(frozen=True, slots=True)
class MonthTurned:
    """To the next month with free days, or to the one before."""

    forward: bool


@dataclass(frozen=True, slots=True)
class DayChosen:
    day: date


@dataclass(frozen=True, slots=True)
class TimeChosen:
    start: datetime


@dataclass(frozen=True, slots=True)
class Noted:
    """What is typed now: a name, a number, a code. Nothing secret."""

    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class NoTimeWanted:
    """The application goes without an appointment."""


# ---------------------------------------------------------------- the world


@dataclass(frozen=True, slots=True)
class OfficesFound:
    offices: tuple[Office, ...]


@dataclass(frozen=True, slots=True)
class DaysFound:
    days: tuple[date, ...]


@dataclass(frozen=True, slots=True)
class TimesFound:
    slots: tuple[Slot, ...]


@dataclass(frozen=True, slots=True)
class TimeHeld:
    hold: Hold = field(repr=False)


@dataclass(frozen=True, slots=True)
class TimeGone:
    """Somebody was faster, or it was kept long enough."""


@dataclass(frozen=True, slots=True)
class TimeBooked:
    appointment: Appointment = field(repr=False)


@dataclass(frozen=True, slots=True)
class TicketGiven:
    ticket: QueueTicket = field(repr=False)


@dataclass(frozen=True, slots=True)
class NumberUnknown:
    """No appointment has this number together with this year or code."""


@dataclass(frozen=True, slots=True)
class CheckInOpensLater:
    opens_at: datetime = field(repr=False)


@dataclass(frozen=True, slots=True)
class WalkInClosed:
    """No waiting numbers are given here now."""


@dataclass(frozen=True, slots=True)
class CancelDone:
    """The appointment is given back."""


type AppointmentEvent = (
    DeskWishChosen
    | OfficeChosen
    | MonthTurned
    | DayChosen
    | TimeChosen
    | Noted
    | NoTimeWanted
    | OfficesFound
    | DaysFound
    | TimesFound
    | TimeHeld
    | TimeGone
    | TimeBooked
    | TicketGiven
    | NumberUnknown
    | CheckInOpensLater
    | WalkInClosed
    | CancelDone
)
