"""The hands outside the terminal: clock, faults, outbox, reset, parts switched off, maintenance."""

import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path
from timeit import timeit

import pytest
import requests
from backend_world import BackendWorld, ScriptedEidServer, running_backend
from raw_citizen import RawCaller, code_of, new_key

from kiosk.bochum_id.client import BochumId
from sandbox.bochum_id.movable_clock import MovableClock
from sandbox.bochum_id.opening import Premises
from sandbox.bochum_id.scenarios import HEADER
from sandbox.bochum_id.server import BochumIdServer
from sandbox.bochum_id.shared_number import SharedNumber
from sandbox.bochum_id.tables import Application, Terminal


def control(world: BackendWorld, method: str, what: str, body: object = None) -> requests.Response:
    return requests.request(method, f"{world.server.origins.api}/sandbox/{what}", json=body, timeout=10)


def status(world: BackendWorld, **headers: str) -> requests.Response:
    return requests.get(f"{world.server.origins.api}/v1/status", headers=headers, timeout=10)


@pytest.fixture(autouse=True)
def _nothing_planned(world: BackendWorld) -> Iterator[None]:
    yield
    control(world, "DELETE", "faults")
    control(world, "DELETE", "maintenance")
    control(world, "POST", "components", dict.fromkeys(("eid", "payment", "database", "mailbox"), "ok"))


COUNT_ON = """
import sys
from pathlib import Path
from sandbox.bochum_id.shared_number import SharedNumber
number = SharedNumber(Path(sys.argv[1]))
for _ in range(200):
    number.add(1)
"""


def test_a_shared_number_loses_no_count_of_any_process_or_thread(tmp_path: Path) -> None:
    path = tmp_path / "number"
    number = SharedNumber(path)
    others = [subprocess.Popen([sys.executable, "-c", COUNT_ON, path]) for _ in range(2)]
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda _: [number.add(1) for _ in range(100)], range(4)))
    assert [other.wait() for other in others] == [0, 0]
    assert number.get() == 800
    number.close()
    assert SharedNumber(path).get() == 800


def test_a_clock_put_forward_is_ahead_everywhere_and_after_a_restart(tmp_path: Path) -> None:
    here, there = MovableClock(tmp_path / "clock"), MovableClock(tmp_path / "clock")
    before = datetime.now(UTC)
    here.advance(timedelta(minutes=20))
    assert timedelta(minutes=20) <= there.now() - before < timedelta(minutes=21)
    assert MovableClock(tmp_path / "clock").now() - before >= timedelta(minutes=20)
    with pytest.raises(ValueError, match="only goes forward"):
        here.advance(timedelta(seconds=-1))


def test_the_clock_is_put_forward_over_the_network(world: BackendWorld, tmp_path: Path) -> None:
    server = BochumIdServer(Premises(tmp_path))
    try:
        server.start(ScriptedEidServer(), world.tls)
        url = f"{server.origins.api}/sandbox/clock"
        before = datetime.now(UTC)
        answer = requests.post(url, json={"advance": "PT20M"}, timeout=10)
        ahead = datetime.fromisoformat(answer.json()["now"]) - before
        assert timedelta(minutes=19, seconds=59) <= ahead < timedelta(minutes=21)
        for wrong in ("PT0S", "-PT5M", "yesterday", "P20Y"):
            assert requests.post(url, json={"advance": wrong}, timeout=10).status_code == 422
    finally:
        server.stop()


def test_a_planned_fault_comes_true_as_often_as_was_said(world: BackendWorld) -> None:
    fault = {"method": "GET", "path": "/v1/status", "scenario": "error:503", "times": 2}
    assert control(world, "POST", "faults", fault).status_code == 204
    assert [status(world).status_code for _ in range(3)] == [503, 503, 200]
    control(world, "POST", "faults", {"method": "*", "path": "/v1/st*", "scenario": "error:500", "times": 9})
    assert status(world).status_code == 500
    control(world, "DELETE", "faults")
    assert status(world).status_code == 200


def test_a_fault_for_another_request_stays_planned(world: BackendWorld) -> None:
    control(world, "POST", "faults", {"method": "POST", "path": "/v1/status", "scenario": "error:503"})
    assert status(world).status_code == 200
    assert not world.backend.faults.is_empty


