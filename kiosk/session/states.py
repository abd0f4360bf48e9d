"""What a visit can be: one frozen value a situation, nothing optional, nothing mutable.

A `Visit` is six independent things: how the visitor likes to read, what lies on the reader, the scene on
the screen, the overlay that may cover it, whether the city can be reached, and whether paper would come. An
overlay never replaces a scene: what the scene waits for still arrives.
"""

from dataclasses import dataclass, field

from cardreader.chat import AccessRight
from cardreader.eid_client.exchange import Progress
from cardreader.reader import NoReader, ReaderStatus
from kiosk.bochum_id.values import Catalogue, CitizenSession, Quote, ServiceSummary, Topic
from kiosk.services.form import Form
from kiosk.session import appointment_states as ap
from kiosk.session import bringing as bring
from kiosk.session import door_states as door
from kiosk.session import file_states as fs
from kiosk.session import own_states as own
from kiosk.session import payment_states as pay
from kiosk.session import pin_states as pin
from kiosk.session import sign_in_states as si
from kiosk.session.city import City, CityClosed, CityOpen
from kiosk.session.cover import Cover
from kiosk.session.delivery import NOT_ASKED, Delivery, PaperComes, PaperState, ReceiptFate
from kiosk.session.errand import BY_TOPIC, Application, Errand, Outcome, SignIn, Way
from kiosk.session.failure import Failure
from kiosk.session.overlays import (
    CallingHelp,
    DisplayChoice,
    HelpComes,
    HelpNotReached,
    LanguageChoice,
    LeaveQuestion,
    NothingOver,
    Overlay,
    PinHelp,
    PutCardBack,
    StillThere,
)
from kiosk.session.paying import Due
from kiosk.session.preferences import Preferences

__all__ = [
    "CallingHelp",
    "City",
    "CityClosed",
    "CityOpen",
    "DisplayChoice",
    "HelpComes",
    "HelpNotReached",
    "LanguageChoice",
    "LeaveQuestion",
    "NothingOver",
    "Overlay",
    "PinHelp",
    "PutCardBack",
    "StillThere",
]
"""What this module only hands on; all that is defined below belongs to it as well."""

# ---------------------------------------------------------------- scenes: before the card


@dataclass(frozen=True, slots=True)
class Preparing:
    """The terminal signs itself in and fetches the catalogue; nobody is here yet."""


@dataclass(frozen=True, slots=True)
class Closed:
    """Not even information is there; the terminal keeps trying and opens by itself."""

    failure: Failure


@dataclass(frozen=True, slots=True)
class CardForgotten:
    """The visitor before left a card on the reader; nobody starts until it is taken."""

    catalogue: Catalogue


@dataclass(frozen=True, slots=True)
class Start:
    catalogue: Catalogue


@dataclass(frozen=True, slots=True)
class ChooseTopic:
    catalogue: Catalogue


@dataclass(frozen=True, slots=True)
class ChooseService:
    catalogue: Catalogue
    topic: Topic


@dataclass(frozen=True, slots=True)
class OpeningService:
    catalogue: Catalogue
    topic: Topic
    service: ServiceSummary
    way: Way = BY_TOPIC


@dataclass(frozen=True, slots=True)
class AboutService:
    errand: Errand


# ---------------------------------------------------------------- scenes: signing in


@dataclass(frozen=True, slots=True)
class PlaceCard:
    errand: Errand


@dataclass(frozen=True, slots=True)
class Connecting:
    """The card is being recognised and the city says which data it asks for."""

    errand: Errand


@dataclass(frozen=True, slots=True)
class WhoAsks:
    errand: Errand
    sign_in: SignIn
    chosen: frozenset[AccessRight] = field(repr=False)
    """The optional data the visitor agreed to give; empty at first."""


@dataclass(frozen=True, slots=True)
class EnterPin:
    errand: Errand
    sign_in: SignIn
    chosen: frozenset[AccessRight] = field(repr=False)
    attempts_left: int
    rejected: bool
    """True when the PIN just entered was wrong."""


@dataclass(frozen=True, slots=True)
class SigningIn:
    errand: Errand
    sign_in: SignIn
    chosen: frozenset[AccessRight] = field(repr=False)
    attempts_left: int
    progress: Progress


# ---------------------------------------------------------------- scenes: applying


@dataclass(frozen=True, slots=True)
class OpeningApplication:
    errand: Errand
    session: CitizenSession = field(repr=False)


@dataclass(frozen=True, slots=True)
class FillIn:
    """One step of the form on the screen."""

    application: Application
    form: Form = field(repr=False)
    step_id: str
    checked: bool
    """True once the visitor wanted to go on: from then on, what is missing is shown."""
    reviewing: bool
    """True when the visitor came back from the review to change this step."""


@dataclass(frozen=True, slots=True)
class Pricing:
    """The answers are being saved and the city says what it costs."""

    application: Application
    form: Form = field(repr=False)


