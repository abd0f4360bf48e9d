"""A citizen with an application that costs something, a service that may be paid in every way, and a bank."""

import json
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import requests
from backend_world import ERIKA, SERVICE, BackendWorld, Person
from raw_citizen import RawCaller, new_key

from kiosk.bochum_id.client import BochumId
from kiosk.bochum_id.values import AccountMode, JsonObject
from sandbox.bochum_id.identifiers import content_digest
from sandbox.bochum_id.opening import CATALOGUE_DIRECTORY

DUE: JsonObject = {"kind": "simple", "purpose": "private", "copies": 2}
FREE: JsonObject = {"kind": "simple", "purpose": "pension", "copies": 1}
NOW = "2026-11-23T14:58:00Z"


def catalogue_paid_in_every_way(directory: Path) -> Path:
    """Copy the catalogue; its certificate may be paid through every channel."""
    copy = Path(shutil.copytree(CATALOGUE_DIRECTORY, directory / "catalogue"))
    for path in (copy / "services").glob(f"{SERVICE}.*.json"):
        definition = json.loads(path.read_text(encoding="utf-8"))
        definition["payment"]["channels"] = ["cardTerminal", "qr", "cashDesk", "invoice"]
        path.write_text(json.dumps(definition, ensure_ascii=False), encoding="utf-8")
    return copy


@dataclass
class Payer:
    """Talks as a signed-in citizen and as the terminal that stands before her."""

    world: BackendWorld
    client: BochumId
    citizen: RawCaller
    application_id: str

    @classmethod
    def arrive(
        cls,
        world: BackendWorld,
        client: BochumId,
        answers: JsonObject = DUE,
        person: Person = ERIKA,
        mode: AccountMode = AccountMode.CREATE,
    ) -> "Payer":
        world.sign_in(client, person, mode)
        citizen = RawCaller.of_citizen(world, client)
        draft = client.create_application(client.catalogue().service(SERVICE))
        client.save_answers(draft, answers)
        return cls(world, client, citizen, draft.id)

    @property
    def terminal(self) -> RawCaller:
        self.client.open_terminal()
        return RawCaller.of_terminal(self.world, self.client)

    def quote(self) -> str:
        answer = self.citizen("POST", f"/v1/applications/{self.application_id}/quote", {}, new_key())
        assert answer.status_code == 200, answer.text
        return str(answer.json()["quoteId"])

    def open(self, channel: str, scenario: str = "") -> requests.Response:
        body = {"applicationId": self.application_id, "quoteId": self.quote(), "channel": channel}
        return self.citizen("POST", "/v1/payments", body, {**new_key(), "Sandbox-Scenario": scenario})

    def opened(self, channel: str, scenario: str = "") -> dict[str, Any]:
        answer = self.open(channel, scenario)
        assert answer.status_code == 201, answer.text
        payment: dict[str, Any] = answer.json()
        return payment

    def payment(self, payment_id: str) -> dict[str, Any]:
        answer = self.citizen("GET", f"/v1/payments/{payment_id}")
        assert answer.status_code == 200, answer.text
        payment: dict[str, Any] = answer.json()
        return payment

    def act(self, payment_id: str, what: str, body: object = None, **extra: str) -> requests.Response:
        return self.citizen("POST", f"/v1/payments/{payment_id}/{what}", body, {**new_key(), **extra})

    def begin(self, payment_id: str, attempt: int = 1) -> requests.Response:
        return self.act(payment_id, "terminal-attempts", {"attempt": attempt, "startedAt": NOW})

    def report(self, payment_id: str, outcome: str, attempt: int = 1, **details: object) -> requests.Response:
        return self.act(payment_id, "terminal-results", result(outcome, attempt, **details))

    def report_as_terminal(self, payment_id: str, what: str, body: object) -> requests.Response:
        path = f"/v1/terminals/self/payments/{payment_id}/{what}"
        return self.terminal("POST", path, body, new_key())

    def submit(self, payment_id: str | None) -> requests.Response:
        path = f"/v1/applications/{self.application_id}"
        etag = self.citizen("GET", path).headers["ETag"]
        digest = content_digest("Meine Angaben sind richtig und vollständig.".encode())
        body = {
            "declarations": [{"id": "truthful", "textDigest": digest, "accepted": True}],
            "delivery": {"channel": "printHere"},
            "paymentId": payment_id,
            "confirmation": {
                "shownAt": NOW,
                "confirmedAt": NOW,
                "terminalId": "BB-MITTE-03",
                "form": "directInput",
            },
        }
        return self.citizen("POST", f"{path}/submission", body, {**new_key(), "If-Match": etag})

    def at_the_desk(self, reference: str, what: str = "payment", scenario: str = "") -> requests.Response:
        url = f"{self.world.server.origins.api}/sandbox/cash-desk/{reference}/{what}"
        return requests.post(url, headers={"Sandbox-Scenario": scenario}, timeout=10)

    def on_the_phone(self, pay_url: str, status: str | None = None) -> requests.Response:
        """Open the pay page, or press one of its buttons."""
        certificate = str(self.world.tls.certificate)
        if status is None:
            return requests.get(pay_url, verify=certificate, timeout=10)
        return requests.post(pay_url, data={"status": status}, verify=certificate, timeout=10)


def result(outcome: str, attempt: int = 1, **details: object) -> dict[str, object]:
    said: dict[str, object] = {"attempt": attempt, "outcome": outcome, "finishedAt": NOW}
    if outcome == "approved":
        said |= {
            "resultCode": "00",
            "traceNumber": "000421",
            "receiptNumber": f"011{attempt}",
            "terminalId": "65432101",
            "cardName": "girocard",
            "panTruncated": "************4711",
        }
    return said | details