def test_many_requests_at_once_share_one_fault(world: BackendWorld) -> None:
    control(world, "POST", "faults", {"method": "GET", "path": "/v1/status", "scenario": "error:503"})
    with ThreadPoolExecutor(6) as pool:
        answers = list(pool.map(lambda _: status(world).status_code, range(6)))
    assert sorted(answers) == [200] * 5 + [503]


def test_a_plan_without_faults_costs_nothing(world: BackendWorld) -> None:
    plan = world.backend.faults
    assert timeit(lambda: plan.is_empty, number=1000) < 0.05  # 50 µs each; one look at a database is more
    assert status(world, **{HEADER: "error:418"}).status_code == 418


@pytest.mark.parametrize(
    "fault",
    [
        {"method": "GET", "path": "v1", "scenario": "error:503"},
        {"method": "BREW", "path": "/v1", "scenario": "error:503"},
        {"method": "GET", "path": "/v1", "scenario": "error: 503"},
        {"method": "GET", "path": "/v1", "scenario": "error:503", "times": 0},
    ],
)
def test_a_wrong_plan_is_refused(world: BackendWorld, fault: dict[str, object]) -> None:
    assert code_of(control(world, "POST", "faults", fault)) == "validation-failed"


def test_the_outbox_shows_what_would_have_left(world: BackendWorld, client: BochumId) -> None:
    terminal = RawCaller.of_terminal(world, client)
    terminal("POST", "/v1/terminals/self/assistance", {"reason": "citizenAskedForHelp"}, new_key())
    staff = control(world, "GET", "outbox?kind=staff").json()["items"]
    assert staff[-1]["content"]["reason"] == "citizenAskedForHelp"
    assert {item["kind"] for item in staff} == {"staff"}
    assert control(world, "GET", "outbox").json()["items"]


def test_the_status_says_which_part_is_down(world: BackendWorld) -> None:
    assert status(world).json() == {
        "status": "ok",
        "components": dict.fromkeys(("database", "eid", "payment", "appointments", "mailbox"), "ok"),
    }
    world.eid.reachable = False
    assert status(world).json()["components"]["eid"] == "down"
    assert status(world).json()["status"] == "degraded"
    world.eid.reachable = True
    switched = control(world, "POST", "components", {"payment": "down"}).json()
    assert switched == status(world).json()
    assert switched["components"]["payment"] == "down"
    assert control(world, "POST", "components", {"database": "down"}).json()["status"] == "down"
    assert control(world, "POST", "components", {"coffee": "down"}).status_code == 422


def test_maintenance_closes_everything_but_status_and_fleet(world: BackendWorld, client: BochumId) -> None:
    terminal = RawCaller.of_terminal(world, client)
    assert control(world, "POST", "maintenance", {"length": "PT10M"}).status_code == 204
    closed = terminal("GET", "/v1/catalogue")
    assert (closed.status_code, code_of(closed)) == (503, "maintenance")
    assert closed.headers["Retry-After"] == "600"
    assert status(world).json()["status"] == "down"
    beat = {"seq": 1, "bootId": "b", "uptime": 1, "software": {}, "mode": "maintenance"}
    assert terminal("POST", "/v1/terminals/self/heartbeats", beat).status_code == 200
    world.clock.advance(600)
    client.open_terminal()
    assert RawCaller.of_terminal(world, client)("GET", "/v1/catalogue").status_code == 200


def test_a_reset_forgets_everybody_and_keeps_the_terminals(tmp_path: Path) -> None:
    with running_backend(tmp_path) as world:
        client = world.client()
        world.sign_in(client)
        citizen = RawCaller.of_citizen(world, client)
        draft = client.create_application(client.catalogue().service("svc_meldebescheinigung"))
        assert control(world, "POST", "reset").status_code == 204
        assert code_of(citizen("GET", "/v1/session")) == "session-ended"
        terminal = RawCaller.of_terminal(world, client)
        assert terminal("GET", "/v1/catalogue").status_code == 200
        with world.backend.store.transaction() as db:
            assert db.get(Terminal, "BB-MITTE-03") is not None
            assert db.get(Application, draft.id) is None
        world.sign_in(client)
        client.close()


def test_controls_are_not_part_of_the_contract(world: BackendWorld) -> None:
    document = requests.get(f"{world.server.origins.api}/openapi.json", timeout=10).json()
    assert not [path for path in document["paths"] if path.startswith("/sandbox")]
