"""The two tokens and who may use them: the terminal's, and the citizen's for the length of a visit."""

import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlencode

from kiosk.bochum_id.dpop import DpopKey
from kiosk.bochum_id.errors import BackendError, Refused
from kiosk.bochum_id.reading import Part, garbage
from kiosk.bochum_id.terminal_key import TerminalKey
from kiosk.bochum_id.transport import FORM, Answer, Call, Credentials, Transport

_TOKEN_PATH = "/v1/oauth/token"  # noqa: S105 - a path
_ASSERTION_TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
_RENEW_BEFORE_S = 60.0


@dataclass(frozen=True, slots=True)
class BoundToken:
    """An access token, the key it is bound to, and when to get a new one."""

    value: str = field(repr=False)
    key: DpopKey = field(repr=False)
    renew_at: float
    """On the steady clock."""


def bound_token(value: Part, kind: Part, life: Part, key: DpopKey, steady_now: float) -> BoundToken:
    """Read a token answer; `steady_now` is when it was asked for."""
    if kind.text().lower() != "dpop":
        raise garbage(f"{kind.place} is not DPoP")
    token = value.text()
    if not token.isascii() or not token.isprintable() or " " in token:
        raise garbage(f"{value.place} is not a token")
    life_s = life.seconds()
    return BoundToken(token, key, steady_now + max(life_s - _RENEW_BEFORE_S, life_s / 2))


def proven(transport: Transport, token: BoundToken) -> Credentials:
    """Make the headers of one try: the token, and a fresh proof for exactly this request (RFC 9449 7)."""

    def headers(method: str, url: str) -> Mapping[str, str]:
        proof = token.key.proof(method, url, int(transport.timing.now()), token.value)
        return {"Authorization": f"DPoP {token.value}", "DPoP": proof}

    return headers


class TerminalAccess:
    """Sends as the terminal; fetches and renews the terminal's token on the way."""

    def __init__(self, transport: Transport, key: TerminalKey) -> None:
        self._transport = transport
        self._key = key
        self._dpop_key = DpopKey()
        self._token: BoundToken | None = None
        self._lock = threading.Lock()

    @property
    def terminal_id(self) -> str:
        return self._key.terminal_id

    def send(self, call: Call, extra: Credentials | None = None) -> Answer:
        """Send as the terminal; `extra` adds headers of another key to each try."""

        def credentials(method: str, url: str) -> Mapping[str, str]:
            own = proven(self._transport, self._current())(method, url)
            return {**own, **extra(method, url)} if extra else own

        try:
            return self._transport.send(call, credentials)
        except BackendError as error:
            if not _token_refused(error):
                raise
        self._forget()
        return self._transport.send(call, credentials)

    def renew(self) -> None:
        """Fetch a new token now."""
        self._forget()
        self._current()

    def _forget(self) -> None:
        with self._lock:
            self._token = None

    def _current(self) -> BoundToken:
        with self._lock:
            if self._token is None or self._transport.timing.steady() >= self._token.renew_at:
                self._token = self._fetch()
            return self._token

    def _fetch(self) -> BoundToken:
        """Ask for a token with a signed assertion (profile J); each try signs anew, since each works once."""
        timing = self._transport.timing
        url = self._transport.url(_TOKEN_PATH)

        def form() -> bytes:
            fields = {
                "grant_type": "client_credentials",
                "scope": "terminal",
                "client_assertion_type": _ASSERTION_TYPE,
                "client_assertion": self._key.assertion(url, int(timing.now())),
            }
            return urlencode(fields).encode("ascii")

        call = Call("POST", _TOKEN_PATH, form, FORM)
        asked_at = timing.steady()

        def proof(method: str, proven_url: str) -> Mapping[str, str]:
            return {"DPoP": self._dpop_key.proof(method, proven_url, int(timing.now()))}

        part = self._transport.send(call, proof).json()
        names = ("access_token", "token_type", "expires_in")
        value, kind, life = (part.member(name) for name in names)
        return bound_token(value, kind, life, self._dpop_key, asked_at)


def _token_refused(error: BackendError) -> bool:
    match error.fault:
        case Refused(problem):
            return problem.code in {"token-expired", "token-invalid"}
        case _:
            return False
