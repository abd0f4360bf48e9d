"""The scenes of one's own things, and of choosing for whom one acts: one frozen value a situation."""

from dataclasses import dataclass, field

from kiosk.bochum_id.account import ActivityEntry, DeletionRequest
from kiosk.bochum_id.appointments import Appointment
from kiosk.bochum_id.mailbox import Message, MessageHead
from kiosk.bochum_id.organisations import Organisation
from kiosk.bochum_id.own_applications import ApplicationSummary
from kiosk.bochum_id.paging import Page
from kiosk.bochum_id.values import CitizenSession
from kiosk.session.delivery import Delivery, NotAsked
from kiosk.session.errand import Errand, ForOrganisation
from kiosk.session.own_effects import OwnEffect, Serious
from kiosk.session.own_values import ContactDetail, Overview, OwnData, Status


@dataclass(frozen=True, slots=True)
class Owner:
    """Who is signed in to look at what is theirs, and what for."""

    errand: Errand
    session: CitizenSession = field(repr=False)


def represented(owner: Owner) -> Organisation | None:
    """Give the organisation whose things these are; None in one's own name."""
    match owner.errand.capacity:
        case ForOrganisation(organisation):
            return organisation
        case _:
            return None


type Paper = NotAsked | Delivery
"""What became of what on the screen can be printed."""


@dataclass(frozen=True, slots=True)
class LookingUp:
    """The city is being asked for something, or told of something."""

    owner: Owner
    wish: OwnEffect


@dataclass(frozen=True, slots=True)
class AskFirst:
    """Really? What is about to be done cannot be undone, or has legal effect."""

    owner: Owner
    wish: Serious


@dataclass(frozen=True, slots=True)
class Account:
    """The first screen of one's own things: what there is, and what waits."""

    owner: Owner
    overview: Overview


# ---------------------------------------------------------------- the mailbox


@dataclass(frozen=True, slots=True)
class MyMailbox:
    owner: Owner
    messages: Page[MessageHead] = field(repr=False)


@dataclass(frozen=True, slots=True)
class ReadMessage:
    owner: Owner
    message: Message
    paper: Paper


@dataclass(frozen=True, slots=True)
class WriteReply:
    owner: Owner
    message: Message
    text: str = field(repr=False)


# ---------------------------------------------------------------- applications and appointments


@dataclass(frozen=True, slots=True)
class MyApplications:
    owner: Owner
    applications: Page[ApplicationSummary] = field(repr=False)


@dataclass(frozen=True, slots=True)
class ApplicationStatus:
    owner: Owner
    status: Status
    paper: Paper


@dataclass(frozen=True, slots=True)
class MyAppointments:
    owner: Owner
    appointments: tuple[Appointment, ...] = field(repr=False)


# ---------------------------------------------------------------- data and who saw it


@dataclass(frozen=True, slots=True)
class MyActivity:
    owner: Owner
    entries: Page[ActivityEntry] = field(repr=False)


@dataclass(frozen=True, slots=True)
class MyData:
    owner: Owner
    data: OwnData


@dataclass(frozen=True, slots=True)
class ChangeContact:
    owner: Owner
    data: OwnData
    detail: ContactDetail
    text: str = field(repr=False)
    checked: bool
    """True once the visitor wanted to save: from then on, what is wrong is shown."""


@dataclass(frozen=True, slots=True)
class AccountEnds:
    """The end of the account is noted: what follows, and until when it can be taken back."""

    owner: Owner
    request: DeletionRequest


# ---------------------------------------------------------------- for whom


@dataclass(frozen=True, slots=True)
class ChooseCapacity:
    """For oneself, or for an organisation."""

    owner: Owner
    organisations: tuple[Organisation, ...] = field(repr=False)


# ---------------------------------------------------------------- what can go wrong


@dataclass(frozen=True, slots=True)
class LookUpAgain:
    owner: Owner
    wish: OwnEffect


type OwnScene = (
    LookingUp
    | AskFirst
    | Account
    | MyMailbox
    | ReadMessage
    | WriteReply
    | MyApplications
    | ApplicationStatus
    | MyAppointments
    | MyActivity
    | MyData
    | ChangeContact
    | AccountEnds
    | ChooseCapacity
)

SHOWN = (
    AskFirst,
    Account,
    MyMailbox,
    ReadMessage,
    WriteReply,
    MyApplications,
    ApplicationStatus,
    MyAppointments,
    MyActivity,
    MyData,
    ChangeContact,
    AccountEnds,
    ChooseCapacity,
)
"""Where something of the citizen can be read on the screen."""
