"""A citizen who applies by plain requests, call by call."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

import requests
from backend_world import ERIKA, BackendWorld, Person
from raw_citizen import RawCaller
from sample_services import TRUTHFUL_TEXT

from kiosk.bochum_id.client import BochumId
from sandbox.bochum_id.identifiers import content_digest

MERGE_PATCH = {"Content-Type": "application/merge-patch+json"}


@dataclass(frozen=True)
class Citizen:
    """Somebody signed in at a terminal."""

    world: BackendWorld
    client: BochumId
    raw: RawCaller
    terminal_id: str

    def get(self, path: str, **headers: str) -> requests.Response:
        return self.raw("GET", path, headers=headers)

    def post(self, path: str, body: object = None, **headers: str) -> requests.Response:
        return self.raw("POST", path, body, {"Idempotency-Key": f'"{uuid4()}"', **headers})

    def patch(self, draft: dict[str, Any], etag: str, answers: object) -> requests.Response:
        path = f"/v1/applications/{draft['id']}"
        return self.raw("PATCH", path, answers, {**MERGE_PATCH, "If-Match": etag})

    def apply(self, service_id: str, answers: object = None, version: int = 1) -> dict[str, Any]:
        """Open a draft, and fill it in; the application as it is then, with its `etag`."""
        opened = self.post("/v1/applications", {"serviceId": service_id, "definitionVersion": version})
        assert opened.status_code == 201, opened.text
        draft: dict[str, Any] = opened.json()
        if answers is None:
            return draft | {"etag": opened.headers["ETag"]}
        changed = self.patch(draft, opened.headers["ETag"], answers)
        assert changed.status_code == 200, changed.text
        done: dict[str, Any] = changed.json()
        return done | {"etag": changed.headers["ETag"]}

    def submit(self, draft: dict[str, Any], channel: str = "mailbox", **more: Any) -> requests.Response:
        body = {
            "declarations": [
                {
                    "id": "truthful",
                    "textDigest": content_digest(TRUTHFUL_TEXT.encode()),
                    "accepted": True,
                }
            ],
            "delivery": {"channel": channel},
            "confirmation": {
                "shownAt": "2026-11-23T14:58:00Z",
                "confirmedAt": "2026-11-23T14:58:00Z",
                "terminalId": self.terminal_id,
                "form": "directInput",
            },
        }
        path = f"/v1/applications/{draft['id']}/submission"
        return self.post(path, body | more, **{"If-Match": draft["etag"]})

    def again(self, draft: dict[str, Any]) -> dict[str, Any]:
        """Read the application anew."""
        shown = self.get(f"/v1/applications/{draft['id']}")
        assert shown.status_code == 200, shown.text
        application: dict[str, Any] = shown.json()
        return application | {"etag": shown.headers["ETag"]}

    def states(self, draft: dict[str, Any]) -> list[str]:
        events = self.get(f"/v1/applications/{draft['id']}/events").json()["items"]
        return [event["state"] for event in events]


@contextmanager
def citizen_at(
    world: BackendWorld, terminal_id: str = "BB-MITTE-03", person: Person = ERIKA
) -> Iterator[Citizen]:
    client = world.client(terminal_id)
    try:
        world.sign_in(client, person)
        yield Citizen(world, client, RawCaller.of_citizen(world, client), terminal_id)
    finally:
        client.close()


def advance(
    world: BackendWorld, draft: dict[str, Any], state: str, text: str = "Ein Satz."
) -> requests.Response:
    """Let the office move an application on."""
    url = f"{world.server.origins.api}/sandbox/applications/{draft['id']}/advance"
    return requests.post(url, json={"state": state, "text": text}, timeout=10)
