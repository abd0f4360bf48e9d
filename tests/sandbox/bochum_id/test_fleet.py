"""One terminal among many: heartbeats in order, commands until done, signed configuration, limits."""

import asyncio
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
import requests
from backend_world import BackendWorld, running_backend
from raw_citizen import RawCaller, code_of, new_key
from sqlalchemy import func, select

from kiosk.bochum_id.catalogue_keys import CatalogueKeys
from kiosk.bochum_id.client import BochumId
from kiosk.bochum_id.fleet_config import read_config
from sandbox.bochum_id.apps import api_app
from sandbox.bochum_id.holidays_nrw import holidays
from sandbox.bochum_id.long_poll import LOOK_EVERY_S, Patience
from sandbox.bochum_id.outbox import everything_sent
from sandbox.bochum_id.rate_limits import RateLimits
from sandbox.bochum_id.serving import LoopbackServer
from sandbox.bochum_id.tables import AssistanceCall, TerminalState

HEARTBEATS = "/v1/terminals/self/heartbeats"
CONFIG = "/v1/terminals/self/config"


class Waiting:
    """A steady clock that goes by pauses; something may happen during one of them."""

    def __init__(self) -> None:
        self.pauses = 0
        self.happens: dict[int, Any] = {}

    async def pause(self, seconds: float) -> None:
        assert seconds == LOOK_EVERY_S
        self.pauses += 1
        happening = self.happens.pop(self.pauses, None)
        if happening is not None:
            await asyncio.get_running_loop().run_in_executor(None, happening)

    def steady(self) -> float:
        return self.pauses * LOOK_EVERY_S


WAITING = Waiting()


@pytest.fixture(scope="module")
def module_world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BackendWorld]:
    patience = Patience(WAITING.pause, WAITING.steady)
    with running_backend(tmp_path_factory.mktemp("fleet"), patience=patience) as world:
        yield world


@pytest.fixture
def terminal(world: BackendWorld, client: BochumId) -> RawCaller:
    client.open_terminal()
    WAITING.pauses = 0
    return RawCaller.of_terminal(world, client)


def beat(seq: int, mode: str = "idle", **changes: object) -> dict[str, object]:
    return {
        "seq": seq,
        "bootId": "boot-1",
        "uptime": 60,
        "software": {"kiosk": "1.4.2"},
        "mode": mode,
        "devices": [{"id": "a4", "kind": "printer", "state": "warning", "code": "paperLow"}],
        "resources": {"cpu": 0.12},
        "counters": {"sessions": 12},
        **changes,
    }


def control(world: BackendWorld, method: str, what: str, body: object) -> requests.Response:
    return requests.request(method, f"{world.server.origins.api}/sandbox/{what}", json=body, timeout=10)


def command(world: BackendWorld, kind: str, **more: object) -> str:
    answer = control(world, "POST", "commands", {"terminalId": "BB-MITTE-03", "type": kind, **more})
    assert answer.status_code == 201, answer.text
    return str(answer.json()["id"])


def finish(terminal: RawCaller, command_id: str, outcome: str = "done") -> requests.Response:
    body = {"id": command_id, "outcome": outcome, "detail": ""}
    return terminal("POST", "/v1/terminals/self/command-results", body, new_key())


def due(terminal: RawCaller, seq: int, mode: str = "idle") -> list[dict[str, Any]]:
    commands: list[dict[str, Any]] = terminal("POST", HEARTBEATS, beat(seq, mode)).json()["commands"]
    return commands


def test_a_late_or_doubled_heartbeat_changes_nothing(world: BackendWorld, terminal: RawCaller) -> None:
    terminal("POST", HEARTBEATS, beat(10, "inUse"))
    for late in (10, 9):
        assert terminal("POST", HEARTBEATS, beat(late, "outOfService")).status_code == 200
    with world.backend.store.transaction() as db:
        state = db.get(TerminalState, "BB-MITTE-03")
        assert state is not None
        assert (state.sequence, state.mode) == (10, "inUse")
    terminal("POST", HEARTBEATS, beat(1, "idle", bootId="boot-2"))
    with world.backend.store.transaction() as db:
        state = db.get(TerminalState, "BB-MITTE-03")
        assert state is not None
        assert (state.sequence, state.mode) == (1, "idle")


def test_the_answer_says_what_is_new(world: BackendWorld, terminal: RawCaller) -> None:
    answer = terminal("POST", HEARTBEATS, beat(20)).json()
    assert answer["serverTime"] == world.clock.now().strftime("%Y-%m-%dT%H:%M:%SZ")
    assert f'"{answer["configEtag"]}"' == terminal("GET", CONFIG).headers["ETag"]
    assert f'"{answer["catalogueEtag"]}"' == terminal("GET", "/v1/catalogue").headers["ETag"]


