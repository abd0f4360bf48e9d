"""Faults on demand: the header `Sandbox-Scenario` of a request, or a plan laid out beforehand (contract 13).

`slow:3000` waits so many milliseconds, `error:503` answers with that status, `drop:before` and `drop:after`
end the connection before or after the request was carried out. Every other word (`payment.declined`, …) is
for the route: it asks `ScenarioDep`.
"""

import asyncio
import json
import threading
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

HEADER = "sandbox-scenario"
_LONGEST_WAIT_MS = 60_000


@dataclass(frozen=True, slots=True)
class PlannedFault:
    """What shall happen to the next requests of a method and path; a path may end in `*`."""

    method: str
    path: str
    scenario: str

    def fits(self, method: str, path: str) -> bool:
        right_path = path.startswith(self.path[:-1]) if self.path.endswith("*") else path == self.path
        return right_path and self.method in {method, "*"}


class FaultPlan:
    """Faults that wait for their requests; each comes true once."""

    def __init__(self) -> None:
        self._planned: list[PlannedFault] = []
        self._lock = threading.Lock()

    def lay_out(self, faults: Iterable[PlannedFault]) -> None:
        with self._lock:
            self._planned.extend(faults)

    def clear(self) -> None:
        with self._lock:
            self._planned.clear()

    def take(self, method: str, path: str) -> list[str]:
        """Take out what is planned for this request."""
        with self._lock:
            due = [fault for fault in self._planned if fault.fits(method, path)]
            for fault in due:
                self._planned.remove(fault)
        return [fault.scenario for fault in due]


def scenarios_of(request: Request) -> frozenset[str]:
    """Tell which scenarios a request plays in."""
    words: frozenset[str] = getattr(request.state, "scenarios", frozenset())
    return words


ScenarioDep = Annotated[frozenset[str], Depends(scenarios_of)]


class CutConnectionError(Exception):
    """Nothing more comes: the server below closes the connection without an answer."""


class Scenarios:
    """Plays the scenarios that need no route."""

    def __init__(self, app: ASGIApp, plan: FaultPlan) -> None:
        self._app = app
        self._plan = plan

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        words = self._plan.take(scope["method"], scope["path"])
        for name, value in scope["headers"]:
            if name.decode("latin-1").lower() == HEADER:
                words += [word.strip() for word in value.decode("latin-1").split(",")]
        scope.setdefault("state", {})["scenarios"] = frozenset(words)
        for word in words:
            kind, _, value = word.partition(":")
            if kind == "slow" and value.isdecimal():
                await asyncio.sleep(min(int(value), _LONGEST_WAIT_MS) / 1000)
            elif kind == "error" and value.isdecimal() and 400 <= int(value) <= 599:
                await _answer(send, int(value))
                return
            elif word == "drop:before":
                raise CutConnectionError
            elif word == "drop:after":
                send = _lost
        await self._app(scope, receive, send)
        if send is _lost:
            raise CutConnectionError


async def _lost(_message: Message) -> None:
    """Carry the request out and let the answer be lost."""


async def _answer(send: Send, status: int) -> None:
    body = json.dumps({"scenario": f"error:{status}"}).encode()
    headers = [(b"content-type", b"application/json"), (b"cache-control", b"no-store")]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
