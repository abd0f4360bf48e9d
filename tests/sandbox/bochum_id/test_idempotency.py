"""Sent twice, done once: stored answers, reused keys, two at a time, a crash in the middle."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from backend_world import ERIKA, OTTO, SERVICE, BackendWorld, running_backend
from raw_citizen import RawCaller, code_of, new_key
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from kiosk.bochum_id.client import BochumId
from sandbox.bochum_id.idempotency import Keyed
from sandbox.bochum_id.replies import Reply
from sandbox.bochum_id.tables import Application, AssistanceCall, IdempotencyRecord

NEW = {"serviceId": SERVICE, "definitionVersion": 3}


@pytest.fixture
def erika(world: BackendWorld, client: BochumId) -> RawCaller:
    world.sign_in(client, ERIKA)
    return RawCaller.of_citizen(world, client)


def applications(world: BackendWorld) -> int:
    with world.backend.store.transaction() as db:
        return db.scalar(select(func.count()).select_from(Application)) or 0


def test_the_same_request_gets_the_stored_answer(world: BackendWorld, erika: RawCaller) -> None:
    key, before = new_key(), applications(world)
    first, second = (erika("POST", "/v1/applications", NEW, key) for _ in range(2))
    assert applications(world) == before + 1
    assert (second.status_code, second.content) == (first.status_code, first.content)
    assert second.headers["ETag"] == first.headers["ETag"]
    assert second.headers["Location"] == first.headers["Location"]
    assert "Idempotency-Replayed" not in first.headers
    assert second.headers["Idempotency-Replayed"] == "true"


def test_a_key_is_good_for_one_body(erika: RawCaller) -> None:
    key = new_key()
    erika("POST", "/v1/applications", NEW, key)
    other = erika("POST", "/v1/applications", {**NEW, "definitionVersion": 4}, key)
    assert (other.status_code, code_of(other)) == (422, "idempotency-key-reuse")


@pytest.mark.parametrize(
    "key", [None, "", "1234", "not quoted", '"not-a-uuid"', "00000000-0000-0000-0000-000000000000"]
)
def test_a_request_that_creates_needs_a_key(erika: RawCaller, key: str | None) -> None:
    headers = {} if key is None else {"Idempotency-Key": key}
    response = erika("POST", "/v1/applications", NEW, headers)
    assert (response.status_code, code_of(response)) == (400, "idempotency-key-missing")


def test_a_refused_request_did_nothing_and_may_be_sent_better(world: BackendWorld, erika: RawCaller) -> None:
    key, before = new_key(), applications(world)
    assert (
        code_of(erika("POST", "/v1/applications", {**NEW, "definitionVersion": 4}, key))
        == "definition-outdated"
    )
    assert applications(world) == before
    assert erika("POST", "/v1/applications", NEW, key).status_code == 201


def test_many_at_once_are_one(world: BackendWorld, erika: RawCaller) -> None:
    key, before = new_key(), applications(world)
    with ThreadPoolExecutor(6) as pool:
        answers = list(pool.map(lambda _: erika("POST", "/v1/applications", NEW, key), range(6)))
    assert applications(world) == before + 1
    assert {answer.content for answer in answers} == {answers[0].content}
    assert sorted("Idempotency-Replayed" in answer.headers for answer in answers) == [False] + [True] * 5


def test_the_next_citizen_never_gets_the_answer_of_the_one_before(
    world: BackendWorld, client: BochumId, erika: RawCaller
) -> None:
    key = new_key()
    erikas = erika("POST", "/v1/applications", NEW, key)
    world.sign_in(client, OTTO)
    otto = RawCaller.of_citizen(world, client)
    answer = otto("POST", "/v1/applications", NEW, key)
    assert "Mustermann" in erikas.text
    assert "Mustermann" not in answer.text


def test_the_same_key_at_another_terminal_is_another_key(
    world: BackendWorld, client: BochumId, other_client: BochumId
) -> None:
    key, body = new_key(), {"reason": "citizenAskedForHelp"}
    for terminal in (client, other_client):
        raw = RawCaller.of_terminal(world, terminal)
        answer = raw("POST", "/v1/terminals/self/assistance", body, key)
        assert answer.status_code == 202
        assert "Idempotency-Replayed" not in answer.headers
    with world.backend.store.transaction() as db:
        assert db.scalar(select(func.count()).select_from(AssistanceCall)) == 2


def test_a_key_is_forgotten_after_a_day(world: BackendWorld, client: BochumId) -> None:
    key, body = new_key(), {"reason": "citizenAskedForHelp"}
    path = "/v1/terminals/self/assistance"
    RawCaller.of_terminal(world, client)("POST", path, body, key)
    world.clock.advance(24 * 3600)
    client.open_terminal()
    again = RawCaller.of_terminal(world, client)("POST", path, body, key)
    assert "Idempotency-Replayed" not in again.headers


def test_a_crash_in_the_middle_leaves_neither_effect_nor_answer(world: BackendWorld) -> None:
    keyed = Keyed(world.backend, "BB-MITTE-03", None, "terminal BB-MITTE-03", "k", "POST /x", "digest")

    def crash(db: Session) -> Reply:
        now = world.clock.now()
        db.add(AssistanceCall(id="asc_crash", terminal_id="BB-MITTE-03", reason="x", at=now))
        db.flush()
        raise SystemError("power cut")

    with pytest.raises(SystemError):
        keyed.run(crash)
    with world.backend.store.transaction() as db:
        assert db.get(AssistanceCall, "asc_crash") is None
        assert db.get(IdempotencyRecord, ("BB-MITTE-03", "k", "POST /x")) is None


@pytest.fixture
def own_world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BackendWorld]:
    with running_backend(tmp_path_factory.mktemp("own")) as world:
        yield world


def test_an_answer_survives_a_restart(own_world: BackendWorld) -> None:
    client = own_world.client()
    key, body = new_key(), {"reason": "citizenAskedForHelp"}
    path = "/v1/terminals/self/assistance"
    RawCaller.of_terminal(own_world, client)("POST", path, body, key)
    own_world.server.set_available(available=False)
    own_world.server.set_available(available=True)
    again = RawCaller.of_terminal(own_world, client)("POST", path, body, key)
    assert again.headers["Idempotency-Replayed"] == "true"
    client.close()
