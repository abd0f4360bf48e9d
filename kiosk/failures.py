"""From what an adapter says went wrong to what the visitor and the staff are told."""

from typing import assert_never

from cardreader.eid_client.outcome import EidFailure
from kiosk.bochum_id.errors import BackendFault, Garbage, Refused, Unreachable, Untrusted
from kiosk.printing import NoPaperBecause
from kiosk.scanning.scanner import NoScanBecause
from kiosk.session.failure import Failure

_BY_EID_FAILURE = {
    EidFailure.CARD_REMOVED: Failure.CARD_REMOVED,
    EidFailure.READER_GONE: Failure.READER_GONE,
    EidFailure.CANCELLED: Failure.SIGN_IN_DECLINED,
    EidFailure.PIN_SUSPENDED: Failure.PIN_SUSPENDED,
    EidFailure.PIN_BLOCKED: Failure.PIN_BLOCKED,
    EidFailure.PIN_DEACTIVATED: Failure.EID_SWITCHED_OFF,
    EidFailure.PIN_TIMED_OUT: Failure.PIN_TIMED_OUT,
    EidFailure.NOT_AN_ID_CARD: Failure.NOT_AN_ID_CARD,
    EidFailure.CARD_TYPE_NOT_ACCEPTED: Failure.CARD_REFUSED,
    EidFailure.CARD_PROTOCOL: Failure.CARD_UNREADABLE,
    EidFailure.CARD_TRUSTS_NO_CERTIFICATE: Failure.EID_UNTRUSTED,
    EidFailure.EXTENDED_LENGTH: Failure.READER_UNSUITABLE,
    EidFailure.TOKEN_UNREACHABLE: Failure.EID_UNREACHABLE,
    EidFailure.TOKEN_INVALID: Failure.EID_PROTOCOL,
    EidFailure.TLS_UNTRUSTED: Failure.EID_UNTRUSTED,
    EidFailure.CERTIFICATE_INVALID: Failure.EID_UNTRUSTED,
    EidFailure.DESCRIPTION_MISMATCH: Failure.EID_UNTRUSTED,
    EidFailure.SAME_ORIGIN: Failure.EID_UNTRUSTED,
    EidFailure.SERVER_UNREACHABLE: Failure.EID_UNREACHABLE,
    EidFailure.SERVER_ERROR: Failure.EID_REFUSED,
    EidFailure.PROTOCOL: Failure.EID_PROTOCOL,
    EidFailure.REFRESH_INVALID: Failure.EID_UNTRUSTED,
}

_BY_PROBLEM_CODE = {
    "token-expired": Failure.SESSION_ENDED,
    "session-ended": Failure.SESSION_ENDED,
    "service-closed": Failure.SERVICE_CLOSED,
    "service-not-at-terminal": Failure.SERVICE_CLOSED,
    "upstream-unavailable": Failure.BACKEND_UNREACHABLE,
    "maintenance": Failure.BACKEND_UNREACHABLE,
    "eid-cancelled": Failure.SIGN_IN_DECLINED,
    "eid-document-expired": Failure.CARD_EXPIRED,
    "eid-document-revoked": Failure.CARD_REFUSED,
    "eid-document-invalid": Failure.CARD_REFUSED,
    "eid-document-denied": Failure.CARD_REFUSED,
    "eid-server-busy": Failure.EID_UNREACHABLE,
    "eid-server-unavailable": Failure.EID_UNREACHABLE,
    "eid-timeout": Failure.EID_UNREACHABLE,
    "eid-configuration": Failure.EID_REFUSED,
    "too-many-attempts": Failure.TOO_OFTEN,  # where a password is tried, the visitor's own: see `of_password`
    "account-locked": Failure.ACCOUNT_LOCKED,
    "account-mismatch": Failure.CARD_OF_ANOTHER,
    "login-failed": Failure.SIGN_IN_OVER,
    "representation-too-narrow": Failure.MANDATE_TOO_NARROW,
    "representation-ended": Failure.NO_ORGANISATION,
}

_OUT_OF_SERVICE = frozenset({"terminal-unknown", "terminal-blocked", "terminal-certificate-expired"})

_BY_PAPER = {
    NoPaperBecause.JAM: Failure.PRINTER_JAM,
    NoPaperBecause.EMPTY: Failure.PRINTER_EMPTY,
    NoPaperBecause.OFF: Failure.PRINTER_OFF,
    NoPaperBecause.TIMEOUT: Failure.PRINTER_SLOW,
    NoPaperBecause.REFUSED: Failure.PRINTER_REFUSED,
    NoPaperBecause.OVER: Failure.PAPER_UNWANTED,
}

_BY_SCAN = {
    NoScanBecause.OFF: Failure.SCANNER_OFF,
    NoScanBecause.BUSY: Failure.SCANNER_BUSY,
    NoScanBecause.OPEN: Failure.SCANNER_OPEN,
    NoScanBecause.JAM: Failure.SCANNER_JAM,
    NoScanBecause.EMPTY: Failure.SCANNER_EMPTY,
    NoScanBecause.SILENT: Failure.SCANNER_SILENT,
    NoScanBecause.GARBAGE: Failure.SCANNER_OFF,
}


def of_eid(failure: EidFailure) -> Failure:
    """What a run of the eID client ended with; total over `EidFailure` (a test walks it)."""
    return _BY_EID_FAILURE[failure]


def of_problem(code: str) -> Failure:
    """What a problem code of the contract (section 11) means for the visit."""
    return _BY_PROBLEM_CODE.get(code, Failure.BACKEND_REFUSED)


def of_password(fault: BackendFault) -> Failure:
    """What the client met while a password or a code was tried: too many tries are the visitor's there."""
    match fault:
        case Refused(problem) if problem.code == "too-many-attempts":
            return Failure.TOO_MANY_TRIES
        case _:
            return of_backend(fault)


def of_backend(fault: BackendFault) -> Failure:
    """What the client of Bochum-ID met."""
    match fault:
        case Unreachable():
            return Failure.BACKEND_UNREACHABLE
        case Refused(problem):
            return of_problem(problem.code)
        case Garbage():
            return Failure.BACKEND_UNREADABLE
        case Untrusted():
            return Failure.BACKEND_UNTRUSTED
        case _:
            assert_never(fault)


def takes_out_of_service(fault: BackendFault) -> bool:
    """Whether the city itself has shut this terminal: then it gives no information either (section 11)."""
    return isinstance(fault, Refused) and fault.problem.code in _OUT_OF_SERVICE


def of_paper(reason: NoPaperBecause) -> Failure:
    """Why nothing lies in the tray; total over `NoPaperBecause` (a test walks it)."""
    return _BY_PAPER[reason]


def of_scanner(reason: NoScanBecause) -> Failure:
    """Why there is no picture; total over `NoScanBecause` (a test walks it)."""
    return _BY_SCAN[reason]
