"""What travels with a visit from scene to scene: the errand, the sign-in, the application, its outcome."""

from dataclasses import dataclass, field
from typing import Final

from cardreader.eid_client.exchange import AuthorizationRequest
from kiosk.bochum_id.organisations import Organisation
from kiosk.bochum_id.password_values import SecondFactor
from kiosk.bochum_id.values import Catalogue, CitizenSession, Draft, Quote, ServiceSummary, Submission, Topic
from kiosk.services.definition import ServiceDefinition
from kiosk.services.evidence import NO_TIME, ChosenTime
from kiosk.services.form import Form
from kiosk.session.cover import Cover
from kiosk.session.own_effects import OwnEffect
from kiosk.session.pin_values import CardTrouble, PinWish


@dataclass(frozen=True, slots=True)
class Afresh:
    """A new application will be opened."""


@dataclass(frozen=True, slots=True)
class Unfinished:
    """An application whose card went away: only the same citizen, signed in again, gets it back."""

    draft: Draft = field(repr=False)
    form: Form = field(repr=False)


@dataclass(frozen=True, slots=True)
class Wanting:
    """Something of one's own that needs a higher level of trust: it is done as soon as that is reached."""

    wish: OwnEffect


type Beginning = Afresh | Unfinished | Wanting

AFRESH: Final = Afresh()


@dataclass(frozen=True, slots=True)
class Nobody:
    """Nobody is signed in yet."""


@dataclass(frozen=True, slots=True)
class SignedInAs:
    """Somebody is: a sign-in with the card raises the session, and leaves it alone when it fails."""

    session: CitizenSession = field(repr=False)


type Caller = Nobody | SignedInAs

NOBODY: Final = Nobody()


@dataclass(frozen=True, slots=True)
class Undecided:
    """Nobody has been asked yet."""


@dataclass(frozen=True, slots=True)
class ForOneself:
    """In one's own name."""


@dataclass(frozen=True, slots=True)
class ForOrganisation:
    """In the name of a company or an association."""

    organisation: Organisation


type Capacity = Undecided | ForOneself | ForOrganisation

UNDECIDED: Final = Undecided()


@dataclass(frozen=True, slots=True)
class ByTopic:
    """Chosen among the services of a topic."""


@dataclass(frozen=True, slots=True)
class BySearch:
    """Found by typing."""

    words: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class ByDoor:
    """Walked into from the home screen."""


@dataclass(frozen=True, slots=True)
class ByDetour:
    """Out of the way to another service, which is still wanted."""

    errand: "Errand"
    mend: PinWish | CardTrouble | None = None
    """What stood in its way, where that is known."""


type Way = ByTopic | BySearch | ByDoor | ByDetour
"""How a visitor came to a service, and goes back."""

BY_TOPIC: Final = ByTopic()
BY_DOOR: Final = ByDoor()


@dataclass(frozen=True, slots=True)
class Errand:
    """What the visitor came for."""

    catalogue: Catalogue
    topic: Topic
    service: ServiceSummary
    definition: ServiceDefinition
    beginning: Beginning = AFRESH
    caller: Caller = NOBODY
    capacity: Capacity = UNDECIDED
    """In whose name; asked after the sign-in where a service is for organisations as well."""
    way: Way = BY_TOPIC


@dataclass(frozen=True, slots=True)
class SignIn:
    """Who asks for which data, and what the card said of its PIN before any attempt."""

    request: AuthorizationRequest
    attempts_left: int
    confirmation_code: str
    pin_on_reader: bool = False
    """Whether the reader has a pad of its own, on which the PIN is typed."""
    last_is_open: bool = False
    """Whether the CAN has opened the last attempt: it is asked for once."""


@dataclass(frozen=True, slots=True)
class SecondStep:
    """The password was right: whose it is, and which second factors the account has."""

    user_name: str = field(repr=False)
    factors: tuple[SecondFactor, ...]
    """At least one."""


@dataclass(frozen=True, slots=True)
class Application:
    """An application the city keeps as a draft for the signed-in citizen."""

    errand: Errand
    session: CitizenSession = field(repr=False)
    draft: Draft = field(repr=False)


@dataclass(frozen=True, slots=True)
class Outcome:
    """A submitted application, and the paper that comes of it."""

    errand: Errand
    session: CitizenSession = field(repr=False)
    submission: Submission = field(repr=False)
    quote: Quote = field(repr=False)
    cover: Cover
    time: ChosenTime = NO_TIME
    """The appointment that was made with it, where the service asks for one."""


@dataclass(frozen=True, slots=True)
class FormPlace:
    """A step of an application's form that is no question: a place for files, or the appointment."""

    application: Application
    form: Form = field(repr=False)
    step_id: str
    reviewing: bool
    """True when the visitor came back from the review to change this step."""
