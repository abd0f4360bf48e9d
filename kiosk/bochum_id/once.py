"""What must happen once, however often it is tried: same key, same body, until an answer has come."""

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Protocol
from uuid import uuid4

from kiosk.bochum_id.access import TerminalAccess
from kiosk.bochum_id.errors import BackendError, Refused
from kiosk.bochum_id.transport import JSON, Answer, Call


def new_key() -> Mapping[str, str]:
    """Make the Idempotency-Key header of a request that is sent for the first time."""
    return {"Idempotency-Key": f'"{uuid4()}"'}


class Caller(Protocol):
    """The citizen or the terminal, where either may ask."""

    def send(self, call: Call) -> Answer: ...

    def send_once(
        self,
        act: str,
        path: str,
        make_body: Callable[[], bytes],
        headers: Mapping[str, str] | None = None,
        *,
        for_good: bool = False,
    ) -> Answer:
        """POST something that must happen once, whose answer says nothing: see `Once.send`."""
        ...

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
        """POST something that must happen once, and read the answer: see `Once.do`."""
        ...


@dataclass(frozen=True, slots=True)
class _Act:
    """A keyed request, to be repeated as it was."""

    key: Mapping[str, str] = field(repr=False)
    body: bytes = field(repr=False)


class Once:
    """Remembers what was sent and not yet answered."""

    def __init__(self, send: Callable[[Call], Answer]) -> None:
        self._send = send
        self._acts: dict[str, _Act] = {}
        self._lock = threading.Lock()

    def send(
        self,
        act: str,
        path: str,
        make_body: Callable[[], bytes],
        headers: Mapping[str, str] | None = None,
        *,
        for_good: bool = False,
    ) -> Answer:
        """POST something that must happen once; see `do` for what its answer has to be read from."""
        return self.do(act, path, make_body, _as_it_is, headers, for_good=for_good)

    def do[T](
        self,
        act: str,
        path: str,
        make_body: Callable[[], bytes],
        read: Callable[[Answer], T],
        headers: Mapping[str, str] | None = None,
        *,
        for_good: bool = False,
    ) -> T:
        """POST something that must happen once, however often it is tried, and `read` the answer.

        `act` names what is done to what. While no answer to it has come that `read` understands, a further
        call with the same `act` repeats the very same request: same key, same body. Then the server answers
        as it did before. With `for_good` this holds after the answer, too, until `forget_all`.
        """
        with self._lock:
            request = self._acts.setdefault(act, _Act(new_key(), make_body()))
        call = Call("POST", path, request.body, JSON, headers={**(headers or {}), **request.key})
        try:
            result = read(self._send(call))
        except BackendError as error:
            if isinstance(error.fault, Refused) and not error.fault.problem.retryable:
                self._forget(act)
            raise
        if not for_good:
            self._forget(act)
        return result

    def forget_all(self) -> None:
        with self._lock:
            self._acts.clear()

    def _forget(self, act: str) -> None:
        with self._lock:
            self._acts.pop(act, None)


def _as_it_is(answer: Answer) -> Answer:
    return answer


class TerminalCaller:
    """The terminal as a caller of resources; what it must do once is remembered as long as it lives."""

    def __init__(self, terminal: TerminalAccess) -> None:
        self._terminal = terminal
        self._once = Once(terminal.send)

    @property
    def terminal_id(self) -> str:
        return self._terminal.terminal_id

    def send(self, call: Call) -> Answer:
        return self._terminal.send(call)

    def send_once(
        self,
        act: str,
        path: str,
        make_body: Callable[[], bytes],
        headers: Mapping[str, str] | None = None,
        *,
        for_good: bool = False,
    ) -> Answer:
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
        return self._once.do(act, path, make_body, read, headers, for_good=for_good)
