"""The scenes around signing in without the card, beside it, and before it: one frozen value a situation."""

from dataclasses import dataclass, field

from cardreader.chat import AccessRight
from kiosk.bochum_id.password_values import SecondFactor
from kiosk.bochum_id.values import CitizenSession
from kiosk.session.errand import Errand, SecondStep, SignIn


@dataclass(frozen=True, slots=True)
class ChooseSignIn:
    """With the card, or with user name and password; a card that is laid down now is the answer."""

    errand: Errand


# ---------------------------------------------------------------- user name and password


@dataclass(frozen=True, slots=True)
class EnterPassword:
    errand: Errand
    user_name: str = field(repr=False)
    """As it was typed before; empty at first."""
    rejected: bool
    """True when user name or password just entered was wrong."""


@dataclass(frozen=True, slots=True)
class CheckingPassword:
    errand: Errand
    user_name: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class ChooseFactor:
    """The account has several second factors, and the visitor chooses one."""

    errand: Errand
    second: SecondStep


@dataclass(frozen=True, slots=True)
class SendingCode:
    """The city is sending a code to the visitor's phone or mailbox."""

    errand: Errand
    second: SecondStep
    factor: SecondFactor


@dataclass(frozen=True, slots=True)
class FirstTry:
    """No code has been tried yet."""


@dataclass(frozen=True, slots=True)
class WrongBefore:
    """The code just entered was wrong; so many tries are left."""

    remaining: int


type CodeTry = FirstTry | WrongBefore


@dataclass(frozen=True, slots=True)
class EnterCode:
    errand: Errand
    second: SecondStep
    factor: SecondFactor
    before: CodeTry


@dataclass(frozen=True, slots=True)
class CheckingCode:
    errand: Errand
    second: SecondStep
    factor: SecondFactor


# ---------------------------------------------------------------- a reader with a pad


@dataclass(frozen=True, slots=True)
class TypeOnReader:
    """The reader has a pad of its own and asks for the PIN on it; the terminal waits."""

    errand: Errand
    sign_in: SignIn
    chosen: frozenset[AccessRight] = field(repr=False)
    attempts_left: int
    rejected: bool
    """True when the PIN just typed was wrong."""


# ---------------------------------------------------------------- which account, and how sure


@dataclass(frozen=True, slots=True)
class StepUp:
    """Signed in, but the service asks for more than a password: the card is needed as well."""

    errand: Errand
    session: CitizenSession = field(repr=False)


@dataclass(frozen=True, slots=True)
class LinkAccount:
    """The card is new here, but an account fits it; only the visitor knows whose it is."""

    errand: Errand


@dataclass(frozen=True, slots=True)
class OpeningAccount:
    """The card is being linked to the account in question, or an account opened for it."""

    errand: Errand


# ---------------------------------------------------------------- nobody


@dataclass(frozen=True, slots=True)
class OpeningSession:
    """The service asks nobody who they are; the terminal asks for a session of nobody."""

    errand: Errand
