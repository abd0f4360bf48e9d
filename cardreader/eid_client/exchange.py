"""What a run asks of the world, and what it is told: requests and answers as values."""

from collections.abc import Generator
from dataclasses import dataclass, field
from datetime import date
from enum import Enum, auto
from typing import overload

from cardreader.apdu import CommandApdu, ResponseApdu
from cardreader.card import PinReady, PinSuspended
from cardreader.chat import AccessRight
from cardreader.part10 import Feature
from cardreader.secret import Secret, TypedOnReader


class Progress(Enum):
    """What the card is doing, for the person who waits."""

    PIN = auto()
    TERMINAL = auto()
    CHIP = auto()
    READING = auto()


class HttpProblem(Enum):
    """Why a server gave no answer."""

    UNREACHABLE = auto()
    TIMED_OUT = auto()
    TLS_REFUSED = auto()
    CERTIFICATE_REFUSED = auto()
    TOO_LARGE = auto()
    MALFORMED = auto()
    NOT_RESUMED = auto()


class CardProblem(Enum):
    """Why a card gave no answer."""

    CARD_GONE = auto()
    READER_GONE = auto()
    FAILED = auto()


@dataclass(frozen=True, slots=True)
class AuthorizationRequest:
    """Who asks for which data, as a person is shown it before the PIN."""

    provider_name: str
    provider_url: str
    issuer_name: str
    issuer_url: str
    purpose: str = field(repr=False)
    """The terms of usage as text; empty when the certificate has them in another form."""
    required: frozenset[AccessRight]
    optional: frozenset[AccessRight]
    transaction_info: str = field(repr=False)
    valid_from: date
    valid_to: date
    born_on_or_before: date | None = None
    """The last day of birth that passes the age check, if one is asked for."""


# Requests


@dataclass(frozen=True, slots=True)
class FetchPage:
    """GET an https URL without following redirects."""

    url: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class PeekCertificate:
    """Make a TLS handshake with the server of an https URL, and nothing more."""

    url: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class PreSharedKey:
    """What the token gave for TLS with RSA-PSK."""

    identity: str = field(repr=False)
    key: Secret


@dataclass(frozen=True, slots=True)
class ExchangePaos:
    """POST a PAOS message; without `psk` over the TLS session on which the token came."""

    url: str = field(repr=False)
    psk: PreSharedKey | None
    body: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class CloseConnections:
    """Drop every connection to a server."""


@dataclass(frozen=True, slots=True)
class ConnectCard:
    """Connect to the card on the reader."""


@dataclass(frozen=True, slots=True)
class SendToCard:
    """One command, exactly as it goes to the card."""

    command: CommandApdu


@dataclass(frozen=True, slots=True)
class UsePad:
    """Have the reader do something with its own pad, exactly these bytes (`part10`)."""

    feature: Feature
    data: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class AskCitizen:
    """Show who asks for what; wait for the choice and the PIN, of a suspended one for the CAN first."""

    request: AuthorizationRequest
    retry: PinReady | PinSuspended
    on_reader: bool = False
    """Whether the PIN is typed on the reader, not here."""


@dataclass(frozen=True, slots=True)
class AskPinAgain:
    """The PIN was wrong, or another card lies on the reader now; `attempts_left` is that card's.

    With one attempt left the CAN has to come first.
    """

    attempts_left: int


@dataclass(frozen=True, slots=True)
class AskPinAfterCan:
    """The CAN was right: the last attempt at the PIN is open."""


@dataclass(frozen=True, slots=True)
class AskCan:
    """The CAN of a suspended PIN was wrong, which costs nothing; or the PIN came without it."""


@dataclass(frozen=True, slots=True)
class AskOnSite:
    """On site (`on_site`): show who asks for what; wait for the choice and the CAN."""

    request: AuthorizationRequest


@dataclass(frozen=True, slots=True)
class AskCanAgain:
    """On site: the CAN was wrong."""


@dataclass(frozen=True, slots=True)
class Report:
    """Tell how far the card is."""

    progress: Progress


type Question = AskCitizen | AskPinAgain | AskPinAfterCan | AskCan | AskOnSite | AskCanAgain
"""What only a person can answer."""
type Errand = (
    FetchPage | PeekCertificate | ExchangePaos | CloseConnections | ConnectCard | SendToCard | UsePad | Report
)
"""What the driver does by itself."""
type Request = Question | Errand

# Answers


@dataclass(frozen=True, slots=True)
class Page:
    """An HTTP answer and the certificate (DER) of the server that gave it."""

    status: int
    location: str | None = field(repr=False)
    body: bytes = field(repr=False)
    certificate: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class PeerCertificate:
    """The certificate (DER) that a server showed."""

    certificate: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class HttpFailed:
    """No answer from a server."""

    problem: HttpProblem


@dataclass(frozen=True, slots=True)
class Done:
    """Nothing to tell."""


@dataclass(frozen=True, slots=True)
class ConnectedToPad:
    """The card is there, on a reader that runs PACE itself: the PIN is typed on it."""


@dataclass(frozen=True, slots=True)
class PadAnswered:
    """What the reader gave back."""

    data: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class CardAnswered:
    """The card's answer, exactly as it came."""

    response: ResponseApdu


@dataclass(frozen=True, slots=True)
class CardFailed:
    """No answer from the card."""

    problem: CardProblem


@dataclass(frozen=True, slots=True)
class Consent:
    """The person agrees: these of the optional rights, and the PIN, wiped once used."""

    chosen_optional: frozenset[AccessRight]
    pin: Secret | TypedOnReader


@dataclass(frozen=True, slots=True)
class ConsentOnSite:
    """On site the holder agrees: the rights, and the CAN, typed here even at a reader with a pad."""

    chosen_optional: frozenset[AccessRight]
    can: Secret


@dataclass(frozen=True, slots=True)
class CanGiven:
    """The six digits printed on the card, wiped once used."""

    can: Secret | TypedOnReader


@dataclass(frozen=True, slots=True)
class Refused:
    """The person does not agree."""


type Answer = (
    Page
    | PeerCertificate
    | HttpFailed
    | Done
    | ConnectedToPad
    | CardAnswered
    | PadAnswered
    | CardFailed
    | Consent
    | ConsentOnSite
    | CanGiven
    | Refused
)
type Conversation[T] = Generator[Request, Answer, T]


@overload
def ask[A](request: Request, expected: type[A], /) -> Conversation[A]: ...
@overload
def ask[A, B](request: Request, expected: type[A], alternative: type[B], /) -> Conversation[A | B]: ...
@overload
def ask[A, B, C](
    request: Request, expected: type[A], second: type[B], third: type[C], /
) -> Conversation[A | B | C]: ...
def ask(request: Request, *expected: type[object]) -> Conversation[object]:
    """Yield one request and return its answer; TypeError if it is of no expected type, a driver's bug."""
    answer = yield request
    if not isinstance(answer, expected):
        raise TypeError(f"{type(request).__name__} was answered with {type(answer).__name__}")
    return answer


def tell(request: CloseConnections | Report) -> Conversation[None]:
    """Yield a request that has nothing to answer."""
    yield from ask(request, Done)
