"""What a session is to find out, and with what the server answers for itself."""

from collections.abc import Generator
from dataclasses import dataclass, field
from datetime import datetime

from cryptography import x509

from cardreader.auxiliary_data import AuxiliaryData
from cardreader.chat import AccessRight
from cardreader.eid_client.paos_messages import ClientMessage, ServerMessage
from sandbox.eid_server.terminal import Terminal
from sandbox.eid_server.verification_authority import VerificationAuthority

type Conversation[T] = Generator[ServerMessage, ClientMessage, T]
"""Yields messages for the client, is sent the client's next one, returns its outcome. No I/O inside."""


@dataclass(frozen=True, slots=True)
class SessionPlan:
    """Everything a conversation needs, fixed when the service opened the session.

    `signs_late` sends the terminal's signature in a message of its own, which TR-03112-7 3.6.4.2 also allows.
    """

    terminal: Terminal
    authority: VerificationAuthority
    trusted_country_signers: tuple[x509.Certificate, ...]
    required: frozenset[AccessRight]
    optional: frozenset[AccessRight]
    auxiliary_data: AuxiliaryData = field(repr=False)
    transaction_info: str
    now: datetime
    signs_late: bool = False

    @property
    def requested(self) -> frozenset[AccessRight]:
        return self.required | self.optional


class SessionEndedError(Exception):
    """The session cannot go on; `minor` is what the service is told."""

    def __init__(self, minor: str) -> None:
        super().__init__(minor)
        self.minor = minor
