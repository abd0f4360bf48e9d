"""Nothing of one citizen can be read, changed or deleted by anybody else: every personal route, generated."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
import requests
from backend_world import ERIKA, OTTO, SERVICE, BackendWorld, running_backend
from fastapi.routing import APIRoute
from raw_citizen import RawCaller, code_of, new_key
from sqlalchemy import select

from kiosk.bochum_id.values import AcceptedDeclaration
from sandbox.bochum_id import (
    routes_applications,
    routes_mailbox,
    routes_papers,
    routes_payments,
    routes_receipts,
    routes_session,
    routes_submission,
    routes_timeline,
)
from sandbox.bochum_id.mailbox import Enclosure, Letter, deliver
from sandbox.bochum_id.tables import CitizenSession, PrintJob

MODULES = (
    routes_applications,
    routes_submission,
    routes_timeline,
    routes_payments,
    routes_papers,
    routes_receipts,
    routes_mailbox,
    routes_session,
)
TRUTHFUL = AcceptedDeclaration("truthful", "Meine Angaben sind richtig und vollständig.")
BODIES: dict[str, object] = {
    "/v1/applications": {"serviceId": SERVICE, "definitionVersion": 3},
    "/v1/applications/{application_id}": {"copies": 3},
    "/v1/applications/{application_id}/submission": {
        "declarations": [],
        "delivery": {"channel": "printHere"},
        "confirmation": {
            "shownAt": "2026-11-23T14:58:00Z",
            "confirmedAt": "2026-11-23T14:58:00Z",
            "terminalId": "BB-MITTE-04",
            "form": "directInput",
        },
    },
    "/v1/applications/{application_id}/withdrawal": {},
    "/v1/mailbox/{message_id}/replies": {"text": "Danke."},
    "/v1/documents/{document_id}/print-jobs": {"printer": "a4"},
    "/v1/print-jobs/{job_id}/result": {"outcome": "printed"},
}


@dataclass(frozen=True)
class Route:
    method: str
    path: str

    def __str__(self) -> str:
        return f"{self.method} {self.path}"


def personal_routes() -> Iterator[Route]:
    for module in MODULES:
        for route in module.router.routes:
            assert isinstance(route, APIRoute)
            if "login-attempts" not in route.path:
                yield from (Route(method, route.path) for method in route.methods or ())


ROUTES = sorted(personal_routes(), key=str)
WITH_ID = [route for route in ROUTES if "{" in route.path]


@dataclass(frozen=True)
class Estate:
    """What Erika has, by the name of the path parameter; and the strangers who try to get at it."""

    world: BackendWorld
    ids: dict[str, str]
    erika: RawCaller
    otto: RawCaller
    terminal: RawCaller

    def ask(self, caller: RawCaller, route: Route, **headers: str) -> requests.Response:
        path = re.sub(r"{(\w+)}", lambda match: self.ids[match.group(1)], route.path)
        media_type = "application/merge-patch+json" if route.method == "PATCH" else "application/json"
        sent = {**new_key(), "If-Match": '"1"', "Content-Type": media_type, **headers}
        return caller(route.method, path, BODIES.get(route.path), sent)


@pytest.fixture(scope="module")
def estate(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Estate]:
    with running_backend(tmp_path_factory.mktemp("estate")) as world:
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
        with world.backend.store.transaction() as db:
            job_id = db.scalars(select(PrintJob.id)).one()
            owner_id = db.scalars(select(CitizenSession.account_id)).one()
            letter = Letter("Betreff", "Text", enclosures=(Enclosure("a.pdf", "application/pdf", b"%PDF"),))
            message_id = deliver(db, world.backend, owner_id, letter).id
        ids = {
            "application_id": hers.create_application(service).id,
            "payment_id": payment.id,
            "receipt_id": slip.receipt_id,
            "document_id": str(certificate.document_id),
            "job_id": job_id,
            "message_id": message_id,
            "number": "1",
        }
        world.sign_in(his, OTTO)
        yield Estate(
            world,
            ids,
            RawCaller.of_citizen(world, hers),
            RawCaller.of_citizen(world, his),
            RawCaller.of_terminal(world, hers),
        )
        hers.close()
        his.close()


@pytest.mark.parametrize("route", WITH_ID, ids=str)
def test_another_citizen_finds_nothing_there(estate: Estate, route: Route) -> None:
    response = estate.ask(estate.otto, route)
    assert (response.status_code, code_of(response)) == (404, "not-found")


@pytest.mark.parametrize("route", ROUTES, ids=str)
def test_the_terminals_own_token_opens_no_personal_resource(estate: Estate, route: Route) -> None:
    response = estate.ask(estate.terminal, route)
    assert (response.status_code, code_of(response)) == (401, "token-invalid")


@pytest.mark.parametrize("route", ROUTES, ids=str)
def test_without_a_token_nothing_opens(estate: Estate, route: Route) -> None:
    response = estate.ask(estate.erika, route, Authorization="DPoP x")
    assert (response.status_code, code_of(response)) == (401, "token-invalid")


@pytest.mark.parametrize("route", ROUTES, ids=str)
def test_her_token_with_his_key_opens_nothing(estate: Estate, route: Route) -> None:
    stolen = RawCaller(
        estate.world, type(estate.erika.token)(estate.erika.token.value, estate.otto.token.key, float("inf"))
    )
    response = estate.ask(stolen, route)
    assert (response.status_code, code_of(response)) == (401, "token-invalid")


@pytest.mark.parametrize("route", [route for route in WITH_ID if route.method == "GET"], ids=str)
def test_she_herself_gets_it_and_nobody_keeps_a_copy(estate: Estate, route: Route) -> None:
    response = estate.ask(estate.erika, route)
    assert response.status_code == 200
    assert response.headers["Cache-Control"] == "no-store"


def test_every_kind_of_personal_resource_is_among_them() -> None:
    assert {re.sub(r"/v1/([a-z-]+).*", r"\1", route.path) for route in ROUTES} == {
        "applications",
        "documents",
        "mailbox",
        "payments",
        "print-jobs",
        "receipts",
        "session",
    }
