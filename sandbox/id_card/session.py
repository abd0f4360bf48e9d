"""What a card remembers only while it has power: one session, and how far each protocol has come in it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from cardreader.chat import AccessRight, Chat, TerminalType
from cardreader.cv_certificate import CvCertificate
from cardreader.cv_public_key import VerifyingKey
from cardreader.elliptic import Point
from cardreader.secure_messaging import SecureMessaging, SessionKeys
from sandbox.id_card.retry_counters import Password


@dataclass(frozen=True, slots=True)
class PaceSelected:
    """MSE:Set AT has named a password and, if the terminal is to authenticate, the rights it wants."""

    password: Password
    confined: Chat | None


@dataclass(frozen=True, slots=True)
class PaceNonceSent:
    """The enciphered nonce is out."""

    selected: PaceSelected
    nonce: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class PaceMapped:
    """Both sides can compute the ephemeral generator."""

    selected: PaceSelected
    generator: Point = field(repr=False)


@dataclass(frozen=True, slots=True)
class PaceAgreed:
    """Keys are agreed with whoever it is; the tokens will show whether they know the password."""

    selected: PaceSelected
    keys: SessionKeys
    own_point: Point = field(repr=False)
    their_point: Point = field(repr=False)


@dataclass(frozen=True, slots=True)
class ChipAuthenticationSelected:
    """MSE:Set AT has named chip authentication version 2 with the card's key."""


@dataclass(frozen=True, slots=True)
class RestrictedIdentificationSelected:
    """MSE:Set AT has named a key for sector-specific identifiers."""

    key_id: int


type Protocol = (
    PaceSelected
    | PaceNonceSent
    | PaceMapped
    | PaceAgreed
    | ChipAuthenticationSelected
    | RestrictedIdentificationSelected
)
"""What the next GENERAL AUTHENTICATE belongs to."""


@dataclass(frozen=True, slots=True)
class VerifiedPassword:
    """PACE has succeeded; `id_picc` names the channel in terminal authentication."""

    password: Password
    confined: Chat | None
    id_picc: bytes


@dataclass(frozen=True, slots=True)
class Issuer:
    """A certificate the card believes, with what the chain up to it allows."""

    certificate: CvCertificate
    key: VerifyingKey
    rights: frozenset[AccessRight]
    terminal_types: frozenset[TerminalType]


@dataclass(frozen=True, slots=True)
class AnnouncedTerminal:
    """MSE:Set AT has named the terminal, the data it commits to and its key for chip authentication."""

    holder: Issuer
    auxiliary_data: bytes = field(repr=False)
    """The complete object 67 as received; empty if there was none."""
    ephemeral_x: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class AuthenticatedTerminal:
    """The terminal has proved who it is."""

    certificate: CvCertificate
    rights: frozenset[AccessRight]
    auxiliary: Mapping[str, bytes] = field(repr=False)
    """The values it committed to, by object identifier."""
    ephemeral_x: bytes = field(repr=False)


class Directory(Enum):
    """Where SELECT and READ BINARY look."""

    MASTER_FILE = "MF"
    EID = "eID"


@dataclass(slots=True)
class Session:
    """The volatile memory; a new one after power-on, reset, and any break of secure messaging."""

    messaging: SecureMessaging | None = None
    next_messaging: SecureMessaging | None = None
    """Takes over once the current answer is protected with the old keys (TR-03110-3 F.5)."""
    protocol: Protocol | None = None
    verified: VerifiedPassword | None = None
    selected_issuer: Issuer | None = None
    imported: Issuer | None = None
    """The last certificate imported since power came."""
    challenge: bytes | None = None
    announced: AnnouncedTerminal | None = None
    terminal: AuthenticatedTerminal | None = None
    chip_authenticated: bool = False
    directory: Directory = Directory.MASTER_FILE
    current_file: int | None = None

    @property
    def rights(self) -> frozenset[AccessRight]:
        """What the terminal may do; nothing before terminal and chip authentication."""
        return self.terminal.rights if self.terminal and self.chip_authenticated else frozenset()
