"""What a service and the eID server say to each other: useID and getResult as values (TR-03130-1 3)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from cardreader.chat import AccessRight
from cardreader.eid_client.result import ResultMinor
from sandbox.eid_server.personal_data import PersonalData

_SERVER_MINOR = "http://www.bsi.bund.de/eid/server/2.0/resultminor"
TOO_MANY_OPEN_SESSIONS = f"{_SERVER_MINOR}/useID#tooManyOpenSessions"
MISSING_ARGUMENT = f"{_SERVER_MINOR}/useID#missingArgument"
MISSING_TERMINAL_RIGHTS = f"{_SERVER_MINOR}/useID#missingTerminalRights"
INVALID_SESSION = f"{_SERVER_MINOR}/getResult#invalidSession"
INVALID_DOCUMENT = f"{_SERVER_MINOR}/getResult#invalidDocument"
"""The card is not genuine."""
DENIED_DOCUMENT = f"{_SERVER_MINOR}/getResult#deniedDocument"
"""This kind of card is not let in; the sandbox's server lets every kind in."""
EXPIRED_DOCUMENT = str(ResultMinor.DOCUMENT_NOT_VALID)
"""The card is genuine and has expired; TR-03130 itself makes no difference between the two."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UseIdRequest:
    """What a service asks for; a right in neither set is prohibited.

    `age` in completed years goes with AGE_VERIFICATION; `community_id`, the first hex digits of a
    municipality's key (even in number), with COMMUNITY_VERIFICATION. `transaction_info` is shown to the
    citizen.
    """

    required: frozenset[AccessRight]
    optional: frozenset[AccessRight] = frozenset()
    age: int | None = None
    community_id: str | None = None
    transaction_info: str = ""


@dataclass(frozen=True, slots=True)
class UseIdResponse:
    """An open session: the PSK identity and key for the client, and where it finds the eID server."""

    session_id: str
    psk: bytes = field(repr=False)
    server_address: str


@dataclass(frozen=True, slots=True)
class UseIdError:
    """No session was opened; `minor` is one of the useID minors above."""

    minor: str


@dataclass(frozen=True, slots=True)
class NoResultYet:
    """The client is still at it: ask again."""


class Operation(Enum):
    """What became of a right that the service asked for."""

    ALLOWED = "ALLOWED"
    PROHIBITED = "PROHIBITED"
    NOT_ON_CHIP = "NOTONCHIP"


@dataclass(frozen=True, slots=True)
class EidResult:
    """A genuine, valid card answered.

    `operations` has an entry for every right the service asked for. `restricted_id` is the pseudonym of
    this card towards this service; None unless asked for and allowed, likewise both verification answers.
    """

    personal_data: PersonalData = field(repr=False)
    operations: Mapping[AccessRight, Operation]
    restricted_id: bytes | None = field(repr=False)
    fulfils_age_verification: bool | None
    fulfils_place_verification: bool | None


@dataclass(frozen=True, slots=True)
class EidError:
    """The session ended without a result.

    `minor` is one of the getResult minors above, or the eCard minor with which client or server ended it:
    http://www.bsi.bund.de/ecard/api/1.1/resultminor/sal#cancellationByUser and the like.
    """

    minor: str


type GetResultResponse = NoResultYet | EidResult | EidError
