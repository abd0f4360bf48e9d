"""What the sandbox backend needs from outside: an eID server and a clock."""

from datetime import UTC, datetime
from typing import Protocol

from sandbox.eid_server.eid_interface import GetResultResponse, UseIdError, UseIdRequest, UseIdResponse


class EidServerPort(Protocol):
    """The service's side of TR-03130-1: open a session, fetch its result. Both calls may block briefly."""

    def use_id(self, request: UseIdRequest) -> UseIdResponse | UseIdError: ...

    def get_result(self, session_id: str) -> GetResultResponse:
        """Answer each session's final result once; `EidError(INVALID_SESSION)` from then on."""
        ...


class EidServerUnreachableError(ConnectionError):
    """The eID server does not answer; the adapter of an `EidServerPort` may raise it from both calls."""


class Clock(Protocol):
    def now(self) -> datetime:
        """Return the time in UTC."""
        ...


class SystemClock:
    def now(self) -> datetime:
        return datetime.now(UTC)