@pytest.mark.parametrize(
    "changes",
    [
        {"seq": -1},
        {"mode": "asleep"},
        {"software": {"kiosk": "1\n2"}},
        {"counters": {"Erika Mustermann": 1}},
        {"resources": {"cpu": "much"}},
        {"citizen": "Erika"},
    ],
)
def test_a_wrong_heartbeat_is_refused(terminal: RawCaller, changes: dict[str, object]) -> None:
    assert code_of(terminal("POST", HEARTBEATS, beat(1) | changes)) == "validation-failed"


def test_a_command_is_told_until_it_is_done(world: BackendWorld, terminal: RawCaller) -> None:
    first = command(world, "testPrint")
    world.clock.advance(1)
    second = command(world, "enterMaintenance", graceSeconds=60)
    for seq in (30, 31):
        assert [each["id"] for each in due(terminal, seq)] == [first, second]
    assert due(terminal, 32)[1]["graceSeconds"] == 60
    assert [each["id"] for each in due(terminal, 33, "inUse")] == [second]
    assert finish(terminal, first, "failed").status_code == 204
    assert finish(terminal, first, "done").status_code == 204
    shown = requests.get(f"{world.server.origins.api}/sandbox/commands/{first}", timeout=10).json()
    assert shown["state"] == "failed"
    assert [each["id"] for each in due(terminal, 34)] == [second]
    finish(terminal, second)
    assert due(terminal, 35) == []


def test_only_what_a_terminal_was_told_in_time_can_be_done(
    world: BackendWorld, terminal: RawCaller, client: BochumId, other_client: BochumId
) -> None:
    given = command(world, "reloadConfig", valid="PT1M")
    other = RawCaller.of_terminal(world, other_client)
    assert finish(other, given).status_code == 404
    assert finish(terminal, "cmd_unknown").status_code == 404
    world.clock.advance(60)
    assert due(terminal, 40) == []
    assert code_of(finish(terminal, given)) == "command-expired"


@pytest.mark.parametrize("kind", ["shell", "", "rebootDevice; true"])
def test_no_other_command_exists(world: BackendWorld, kind: str) -> None:
    refused = control(world, "POST", "commands", {"terminalId": "BB-MITTE-03", "type": kind})
    assert code_of(refused) == "validation-failed"


def test_the_configuration_is_signed_for_this_terminal(world: BackendWorld, terminal: RawCaller) -> None:
    answer = terminal("GET", CONFIG)
    assert answer.headers["Content-Type"] == "application/jose"
    keys = CatalogueKeys.of_file(world.server.enrol().catalogue_key_path)
    config = read_config(answer.content, keys, "BB-MITTE-03")
    assert (config.office, config.arrangement) == ("buero-mitte", "wheelchairLow")
    assert f'"{config.version}"' == answer.headers["ETag"]
    assert "payment.cardTerminal" in config.features
    assert date(2026, 12, 25) in config.closed_days
    assert {hours.weekday for hours in config.weekly} == {1, 2, 3, 4, 5, 6}
    unchanged = terminal("GET", CONFIG, headers={"If-None-Match": answer.headers["ETag"]})
    assert (unchanged.status_code, unchanged.content) == (304, b"")


def test_a_changed_configuration_arrives_while_it_is_waited_for(
    world: BackendWorld, terminal: RawCaller
) -> None:
    known = terminal("GET", CONFIG).headers["ETag"]
    patch = {"ui": {"idleWarn": 45}}
    WAITING.happens[7] = lambda: control(world, "PATCH", "terminals/BB-MITTE-03/config", patch)
    answer = terminal("GET", f"{CONFIG}?wait=25", headers={"If-None-Match": known})
    assert (answer.status_code, WAITING.pauses) == (200, 7)
    keys = CatalogueKeys.of_file(world.server.enrol().catalogue_key_path)
    assert read_config(answer.content, keys, "BB-MITTE-03").idle_ask_s == 45


def test_nothing_new_is_said_after_the_time(terminal: RawCaller) -> None:
    known = terminal("GET", CONFIG).headers["ETag"]
    answer = terminal("GET", f"{CONFIG}?wait=2", headers={"If-None-Match": known})
    assert (answer.status_code, WAITING.pauses) == (304, 2 / LOOK_EVERY_S)
    assert terminal("GET", f"{CONFIG}?wait=2").status_code == 200
    assert code_of(terminal("GET", f"{CONFIG}?wait=26")) == "validation-failed"


def test_many_wait_without_a_thread_each(world: BackendWorld, client: BochumId) -> None:
    """More wait at once than the server has threads, and none of them keeps another from being answered."""
    ticks = WAITING.pauses
    callers = [RawCaller.of_terminal(world, client) for _ in range(50)]
    known = callers[0]("GET", CONFIG).headers["ETag"]
    with ThreadPoolExecutor(50) as pool:
        waiting = [
            pool.submit(each, "GET", f"{CONFIG}?wait=25", None, {"If-None-Match": known}) for each in callers
        ]
        assert {each.result().status_code for each in waiting} == {304}
    assert WAITING.pauses > ticks


