"""The scenes around appointments: a time is found and kept, somebody arrives, a time is given back."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import Enum
from typing import Final, assert_never

from kiosk.bochum_id.appointments import Appointment, Office, QueueTicket, Slot
from kiosk.bochum_id.values import LocalisedText, Quote
from kiosk.services.evidence import HeldSlot, HeldTime
from kiosk.session.delivery import SlipFate
from kiosk.session.errand import Errand, FormPlace

# ---------------------------------------------------------------- what it is for


@dataclass(frozen=True, slots=True)
class AppointmentPurpose:
    """What an appointment outside of an application is for."""

    service_id: str
    """What the offices keep times for."""
    title: LocalisedText
    count: int = 1
    """How many people or things."""


@dataclass(frozen=True, slots=True)
class ForApplication:
    """The appointment belongs to the application in hand."""

    at: FormPlace


@dataclass(frozen=True, slots=True)
class OnItsOwn:
    """Somebody wants an appointment and nothing else; nobody need be signed in."""

    errand: Errand
    purpose: AppointmentPurpose


type Occasion = ForApplication | OnItsOwn


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


# ---------------------------------------------------------------- finding a time


class OfficeWord(Enum):
    """What there is to say of the last try."""

    NOTHING = "nothing"
    GONE = "gone"
    """The time that was kept is not kept any more."""
    FULL = "full"
    """The office just chosen has no free day."""


@dataclass(frozen=True, slots=True)
class FindingOffices:
    occasion: Occasion
    word: OfficeWord = OfficeWord.NOTHING


@dataclass(frozen=True, slots=True)
class ChooseOffice:
    occasion: Occasion
    offices: tuple[Office, ...]
    word: OfficeWord


@dataclass(frozen=True, slots=True)
class AtOffice:
    """Where, and which offices there were to choose from."""

    occasion: Occasion
    offices: tuple[Office, ...]
    office: Office


@dataclass(frozen=True, slots=True)
class FindingDays:
    where: AtOffice


@dataclass(frozen=True, slots=True)
class ChooseDay:
    where: AtOffice
    days: tuple[date, ...]
    """With free times, in order; at least one."""
    month: date
    """The first day of the month on the screen."""


@dataclass(frozen=True, slots=True)
class OnDay:
    """Where and when, and which days there were to choose from."""

    where: AtOffice
    days: tuple[date, ...]
    day: date


@dataclass(frozen=True, slots=True)
class FindingTimes:
    when: OnDay
    gone: bool = False
    """True when somebody was faster."""


@dataclass(frozen=True, slots=True)
class ChooseTime:
    when: OnDay
    slots: tuple[Slot, ...]
    gone: bool


@dataclass(frozen=True, slots=True)
class HoldingTime:
    when: OnDay
    slot: Slot


# ---------------------------------------------------------------- who comes


@dataclass(frozen=True, slots=True)
class KnownContact:
    """What is known of whoever comes; "" for what is not."""

    family_name: str = field(default="", repr=False)
    birth_year: str = field(default="", repr=False)
    """Four digits."""
    reach: str = field(default="", repr=False)
    """An e-mail address or a telephone number; nobody has to give one."""


class ContactQuestion(Enum):
    """One question a screen."""

    FAMILY_NAME = "familyName"
    BIRTH_YEAR = "birthYear"
    REACH = "reach"


@dataclass(frozen=True, slots=True)
class EnterContact:
    when: OnDay
    held: HeldSlot
    known: KnownContact
    asking: ContactQuestion
    wrong: bool
    """True when what is typed cannot be right."""


@dataclass(frozen=True, slots=True)
class CheckAppointment:
    """Everything about the appointment, before it is made."""

    when: OnDay
    held: HeldSlot
    known: KnownContact


@dataclass(frozen=True, slots=True)
class BookingTime:
    """An appointment on its own is being made."""

    when: OnDay
    held: HeldSlot
    known: KnownContact


@dataclass(frozen=True, slots=True)
class AppointmentMade:
    errand: Errand
    purpose: AppointmentPurpose
    appointment: Appointment
    slip: SlipFate


@dataclass(frozen=True, slots=True)
class KeepingTime:
    """Just before the application is paid and sent: its time is made an appointment."""

    at: FormPlace
    held: HeldTime
    quote: Quote = field(repr=False)


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


type WaitingForAppointments = (
    FindingOffices
    | FindingDays
    | FindingTimes
    | HoldingTime
    | BookingTime
    | CheckingIn
    | DrawingNumber
    | CancellingAppointment
)
"""The terminal is at work; `scenes/appointments.py` can begin each of them anew."""

type AppointmentScene = (
    WaitingForAppointments
    | AppointmentDesk
    | ChooseConcern
    | ChooseOffice
    | ChooseDay
    | ChooseTime
    | EnterContact
    | CheckAppointment
    | AppointmentMade
    | EnterNumber
    | TooEarly
    | NoWalkIn
    | TicketDrawn
    | AppointmentCancelled
)

APPOINTMENT_SCENES: Final = (
    AppointmentDesk,
    ChooseConcern,
    FindingOffices,
    ChooseOffice,
    FindingDays,
    ChooseDay,
    FindingTimes,
    ChooseTime,
    HoldingTime,
    EnterContact,
    CheckAppointment,
    BookingTime,
    AppointmentMade,
    EnterNumber,
    CheckingIn,
    TooEarly,
    DrawingNumber,
    NoWalkIn,
    TicketDrawn,
    CancellingAppointment,
    AppointmentCancelled,
)


def occasion_of(scene: AppointmentScene) -> Occasion | None:
    """Tell what a time is being chosen for; None at the appointment desk."""
    match scene:
        case FindingOffices(occasion) | ChooseOffice(occasion):
            return occasion
        case FindingDays(where) | ChooseDay(where):
            return where.occasion
        case (
            FindingTimes(when)
            | ChooseTime(when)
            | HoldingTime(when)
            | EnterContact(when)
            | CheckAppointment(when)
            | BookingTime(when)
        ):
            return when.where.occasion
        case AppointmentMade(errand, purpose):
            return OnItsOwn(errand, purpose)
        case (
            AppointmentDesk()
            | ChooseConcern()
            | EnterNumber()
            | CheckingIn()
            | TooEarly()
            | DrawingNumber()
            | NoWalkIn()
            | TicketDrawn()
            | CancellingAppointment()
            | AppointmentCancelled()
        ):
            return None
        case _:
            assert_never(scene)


def errand_of(scene: AppointmentScene) -> Errand:
    """Give what the visitor came for."""
    match scene:
        case (
            AppointmentDesk(errand)
            | ChooseConcern(errand)
            | EnterNumber(errand)
            | CheckingIn(errand)
            | TooEarly(errand)
            | DrawingNumber(errand)
            | NoWalkIn(errand)
            | TicketDrawn(errand)
            | CancellingAppointment(errand)
            | AppointmentCancelled(errand)
            | AppointmentMade(errand)
        ):
            return errand
        case _:
            pass
    occasion = occasion_of(scene)
    if occasion is None:
        raise LookupError(f"{type(scene).__name__} belongs to no errand")
    return occasion.at.application.errand if isinstance(occasion, ForApplication) else occasion.errand
