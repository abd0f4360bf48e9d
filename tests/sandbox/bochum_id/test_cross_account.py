"""Nothing of one citizen can be read, changed or deleted by anybody else: every personal operation.

The operations, their parameters and their bodies come from the contract; a new one is tried at once.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest
import requests
from backend_world import ERIKA, OTTO, SERVICE, BackendWorld, running_backend
from raw_citizen import RawCaller, code_of, new_key
from sample_services import REPORT, write_catalogue
from sqlalchemy import select

from kiosk.bochum_id.access import BoundToken
from kiosk.bochum_id.values import AcceptedDeclaration
from sandbox.bochum_id.apps import contract_document
from sandbox.bochum_id.identifiers import content_digest
from sandbox.bochum_id.mailbox import Enclosure, Letter, deliver
from sandbox.bochum_id.tables import Appointment, Attachment, CitizenSession, PrintJob

DOCUMENT = contract_document()
TRUTHFUL = AcceptedDeclaration("truthful", "Meine Angaben sind richtig und vollständig.")
OF_EVERYBODY = {"consent_id"}
"""Names that mean something else for each citizen: to ask by them is to ask about oneself."""


@dataclass(frozen=True)
class Operation:
    method: str
    path: str
    body: Any
    media_type: str
    for_terminals: bool
    """The terminal's own token opens it as well, with another proof, or to make something new."""

    def __str__(self) -> str:
        return f"{self.method} {self.path}"

    @property
    def names(self) -> list[str]:
        return re.findall(r"{(\w+)}", self.path)


def personal_operations() -> Iterator[Operation]:
    for path, item in sorted(DOCUMENT["paths"].items()):
        for method, described in sorted(item.items()):
            if any("citizenToken" in requirement for requirement in described["security"]):
                content = described.get("requestBody", {}).get("content", {"application/json": {}})
                media_type, media = next(iter(content.items()))
                body = media.get("example", b"%PDF-1.7" if media_type == "application/pdf" else None)
                for_terminals = any("terminalToken" in each for each in described["security"])
                yield Operation(method.upper(), path, body, media_type, for_terminals)


OPERATIONS = list(personal_operations())
BY_ID = [each for each in OPERATIONS if each.names and not OF_EVERYBODY.issuperset(each.names)]
OF_AN_ACCOUNT = re.compile(r"/v1/(account|mailbox|session/(step-up|acting-for))\b")
"""What somebody has who has said who they are."""
LISTS = [each for each in OPERATIONS if each.method == "GET" and not each.names]


@dataclass(frozen=True)
class Estate:
    """What Erika has, by the name of the path parameter; and the strangers who try to get at it."""

    world: BackendWorld
    ids: dict[str, str]
    erika: RawCaller
    otto: RawCaller
    terminal: RawCaller
    nobody: RawCaller
    """Uses another terminal without signing in."""

    def ask(
        self, caller: RawCaller, operation: Operation, at: str = "BB-MITTE-04", **headers: str
    ) -> requests.Response:
        """`at` is where the caller stands."""
        path = re.sub(r"{(\w+)}", lambda match: self.ids[match.group(1)], operation.path)
        sent = {**new_key(), "If-Match": '"1"', "Content-Type": operation.media_type, **headers}
        if isinstance(operation.body, bytes):
            sent["Content-Digest"] = content_digest(operation.body)
        return caller(operation.method, path, self._with_hers(operation.body, at), sent)

    def _with_hers(self, body: Any, at: str) -> Any:
        """Name her things in a body, too, and the terminal that the caller stands at."""
        if not isinstance(body, dict):
            return body
        hers = {"applicationId": "application_id", "paymentId": "payment_id", "documentId": "document_id"}
        known = {name: self.ids[parameter] for name, parameter in hers.items() if name in body}
        inner = {name: self._with_hers(value, at) for name, value in body.items()}
        return inner | known | ({"terminalId": at} if "shownAt" in body else {})


@pytest.fixture(scope="module")
def estate(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Estate]:
    catalogue = write_catalogue(tmp_path_factory.mktemp("catalogue") / "catalogue")
    with running_backend(tmp_path_factory.mktemp("estate"), catalogue=catalogue) as world:
        hers, his = world.client(), world.client("BB-MITTE-04")
        world.sign_in(hers, ERIKA)
        service = hers.catalogue().service(SERVICE)
        due = hers.save_answers(
            hers.create_application(service), {"kind": "simple", "purpose": "private", "copies": 1}
        )
        payment = hers.pay_at_desk(due, hers.quote(due))
        slip = hers.submit(due, [TRUTHFUL], payment=payment)
        free = hers.save_answers(
            hers.create_application(service), {"kind": "simple", "purpose": "pension", "copies": 1}
        )
        certificate = hers.submit(free, [TRUTHFUL])
        hers.begin_print(certificate)
        draft_id = hers.create_application(service).id
        erika = RawCaller.of_citizen(world, hers)
        with world.backend.store.transaction() as db:
            job_id = db.scalars(select(PrintJob.id)).one()
            owner_id = db.scalars(select(CitizenSession.account_id)).one()
            letter = Letter("Betreff", "Text", enclosures=(Enclosure("a.pdf", "application/pdf", b"%PDF"),))
            message_id = deliver(db, world.backend, owner_id, letter).id
            db.add(_attachment(world, draft_id, owner_id))
            db.add(_appointment(world, owner_id))
        ids = {
            "application_id": draft_id,
            "attachment_id": "att_hers",
            "appointment_id": "apt_hers",
            "payment_id": payment.id,
            "receipt_id": slip.receipt_id,
            "document_id": str(certificate.document_id),
            "job_id": job_id,
            "message_id": message_id,
            "number": "1",
            "link_id": erika("GET", "/v1/account/eid-links").json()["items"][0]["id"],
            "consent_id": "electronicDelivery",
        }
        world.sign_in(his, OTTO)
        nobodys = world.client("BB-MITTE-05")
        nobodys.begin_anonymous(REPORT, "de")
        yield Estate(
            world,
            ids,
            erika,
            RawCaller.of_citizen(world, his),
            RawCaller.of_terminal(world, hers),
            RawCaller.of_citizen(world, nobodys),
        )
        for client in (hers, his, nobodys):
            client.close()


