"""What a citizen finds among their own things, as it is shown: an overview, one application, the account."""

from dataclasses import dataclass, field, replace
from enum import Enum

from kiosk.bochum_id.account import Account, Consent, EidLink
from kiosk.bochum_id.appointments import Appointment
from kiosk.bochum_id.documents import DocumentSummary
from kiosk.bochum_id.mailbox import MessageHead
from kiosk.bochum_id.organisations import Organisation
from kiosk.bochum_id.own_applications import ApplicationState, ApplicationSummary, TimelineEvent
from kiosk.session.delivery import Delivery, Printed


@dataclass(frozen=True, slots=True)
class Overview:
    """How much there is of everything, for the first screen."""

    unread: int = field(repr=False)
    """Messages that nobody has read yet."""
    expected: int = field(repr=False)
    """Applications in which the office waits for the citizen."""
    drafts: int = field(repr=False)
    """Applications that were begun and not sent."""
    under_way: int = field(repr=False)
    """Applications that are sent and not decided."""
    appointments: tuple[Appointment, ...] = field(repr=False)
    """The next one first."""
    organisations: tuple[Organisation, ...] = field(default=(), repr=False)
    """Whom the citizen may also act for, whoever they act for now."""


@dataclass(frozen=True, slots=True)
class Status:
    """One application: where it stands, what happened, which papers there are."""

    summary: ApplicationSummary
    timeline: tuple[TimelineEvent, ...] = field(repr=False)
    documents: tuple[DocumentSummary, ...] = field(repr=False)
    letters: tuple[MessageHead, ...] = field(repr=False)
    """What the office wrote about it, the latest first."""

    def after_print(self, printed: DocumentSummary, delivery: Delivery) -> "Status":
        """Count a print that came out: it uses up one of those that are left."""
        if not isinstance(delivery, Printed):
            return self
        left = (
            replace(each, prints_left=each.prints_left - 1) if each == printed else each
            for each in self.documents
        )
        return replace(self, documents=tuple(left))


@dataclass(frozen=True, slots=True)
class OwnData:
    """What the city knows of the citizen, what they agreed to, and which cards open the account."""

    account: Account
    consents: tuple[Consent, ...]
    cards: tuple[EidLink, ...]

    @property
    def can_lose_a_card(self) -> bool:
        """The last card stays as long as there is no password: nobody locks themselves out."""
        return len(self.cards) > 1 or self.account.username is not None


class ContactDetail(Enum):
    """What a citizen may say anew at the terminal; the value is the attribute's name (contract section 3)."""

    EMAIL = "email"
    PHONE = "phone"


DRAFTS = frozenset({ApplicationState.DRAFT, ApplicationState.READY})
"""Begun, not sent: they can be gone on with, and thrown away."""

UNDECIDED = frozenset(
    {
        ApplicationState.AWAITING_PAYMENT,
        ApplicationState.SUBMITTED,
        ApplicationState.RECEIVED,
        ApplicationState.PROCESSING,
        ApplicationState.ACTION_REQUIRED,
    }
)
"""Sent, not decided."""
