"""Access tokens: bound to a key or a certificate, proven with each request, renewed in time."""

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from kiosk.bochum_id.dpop import DpopKey
from kiosk.bochum_id.errors import BackendError, Refused
from kiosk.bochum_id.reading import Part, garbage
from kiosk.bochum_id.transport import Answer, Call, Credentials, Transport

_RENEW_BEFORE_S = 60.0


class TerminalAccess(Protocol):
    """Sends as the terminal, in one of the two profiles (contract 2.1)."""

    @property
    def terminal_id(self) -> str: ...

    def send(self, call: Call, extra: Credentials | None = None) -> Answer:
        """Send as the terminal; `extra` adds headers of another key to each try."""
        ...

    def renew(self) -> None:
        """Fetch a new token now."""
        ...


@dataclass(frozen=True, slots=True)
class BoundToken:
    """An access token, the key it is bound to, and when to get a new one."""

    value: str = field(repr=False)
    key: DpopKey = field(repr=False)
    renew_at: float
    """On the steady clock."""


@dataclass(frozen=True, slots=True)
class BearerToken:
    """An access token that is bound to the certificate of the connection (RFC 8705 3)."""

    value: str = field(repr=False)
    renew_at: float
    """On the steady clock."""


def bound_token(value: Part, kind: Part, life: Part, key: DpopKey, steady_now: float) -> BoundToken:
    """Read a token answer; `steady_now` is when it was asked for."""
    if kind.text().lower() != "dpop":
        raise garbage(f"{kind.place} is not DPoP")
    return BoundToken(_token(value), key, _renew_at(life, steady_now))


def bearer_token(value: Part, kind: Part, life: Part, steady_now: float) -> BearerToken:
    """Read a token answer of profile M; `steady_now` is when it was asked for."""
    if kind.text().lower() != "bearer":
        raise garbage(f"{kind.place} is not Bearer")
    return BearerToken(_token(value), _renew_at(life, steady_now))


def proven(transport: Transport, token: BoundToken) -> Credentials:
    """Make the headers of one try: the token, and a fresh proof for exactly this request (RFC 9449 7)."""

    def headers(method: str, url: str) -> Mapping[str, str]:
        proof = token.key.proof(method, url, int(transport.now()), token.value)
        return {"Authorization": f"DPoP {token.value}", "DPoP": proof}

    return headers


class RenewedToken[T: BoundToken | BearerToken]:
    """The terminal's token: fetched when it is first needed, again before it ends or once it is refused."""

    def __init__(self, transport: Transport, fetch: Callable[[], T]) -> None:
        self._transport = transport
        self._fetch = fetch
        self._token: T | None = None
        self._lock = threading.Lock()

    def current(self) -> T:
        with self._lock:
            if self._token is None or self._transport.timing.steady() >= self._token.renew_at:
                self._token = self._fetch()
            return self._token

    def forget(self) -> None:
        with self._lock:
            self._token = None

    def send(self, call: Call, own: Callable[[T], Credentials], extra: Credentials | None) -> Answer:
        """Send with what `own` makes of the token; once more with a new token if this one is refused."""

        def credentials(method: str, url: str) -> Mapping[str, str]:
            headers = own(self.current())(method, url)
            return {**headers, **extra(method, url)} if extra else headers

        try:
            return self._transport.send(call, credentials)
        except BackendError as error:
            if not _token_refused(error):
                raise
        self.forget()
        return self._transport.send(call, credentials)


def _token(value: Part) -> str:
    token = value.text()
    if not token.isascii() or not token.isprintable() or " " in token:
        raise garbage(f"{value.place} is not a token")
    return token


def _renew_at(life: Part, steady_now: float) -> float:
    life_s = life.seconds()
    return steady_now + max(life_s - _RENEW_BEFORE_S, life_s / 2)


def _token_refused(error: BackendError) -> bool:
    match error.fault:
        case Refused(problem):
            return problem.code in {"token-expired", "token-invalid"}
        case _:
            return False
