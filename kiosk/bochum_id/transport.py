"""HTTP to Bochum-ID: time-outs, a budget for retries, proofs per try, problems and garbage told apart."""

import json
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import requests
from requests.exceptions import ChunkedEncodingError, ContentDecodingError, RequestException

from kiosk.bochum_id.errors import BackendError, FieldProblem, Garbage, Problem, Refused, Unreachable
from kiosk.bochum_id.reading import Part, garbage, parse
from kiosk.bochum_id.timing import Timing
from kiosk.bochum_id.values import JsonValue

CONTRACT_VERSION = "1.0"
JSON = "application/json"
MERGE_PATCH = "application/merge-patch+json"
FORM = "application/x-www-form-urlencoded"
PDF = "application/pdf"
_PROBLEM = "application/problem+json"

_CONNECT_TIMEOUT_S = 3.0
_READ_TIMEOUT_S = 10.0
_BACKOFF_S = (0.5, 1.5, 4.0)
_BUDGET_S = 15.0
_RETRY_STATUS = frozenset({429, 502, 503, 504})
_RETRY_CODES = frozenset({"idempotency-in-progress"})
_MAX_BYTES = {JSON: 4 * 1024 * 1024, PDF: 20 * 1024 * 1024}
_CHUNK_BYTES = 64 * 1024
_LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})


@dataclass(frozen=True, slots=True)
class Call:
    """One request of the contract. Every one can be repeated: by its method, its key or its condition."""

    method: str
    path: str
    body: bytes | Callable[[], bytes] | None = field(default=None, repr=False)
    """A function makes a new body for each try, for what works only once."""
    content_type: str = JSON
    accept: str = JSON
    headers: Mapping[str, str] = field(default_factory=dict, repr=False)

    @property
    def name(self) -> str:
        """Method and path; ids are opaque, nothing personal."""
        return f"{self.method} {self.path}"


@dataclass(frozen=True, slots=True)
class Answer:
    """A success. `body` holds what `Call.accept` asked for."""

    status: int
    headers: Mapping[str, str] = field(repr=False)
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


type Credentials = Callable[[str, str], Mapping[str, str]]
"""Makes the headers that prove who calls, for one try of (method, url)."""


def nobody(_method: str, _url: str) -> Mapping[str, str]:
    """Credentials of a call that needs none."""
    return {}


def json_bytes(value: JsonValue) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


