"""What came back, sorted: a success, a well-formed no, an outage, or something that breaks the contract."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC
from email.utils import parsedate_to_datetime

from kiosk.bochum_id.errors import BackendError, FieldProblem, Problem, Refused, Unreachable
from kiosk.bochum_id.reading import Part, garbage, parse
from kiosk.bochum_id.values import JsonValue, Level

JSON = "application/json"
PDF = "application/pdf"
PROBLEM = "application/problem+json"
RETRY_STATUS = frozenset({429, 502, 503, 504})
_ETAG = re.compile(r'(W/)?"[!#-~]*"')
_SECONDS = re.compile(r"\d{1,9}")
_END_OF_PDF_BYTES = 1024
"""Where readers look for the last line of a PDF (ISO 32000-1 7.5.5)."""
_MARKS_OF_A_PROBLEM = frozenset({"code", "status", "retryable"})


@dataclass(frozen=True, slots=True)
class Answer:
    """A success. `body` holds what `Call.accept` asked for."""

    status: int
    headers: Mapping[str, str] = field(repr=False)
    """Names in any case."""
    body: bytes = field(repr=False)
    name: str

    def json(self) -> Part:
        return parse(self.body, self.name)

    def header(self, name: str) -> str:
        """Give a header the contract promises."""
        value = self.headers.get(name)
        if not value:
            raise garbage(f"{self.name} has no {name}")
        return value

    def etag(self) -> str:
        """Give the version, fit to be sent back in `If-Match`."""
        etag = self.header("ETag")
        if not _ETAG.fullmatch(etag):
            raise garbage(f"{self.name} has an ETag that is none")
        return etag

    def media_type(self) -> str:
        return self.headers.get("Content-Type", "").partition(";")[0].strip().lower()


def understood(answer: Answer, accept: str, *, conditional: bool, now: float) -> Answer:
    """Give the answer back if it is a success; else BackendError says what it is.

    `accept` is the one media type that was asked for, `conditional` whether "nothing new" may be said, `now`
    Unix time for a wait that is stated as a date.
    """
    status = answer.status
    if answer.headers.get("Content-Encoding", "identity").strip().lower() != "identity":
        raise garbage(f"{answer.name} answers in an encoding nobody asked for")
    if answer.media_type() == PROBLEM and status >= 400:
        problem = read_problem(answer.json(), _retry_after_s(answer.headers, now))
        if problem.status != status:
            raise garbage(f"{answer.name}.status is not the status of the answer")
        raise BackendError(Refused(problem))
    if status in RETRY_STATUS:
        raise BackendError(Unreachable(f"status {status}", _retry_after_s(answer.headers, now)))
    if status == 204 or (status == 304 and conditional):
        return Answer(status, answer.headers, b"", answer.name)
    if not 200 <= status < 300:
        raise garbage(f"{answer.name} answers {status} without a problem document")
    if answer.media_type() != accept:
        raise garbage(f"{answer.name} answers with another media type than {accept}")
    _check_body(answer, accept)
    return answer


def _check_body(answer: Answer, accept: str) -> None:
    if accept == PDF and not answer.body.startswith(b"%PDF-"):
        raise garbage(f"{answer.name} answers with something that is no PDF")
    if accept == PDF and b"%%EOF" not in answer.body[-_END_OF_PDF_BYTES:]:
        raise garbage(f"{answer.name} answers with a PDF that has no end")
    if accept == JSON and _looks_like_a_problem(answer.json().value):
        raise garbage(f"{answer.name} answers {answer.status} with a problem inside")


def _looks_like_a_problem(value: JsonValue) -> bool:
    return isinstance(value, dict) and value.keys() >= _MARKS_OF_A_PROBLEM


def _retry_after_s(headers: Mapping[str, str], now: float) -> float | None:
    """Read `Retry-After`: seconds, or a date, which is held against the server's own (RFC 9110 10.2.3)."""
    stated = headers.get("Retry-After", "").strip()
    if _SECONDS.fullmatch(stated):
        return float(stated)
    then, server_now = _http_date(stated), _http_date(headers.get("Date", ""))
    if then is None:
        return None
    return max(then - (now if server_now is None else server_now), 0.0)


def _http_date(text: str) -> float | None:
    try:
        date = parsedate_to_datetime(text)
        return (date if date.tzinfo else date.replace(tzinfo=UTC)).timestamp()
    except (ValueError, OverflowError):
        return None


def read_problem(part: Part, retry_after_s: float | None = None) -> Problem:
    """Read a problem document (RFC 9457, contract section 11).

    `retry_after_s` is what the header said; the document's own word comes first.
    """
    trace_id, reason = part.optional("traceId"), part.optional("reason")
    retry_after, remaining = part.optional("retryAfter"), part.optional("remaining")
    level, migrated_to = part.optional("requiredLevel"), part.optional("migratedTo")
    server_time, errors = part.optional("serverTime"), part.optional("errors")
    opens_at = part.optional("opensAt")
    return Problem(
        code=part.member("code").text(),
        status=part.member("status").whole_number(),
        retryable=part.member("retryable").truth(),
        trace_id=trace_id.text() if trace_id else "",
        retry_after_s=retry_after.seconds() if retry_after else retry_after_s,
        reason=reason.text() if reason else None,
        errors=tuple(
            FieldProblem(entry.member("pointer").text(), entry.member("keyword").text())
            for entry in (errors.items() if errors else ())
        ),
        required_level=level.one_of(Level) if level else None,
        methods=_words(part, "methods"),
        remaining=remaining.count() if remaining else None,
        missing=_words(part, "missing"),
        migrated_to=migrated_to.count() if migrated_to else None,
        opens_at=opens_at.moment() if opens_at else None,
        server_time=server_time.moment() if server_time else None,
    )


def _words(part: Part, name: str) -> tuple[str, ...]:
    words = part.optional(name)
    return tuple(word.text() for word in words.items()) if words else ()
