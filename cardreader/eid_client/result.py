"""Results: the eCard result that server and client tell each other, and what the browser is told."""

from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import urlencode, urlsplit, urlunsplit

_API = "http://www.bsi.bund.de/ecard/api/1.1"


class ResultMajor(StrEnum):
    """TR-03112-1 4.1.2, ResultMajor."""

    OK = f"{_API}/resultmajor#ok"
    WARNING = f"{_API}/resultmajor#warning"
    ERROR = f"{_API}/resultmajor#error"


class ResultMinor(StrEnum):
    """TR-03112-1 4.2, the ResultMinor codes that an eID client or eID server has use for."""

    UNKNOWN_ERROR = f"{_API}/resultminor/al/common#unknownError"
    NO_PERMISSION = f"{_API}/resultminor/al/common#noPermission"
    INTERNAL_ERROR = f"{_API}/resultminor/al/common#internalError"
    PARAMETER_ERROR = f"{_API}/resultminor/al/common#parameterError"
    COMMUNICATION_ERROR = f"{_API}/resultminor/al/common#communicationError"
    UNKNOWN_FUNCTION = f"{_API}/resultminor/al/common#unknownAPIFunction"
    NOT_INITIALIZED = f"{_API}/resultminor/al/common#notInitialized"
    TIMEOUT = f"{_API}/resultminor/dp#timeout"
    UNKNOWN_CHANNEL = f"{_API}/resultminor/dp#unknownChannelHandle"
    CHANNEL_FAILED = f"{_API}/resultminor/dp#channelEstablishmentFailed"
    UNKNOWN_PROTOCOL = f"{_API}/resultminor/dp#unknownProtocol"
    DP_COMMUNICATION_ERROR = f"{_API}/resultminor/dp#communicationError"
    TRUSTED_CHANNEL_FAILED = f"{_API}/resultminor/dp#trustedChannelEstablishmentFailed"
    INVALID_CERTIFICATE_PATH = f"{_API}/resultminor/il/signature#invalidCertificatePath"
    CANCELLATION_BY_USER = f"{_API}/resultminor/sal#cancellationByUser"
    IFD_CANCELLATION_BY_USER = f"{_API}/resultminor/ifdl#cancellationByUser"
    CARD_TIMEOUT = f"{_API}/resultminor/ifdl/common#timeoutError"
    UNKNOWN_SLOT = f"{_API}/resultminor/ifdl/common#invalidSlotHandle"
    INVALID_KEY = f"{_API}/resultminor/sal#invalidKey"
    SECURITY_CONDITION = f"{_API}/resultminor/sal#securityConditionNotSatisfied"
    AGE_NOT_VERIFIED = f"{_API}/resultminor/sal/mEAC#AgeVerificationFailedWarning"
    COMMUNITY_NOT_VERIFIED = f"{_API}/resultminor/sal/mEAC#CommunityVerificationFailedWarning"
    DOCUMENT_NOT_VALID = f"{_API}/resultminor/sal/mEAC#DocumentValidityVerificationFailed"


@dataclass(frozen=True, slots=True)
class Result:
    """One Result element; codes arrive from outside and may be none of the known ones."""

    major: str = ResultMajor.OK
    minor: str | None = None
    message: str | None = None

    @property
    def is_ok(self) -> bool:
        """A warning is no failure."""
        return self.major in (ResultMajor.OK, ResultMajor.WARNING)


OK = Result()


def failed(minor: str) -> Result:
    return Result(ResultMajor.ERROR, minor)


class BrowserMinor(StrEnum):
    """The ResultMinor values that the refresh address may carry (TR-03124-1 2.5.4)."""

    TRUSTED_CHANNEL_FAILED = "trustedChannelEstablishmentFailed"
    CANCELLATION_BY_USER = "cancellationByUser"
    SERVER_ERROR = "serverError"
    CLIENT_ERROR = "clientError"
    COMMUNICATION_ERROR = "communicationError"


def browser_minor(minor: str, *, from_server: bool) -> BrowserMinor:
    """Reduce an eCard ResultMinor to what the browser is told; `from_server`: the server reported it."""
    match minor:
        case ResultMinor.CANCELLATION_BY_USER | ResultMinor.IFD_CANCELLATION_BY_USER:
            return BrowserMinor.CANCELLATION_BY_USER
        case ResultMinor.TRUSTED_CHANNEL_FAILED | ResultMinor.CHANNEL_FAILED:
            return BrowserMinor.TRUSTED_CHANNEL_FAILED
        case ResultMinor.COMMUNICATION_ERROR | ResultMinor.DP_COMMUNICATION_ERROR:
            return BrowserMinor.COMMUNICATION_ERROR
        case _:
            return BrowserMinor.SERVER_ERROR if from_server else BrowserMinor.CLIENT_ERROR


def with_result(address: str, minor: BrowserMinor | None) -> str:
    """Append the result to a refresh or error address, keeping its query; no minor means success."""
    added = {"ResultMajor": "ok"} if minor is None else {"ResultMajor": "error", "ResultMinor": str(minor)}
    parts = urlsplit(address)
    query = "&".join(part for part in (parts.query, urlencode(added)) if part)
    return urlunsplit(parts._replace(query=query))
