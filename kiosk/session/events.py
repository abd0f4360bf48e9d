"""What can happen to a visit: what the visitor did, what the world answered, what the clock said."""

from dataclasses import dataclass, field
from datetime import date

from cardreader.chat import AccessRight
from cardreader.eid_client.exchange import Progress
from cardreader.reader import ReaderStatus
from cardreader.secret import Secret
from kiosk.bochum_id.password_values import SecondFactor
from kiosk.bochum_id.payment_values import Channel, Payment
from kiosk.bochum_id.values import (
    Catalogue,
    CitizenSession,
    Draft,
    JsonValue,
    Quote,
    SignInMethod,
    Submission,
)
from kiosk.services.definition import ServiceDefinition
from kiosk.session.appointment_events import AppointmentEvent
from kiosk.session.delivery import Delivery, PaperState
from kiosk.session.door_events import DoorEvent
from kiosk.session.errand import SignIn
from kiosk.session.failure import Failure
from kiosk.session.file_events import FileEvent
from kiosk.session.frame_events import (
    ContrastChosen,
    DisplayAsked,
    EndAsked,
    EndConfirmed,
    HelpAsked,
    LanguageAsked,
    LanguageChosen,
    LowPositionChosen,
    OverlayClosed,
    PinHelpAsked,
    TextSizeChosen,
)
from kiosk.session.own_events import OwnEvent
from kiosk.session.paying import CardStep, MoneyBackBy, NotPaidBecause, WayToPay

__all__ = [
    "ContrastChosen",
    "DisplayAsked",
    "EndAsked",
    "EndConfirmed",
    "HelpAsked",
    "LanguageAsked",
    "LanguageChosen",
    "LowPositionChosen",
    "OverlayClosed",
    "PinHelpAsked",
    "TextSizeChosen",
]
"""What this module only hands on; all that is defined below belongs to it as well."""

# ---------------------------------------------------------------- the visitor


@dataclass(frozen=True, slots=True)
class Continue:
    """The one primary button of the screen."""


@dataclass(frozen=True, slots=True)
class Back:
    pass


@dataclass(frozen=True, slots=True)
class TopicChosen:
    topic_id: str


@dataclass(frozen=True, slots=True)
class ServiceChosen:
    service_id: str


@dataclass(frozen=True, slots=True)
class OptionalDataSwitched:
    right: AccessRight = field(repr=False)
    given: bool = field(repr=False)


@dataclass(frozen=True, slots=True)
class SignInDeclined:
    """The visitor does not want the city to read the card."""


@dataclass(frozen=True, slots=True)
class PinEntered:
    pin: Secret


@dataclass(frozen=True, slots=True)
class SignInMethodChosen:
    method: SignInMethod


@dataclass(frozen=True, slots=True)
class SignInSkipped:
    """The visitor goes on without saying who they are, where the service allows it."""


@dataclass(frozen=True, slots=True)
class PasswordEntered:
    user_name: str = field(repr=False)
    password: Secret


@dataclass(frozen=True, slots=True)
class FactorChosen:
    factor_id: str


@dataclass(frozen=True, slots=True)
class NewCodeAsked:
    """The code that was sent did not arrive, or was too old."""


@dataclass(frozen=True, slots=True)
class CodeEntered:
    """A second factor's code."""

    code: Secret


@dataclass(frozen=True, slots=True)
class AccountDecided:
    """Whether the account that fits a new card is the visitor's."""

    mine: bool


@dataclass(frozen=True, slots=True)
class Answered:
    pointer: str
    """JSON Pointer of the answer (RFC 6901)."""
    value: JsonValue = field(repr=False)


@dataclass(frozen=True, slots=True)
class ChangeAsked:
    """From the review back to one step of the form."""

    step_id: str


@dataclass(frozen=True, slots=True)
class Declared:
    accepted: bool


@dataclass(frozen=True, slots=True)
class PaymentChosen:
    channel: Channel


@dataclass(frozen=True, slots=True)
class TryAgain:
    pass


@dataclass(frozen=True, slots=True)
class ReceiptToPhoneAsked:
    pass


@dataclass(frozen=True, slots=True)
class ReceiptToMailboxAsked:
    pass


@dataclass(frozen=True, slots=True)
class SlipAsked:
    """The visitor wants what this screen says on a slip."""


# ---------------------------------------------------------------- the world


@dataclass(frozen=True, slots=True)
class ReaderChanged:
    status: ReaderStatus


@dataclass(frozen=True, slots=True)
class PrinterChanged:
    """Somebody refilled it, or it ran out: told once, whatever is on the screen."""

    paper: PaperState


@dataclass(frozen=True, slots=True)
class Prepared:
    """The city answered: this is what there is to do."""

    catalogue: Catalogue


@dataclass(frozen=True, slots=True)
class PreparedFromCache:
    """The city did not answer; what there was to do when it last did can be read."""

    catalogue: Catalogue
    failure: Failure


@dataclass(frozen=True, slots=True)
class NotPrepared:
    """The city did not answer, and nothing that can be trusted is kept."""

    failure: Failure


@dataclass(frozen=True, slots=True)
class ServiceOpened:
    definition: ServiceDefinition


@dataclass(frozen=True, slots=True)
class SignInPrepared:
    sign_in: SignIn


@dataclass(frozen=True, slots=True)
class SignInProgressed:
    progress: Progress