@dataclass(frozen=True, slots=True)
class Review:
    application: Application
    form: Form = field(repr=False)
    quote: Quote = field(repr=False)
    declared: bool
    """True when the visitor ticked every declaration."""


@dataclass(frozen=True, slots=True)
class Sending:
    application: Application
    form: Form = field(repr=False)
    quote: Quote = field(repr=False)
    cover: Cover


@dataclass(frozen=True, slots=True)
class TakeCard:
    """Sent; the paper comes as soon as the visitor has the card back."""

    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Printing:
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Done:
    outcome: Outcome
    delivery: Delivery
    receipt: ReceiptFate = NOT_ASKED
    """What became of the receipt on another way than paper."""


@dataclass(frozen=True, slots=True)
class ReceiptOnPhone:
    """A code on the screen, by which the visitor's phone fetches the receipt."""

    done: Done
    url: str = field(repr=False)
    """Opens it once, within minutes (R85)."""


@dataclass(frozen=True, slots=True)
class Goodbye:
    """The last words; the process ends behind them."""

    card_on_reader: bool
    paper_printed: bool = False
    """Whether the last screen told of paper in the printer."""


# ---------------------------------------------------------------- scenes: what can go wrong


@dataclass(frozen=True, slots=True)
class StartOver:
    """Trying again makes no sense; the way on is the start or the counter."""


@dataclass(frozen=True, slots=True)
class OpenServiceAgain:
    catalogue: Catalogue
    topic: Topic
    service: ServiceSummary
    way: Way = BY_TOPIC


@dataclass(frozen=True, slots=True)
class SignInAgain:
    errand: Errand


@dataclass(frozen=True, slots=True)
class PasswordAgain:
    errand: Errand
    user_name: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class OpenSessionAgain:
    """Without signing in, as before."""

    errand: Errand


@dataclass(frozen=True, slots=True)
class OpenApplicationAgain:
    errand: Errand
    session: CitizenSession = field(repr=False)


@dataclass(frozen=True, slots=True)
class PriceAgain:
    application: Application
    form: Form = field(repr=False)


@dataclass(frozen=True, slots=True)
class SendAgain:
    application: Application
    form: Form = field(repr=False)
    quote: Quote = field(repr=False)
    cover: Cover


@dataclass(frozen=True, slots=True)
class PayAgain:
    due: Due


@dataclass(frozen=True, slots=True)
class FilesAgain:
    waiting: fs.WaitingForFiles


@dataclass(frozen=True, slots=True)
class AppointmentAgain:
    looking: ap.WaitingForAppointments


type Again = (
    StartOver
    | OpenServiceAgain
    | SignInAgain
    | PasswordAgain
    | OpenSessionAgain
    | OpenApplicationAgain
    | PriceAgain
    | PayAgain
    | SendAgain
    | FilesAgain
    | AppointmentAgain
    | own.LookUpAgain
    | pin.AgainWithCard
)


@dataclass(frozen=True, slots=True)
class Failed:
    """A kind screen: what happened, what is safe, what can be done next."""

    failure: Failure
    again: Again


type Scene = (
    Preparing
    | Closed
    | CardForgotten
    | Start
    | ChooseTopic
    | ChooseService
    | door.DoorScene
    | pin.PinScene
    | OpeningService
    | AboutService
    | si.ChooseSignIn
    | si.EnterPassword
    | si.CheckingPassword
    | si.ChooseFactor
    | si.SendingCode
    | si.EnterCode
    | si.CheckingCode
    | si.StepUp
    | PlaceCard
    | Connecting
    | WhoAsks
    | EnterPin
    | si.TypeOnReader
    | SigningIn
    | si.LinkAccount
    | si.OpeningAccount
    | si.OpeningSession
    | OpeningApplication
    | FillIn
    | fs.FileScene
    | ap.AppointmentScene
    | Pricing
    | Review
    | bring.ChooseDelivery
    | ap.KeepingTime
    | pay.FindingWaysToPay
    | pay.ChoosePayment
    | pay.PayingByCard
    | pay.OpeningPayPage
    | pay.PayByPhone
    | pay.NotPaid
    | pay.PaymentUnclear
    | pay.CheckingPayment
    | pay.GivingMoneyBack
    | pay.MoneyBack
    | Sending
    | TakeCard
    | Printing
    | Done
    | ReceiptOnPhone
    | Goodbye
    | Failed
    | own.OwnScene
)


@dataclass(frozen=True, slots=True)
class Visit:
    """All there is to know; made without arguments, it is how every visit begins."""

    preferences: Preferences = field(default_factory=Preferences)
    reader: ReaderStatus = field(default_factory=NoReader)
    scene: Scene = Preparing()
    overlay: Overlay = field(default_factory=NothingOver)
    city: City = field(default_factory=CityOpen)
    paper: PaperState = field(default_factory=PaperComes)
