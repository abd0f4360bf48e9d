"""Every failure has a code that is documented for the staff, and every cause has its failure."""

import re
from pathlib import Path

import pytest

from cardreader.eid_client.outcome import EidFailure
from kiosk import failures
from kiosk.bochum_id.errors import Garbage, Problem, Refused, Unreachable, Untrusted
from kiosk.printing import NoPaperBecause
from kiosk.session.failure import Failure

DOCUMENT = Path(__file__).resolve().parents[2] / "docs" / "failures.md"
COLUMNS = ["code", "name", "what happened", "what is safe", "what staff can do"]


def rows() -> list[list[str]]:
    """The table's rows as cells, its heading first."""
    lines = DOCUMENT.read_text(encoding="utf-8").splitlines()
    table = [line for line in lines if line.startswith("|") and not line.startswith("|---")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in table]


# ---------------------------------------------------------------- the document


def test_the_table_has_its_columns() -> None:
    assert rows()[0] == COLUMNS


def test_every_failure_is_documented_once_under_its_code_and_name_in_order() -> None:
    documented = [(code, name) for code, name, *_ in rows()[1:]]
    assert documented == [(failure.value, failure.name) for failure in Failure]


@pytest.mark.parametrize("row", rows()[1:], ids=lambda row: row[0])
def test_every_column_is_filled_with_words(row: list[str]) -> None:
    assert len(row) == len(COLUMNS)
    happened, safe, remedy = row[2:]
    for cell in (happened, remedy):
        assert len(cell.split()) >= 2, cell
        assert cell.endswith("."), cell
    assert safe == "–" or len(safe.split()) >= 2


def test_a_row_that_refers_to_another_refers_to_a_code_that_exists() -> None:
    codes = {failure.value for failure in Failure}
    assert set(re.findall(r"[A-Z]{2}-\d{2}", DOCUMENT.read_text(encoding="utf-8"))) == codes


# ---------------------------------------------------------------- the codes


def test_codes_say_where_they_come_from_and_are_never_given_twice() -> None:
    codes = [failure.value for failure in Failure]
    assert len(codes) == len(set(codes))
    heading = DOCUMENT.read_text(encoding="utf-8").partition("|")[0]
    explained = set(re.findall(r"\*\*([A-Z]{2})\*\*", heading))
    assert {code[:2] for code in codes} == explained
    assert all(re.fullmatch(r"[A-Z]{2}-[1-9][0-9]", code) for code in codes)


STABLE = {
    "CARD_REMOVED": "KA-10",
    "CARD_UNREADABLE": "KA-11",
    "NOT_AN_ID_CARD": "KA-12",
    "CARD_REFUSED": "KA-13",
    "EID_SWITCHED_OFF": "KA-14",
    "CARD_EXPIRED": "KA-15",
    "CARD_ASKEW": "KA-16",
    "READER_GONE": "KA-20",
    "READER_UNSUITABLE": "KA-21",
    "PIN_SUSPENDED": "PI-31",
    "PIN_BLOCKED": "PI-32",
    "PIN_TIMED_OUT": "PI-33",
    "PIN_UNCERTAIN": "PI-34",
    "SIGN_IN_DECLINED": "EI-40",
    "EID_UNREACHABLE": "EI-41",
    "EID_REFUSED": "EI-42",
    "EID_UNTRUSTED": "EI-43",
    "EID_PROTOCOL": "EI-44",
    "BACKEND_UNREACHABLE": "BI-50",
    "TOO_OFTEN": "BI-56",
    "BACKEND_REFUSED": "BI-51",
    "BACKEND_UNREADABLE": "BI-52",
    "SESSION_ENDED": "BI-53",
    "SERVICE_CLOSED": "BI-54",
    "BACKEND_UNTRUSTED": "BI-55",
    "PRINTER_JAM": "DR-61",
    "PRINTER_EMPTY": "DR-62",
    "PRINTER_OFF": "DR-63",
    "PRINTER_SLOW": "DR-64",
    "PRINTER_REFUSED": "DR-65",
    "PAPER_UNWANTED": "DR-66",
    "SCANNER_OFF": "SC-81",
    "SCANNER_BUSY": "SC-82",
    "SCANNER_OPEN": "SC-83",
    "SCANNER_JAM": "SC-84",
    "SCANNER_EMPTY": "SC-85",
    "SCANNER_SILENT": "SC-86",
    "TOO_MANY_TRIES": "AN-70",
    "ACCOUNT_LOCKED": "AN-71",
    "CARD_OF_ANOTHER": "AN-72",
    "SIGN_IN_OVER": "AN-73",
    "PAYMENT_UNCLEAR": "ZA-80",
    "NOT_SENT_AFTER_PAYMENT": "ZA-81",
    "NO_ORGANISATION": "AN-74",
    "MANDATE_TOO_NARROW": "AN-75",
    "NUMBERS_PAUSED": "AN-76",
    "TERMINAL_FAULT": "TE-90",
}
"""Staff know these by heart and have them on paper: add to it, never change it."""