class Transport:
    """Speaks to one API origin; safe to use from several threads, blocking in each."""

    def __init__(
        self, api_origin: str, *, software_version: str, ca_bundle: Path | None, timing: Timing
    ) -> None:
        """ValueError unless `api_origin` is https, or http on this very machine (sandbox)."""
        parts = urlsplit(api_origin)
        if parts.scheme != "https" and not (parts.scheme == "http" and parts.hostname in _LOOPBACK):
            raise ValueError(f"the API origin {api_origin} must be https; plain http only on this machine")
        self._origin = api_origin.rstrip("/")
        self._verify: str | bool = str(ca_bundle) if ca_bundle else True
        self._standard_headers = {
            "User-Agent": f"bochum-kiosk/{software_version}",
            "Kiosk-Contract": CONTRACT_VERSION,
        }
        self.timing = timing
        self._of_this_thread = threading.local()
        self._sessions: list[requests.Session] = []
        self._lock = threading.Lock()

    def url(self, path: str) -> str:
        return self._origin + path

    def send(self, call: Call, credentials: Credentials = nobody) -> Answer:
        """Send, and send again while that can help and time is left.

        BackendError: Unreachable, Refused (after the retries for a refusal that may pass) or Garbage.
        """
        deadline = self.timing.steady() + _BUDGET_S
        for backoff_s in _BACKOFF_S:
            try:
                return self._send_once(call, credentials, deadline)
            except BackendError as error:
                pause_s = self._pause_after(error, backoff_s)
                if pause_s is None or self.timing.steady() + pause_s >= deadline:
                    raise
            self.timing.sleep(pause_s)
        return self._send_once(call, credentials, deadline)

    def close(self) -> None:
        """Close every connection."""
        with self._lock:
            for session in self._sessions:
                session.close()
            self._sessions.clear()
        self._of_this_thread = threading.local()

    def _pause_after(self, error: BackendError, backoff_s: float) -> float | None:
        """Say how long to wait before the next try; None when trying again cannot help."""
        jittered_s = backoff_s * (0.5 + self.timing.chance())
        match error.fault:
            case Unreachable():
                return jittered_s
            case Refused(problem) if problem.status in _RETRY_STATUS or problem.code in _RETRY_CODES:
                return jittered_s if problem.retry_after_s is None else problem.retry_after_s
            case Garbage(cut_off=True):
                return jittered_s
            case _:
                return None

    def _send_once(self, call: Call, credentials: Credentials, deadline: float) -> Answer:
        url = self.url(call.path)
        headers = {**self._standard_headers, "Accept": f"{call.accept}, {_PROBLEM}", **call.headers}
        if call.body is not None:
            headers["Content-Type"] = call.content_type
        headers.update(credentials(call.method, url))
        left_s = max(deadline - self.timing.steady(), 1.0)
        timeouts = (min(_CONNECT_TIMEOUT_S, left_s), min(_READ_TIMEOUT_S, left_s))
        try:
            response = self._session().request(
                call.method,
                url,
                data=call.body() if callable(call.body) else call.body,
                headers=headers,
                timeout=timeouts,
                verify=self._verify,
                allow_redirects=False,
                stream=True,
            )
        except RequestException as error:
            raise BackendError(Unreachable(type(error).__name__)) from error
        with response:
            return _understood(call, response, self._read(call, response, deadline))

    def _read(self, call: Call, response: requests.Response, deadline: float) -> bytes:
        limit = _MAX_BYTES.get(call.accept, _MAX_BYTES[JSON])
        body = bytearray()
        try:
            for chunk in response.iter_content(_CHUNK_BYTES):
                body += chunk
                if len(body) > limit:
                    raise garbage(f"{call.name} answers with more than {limit} bytes")
                if self.timing.steady() > deadline:
                    raise BackendError(Unreachable("the answer trickles"))
        except ContentDecodingError as error:
            raise garbage(f"{call.name} answers in a broken encoding") from error
        except ChunkedEncodingError as error:
            raise BackendError(Garbage(f"{call.name}: the body is cut off", cut_off=True)) from error
        except RequestException as error:
            raise BackendError(Unreachable(type(error).__name__)) from error
        return bytes(body)

    def _session(self) -> requests.Session:
        session: requests.Session | None = getattr(self._of_this_thread, "session", None)
        if session is None:
            session = requests.Session()
            session.trust_env = False  # no proxy, no netrc: one upstream, one contract
            self._of_this_thread.session = session
            with self._lock:
                self._sessions.append(session)
        return session


def _understood(call: Call, response: requests.Response, body: bytes) -> Answer:
    """Sort an answer into success, problem, outage and garbage."""
    media_type = response.headers.get("Content-Type", "").partition(";")[0].strip().lower()
    status = response.status_code
    if media_type == _PROBLEM and status >= 400:
        raise BackendError(Refused(read_problem(parse(body, call.name), response)))
    if status in _RETRY_STATUS:
        raise BackendError(Unreachable(f"status {status}"))
    if status in {204, 304}:
        return Answer(status, response.headers, b"", call.name)
    if not 200 <= status < 300:
        raise garbage(f"{call.name} answers {status} without a problem document")
    if media_type != call.accept:
        raise garbage(f"{call.name} answers with another media type than {call.accept}")
    if call.accept == PDF and not body.startswith(b"%PDF-"):
        raise garbage(f"{call.name} answers with something that is no PDF")
    return Answer(status, response.headers, body, call.name)


def read_problem(part: Part, response: requests.Response | None = None) -> Problem:
    """Read a problem document (RFC 9457, contract section 11)."""
    errors = part.optional("errors")
    reason = part.optional("reason")
    trace_id = part.optional("traceId")
    retry_after = part.optional("retryAfter")
    retry_after_s = retry_after.seconds() if retry_after else None
    if retry_after_s is None and response is not None:
        stated = response.headers.get("Retry-After", "")
        retry_after_s = float(stated) if stated.isdecimal() else None
    return Problem(
        code=part.member("code").text(),
        status=part.member("status").whole_number(),
        retryable=part.member("retryable").truth(),
        trace_id=trace_id.text() if trace_id else "",
        retry_after_s=retry_after_s,
        reason=reason.text() if reason else None,
        errors=tuple(
            FieldProblem(entry.member("pointer").text(), entry.member("keyword").text())
            for entry in (errors.items() if errors else ())
        ),
    )
