"""Requests as a signed-in citizen that no well-behaved client makes, and the plain HTTP answers to them."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

import requests
from backend_world import BackendWorld

from kiosk.bochum_id.access import BoundToken
from kiosk.bochum_id.client import BochumId
from kiosk.bochum_id.terminal_profiles import AssertedTerminal


def new_key() -> dict[str, str]:
    return {"Idempotency-Key": f'"{uuid4()}"'}


@dataclass(frozen=True)
class RawCaller:
    """Holds a token and its key, of a citizen or of the terminal itself."""

    world: BackendWorld
    token: BoundToken

    @classmethod
    def of_citizen(cls, world: BackendWorld, client: BochumId) -> "RawCaller":
        token = client._citizen._token
        assert token is not None
        return cls(world, token)

    @classmethod
    def of_terminal(cls, world: BackendWorld, client: BochumId) -> "RawCaller":
        assert isinstance(client._terminal, AssertedTerminal)
        return cls(world, client._terminal._token.current())

    def __call__(
        self, method: str, path: str, body: object = None, headers: Mapping[str, str] | None = None
    ) -> requests.Response:
        url = self.world.server.origins.api + path
        issued_at = int(self.world.clock.now().timestamp())
        sent = {
            "Authorization": f"DPoP {self.token.value}",
            "DPoP": self.token.key.proof(method, url, issued_at, self.token.value),
            "Content-Type": "application/json",
            **(headers or {}),
        }
        raw = body if isinstance(body, bytes) else None if body is None else json.dumps(body).encode()
        return requests.request(method, url, data=raw, headers=sent, timeout=10)


def code_of(response: requests.Response) -> str:
    """Read the machine code, after checking that the answer is a whole problem document (RFC 9457)."""
    assert response.headers["Content-Type"] == "application/problem+json", response.text
    document: dict[str, Any] = response.json()
    assert document["status"] == response.status_code
    assert document["type"] == f"https://id.bochum.example/problems/{document['code']}"
    assert {"title", "traceId", "retryable"} <= document.keys()
    assert response.headers["Cache-Control"] == "no-store"
    return str(document["code"])