@pytest.mark.parametrize(
    "patch",
    [
        {"ui": {"languages": ["en"]}},
        {"terminal": {"id": "BB-MITTE-99"}},
        {"terminal": "x"},
        {"features": {"remote.shell": "yes"}},
        {"update": {"window": "25:00-04:00"}},
        {"telemetry": {"otlpEndpoint": "http://x", "interval": 60, "sampling": 0.1}},
        {"shell": True},
    ],
)
def test_a_wrong_configuration_is_refused_and_changes_nothing(
    world: BackendWorld, terminal: RawCaller, patch: dict[str, object]
) -> None:
    before = terminal("GET", CONFIG).headers["ETag"]
    assert code_of(control(world, "PATCH", "terminals/BB-MITTE-03/config", patch)) == "validation-failed"
    assert terminal("GET", CONFIG).headers["ETag"] == before


def test_an_incident_told_twice_is_one_and_a_critical_one_reaches_staff(
    world: BackendWorld, terminal: RawCaller
) -> None:
    path = "/v1/terminals/self/incidents"
    told = {
        "severity": "critical",
        "code": "tamper.doorOpen",
        "since": "2026-11-23T14:00:00Z",
        "detail": {"door": "rear"},
    }
    first, again = (terminal("POST", path, told, new_key()) for _ in range(2))
    assert (first.status_code, again.json()) == (201, first.json())
    with world.backend.store.transaction() as db:
        staff = [item.content for item in everything_sent(db) if item.kind == "staff"]
    assert staff.count({"incident": "tamper.doorOpen", "terminalId": "BB-MITTE-03"}) == 1
    for wrong in ({"code": "door"}, {"severity": "bad"}, {"since": "yesterday"}, {"detail": {"a": "\0"}}):
        assert code_of(terminal("POST", path, told | wrong, new_key())) == "validation-failed"


def test_help_is_called_once_however_often_it_is_sent(world: BackendWorld, terminal: RawCaller) -> None:
    key = new_key()
    path = "/v1/terminals/self/assistance"
    with world.backend.store.transaction() as db:
        before = db.scalar(select(func.count()).select_from(AssistanceCall)) or 0
    for _ in range(3):
        assert terminal("POST", path, {"reason": "printerJam"}, key).json() == {"staffNotified": True}
    with world.backend.store.transaction() as db:
        assert db.scalar(select(func.count()).select_from(AssistanceCall)) == before + 1


def test_a_terminal_that_calls_too_often_is_told_when_to_come_again(
    world: BackendWorld, client: BochumId
) -> None:
    world.clock.time = datetime(2026, 11, 23, 16, 0, 15, tzinfo=UTC)
    client.open_terminal()
    terminal = RawCaller.of_terminal(world, client)
    strict = replace(world.backend, limits=RateLimits(terminal_calls=3))
    door = LoopbackServer()
    door.serve(api_app(strict))
    try:
        answers = [_through(door, terminal) for _ in range(5)]
    finally:
        door.close()
    assert [answer.status_code for answer in answers] == [200, 200, 200, 429, 429]
    assert [answer.headers["RateLimit-Remaining"] for answer in answers[:3]] == ["2", "1", "0"]
    assert code_of(answers[3]) == "too-many-attempts"
    assert answers[3].headers["Retry-After"] == "45" == answers[3].headers["RateLimit-Reset"]


def _through(door: LoopbackServer, terminal: RawCaller) -> requests.Response:
    """Call the strict application at its own port, with a proof for the address it believes to have."""
    world = terminal.world
    url = f"{world.backend.origins.api}/v1/catalogue"
    proof = terminal.token.key.proof("GET", url, int(world.clock.now().timestamp()), terminal.token.value)
    headers = {"Authorization": f"DPoP {terminal.token.value}", "DPoP": proof}
    return requests.get(f"http://127.0.0.1:{door.port}/v1/catalogue", headers=headers, timeout=10)


@pytest.mark.parametrize(
    ("year", "days"),
    [
        (2025, "01-01 04-18 04-20 04-21 05-01 05-29 06-08 06-09 06-19 10-03 11-01 12-25 12-26"),
        (2026, "01-01 04-03 04-05 04-06 05-01 05-14 05-24 05-25 06-04 10-03 11-01 12-25 12-26"),
        (2027, "01-01 03-26 03-28 03-29 05-01 05-06 05-16 05-17 05-27 10-03 11-01 12-25 12-26"),
        (2038, "01-01 04-23 04-25 04-26 05-01 06-03 06-13 06-14 06-24 10-03 11-01 12-25 12-26"),
    ],
)
def test_the_public_holidays_of_the_state(year: int, days: str) -> None:
    assert sorted(holidays(year)) == sorted(date.fromisoformat(f"{year}-{day}") for day in days.split())


def test_two_processes_have_the_same_keys(tmp_path: Path) -> None:
    with running_backend(tmp_path) as first:
        public = first.server.enrol().catalogue_key_path.read_bytes()
    with running_backend(tmp_path) as second:
        assert second.server.enrol().catalogue_key_path.read_bytes() == public
    assert public.count(b"BEGIN PUBLIC KEY") == 2
