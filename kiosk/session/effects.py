"""What a visit wants done in the world; each ends in exactly one event, if need be `EffectCrashed`."""

from dataclasses import dataclass, field
from enum import Enum

from cardreader.chat import AccessRight
from cardreader.secret import Secret, TypedOnReader
from kiosk.bochum_id.password_values import SecondFactor
from kiosk.bochum_id.payment_values import Payment
from kiosk.bochum_id.values import Catalogue, CitizenSession, Quote, ServiceSummary
from kiosk.services.form import Form
from kiosk.session.appointment_effects import AppointmentEffect
from kiosk.session.cover import Cover, Paid
from kiosk.session.errand import Application, Errand, Outcome
from kiosk.session.file_effects import FileEffect
from kiosk.session.own_effects import OwnEffect
from kiosk.session.paying import Due
from kiosk.session.pin_effects import PinEffect, ResumeSignIn
from kiosk.session.preferences import Language
from kiosk.slip import Slip


@dataclass(frozen=True, slots=True)
class Prepare:
    """Fetch the catalogue, or what is new in it → Prepared | PreparedFromCache | NotPrepared.

    Its answer is never too late, whatever is on the screen.
    """

    after_seconds: int


@dataclass(frozen=True, slots=True)
class KeepDefinitions:
    """Keep every service's definition for an outage; nobody waits for it → Settled."""

    catalogue: Catalogue


@dataclass(frozen=True, slots=True)
class EndLeftovers:
    """End the session that a crash may have left open; never from a spare in waiting → Settled."""


@dataclass(frozen=True, slots=True)
class OpenService:
    """Fetch and read the service's definition → ServiceOpened."""

    service: ServiceSummary


@dataclass(frozen=True, slots=True)
class BeginSignIn:
    """Recognise the card and ask who asks for what → SignInPrepared."""

    errand: Errand
    language: Language


@dataclass(frozen=True, slots=True)
class ConfirmSignIn:
    """Give the PIN to the card, once, and finish the sign-in → SignedIn | AccountAsked | PinRejected."""

    chosen: frozenset[AccessRight] = field(repr=False)
    pin: Secret | TypedOnReader


@dataclass(frozen=True, slots=True)
class DecideAccount:
    """Link the new card to the account in question, or open another one → SignedIn."""

    link: bool


@dataclass(frozen=True, slots=True)
class CheckPassword:
    """Give user name and password to the city, once → PasswordAccepted | PasswordRejected."""

    service_id: str
    user_name: str = field(repr=False)
    password: Secret
    language: Language


@dataclass(frozen=True, slots=True)
class SendCode:
    """Have the city send a code → CodeSent."""

    factor: SecondFactor


@dataclass(frozen=True, slots=True)
class CheckCode:
    """Give the code to the city, once, and finish the sign-in → SignedIn | CodeRejected."""

    factor: SecondFactor
    code: Secret


@dataclass(frozen=True, slots=True)
class OpenSession:
    """Open a session without signing in, for a service that allows it → SignedIn."""

    service_id: str
    language: Language


@dataclass(frozen=True, slots=True)
class CancelSignIn:
    """Tell Bochum-ID and the eID server that the visitor does not go on; nobody waits for it → Settled."""


@dataclass(frozen=True, slots=True)
class OpenApplication:
    """Create the draft, filled in from the card, or go on with an unfinished one → ApplicationOpened."""

    errand: Errand
    session: CitizenSession = field(repr=False)


@dataclass(frozen=True, slots=True)
class Price:
    """Save the answers and ask what it costs → Priced."""

    application: Application
    form: Form = field(repr=False)


@dataclass(frozen=True, slots=True)
class Send:
    """The binding act: submit, with what covers the fee → Sent."""

    application: Application
    form: Form = field(repr=False)
    quote: Quote = field(repr=False)
    cover: Cover
    language: Language
    """The words in which the visitor made the declarations."""


