"""The scenes of the appointment desk, where nobody signs in: somebody arrives, or gives a time back."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum

from kiosk.bochum_id.appointments import QueueTicket
from kiosk.session.delivery import SlipFate
from kiosk.session.errand import Errand

# ---------------------------------------------------------------- the desk


class DeskWish(Enum):
    """What can be done about appointments without signing in."""

    BOOK = "book"
    CHECK_IN = "checkIn"
    WAITING_NUMBER = "waitingNumber"
    CANCEL = "cancel"


@dataclass(frozen=True, slots=True)
class AppointmentDesk:
    """To be chosen: what about an appointment."""

    errand: Errand


@dataclass(frozen=True, slots=True)
class ChooseConcern:
    """What is the appointment, or the waiting number, for? One of all services."""

    errand: Errand
    wish: DeskWish
    """BOOK or WAITING_NUMBER."""


# ---------------------------------------------------------------- arriving, and giving back


class NumberQuestion(Enum):
    """What is typed from a slip or about oneself, one question a screen."""

    NUMBER = "number"
    BIRTH_YEAR = "birthYear"
    CANCEL_CODE = "cancelCode"


class NumberWord(Enum):
    """What there is to say of the last try."""

    NOTHING = "nothing"
    MISTYPED = "mistyped"
    """It cannot be right as it stands."""
    UNKNOWN = "unknown"
    """There is no such appointment."""


@dataclass(frozen=True, slots=True)
class EnterNumber:
    errand: Errand
    wish: DeskWish
    """CHECK_IN or CANCEL."""
    asking: NumberQuestion
    number: str = field(repr=False)
    """The appointment's number, as far as it is typed."""
    proof: str = field(repr=False)
    """Year of birth or cancel code, as far as it is typed."""
    word: NumberWord


@dataclass(frozen=True, slots=True)
class CheckingIn:
    errand: Errand
    number: str = field(repr=False)
    birth_year: int = field(repr=False)


@dataclass(frozen=True, slots=True)
class TooEarly:
    """Checking in opens an hour before the appointment."""

    errand: Errand
    opens_at: datetime = field(repr=False)


@dataclass(frozen=True, slots=True)
class DrawingNumber:
    errand: Errand
    service_id: str


@dataclass(frozen=True, slots=True)
class NoWalkIn:
    """This office takes nobody without an appointment now."""

    errand: Errand


@dataclass(frozen=True, slots=True)
class TicketDrawn:
    errand: Errand
    ticket: QueueTicket
    slip: SlipFate


@dataclass(frozen=True, slots=True)
class CancellingAppointment:
    errand: Errand
    number: str = field(repr=False)
    code: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class AppointmentCancelled:
    errand: Errand


type WaitingAtDesk = CheckingIn | DrawingNumber | CancellingAppointment
"""The terminal is at work."""

type AskingAtDesk = (
    AppointmentDesk | ChooseConcern | EnterNumber | TooEarly | NoWalkIn | TicketDrawn | AppointmentCancelled
)
"""The visitor is to do something."""
