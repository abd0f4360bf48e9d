"""What a visitor wants of their own things: asked of the city by one effect each, ending in one event."""

from dataclasses import dataclass, field

from kiosk.bochum_id.account import Consent, EidLink
from kiosk.bochum_id.appointments import Appointment
from kiosk.bochum_id.documents import DocumentSummary
from kiosk.bochum_id.mailbox import Message, MessageAttachment, MessageHead
from kiosk.bochum_id.organisations import Organisation
from kiosk.bochum_id.own_applications import ApplicationSummary
from kiosk.bochum_id.values import ServiceSummary
from kiosk.session.own_values import ContactDetail, OwnData, Status
from kiosk.session.preferences import Language

# ---------------------------------------------------------------- to be looked at


@dataclass(frozen=True, slots=True)
class SeeOverview:
    """Count what there is → OverviewCame."""


@dataclass(frozen=True, slots=True)
class SeeMailbox:
    """List the messages, from the newest or from where a page ended → MailboxCame."""

    cursor: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class OpenMessage:
    """Open a message and say that it was read, with whatever legal effect that has → MessageCame."""

    head: MessageHead


@dataclass(frozen=True, slots=True)
class SeeApplications:
    """List the applications, from the newest or from where a page ended → ApplicationsCame."""

    cursor: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class SeeStatus:
    """Ask what happened to an application, in the visitor's language → StatusCame."""

    summary: ApplicationSummary
    language: Language


@dataclass(frozen=True, slots=True)
class SeeActivity:
    """List who saw or used what, from the latest or from where a page ended → ActivityCame."""

    cursor: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class SeeData:
    """Fetch what the account says, the consents and the cards → DataCame."""


@dataclass(frozen=True, slots=True)
class SeeAppointments:
    """List the appointments → AppointmentsCame."""


@dataclass(frozen=True, slots=True)
class SeeCapacities:
    """Ask whom the citizen may act for → CapacitiesCame."""


# ---------------------------------------------------------------- to be done


@dataclass(frozen=True, slots=True)
class ActFor:
    """Act for an organisation from now on, and count what there is of its things → OverviewCame."""

    organisation: Organisation | None
    """None for oneself again."""


@dataclass(frozen=True, slots=True)
class SendReply:
    """Answer a message → MessageCame."""

    message: Message
    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class PrintEnclosure:
    """Bring what came with a message to paper → PaperHandled."""

    message: Message
    enclosure: MessageAttachment
    session_id: str


@dataclass(frozen=True, slots=True)
class PrintDocument:
    """Bring a document of an application to paper; it may have been printed too often → PaperHandled."""

    status: Status
    document: DocumentSummary
    session_id: str
    language: Language


@dataclass(frozen=True, slots=True)
class Withdraw:
    """Take back an application that is sent and not decided → StatusCame."""

    status: Status
    language: Language


@dataclass(frozen=True, slots=True)
class DropDraft:
    """Throw away what was begun and not sent → ApplicationsCame."""

    status: Status


@dataclass(frozen=True, slots=True)
class ResumeDraft:
    """Fetch what was begun and not sent, and its service's definition → DraftCame."""

    status: Status
    service: ServiceSummary


@dataclass(frozen=True, slots=True)
class DecideConsent:
    """Give a consent or take it back → DataCame."""

    data: OwnData
    consent: Consent
    granted: bool = field(repr=False)


@dataclass(frozen=True, slots=True)
class ChangeContactDetail:
    """Say anew where the citizen can be reached; "" takes it away → DataCame."""

    data: OwnData
    detail: ContactDetail
    value: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class UnlinkCard:
    """Let a card open the account no more → DataCame."""

    data: OwnData
    card: EidLink


@dataclass(frozen=True, slots=True)
class EndAccount:
    """Ask for the end of the account → AccountEnding."""

    data: OwnData


@dataclass(frozen=True, slots=True)
class CancelAppointment:
    """Give an appointment back → AppointmentsCame."""

    appointments: tuple[Appointment, ...] = field(repr=False)
    appointment: Appointment


type OwnEffect = (
    SeeOverview
    | SeeMailbox
    | OpenMessage
    | SeeApplications
    | SeeStatus
    | SeeActivity
    | SeeData
    | SeeAppointments
    | SeeCapacities
    | ActFor
    | SendReply
    | PrintEnclosure
    | PrintDocument
    | Withdraw
    | DropDraft
    | ResumeDraft
    | DecideConsent
    | ChangeContactDetail
    | UnlinkCard
    | EndAccount
    | CancelAppointment
)

type Serious = OpenMessage | Withdraw | DropDraft | UnlinkCard | EndAccount | CancelAppointment
"""What is asked about once more before it is done."""