def _attachment(world: BackendWorld, application_id: str, owner_id: str) -> Attachment:
    return Attachment(
        id="att_hers",
        application_id=application_id,
        account_id=owner_id,
        slot="proof",
        filename="scan.pdf",
        media_type="application/pdf",
        size=8,
        digest="sha-256=:X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE=:",
        source="scanner",
        state="announced",
        added_at=world.clock.now(),
    )


def _appointment(world: BackendWorld, owner_id: str) -> Appointment:
    start = world.clock.now() + timedelta(days=2)
    return Appointment(
        id="apt_hers",
        hold_id="hld_hers",
        number="B-4711",
        day=start.date().isoformat(),
        office_id="buero-mitte",
        service_id=SERVICE,
        count=1,
        start=start,
        end=start + timedelta(minutes=15),
        account_id=owner_id,
        application_id=None,
        contact={"familyName": "Mustermann"},
        birth_year=1964,
        cancel_code="9999",
        state="booked",
    )


@pytest.mark.parametrize("operation", BY_ID, ids=str)
def test_another_citizen_finds_nothing_there(estate: Estate, operation: Operation) -> None:
    response = estate.ask(estate.otto, operation)
    assert (response.status_code, code_of(response)) == (404, "not-found")


@pytest.mark.parametrize("operation", LISTS, ids=str)
def test_no_list_of_another_citizen_names_anything_of_hers(estate: Estate, operation: Operation) -> None:
    response = estate.ask(estate.otto, operation)
    assert response.status_code == 200
    for secret in (*estate.ids.values(), "Mustermann", "Erika"):
        if secret not in {"1", "electronicDelivery"}:
            assert secret not in response.text


@pytest.mark.parametrize("operation", OPERATIONS, ids=str)
def test_who_has_not_signed_in_finds_nothing_of_anybody(estate: Estate, operation: Operation) -> None:
    if operation.path == "/v1/session":
        return  # their own
    response = estate.ask(estate.nobody, operation, "BB-MITTE-05")
    if OF_AN_ACCOUNT.match(operation.path):
        assert (response.status_code, code_of(response)) == (403, "level-too-low")
        assert response.json()["requiredLevel"] == "normal"
    elif operation in BY_ID:
        assert (response.status_code, code_of(response)) in {(404, "not-found"), (403, "level-too-low")}
    for secret in (*estate.ids.values(), "Mustermann", "Erika"):
        if secret not in {"1", "electronicDelivery"}:
            assert secret not in response.text


@pytest.mark.parametrize("operation", [each for each in OPERATIONS if not each.for_terminals], ids=str)
def test_the_terminals_own_token_opens_no_personal_resource(estate: Estate, operation: Operation) -> None:
    response = estate.ask(estate.terminal, operation)
    assert (response.status_code, code_of(response)) == (401, "token-invalid")


@pytest.mark.parametrize("operation", OPERATIONS, ids=str)
def test_without_a_token_nothing_opens(estate: Estate, operation: Operation) -> None:
    response = estate.ask(estate.erika, operation, Authorization="DPoP x")
    assert (response.status_code, code_of(response)) == (401, "token-invalid")


@pytest.mark.parametrize("operation", OPERATIONS, ids=str)
def test_her_token_with_his_key_opens_nothing(estate: Estate, operation: Operation) -> None:
    stolen = RawCaller(
        estate.world, BoundToken(estate.erika.token.value, estate.otto.token.key, float("inf"))
    )
    response = estate.ask(stolen, operation)
    assert (response.status_code, code_of(response)) == (401, "token-invalid")


@pytest.mark.parametrize(
    "operation", [each for each in BY_ID if each.method == "GET" and "content" not in each.path], ids=str
)
def test_she_herself_gets_it_and_nobody_keeps_a_copy(estate: Estate, operation: Operation) -> None:
    response = estate.ask(estate.erika, operation)
    assert response.status_code == 200
    assert response.headers["Cache-Control"] == "no-store"
