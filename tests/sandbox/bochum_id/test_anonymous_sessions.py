"""A session without signing in: for a service that allows it, short, and of nobody."""

from typing import Any

import pytest
import requests
from applying import Citizen
from backend_world import SERVICE, BackendWorld
from raw_citizen import RawCaller, code_of, new_key
from sample_services import OFFICE, REPORT
from sqlalchemy import func, select

from kiosk.bochum_id.client import BochumId
from kiosk.bochum_id.dpop import DpopKey
from kiosk.bochum_id.errors import BackendError, Refused
from kiosk.bochum_id.values import AccountMode, Level
from sandbox.bochum_id.tables import Account, Activity, Application, CitizenSession, IdempotencyRecord

pytestmark = pytest.mark.sample_services

PATH = "/v1/anonymous-sessions"
REASON = {"applicant": {"familyName": "Namenlos"}, "reason": "Laterne kaputt"}


@pytest.fixture
def nobody(world: BackendWorld, client: BochumId) -> Citizen:
    client.begin_anonymous(REPORT, "de")
    return Citizen(world, client, RawCaller.of_citizen(world, client), "BB-MITTE-03")


def test_it_is_a_session_of_nobody(client: BochumId, world: BackendWorld) -> None:
    session = client.begin_anonymous(REPORT, "tr")
    assert (session.level, session.methods, session.display_name) == (Level.NONE, frozenset(), "")
    assert session.account_mode is AccountMode.TRANSIENT
    assert (session.absolute_end - world.clock.now()).total_seconds() == 15 * 60
    shown = RawCaller.of_citizen(world, client)("GET", "/v1/session").json()
    assert (shown["id"], shown["level"], shown["methods"]) == (session.id, "none", [])
    assert shown["levelUri"] == "http://bsi.bund.de/eID/LoA/undefined"


def test_what_is_sent_stays_with_the_city_and_nothing_else_does(
    world: BackendWorld, nobody: Citizen, client: BochumId
) -> None:
    sent = nobody.apply(REPORT, REASON)
    assert nobody.submit(sent, "post").status_code == 202
    draft = nobody.apply(REPORT, REASON)
    client.end_session()
    with world.backend.store.transaction() as db:
        kept = list(db.scalars(select(Application.id).where(Application.service_id == REPORT)))
        assert sent["id"] in kept
        assert draft["id"] not in kept
        account_id = db.get_one(Application, sent["id"]).account_id
        assert db.get(Account, account_id) is None
        assert db.scalar(select(func.count()).where(Activity.account_id == account_id)) == 0
        stored = select(IdempotencyRecord.body).where(IdempotencyRecord.session_id.is_(None))
        assert all(b"accessToken" not in body for body in db.scalars(stored))


@pytest.mark.parametrize("service_id", [SERVICE, OFFICE])
def test_a_service_that_asks_for_a_sign_in_is_not_to_be_had(client: BochumId, service_id: str) -> None:
    with pytest.raises(BackendError) as caught:
        client.begin_anonymous(service_id, "de")
    assert isinstance(caught.value.fault, Refused)
    problem = caught.value.fault.problem
    assert (problem.code, problem.required_level) == ("level-too-low", Level.HOCH)


def test_nor_is_it_by_way_of_another_services_session(nobody: Citizen) -> None:
    refused = nobody.post("/v1/applications", {"serviceId": OFFICE, "definitionVersion": 1})
    assert (refused.status_code, code_of(refused)) == (403, "level-too-low")


def test_there_is_no_mailbox_to_send_an_answer_to(nobody: Citizen) -> None:
    refused = nobody.submit(nobody.apply(REPORT, REASON), "mailbox")
    assert (refused.status_code, code_of(refused)) == (422, "validation-failed")
    assert refused.json()["errors"][0]["pointer"] == "/delivery/channel"


def test_the_next_one_at_the_terminal_ends_it(world: BackendWorld, nobody: Citizen) -> None:
    later = world.client()
    world.sign_in(later)
    ended = nobody.get("/v1/session")
    assert (code_of(ended), ended.json()["reason"]) == ("session-ended", "replaced")
    assert later.begin_anonymous(REPORT, "de").level is Level.NONE
    with pytest.raises(BackendError):
        later.account.profile()
    later.close()


@pytest.mark.parametrize(("pause", "reason"), [(180, "idle"), (170, "absolute")])
def test_it_is_short(world: BackendWorld, nobody: Citizen, pause: float, reason: str) -> None:
    last: requests.Response | None = None
    for _ in range(6):
        world.clock.advance(pause)
        last = nobody.get("/v1/session")
        if last.status_code != 200:
            break
        nobody.client.keep_session()
        nobody = Citizen(world, nobody.client, RawCaller.of_citizen(world, nobody.client), "BB-MITTE-03")
    assert last is not None
    assert (code_of(last), last.json()["reason"]) == ("session-ended", reason)


def _ask(
    world: BackendWorld, terminal: RawCaller, body: dict[str, Any], headers: dict[str, str]
) -> requests.Response:
    return terminal("POST", PATH, body, {**new_key(), **headers})


def _proof(world: BackendWorld, key: DpopKey, path: str = PATH) -> dict[str, str]:
    url = world.server.origins.api + path
    return {"Visit-DPoP": key.proof("POST", url, int(world.clock.now().timestamp()))}


def _body(key: DpopKey, service_id: str = REPORT) -> dict[str, Any]:
    return {"serviceId": service_id, "dpopJkt": key.thumbprint, "uiLanguage": "de"}


@pytest.mark.parametrize(
    ("proof", "code"),
    [("none", "login-failed"), ("of another key", "login-failed"), ("for another call", "token-invalid")],
)
def test_it_takes_the_key_that_the_token_is_bound_to(
    world: BackendWorld, client: BochumId, proof: str, code: str
) -> None:
    client.open_terminal()
    key = DpopKey()
    headers = {
        "none": {},
        "of another key": _proof(world, DpopKey()),
        "for another call": _proof(world, key, "/v1/session"),
    }[proof]
    refused = _ask(world, RawCaller.of_terminal(world, client), _body(key), headers)
    assert (refused.status_code, code_of(refused)) == (401, code)
    with world.backend.store.transaction() as db:
        assert db.scalar(select(func.count()).where(CitizenSession.dpop_jkt == key.thumbprint)) == 0


def test_only_what_is_offered_can_be_asked_for(world: BackendWorld, client: BochumId) -> None:
    client.open_terminal()
    key = DpopKey()
    refused = _ask(world, RawCaller.of_terminal(world, client), _body(key, "svc_x"), _proof(world, key))
    assert (refused.status_code, refused.json()["errors"][0]["pointer"]) == (422, "/serviceId")


def test_asked_for_twice_it_is_one_session(world: BackendWorld, client: BochumId) -> None:
    client.open_terminal()
    key, once = DpopKey(), new_key()
    terminal = RawCaller.of_terminal(world, client)
    first, again = (_ask(world, terminal, _body(key), {**_proof(world, key), **once}) for _ in range(2))
    assert first.status_code == again.status_code == 201
    assert first.content == again.content
    assert again.headers["Idempotency-Replayed"] == "true"
