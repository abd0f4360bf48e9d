"""How a run can end, and which result code each failure is reported with (TR-03124-1 2.5.4, 2.6)."""

from dataclasses import dataclass, field
from enum import Enum, auto

from cardreader.eid_client.result import ResultMinor


class EidFailure(Enum):
    """One value a cause; what a person reads and what the staff can do hang on it."""

    CARD_REMOVED = auto()
    READER_GONE = auto()
    CANCELLED = auto()
    PIN_SUSPENDED = auto()
    PIN_BLOCKED = auto()
    PIN_DEACTIVATED = auto()
    PIN_TIMED_OUT = auto()
    NOT_AN_ID_CARD = auto()
    CARD_TYPE_NOT_ACCEPTED = auto()
    CARD_PROTOCOL = auto()
    CARD_TRUSTS_NO_CERTIFICATE = auto()
    EXTENDED_LENGTH = auto()
    TOKEN_UNREACHABLE = auto()
    TOKEN_INVALID = auto()
    TLS_UNTRUSTED = auto()
    CERTIFICATE_INVALID = auto()
    DESCRIPTION_MISMATCH = auto()
    SAME_ORIGIN = auto()
    SERVER_UNREACHABLE = auto()
    SERVER_ERROR = auto()
    PROTOCOL = auto()
    REFRESH_INVALID = auto()


MINOR_BY_FAILURE: dict[EidFailure, ResultMinor] = {
    EidFailure.CARD_REMOVED: ResultMinor.CANCELLATION_BY_USER,
    EidFailure.READER_GONE: ResultMinor.UNKNOWN_ERROR,
    EidFailure.CANCELLED: ResultMinor.CANCELLATION_BY_USER,
    EidFailure.PIN_SUSPENDED: ResultMinor.COMMUNICATION_ERROR,
    EidFailure.PIN_BLOCKED: ResultMinor.COMMUNICATION_ERROR,
    EidFailure.PIN_DEACTIVATED: ResultMinor.NO_PERMISSION,
    EidFailure.PIN_TIMED_OUT: ResultMinor.CANCELLATION_BY_USER,
    EidFailure.NOT_AN_ID_CARD: ResultMinor.UNKNOWN_ERROR,
    EidFailure.CARD_TYPE_NOT_ACCEPTED: ResultMinor.UNKNOWN_ERROR,
    EidFailure.CARD_PROTOCOL: ResultMinor.INTERNAL_ERROR,
    EidFailure.CARD_TRUSTS_NO_CERTIFICATE: ResultMinor.INTERNAL_ERROR,
    EidFailure.EXTENDED_LENGTH: ResultMinor.UNKNOWN_ERROR,
    EidFailure.TOKEN_UNREACHABLE: ResultMinor.COMMUNICATION_ERROR,
    EidFailure.TOKEN_INVALID: ResultMinor.TRUSTED_CHANNEL_FAILED,
    EidFailure.TLS_UNTRUSTED: ResultMinor.TRUSTED_CHANNEL_FAILED,
    EidFailure.CERTIFICATE_INVALID: ResultMinor.INVALID_CERTIFICATE_PATH,
    EidFailure.DESCRIPTION_MISMATCH: ResultMinor.PARAMETER_ERROR,
    EidFailure.SAME_ORIGIN: ResultMinor.PARAMETER_ERROR,
    EidFailure.SERVER_UNREACHABLE: ResultMinor.TRUSTED_CHANNEL_FAILED,
    EidFailure.SERVER_ERROR: ResultMinor.INTERNAL_ERROR,
    EidFailure.PROTOCOL: ResultMinor.INTERNAL_ERROR,
    EidFailure.REFRESH_INVALID: ResultMinor.COMMUNICATION_ERROR,
}


@dataclass(frozen=True, slots=True)
class EidSucceeded:
    """The server has what it asked for; the caller goes on at `refresh_url`."""

    refresh_url: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class EidFailed:
    """The run ended early; `minor` is the eCard code, `refresh_url` where to report it, if any."""

    refresh_url: str | None = field(repr=False)
    failure: EidFailure
    minor: str


type EidOutcome = EidSucceeded | EidFailed


class EidAbort(Exception):  # noqa: N818  # it ends a run, and is caught at the run's end only
    """Raised inside a run to end it; never leaves the conversation.

    `minor` replaces the failure's usual code; `reported_by_server` is set when the server said so itself.
    """

    def __init__(
        self, failure: EidFailure, minor: str | None = None, *, reported_by_server: bool = False
    ) -> None:
        super().__init__(failure.name)
        self.failure = failure
        self.minor = minor or MINOR_BY_FAILURE[failure]
        self.reported_by_server = reported_by_server
