"""Sending as the citizen: the visit's token and key, renewed while they live, forgotten at the end."""

import threading
from collections.abc import Callable, Mapping

from kiosk.bochum_id.access import BoundToken, bound_token, proven
from kiosk.bochum_id.dpop import DpopKey
from kiosk.bochum_id.errors import BackendError, Problem, Refused
from kiosk.bochum_id.once import Once, new_key
from kiosk.bochum_id.transport import Answer, Call, Transport

_RENEW_PATH = "/v1/session/renew"


class CitizenAccess:
    """One visit's access. Before `begin` and after `end` every call is refused here, without a request."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport
        self._token: BoundToken | None = None
        self._once = Once(self.send)
        self._lock = threading.Lock()

    def begin(self, token: BoundToken) -> None:
        with self._lock:
            self._token = token
        self._once.forget_all()

    def raise_level(self, token: BoundToken) -> None:
        """Go on in the same session with the token of a step-up; what is under way stays so."""
        with self._lock:
            self._required()
            self._token = token

    @property
    def key(self) -> DpopKey:
        """The key the session is bound to; Refused session-ended when nobody is signed in."""
        with self._lock:
            return self._required().key

    def end(self) -> None:
        """Forget token and key."""
        with self._lock:
            self._token = None
        self._once.forget_all()

    def send(self, call: Call) -> Answer:
        """Send as the citizen, with a renewed token when the old one is about to expire."""
        return self._transport.send(call, proven(self._transport, self._current()))

    def send_once(
        self,
        act: str,
        path: str,
        make_body: Callable[[], bytes],
        headers: Mapping[str, str] | None = None,
        *,
        for_good: bool = False,
    ) -> Answer:
        """POST something that must happen once: see `Once.send`; remembered until the citizen leaves."""
        return self._once.send(act, path, make_body, headers, for_good=for_good)

    def do_once[T](
        self,
        act: str,
        path: str,
        make_body: Callable[[], bytes],
        read: Callable[[Answer], T],
        headers: Mapping[str, str] | None = None,
        *,
        for_good: bool = False,
    ) -> T:
        """POST something that must happen once and read the answer: see `Once.do`."""
        return self._once.do(act, path, make_body, read, headers, for_good=for_good)

    def renew(self) -> None:
        """Get a new token; the server also sees that somebody is still here."""
        with self._lock:
            self._renew()

    def _current(self) -> BoundToken:
        with self._lock:
            if self._token is not None and self._transport.timing.steady() >= self._token.renew_at:
                self._renew()
            return self._required()

    def _renew(self) -> None:
        token = self._required()
        asked_at = self._transport.timing.steady()
        call = Call("POST", _RENEW_PATH, headers=new_key())
        part = self._transport.send(call, proven(self._transport, token)).json()
        value, kind, life = (part.member(name) for name in ("accessToken", "tokenType", "expiresIn"))
        self._token = bound_token(value, kind, life, token.key, asked_at)

    def _required(self) -> BoundToken:
        if self._token is None:
            raise BackendError(Refused(_NOBODY_SIGNED_IN))
        return self._token


_NOBODY_SIGNED_IN = Problem(
    code="session-ended", status=401, retryable=False, trace_id="", reason="notSignedIn"
)