@dataclass(frozen=True, slots=True)
class PinRejected:
    attempts_left: int


@dataclass(frozen=True, slots=True)
class PasswordAccepted:
    factors: tuple[SecondFactor, ...]


@dataclass(frozen=True, slots=True)
class PasswordRejected:
    """User name or password was wrong; nobody says which."""


@dataclass(frozen=True, slots=True)
class CodeSent:
    """A code is on its way to the visitor."""


@dataclass(frozen=True, slots=True)
class CodeRejected:
    remaining: int
    """How many tries are left, at least one."""


@dataclass(frozen=True, slots=True)
class AccountAsked:
    """The card is new here, but an account fits it."""


@dataclass(frozen=True, slots=True)
class SignedIn:
    session: CitizenSession = field(repr=False)


@dataclass(frozen=True, slots=True)
class ApplicationOpened:
    draft: Draft = field(repr=False)
    today: date
    """The day in Bochum; what the form says of days counts from it."""


@dataclass(frozen=True, slots=True)
class AnswersObjected:
    """The answers are saved, and the city knows better."""

    draft: Draft = field(repr=False)
    """With its `errors`."""


@dataclass(frozen=True, slots=True)
class Priced:
    draft: Draft = field(repr=False)
    quote: Quote = field(repr=False)


@dataclass(frozen=True, slots=True)
class WaysToPayFound:
    ways: tuple[WayToPay, ...]


@dataclass(frozen=True, slots=True)
class CardStepped:
    """The card reader says what it waits for, or does."""

    step: CardStep


@dataclass(frozen=True, slots=True)
class PayPageOpened:
    payment: Payment


@dataclass(frozen=True, slots=True)
class PaymentMade:
    """The money is there, and the city knows."""

    payment: Payment


@dataclass(frozen=True, slots=True)
class PaymentNotMade:
    """No money was taken, for certain."""

    why: NotPaidBecause


@dataclass(frozen=True, slots=True)
class PaymentUnknown:
    """Money may have been taken."""


@dataclass(frozen=True, slots=True)
class MoneyGivenBack:
    by: MoneyBackBy


@dataclass(frozen=True, slots=True)
class Sent:
    submission: Submission = field(repr=False)


@dataclass(frozen=True, slots=True)
class PaperHandled:
    delivery: Delivery


@dataclass(frozen=True, slots=True)
class ReceiptLinked:
    url: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class ReceiptMailed:
    pass


@dataclass(frozen=True, slots=True)
class SlipHandled:
    delivery: Delivery


@dataclass(frozen=True, slots=True)
class HelpAnswered:
    reached: bool


@dataclass(frozen=True, slots=True)
class Failing:
    """What the scene waits for will not come."""

    failure: Failure


@dataclass(frozen=True, slots=True)
class Settled:
    """Done; there is nothing to say about it."""


@dataclass(frozen=True, slots=True)
class EffectCrashed:
    """A bug in an adapter; the journal has its type, never its values."""

    effect: str


@dataclass(frozen=True, slots=True)
class PutOnScreen:
    """The supervisor shows this process now: from here on there may be a visitor."""


# ---------------------------------------------------------------- the clock


@dataclass(frozen=True, slots=True)
class SilenceTold:
    """Nobody touched anything for a while; `seconds_left` until the visit ends by itself."""

    seconds_left: int


@dataclass(frozen=True, slots=True)
class SilenceOver:
    pass


type Event = (
    Continue
    | Back
    | TopicChosen
    | ServiceChosen
    | DoorEvent
    | OptionalDataSwitched
    | SignInDeclined
    | PinEntered
    | SignInMethodChosen
    | SignInSkipped
    | PasswordEntered
    | FactorChosen
    | NewCodeAsked
    | CodeEntered
    | AccountDecided
    | Answered
    | ChangeAsked
    | Declared
    | PaymentChosen
    | TryAgain
    | ReceiptToPhoneAsked
    | ReceiptToMailboxAsked
    | SlipAsked
    | HelpAsked
    | PinHelpAsked
    | LanguageAsked
    | DisplayAsked
    | LanguageChosen
    | TextSizeChosen
    | ContrastChosen
    | LowPositionChosen
    | EndAsked
    | EndConfirmed
    | OverlayClosed
    | ReaderChanged
    | PrinterChanged
    | Prepared
    | PreparedFromCache
    | NotPrepared
    | ServiceOpened
    | SignInPrepared
    | SignInProgressed
    | PinRejected
    | PasswordAccepted
    | PasswordRejected
    | CodeSent
    | CodeRejected
    | AccountAsked
    | SignedIn
    | ApplicationOpened
    | AnswersObjected
    | Priced
    | WaysToPayFound
    | CardStepped
    | PayPageOpened
    | PaymentMade
    | PaymentNotMade
    | PaymentUnknown
    | MoneyGivenBack
    | Sent
    | PaperHandled
    | ReceiptLinked
    | ReceiptMailed
    | SlipHandled
    | FileEvent
    | AppointmentEvent
    | HelpAnswered
    | Failing
    | Settled
    | EffectCrashed
    | PutOnScreen
    | SilenceTold
    | SilenceOver
    | OwnEvent
)


def secret_in(event: Event) -> Secret | None:
    """Give the secret that `event` carries, for whoever has to wipe it."""
    match event:
        case PinEntered(secret) | CodeEntered(secret) | PasswordEntered(password=secret):
            return secret
        case _:
            return None