def test_a_code_never_changes_its_meaning() -> None:
    assert {name: code for name, code in STABLE.items() if Failure[name].value != code} == {}
    assert {failure.name for failure in Failure} == set(STABLE), "write the new code down here too"


# ---------------------------------------------------------------- the causes


def test_every_end_of_the_eid_client_has_its_failure() -> None:
    told = {cause: failures.of_eid(cause) for cause in EidFailure}
    assert told[EidFailure.PIN_SUSPENDED] is Failure.PIN_SUSPENDED
    assert told[EidFailure.CARD_TYPE_NOT_ACCEPTED] is Failure.CARD_REFUSED
    assert not {failure.value[:2] for failure in told.values()} - {"KA", "PI", "EI"}


@pytest.mark.parametrize(
    "cause",
    [
        EidFailure.TLS_UNTRUSTED,
        EidFailure.CERTIFICATE_INVALID,
        EidFailure.DESCRIPTION_MISMATCH,
        EidFailure.SAME_ORIGIN,
        EidFailure.REFRESH_INVALID,
        EidFailure.CARD_TRUSTS_NO_CERTIFICATE,
    ],
    ids=lambda cause: cause.name,
)
def test_whoever_cannot_prove_who_it_is_is_never_called_a_technical_hitch(cause: EidFailure) -> None:
    assert failures.of_eid(cause) is Failure.EID_UNTRUSTED


def test_every_trouble_with_paper_has_its_own_failure() -> None:
    told = {failures.of_paper(reason) for reason in NoPaperBecause}
    assert len(told) == len(NoPaperBecause)
    assert {failure.value[:2] for failure in told} == {"DR"}


def refused(code: str) -> Refused:
    return Refused(Problem(code, 400, retryable=False, trace_id="t"))


@pytest.mark.parametrize(
    ("code", "failure"),
    [
        ("session-ended", Failure.SESSION_ENDED),
        ("token-expired", Failure.SESSION_ENDED),
        ("service-closed", Failure.SERVICE_CLOSED),
        ("service-not-at-terminal", Failure.SERVICE_CLOSED),
        ("maintenance", Failure.BACKEND_UNREACHABLE),
        ("upstream-unavailable", Failure.BACKEND_UNREACHABLE),
        ("eid-cancelled", Failure.SIGN_IN_DECLINED),
        ("eid-timeout", Failure.EID_UNREACHABLE),
        ("eid-server-busy", Failure.EID_UNREACHABLE),
        ("eid-server-unavailable", Failure.EID_UNREACHABLE),
        ("eid-configuration", Failure.EID_REFUSED),
        ("eid-document-expired", Failure.CARD_EXPIRED),
        ("eid-document-revoked", Failure.CARD_REFUSED),
        ("eid-document-invalid", Failure.CARD_REFUSED),
        ("eid-document-denied", Failure.CARD_REFUSED),
        ("too-many-attempts", Failure.TOO_OFTEN),
        ("account-locked", Failure.ACCOUNT_LOCKED),
        ("account-mismatch", Failure.CARD_OF_ANOTHER),
        ("login-failed", Failure.SIGN_IN_OVER),
        ("validation-failed", Failure.BACKEND_REFUSED),
        ("internal-error", Failure.BACKEND_REFUSED),
        ("invented-tomorrow", Failure.BACKEND_REFUSED),
    ],
)
def test_a_problem_of_the_backend_is_told_by_what_the_visitor_can_do(code: str, failure: Failure) -> None:
    assert failures.of_problem(code) is failure
    assert failures.of_backend(refused(code)) is failure


def test_a_backend_that_is_away_and_one_that_talks_nonsense_are_told_apart() -> None:
    assert failures.of_backend(Unreachable("ConnectTimeout")) is Failure.BACKEND_UNREACHABLE
    assert failures.of_backend(Garbage("catalogue.version")) is Failure.BACKEND_UNREADABLE
    assert failures.of_backend(Untrusted("the signature")) is Failure.BACKEND_UNTRUSTED


def test_too_many_tries_are_the_visitors_own_only_where_a_password_was_typed() -> None:
    assert failures.of_password(refused("too-many-attempts")) is Failure.TOO_MANY_TRIES
    assert failures.of_password(refused("account-locked")) is Failure.ACCOUNT_LOCKED
    assert failures.of_password(Unreachable("ReadTimeout")) is Failure.BACKEND_UNREACHABLE
