"""What can happen to a visit: what the visitor did, what the world answered, what the clock said."""

from dataclasses import dataclass, field
from datetime import date

from cardreader.reader import ReaderStatus
from cardreader.secret import Secret
from kiosk.bochum_id.values import (
    Catalogue,
    Draft,
    JsonValue,
    Quote,
    Submission,
)
from kiosk.services.definition import ServiceDefinition
from kiosk.session import bringing as bring
from kiosk.session.appointment_events import AppointmentEvent
from kiosk.session.delivery import NOT_ASKED, Delivery, PaperState, SlipFate
from kiosk.session.door_events import DoorEvent
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
from kiosk.session.payment_events import (
    CardStepped,
    MoneyGivenBack,
    PaymentChosen,
    PaymentEvent,
    PaymentMade,
    PaymentNotMade,
    PaymentUnknown,
    PayPageOpened,
    WaysToPayFound,
)
from kiosk.session.pin_events import CanEntered, NewPinChosen, PinEvent, PukEntered
from kiosk.session.sign_in_events import (
    AccountAsked,
    AccountDecided,
    CodeEntered,
    CodeRejected,
    CodeSent,
    FactorChosen,
    NewCodeAsked,
    OptionalDataSwitched,
    PasswordAccepted,
    PasswordEntered,
    PasswordRejected,
    PinEntered,
    PinRejected,
    SignedIn,
    SignInDeclined,
    SignInEvent,
    SignInMethodChosen,
    SignInPrepared,
    SignInProgressed,
    SignInSkipped,
)

__all__ = [
    "AccountAsked",
    "AccountDecided",
    "CardStepped",
    "CodeEntered",
    "CodeRejected",
    "CodeSent",
    "ContrastChosen",
    "DisplayAsked",
    "EndAsked",
    "EndConfirmed",
    "FactorChosen",
    "HelpAsked",
    "LanguageAsked",
    "LanguageChosen",
    "LowPositionChosen",
    "MoneyGivenBack",
    "NewCodeAsked",
    "OptionalDataSwitched",
    "OverlayClosed",
    "PasswordAccepted",
    "PasswordEntered",
    "PasswordRejected",
    "PayPageOpened",
    "PaymentChosen",
    "PaymentMade",
    "PaymentNotMade",
    "PaymentUnknown",
    "PinEntered",
    "PinHelpAsked",
    "PinRejected",
    "SignInDeclined",
    "SignInMethodChosen",
    "SignInPrepared",
    "SignInProgressed",
    "SignInSkipped",
    "SignedIn",
    "TextSizeChosen",
    "WaysToPayFound",
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
class TryAgain:
    pass


@dataclass(frozen=True, slots=True)
class ReceiptOnPaperAsked:
    """The visitor wants the receipt on paper, for the first time or again."""


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
class Sent:
    submission: Submission = field(repr=False)


@dataclass(frozen=True, slots=True)
class PaperHandled:
    delivery: Delivery
    receipt: SlipFate = NOT_ASKED
    """What became of the receipt that comes with a paper that was paid for."""


@dataclass(frozen=True, slots=True)
class ReceiptHandled:
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
    SignInEvent
    | PaymentEvent
    | Continue
    | Back
    | TopicChosen
    | ServiceChosen
    | DoorEvent
    | Answered
    | ChangeAsked
    | Declared
    | bring.DeliveryAsked
    | bring.DeliveryChosen
    | TryAgain
    | ReceiptOnPaperAsked
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
    | ApplicationOpened
    | AnswersObjected
    | Priced
    | Sent
    | PaperHandled
    | ReceiptHandled
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
    | PinEvent
)


def secret_in(event: Event) -> Secret | None:
    """Give the secret that `event` carries, for whoever has to wipe it."""
    match event:
        case PinEntered(secret) | CodeEntered(secret) | PasswordEntered(password=secret):
            return secret
        case CanEntered(secret) | PukEntered(secret) | NewPinChosen(secret):
            return secret
        case _:
            return None
