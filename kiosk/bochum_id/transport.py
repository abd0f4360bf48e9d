"""HTTP to Bochum-ID: time-outs, a budget for retries, proofs per try, and the server's idea of the time."""

import json
import logging
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import requests
from requests.exceptions import RequestException
from urllib3.exceptions import HTTPError, ProtocolError

from kiosk.bochum_id.adapter import Adapter
from kiosk.bochum_id.answers import JSON, PDF, PROBLEM, RETRY_STATUS, Answer, understood
from kiosk.bochum_id.errors import BackendError, Garbage, Problem, Refused, Unreachable
from kiosk.bochum_id.reading import garbage
from kiosk.bochum_id.terminal_certificate import TerminalCertificate
from kiosk.bochum_id.timing import Timing
from kiosk.bochum_id.tls import client_context
from kiosk.bochum_id.values import JsonValue

__all__ = ["FORM", "JSON", "MERGE_PATCH", "PDF", "Answer", "Call", "Credentials", "Transport", "json_bytes"]

log = logging.getLogger(__name__)

CONTRACT_VERSION = "1.0"
MERGE_PATCH = "application/merge-patch+json"
FORM = "application/x-www-form-urlencoded"

_CONNECT_TIMEOUT_S = 3.0
_LONG_POLL_TIMEOUT_S = 30.0
_BACKOFF_S = (0.5, 1.5, 4.0)
_BUDGET_S = 15.0
_RETRY_CODES = frozenset({"idempotency-in-progress"})
_MAX_JSON_BYTES = 4 * 1024 * 1024
_MAX_BYTES = 20 * 1024 * 1024
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
    wait_s: int = 0
    """How long the server was asked to hold its answer back until there is news (`?wait=`), in seconds."""

    @property
    def name(self) -> str:
        """Method and path; ids are opaque, nothing personal."""
        return f"{self.method} {self.path.partition('?')[0]}"


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
        self,
        api_origin: str,
        *,
        software_version: str,
        ca_bundle: Path | None,
        timing: Timing,
        identity: TerminalCertificate | None = None,
    ) -> None:
        """ValueError unless `api_origin` is https, or http on this very machine (sandbox).

        `ca_bundle` (PEM) names the only authorities that are trusted; with `identity` the terminal shows its
        certificate to whoever asks on a connection. OSError when the bundle cannot be read.
        """
        parts = urlsplit(api_origin)
        if parts.scheme != "https" and not (parts.scheme == "http" and parts.hostname in _LOOPBACK):
            raise ValueError(f"the API origin {api_origin} must be https; plain http only on this machine")
        self._origin = api_origin.rstrip("/")
        self._tls = client_context(ca_bundle, identity)
        self._standard_headers = {
            "User-Agent": f"bochum-kiosk/{software_version}",
            "Kiosk-Contract": CONTRACT_VERSION,
            "Accept-Encoding": "identity",  # what is not packed cannot be a bomb
        }
        self.timing = timing
        self._clock_offset_s = 0.0
        self._of_this_thread = threading.local()
        self._sessions: list[requests.Session] = []
        self._lock = threading.Lock()

    def url(self, path: str) -> str:
        return self._origin + path

    def now(self) -> float:
        """Unix time as the server has it, as far as it has said so: for proofs, assertions and dates."""
        return self.timing.now() + self._clock_offset_s

    def send(self, call: Call, credentials: Credentials = nobody) -> Answer:
        """Send, and send again while that can help and time is left.

        A refusal because of the time alone makes the server's time ours, once. What `credentials` sends on
        its way shares the budget. BackendError: Unreachable, Refused (after the retries for a refusal that
        may pass) or Garbage.
        """
        outer: float | None = getattr(self._of_this_thread, "deadline", None)
        own = self.timing.steady() + _BUDGET_S + call.wait_s
        deadline = own if outer is None else min(own, outer)
        self._of_this_thread.deadline = deadline
        try:
            return self._send_in_time(call, credentials, deadline)
        finally:
            self._of_this_thread.deadline = outer

    def close(self) -> None:
        """Close every connection."""
        with self._lock:
            for session in self._sessions:
                session.close()
            self._sessions.clear()
        self._of_this_thread = threading.local()

    def _send_in_time(self, call: Call, credentials: Credentials, deadline: float) -> Answer:
        try:
            return self._send_patiently(call, credentials, deadline)
        except BackendError as error:
            match error.fault:
                case Refused(Problem(code="clock-skew", status=401, server_time=server_time)) if server_time:
                    self._set_clock(server_time.timestamp())
                case _:
                    raise
        return self._send_patiently(call, credentials, deadline)

    def _send_patiently(self, call: Call, credentials: Credentials, deadline: float) -> Answer:
        for backoff_s in _BACKOFF_S:
            try:
                return self._send_once(call, credentials, deadline)
            except BackendError as error:
                pause_s = self._pause_after(error, backoff_s)
                if pause_s is None or self.timing.steady() + pause_s >= deadline:
                    raise
            self.timing.sleep(pause_s)
        return self._send_once(call, credentials, deadline)

    def _set_clock(self, server_now: float) -> None:
        self._clock_offset_s = server_now - self.timing.now()
        log.warning("the clock of this terminal is wrong; the time of Bochum-ID is used from here on")

    def _pause_after(self, error: BackendError, backoff_s: float) -> float | None:
        """Say how long to wait before the next try; None when trying again cannot help."""
        jittered_s = backoff_s * (0.5 + self.timing.chance())
        match error.fault:
            case Unreachable(_, retry_after_s):
                return jittered_s if retry_after_s is None else retry_after_s
            case Refused(problem) if problem.status in RETRY_STATUS or problem.code in _RETRY_CODES:
                return jittered_s if problem.retry_after_s is None else problem.retry_after_s
            case Garbage(cut_off=True):
                return jittered_s
            case _:
                return None

    def _send_once(self, call: Call, credentials: Credentials, deadline: float) -> Answer:
        url = self.url(call.path)
        headers = {**self._standard_headers, "Accept": f"{call.accept}, {PROBLEM}", **call.headers}
        if call.body is not None:
            headers["Content-Type"] = call.content_type
        headers.update(credentials(call.method, url))
        left_s = max(deadline - self.timing.steady(), 1.0)
        read_timeout_s = _LONG_POLL_TIMEOUT_S if call.wait_s else self.timing.patience()
        adapter, session = self._line()
        call_off = self.timing.alarm(left_s, adapter.break_off)
        try:
            response = session.request(
                call.method,
                url,
                data=call.body() if callable(call.body) else call.body,
                headers=headers,
                timeout=(min(_CONNECT_TIMEOUT_S, left_s), min(read_timeout_s, left_s)),
                allow_redirects=False,
                stream=True,
            )
            with response:
                body = self._read(call, response, deadline)
        except RequestException as error:
            raise BackendError(Unreachable(type(error).__name__)) from error
        finally:
            call_off()
        answer = Answer(response.status_code, response.headers, body, call.name)
        conditional = "If-None-Match" in call.headers
        return understood(answer, call.accept, conditional=conditional, now=self.now())

    def _read(self, call: Call, response: requests.Response, deadline: float) -> bytes:
        """Read the body piece by piece as it comes, so that one that trickles is noticed."""
        limit = _MAX_JSON_BYTES if call.accept == JSON else _MAX_BYTES
        body = bytearray()
        if response.raw.length_remaining is None and "Transfer-Encoding" not in response.headers:
            # Its end could not be told from a broken connection; http.client takes cut headers for whole.
            raise BackendError(Garbage(f"{call.name}: the length is not stated", cut_off=True))
        try:
            while chunk := response.raw.read1(_CHUNK_BYTES, decode_content=False):
                body += chunk
                if len(body) > limit:
                    raise garbage(f"{call.name} answers with more than {limit} bytes")
                if self.timing.steady() > deadline:
                    raise BackendError(Unreachable("the answer trickles"))
        except ProtocolError as error:
            raise BackendError(Garbage(f"{call.name}: the body is cut off", cut_off=True)) from error
        except HTTPError as error:
            raise BackendError(Unreachable(type(error).__name__)) from error
        return bytes(body)

    def _line(self) -> tuple[Adapter, requests.Session]:
        """Give this thread its own connections."""
        line: tuple[Adapter, requests.Session] | None = getattr(self._of_this_thread, "line", None)
        if line is None:
            adapter, session = Adapter(self._tls), requests.Session()
            session.trust_env = False  # no proxy, no netrc: one upstream, one contract
            for scheme in ("http://", "https://"):
                session.mount(scheme, adapter)
            line = self._of_this_thread.line = (adapter, session)
            with self._lock:
                self._sessions.append(session)
        return line
