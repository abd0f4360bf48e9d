"""Sending as the citizen: the visit's token and key, renewed while they live, forgotten at the end."""

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from uuid import uuid4

from kiosk.bochum_id.access import BoundToken, bound_token, proven
from kiosk.bochum_id.errors import BackendError, Problem, Refused
from kiosk.bochum_id.transport import JSON, Answer, Call, Transport

_RENEW_PATH = "/v1/session/renew"


def new_key() -> Mapping[str, str]:
    """Make the Idempotency-Key header of a request that is sent for the first time."""
    return {"Idempotency-Key": f'"{uuid4()}"'}


@dataclass(frozen=True, slots=True)
class _Act:
    """A keyed request, to be repeated as it was."""

    key: Mapping[str, str]
    body: bytes = field(repr=False)


class CitizenAccess:
    """One visit's access. Before `begin` and after `end` every call is refused here, without a request."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport
        self._token: BoundToken | None = None
        self._acts: dict[str, _Act] = {}
        self._lock = threading.Lock()

    def begin(self, token: BoundToken) -> None:
        with self._lock:
            self._token = token
            self._acts.clear()

    def end(self) -> None:
        """Forget token and key."""
        with self._lock:
            self._token = None
            self._acts.clear()

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
        """POST something that must happen once, however often it is tried.

        `act` names what is done to what. While no answer to it has come, a further call with the same
        `act` repeats the very same request: same key, same body. Then the server answers as it did before.
        With `for_good` this holds after the answer, too, until the citizen leaves.
        """
        with self._lock:
            request = self._acts.setdefault(act, _Act(new_key(), make_body()))
        call = Call("POST", path, request.body, JSON, headers={**(headers or {}), **request.key})
        try:
            answer = self.send(call)
        except BackendError as error:
            if isinstance(error.fault, Refused) and not error.fault.problem.retryable:
                self._forget(act)
            raise
        if not for_good:
            self._forget(act)
        return answer

    def renew(self) -> None:
        """Get a new token; the server also sees that somebody is still here."""
        with self._lock:
            self._renew()

    def _forget(self, act: str) -> None:
        with self._lock:
            self._acts.pop(act, None)

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
