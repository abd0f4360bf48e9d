"""The messages of an eID conversation as values, in both directions (TR-03112-6 3.2.5, TR-03112-7 3.6)."""

from dataclasses import dataclass, field

from cardreader.auxiliary_data import AuxiliaryData
from cardreader.certificate_description import CertificateDescription
from cardreader.chat import Chat
from cardreader.cv_certificate import CvCertificate
from cardreader.eid_client.result import OK, Result

EAC_PROTOCOL = "urn:oid:1.3.162.15480.3.0.14.2"
CARD_APPLICATION = bytes.fromhex("E80704007F00070302")
SLOT_HANDLE = "00"


@dataclass(frozen=True, slots=True)
class Version:
    """A version of an interface or of a program."""

    major: int
    minor: int
    subminor: int


API_VERSION = Version(1, 1, 5)


@dataclass(frozen=True, slots=True)
class UserAgent:
    """The program that asks, as its conformance statement names it."""

    name: str
    version: Version


# From client to server


@dataclass(frozen=True, slots=True)
class StartPaos:
    """Opens the conversation; the session identifier is the one of the token."""

    session_identifier: str = field(repr=False)
    user_agent: UserAgent
    api_versions: tuple[Version, ...] = (API_VERSION,)


@dataclass(frozen=True, slots=True)
class InitializeFrameworkResponse:
    """Names the version of the interface."""

    result: Result = OK
    version: Version = API_VERSION


@dataclass(frozen=True, slots=True)
class Eac1Output:
    """After PACE: what terminal authentication needs, and the rights that remain."""

    ef_card_access: bytes
    id_picc: bytes = field(repr=False)
    challenge: bytes = field(repr=False)
    chat: Chat | None = None
    authority_references: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Eac2Output:
    """After chip authentication."""

    ef_card_security: bytes = field(repr=False)
    authentication_token: bytes = field(repr=False)
    nonce: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class EacSignatureWanted:
    """An EAC2OutputType with nothing but the challenge: the server has not signed yet."""

    challenge: bytes = field(repr=False)


type EacOutput = Eac1Output | Eac2Output | EacSignatureWanted


@dataclass(frozen=True, slots=True)
class DidAuthenticateResponse:
    """The answer to each EAC input; no output when the result is an error."""

    result: Result
    output: EacOutput | None = None


@dataclass(frozen=True, slots=True)
class TransmitResponse:
    """The card's answers, in order; fewer than asked when one was not acceptable."""

    result: Result
    output_apdus: tuple[bytes, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class DidListResponse:
    """Names what a card can be authenticated with, which is the PIN (TR-03112-4 3.6.1)."""

    result: Result = OK
    did_names: tuple[str, ...] = ("PIN",)


@dataclass(frozen=True, slots=True)
class DisconnectResponse:
    """The card has been let go (TR-03112-6 3.2.2)."""

    result: Result = OK
    slot_handle: str = SLOT_HANDLE


# From server to client


@dataclass(frozen=True, slots=True)
class InitializeFramework:
    """Asks for the version of the interface."""


@dataclass(frozen=True, slots=True)
class Eac1Input:
    """Who asks and for which rights."""

    certificates: tuple[CvCertificate, ...]
    description: CertificateDescription
    required_chat: Chat | None = None
    optional_chat: Chat | None = None
    auxiliary_data: AuxiliaryData | None = None
    transaction_info: str = field(default="", repr=False)
    accepted_eid_types: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Eac2Input:
    """The server's key for chip authentication (04 ‖ x ‖ y) and, if it signed already, its signature."""

    ephemeral_public_key: bytes
    signature: bytes | None = None
    certificates: tuple[CvCertificate, ...] = ()


@dataclass(frozen=True, slots=True)
class EacAdditionalInput:
    """The signature that came late."""

    signature: bytes


type EacInput = Eac1Input | Eac2Input | EacAdditionalInput


@dataclass(frozen=True, slots=True)
class DidAuthenticate:
    """One step of the extended access control."""

    input: EacInput
    did_name: str = "PIN"


@dataclass(frozen=True, slots=True)
class InputApdu:
    """One command for the card, with the beginnings of status words that are acceptable; none means all."""

    apdu: bytes = field(repr=False)
    acceptable_status_codes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Transmit:
    """A batch of commands under the server's own secure messaging."""

    apdus: tuple[InputApdu, ...]
    slot_handle: str = SLOT_HANDLE


@dataclass(frozen=True, slots=True)
class DidList:
    """Asks what a card can be authenticated with."""


@dataclass(frozen=True, slots=True)
class Disconnect:
    """Lets the card go; nothing more is read from it."""

    slot_handle: str = SLOT_HANDLE


@dataclass(frozen=True, slots=True)
class StartPaosResponse:
    """Ends the conversation."""

    result: Result


type ClientMessage = (
    StartPaos
    | InitializeFrameworkResponse
    | DidListResponse
    | DidAuthenticateResponse
    | TransmitResponse
    | DisconnectResponse
)
type ServerMessage = (
    InitializeFramework | DidList | DidAuthenticate | Transmit | Disconnect | StartPaosResponse
)


@dataclass(frozen=True, slots=True)
class Envelope[Message]:
    """A message with its SOAP addressing: its own identifier and the one it answers."""

    message_id: str
    relates_to: str | None
    message: Message
