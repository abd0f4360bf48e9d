"""What can happen while a visitor looks at their own things: what they chose, what the city answered."""

from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from kiosk.bochum_id.account import ActivityEntry, DeletionRequest
from kiosk.bochum_id.appointments import Appointment
from kiosk.bochum_id.mailbox import Message, MessageHead
from kiosk.bochum_id.organisations import Organisation
from kiosk.bochum_id.own_applications import ApplicationSummary
from kiosk.bochum_id.paging import Page
from kiosk.bochum_id.values import Draft
from kiosk.services.definition import ServiceDefinition
from kiosk.session.own_values import ContactDetail, Overview, OwnData, Status

# ---------------------------------------------------------------- the visitor


class Room(Enum):
    """Where one's own things lie."""

    MAILBOX = "mailbox"
    APPLICATIONS = "applications"
    APPOINTMENTS = "appointments"
    DATA = "data"
    ACTIVITY = "activity"


@dataclass(frozen=True, slots=True)
class RoomChosen:
    room: Room


@dataclass(frozen=True, slots=True)
class EarlierAsked:
    """The list goes on in the past."""


@dataclass(frozen=True, slots=True)
class EntryChosen:
    """A line of the list on the screen."""

    entry_id: str


@dataclass(frozen=True, slots=True)
class ReplyAsked:
    """The visitor wants to answer the message."""


@dataclass(frozen=True, slots=True)
class Typed:
    """The one text on the screen, as it is now."""

    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class PrintAsked:
    """Something on the screen is to be printed: a message's enclosure by its number, a document by its id."""

    paper_id: str


@dataclass(frozen=True, slots=True)
class TakeBackAsked:
    """The visitor wants to take back an application, or to throw away a draft."""


@dataclass(frozen=True, slots=True)
class ConsentSwitched:
    consent_id: str
    granted: bool = field(repr=False)


@dataclass(frozen=True, slots=True)
class ContactChangeAsked:
    detail: ContactDetail


@dataclass(frozen=True, slots=True)
class AccountEndAsked:
    """The visitor wants to have no account any more."""


@dataclass(frozen=True, slots=True)
class CapacityAsked:
    """The visitor wants to act for somebody else than now."""


@dataclass(frozen=True, slots=True)
class CapacityChosen:
    """For whom the visitor acts."""

    organisation_id: str
    """Empty for oneself."""


# ---------------------------------------------------------------- the world


@dataclass(frozen=True, slots=True)
class OverviewCame:
    overview: Overview


@dataclass(frozen=True, slots=True)
class MailboxCame:
    messages: Page[MessageHead] = field(repr=False)


@dataclass(frozen=True, slots=True)
class MessageCame:
    message: Message


@dataclass(frozen=True, slots=True)
class ApplicationsCame:
    applications: Page[ApplicationSummary] = field(repr=False)


@dataclass(frozen=True, slots=True)
class StatusCame:
    status: Status


@dataclass(frozen=True, slots=True)
class DraftCame:
    definition: ServiceDefinition
    draft: Draft = field(repr=False)
    today: date


@dataclass(frozen=True, slots=True)
class ActivityCame:
    entries: Page[ActivityEntry] = field(repr=False)


@dataclass(frozen=True, slots=True)
class DataCame:
    data: OwnData


@dataclass(frozen=True, slots=True)
class AccountEnding:
    """The end of the account is noted; until it is due it can be taken back at the city."""

    request: DeletionRequest


@dataclass(frozen=True, slots=True)
class AppointmentsCame:
    appointments: tuple[Appointment, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class CapacitiesCame:
    organisations: tuple[Organisation, ...] = field(repr=False)


type OwnEvent = (
    RoomChosen
    | EarlierAsked
    | EntryChosen
    | ReplyAsked
    | Typed
    | PrintAsked
    | TakeBackAsked
    | ConsentSwitched
    | ContactChangeAsked
    | AccountEndAsked
    | CapacityAsked
    | CapacityChosen
    | OverviewCame
    | MailboxCame
    | MessageCame
    | ApplicationsCame
    | StatusCame
    | DraftCame
    | ActivityCame
    | DataCame
    | AccountEnding
    | AppointmentsCame
    | CapacitiesCame
)
