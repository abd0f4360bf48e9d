"""What happens while somebody signs in."""

from dataclasses import dataclass, field

from cardreader.chat import AccessRight
from cardreader.eid_client.exchange import Progress
from cardreader.secret import Secret
from kiosk.bochum_id.password_values import SecondFactor
from kiosk.bochum_id.values import (
    CitizenSession,
    SignInMethod,
)
from kiosk.session.errand import SignIn


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


type SignInEvent = (
    OptionalDataSwitched
    | SignInDeclined
    | PinEntered
    | SignInMethodChosen
    | SignInSkipped
    | PasswordEntered
    | FactorChosen
    | NewCodeAsked
    | CodeEntered
    | AccountDecided
    | SignInPrepared
    | SignInProgressed
    | PinRejected
    | PasswordAccepted
    | PasswordRejected
    | CodeSent
    | CodeRejected
    | AccountAsked
    | SignedIn
)
