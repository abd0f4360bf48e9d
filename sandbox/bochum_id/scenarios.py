"""Faults on demand: the header `Sandbox-Scenario` of a request, or a plan laid out beforehand (contract 13).

`slow:3000` waits so many milliseconds, `error:503` answers with that status, `drop:before` and `drop:after`
end the connection before or after the request was carried out. Every other word (`payment.declined`, …) is
for the route: it asks `ScenarioDep`.
"""

import asyncio
import json
from typing import Annotated

from fastapi import Depends, Request
from fastapi.concurrency import run_in_threadpool
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from sandbox.bochum_id.fault_plan import FaultPlan

HEADER = "sandbox-scenario"
_LONGEST_WAIT_MS = 60_000


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

    def _planned(self, scope: Scope) -> list[str]:
        return self._plan.take(scope["method"], scope["path"])

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        words = [] if self._plan.is_empty else await run_in_threadpool(self._planned, scope)
        words += _in_header(scope)
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


def _in_header(scope: Scope) -> list[str]:
    return [
        word.strip()
        for name, value in scope["headers"]
        if name.decode("latin-1").lower() == HEADER
        for word in value.decode("latin-1").split(",")
    ]


async def _lost(_message: Message) -> None:
    """Carry the request out and let the answer be lost."""


async def _answer(send: Send, status: int) -> None:
    body = json.dumps({"scenario": f"error:{status}"}).encode()
    headers = [(b"content-type", b"application/json"), (b"cache-control", b"no-store")]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
