"""The scenes in which a time is found, kept and made an appointment, and the union around appointments."""

from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from typing import Final, assert_never

from kiosk.bochum_id.appointments import Appointment, Office, Slot
from kiosk.bochum_id.values import LocalisedText, Quote
from kiosk.services.evidence import HeldSlot, HeldTime
from kiosk.session import desk_states as dk
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


type WaitingForAppointments = (
    FindingOffices | FindingDays | FindingTimes | HoldingTime | BookingTime | dk.WaitingAtDesk
)
"""The terminal is at work; `scenes/appointments.py` can begin each of them anew."""

type AppointmentScene = (
    WaitingForAppointments
    | dk.AskingAtDesk
    | ChooseOffice
    | ChooseDay
    | ChooseTime
    | EnterContact
    | CheckAppointment
    | AppointmentMade
)

APPOINTMENT_SCENES: Final = (
    dk.AppointmentDesk,
    dk.ChooseConcern,
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
    dk.EnterNumber,
    dk.CheckingIn,
    dk.TooEarly,
    dk.DrawingNumber,
    dk.NoWalkIn,
    dk.TicketDrawn,
    dk.CancellingAppointment,
    dk.AppointmentCancelled,
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
            dk.AppointmentDesk()
            | dk.ChooseConcern()
            | dk.EnterNumber()
            | dk.CheckingIn()
            | dk.TooEarly()
            | dk.DrawingNumber()
            | dk.NoWalkIn()
            | dk.TicketDrawn()
            | dk.CancellingAppointment()
            | dk.AppointmentCancelled()
        ):
            return None
        case _:
            assert_never(scene)


def errand_of(scene: AppointmentScene) -> Errand:
    """Give what the visitor came for."""
    match scene:
        case (
            dk.AppointmentDesk(errand)
            | dk.ChooseConcern(errand)
            | dk.EnterNumber(errand)
            | dk.CheckingIn(errand)
            | dk.TooEarly(errand)
            | dk.DrawingNumber(errand)
            | dk.NoWalkIn(errand)
            | dk.TicketDrawn(errand)
            | dk.CancellingAppointment(errand)
            | dk.AppointmentCancelled(errand)
            | AppointmentMade(errand)
        ):
            return errand
        case _:
            pass
    occasion = occasion_of(scene)
    if occasion is None:
        raise LookupError(f"{type(scene).__name__} belongs to no errand")
    return occasion.at.application.errand if isinstance(occasion, ForApplication) else occasion.errand