@dataclass(frozen=True, slots=True)
class SettlePayments:
    """Settle what a visit before left open at the card reader; nobody waits for it → Settled.

    Never from a spare in waiting: the card reader is the visitor's on the screen.
    """


@dataclass(frozen=True, slots=True)
class FindWaysToPay:
    """Ask card reader and city which of the service's channels work → WaysToPayFound."""

    due: Due


@dataclass(frozen=True, slots=True)
class TakeCardPayment:
    """Have the card reader take the money → PaymentMade | PaymentNotMade | PaymentUnknown."""

    due: Due


@dataclass(frozen=True, slots=True)
class StopCardPayment:
    """Ask the card reader to stop; ends as the payment ends, which may have been faster."""


@dataclass(frozen=True, slots=True)
class CheckCardPayment:
    """Ask the card reader what became of the payment → PaymentMade | PaymentNotMade | PaymentUnknown."""

    due: Due


@dataclass(frozen=True, slots=True)
class OpenPayPage:
    """Open a page to pay on by phone → PayPageOpened."""

    due: Due


@dataclass(frozen=True, slots=True)
class AwaitPhonePayment:
    """Wait until the phone has paid → PaymentMade | PaymentNotMade."""

    payment: Payment


@dataclass(frozen=True, slots=True)
class StopPhonePayment:
    """Close the page on the phone → PaymentNotMade, or PaymentMade when it had paid."""

    payment: Payment


@dataclass(frozen=True, slots=True)
class GiveMoneyBack:
    """Undo the payment of what cannot be sent → MoneyGivenBack, or Sent when it had arrived."""

    due: Due
    cover: Paid
    language: Language


@dataclass(frozen=True, slots=True)
class PrintPaper:
    """Fetch what the visitor came for and print it, and the receipt of what was paid → PaperHandled."""

    outcome: Outcome
    language: Language


@dataclass(frozen=True, slots=True)
class PrintReceipt:
    """Fetch the receipt and bring it to paper, as often as the visitor wants it → ReceiptHandled."""

    outcome: Outcome
    language: Language


@dataclass(frozen=True, slots=True)
class LinkReceipt:
    """Have a one-time link to the receipt made → ReceiptLinked."""

    outcome: Outcome
    language: Language


@dataclass(frozen=True, slots=True)
class MailReceipt:
    """Have the receipt put into the visitor's mailbox → ReceiptMailed."""

    outcome: Outcome
    language: Language


@dataclass(frozen=True, slots=True)
class PrintSlip:
    """Bring a slip to paper, without the city → SlipHandled."""

    slip: Slip
    language: Language


@dataclass(frozen=True, slots=True)
class CallHelp:
    """Ask the front desk to come → HelpAnswered."""


class EndedHow(Enum):
    """Why a visit ended; the only thing the supervisor learns."""

    FINISHED = "finished"
    LEFT = "left"
    SILENCE = "silence"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class EndVisit:
    """Close the citizen's session; `after_seconds` later the process dies, and all with it → Settled."""

    how: EndedHow
    after_seconds: int


type Effect = (
    Prepare
    | KeepDefinitions
    | EndLeftovers
    | OpenService
    | BeginSignIn
    | ConfirmSignIn
    | DecideAccount
    | CheckPassword
    | SendCode
    | CheckCode
    | OpenSession
    | CancelSignIn
    | OpenApplication
    | Price
    | SettlePayments
    | FindWaysToPay
    | TakeCardPayment
    | StopCardPayment
    | CheckCardPayment
    | OpenPayPage
    | AwaitPhonePayment
    | StopPhonePayment
    | GiveMoneyBack
    | Send
    | PrintPaper
    | PrintReceipt
    | LinkReceipt
    | MailReceipt
    | PrintSlip
    | FileEffect
    | AppointmentEffect
    | CallHelp
    | EndVisit
    | OwnEffect
    | PinEffect
    | ResumeSignIn
)
