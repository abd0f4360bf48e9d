"""Maintenance: everything but status, fleet and the sandbox's own controls is closed for a while."""

import math
from datetime import timedelta

from fastapi import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from sandbox.bochum_id.ports import Clock
from sandbox.bochum_id.problem_codes import Code
from sandbox.bochum_id.problems import Problem
from sandbox.bochum_id.replies import problem_response
from sandbox.bochum_id.shared_number import SharedNumber

_OPEN = ("/v1/status", "/v1/oauth/token", "/v1/terminals/", "/sandbox/", "/openapi.json")


class Maintenance:
    """Says in every process whether the backend is being maintained, and until when."""

    def __init__(self, clock: Clock, until: SharedNumber) -> None:
        self._clock = clock
        self._until_s = until

    def begin(self, length: timedelta) -> None:
        self._until_s.set(math.ceil(self._clock.now().timestamp() + length.total_seconds()))

    def end(self) -> None:
        self._until_s.set(0)

    @property
    def seconds_left(self) -> int:
        """0 when nothing is being maintained."""
        until = self._until_s.get()
        return max(0, math.ceil(until - self._clock.now().timestamp())) if until else 0


class ClosedForMaintenance:
    """Refuses what is closed, with the time to come again."""

    def __init__(self, app: ASGIApp, maintenance: Maintenance) -> None:
        self._app = app
        self._maintenance = maintenance

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        seconds = self._maintenance.seconds_left if scope["type"] == "http" else 0
        if not seconds or scope["path"].startswith(_OPEN):
            await self._app(scope, receive, send)
            return
        problem = Problem(Code.MAINTENANCE, {"retryAfter": seconds})
        answer = problem_response(Request(scope), problem, {"Cache-Control": "no-store"})
        await answer(scope, receive, send)
