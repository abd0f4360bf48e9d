"""The scenes of PIN first aid, and the CAN before the last attempt, which signing in shares with it."""

from dataclasses import dataclass, field

from cardreader.chat import AccessRight
from cardreader.pin_on_pad import Pad
from kiosk.session.delivery import NOT_ASKED, SlipFate
from kiosk.session.errand import Errand, SignIn
from kiosk.session.pin_values import CardNumber, CardTrouble, PadWord, PinWish


@dataclass(frozen=True, slots=True)
class PinTask:
    """What somebody wants of the PIN of the card that lies there, or will."""

    errand: Errand
    wish: PinWish
    pad: Pad = Pad.NONE
    """What the reader's own pad can do; known once the card has been looked at."""


@dataclass(frozen=True, slots=True)
class ForSignIn:
    """The last attempt is wanted for a sign-in, which goes on with the PIN."""

    errand: Errand
    sign_in: SignIn
    chosen: frozenset[AccessRight] = field(repr=False)


type Resuming = ForSignIn | PinTask


@dataclass(frozen=True, slots=True)
class ChoosePinWish:
    """Somebody knows their PIN: to check it, to change it, or to unblock it."""

    errand: Errand


@dataclass(frozen=True, slots=True)
class LayCard:
    """Nothing goes on without the card."""

    task: PinTask


@dataclass(frozen=True, slots=True)
class LookingAtCard:
    """The card is being recognised; that spends no attempt."""

    task: PinTask


@dataclass(frozen=True, slots=True)
class EnterCardPin:
    """The PIN as it is: five digits for a letter's, six for one's own."""

    task: PinTask
    attempts_left: int
    rejected: bool
    """True when the PIN just entered was wrong."""


@dataclass(frozen=True, slots=True)
class EnterCan:
    """One attempt is left, and the card wants to see the digits on its front before."""

    resuming: Resuming
    rejected: bool
    """True when the CAN just entered was wrong; that costs nothing."""


@dataclass(frozen=True, slots=True)
class EnterPuk:
    """The PIN is blocked, and the ten digits in the letter help."""

    task: PinTask
    rejected: bool
    """True when the PUK just entered was wrong; that costs nothing."""


@dataclass(frozen=True, slots=True)
class ChooseNewPin:
    """The old PIN was right; its successor is typed twice."""

    task: PinTask


@dataclass(frozen=True, slots=True)
class TypeNumberOnReader:
    """The reader has a pad of its own and asks for this number on it; the terminal waits."""

    resuming: Resuming
    number: CardNumber
    attempts_left: int
    """How many the PIN has."""
    word: PadWord


@dataclass(frozen=True, slots=True)
class CheckingNumber:
    """The card is busy with what was typed."""

    resuming: Resuming
    number: CardNumber


@dataclass(frozen=True, slots=True)
class PinMended:
    """Done; what waited behind may go on."""

    task: PinTask


@dataclass(frozen=True, slots=True)
class ChooseCard:
    """Which card somebody has, where it may be none that the PIN is the trouble of."""

    errand: Errand


@dataclass(frozen=True, slots=True)
class CardAdvice:
    """What an office does about this card, and a slip that says so."""

    errand: Errand
    trouble: CardTrouble
    slip: SlipFate = NOT_ASKED


type PinScene = (
    ChoosePinWish
    | LayCard
    | LookingAtCard
    | EnterCardPin
    | EnterCan
    | EnterPuk
    | ChooseNewPin
    | TypeNumberOnReader
    | CheckingNumber
    | PinMended
    | ChooseCard
    | CardAdvice
)

PIN_SCENES = (
    ChoosePinWish,
    LayCard,
    LookingAtCard,
    EnterCardPin,
    EnterCan,
    EnterPuk,
    ChooseNewPin,
    TypeNumberOnReader,
    CheckingNumber,
    PinMended,
    ChooseCard,
    CardAdvice,
)

# ---------------------------------------------------------------- after a failure


@dataclass(frozen=True, slots=True)
class PinAgain:
    """From the card on, once more."""

    task: PinTask


@dataclass(frozen=True, slots=True)
class MendCard:
    """What stopped the sign-in is what PIN first aid is there for; the service waits behind it."""

    errand: Errand
    mend: PinWish | CardTrouble


@dataclass(frozen=True, slots=True)
class StaySignedIn:
    """The card does not raise the session, and a second try would not: what the password opens stays open."""

    errand: Errand


type AgainWithCard = PinAgain | MendCard | StaySignedIn


def errand_of(scene: PinScene | AgainWithCard) -> Errand:
    """The errand that `scene` belongs to."""
    match scene:
        case ChoosePinWish(errand) | ChooseCard(errand) | CardAdvice(errand):
            return errand
        case MendCard(errand) | StaySignedIn(errand):
            return errand
        case EnterCan(resuming) | TypeNumberOnReader(resuming) | CheckingNumber(resuming):
            return resuming.errand
        case _:
            return scene.task.errand
