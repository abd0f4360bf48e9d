"""A backend that acts and whose answer is lost, as many times in a row as a test says."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from backend_world import BackendWorld, running_backend
from fastapi import FastAPI
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from sandbox.bochum_id import apps
from sandbox.bochum_id import server as backend_server
from sandbox.bochum_id.backend import Backend


@dataclass
class Loss:
    """Which request's answers are lost, counted from 0, and how often in a row."""

    number: int = -1
    times: int = 1
    seen: int = 0

    def begin(self, number: int, times: int) -> None:
        self.number, self.times, self.seen = number, times, 0


class LosesAnswers:
    """Lets the backend act, then says 504 in its place, as a gateway that has lost patience."""

    def __init__(self, app: ASGIApp, loss: Loss) -> None:
        self._app = app
        self._loss = loss

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        number = self._loss.seen
        self._loss.seen += 1
        if not self._loss.number <= number < self._loss.number + self._loss.times:
            await self._app(scope, receive, send)
            return

        async def swallow(message: Message) -> None:
            if message["type"] == "http.response.body" and not message.get("more_body"):
                await send({"type": "http.response.start", "status": 504, "headers": []})
                await send({"type": "http.response.body", "body": b"<html>too late"})

        await self._app(scope, receive, swallow)


@contextmanager
def running_lossy_backend(directory: Path, loss: Loss, **options: Any) -> Iterator[BackendWorld]:
    """Run a backend that loses answers; `options` are those of `running_backend`."""
    plain = apps.api_app

    def lossy(backend: Backend) -> FastAPI:
        app = plain(backend)
        app.add_middleware(LosesAnswers, loss=loss)
        return app

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(backend_server, "api_app", lossy)
        with running_backend(directory, **options) as world:
            yield world
