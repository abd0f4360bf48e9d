"""A terminal of the fleet through the client against the real backend."""

from dataclasses import replace
from pathlib import Path

import pytest
import requests
from backend_world import BackendWorld
from good_answers import HEARTBEAT

from kiosk.bochum_id.errors import BackendError, Refused
from kiosk.bochum_id.fleet import CommandKind, CommandOutcome, Device, Mode, Severity
from kiosk.bochum_id.status import Health

TERMINAL = "BB-MITTE-03"


def control(world: BackendWorld, method: str, what: str, body: object) -> None:
    answer = requests.request(method, f"{world.server.origins.api}/sandbox/{what}", json=body, timeout=10)
    assert answer.ok, answer.text


def test_a_command_is_heard_done_and_over(world: BackendWorld) -> None:
    client = world.client()
    printer = Device("a4", "printer", "warning", "paperLow", (("tray", "2"),))
    beat = replace(HEARTBEAT, devices=(printer,))
    control(world, "POST", "commands", {"terminalId": TERMINAL, "type": "testPrint"})
    answer = client.fleet.beat(beat)
    assert answer.server_time == world.clock.now().replace(microsecond=0)
    (command,) = answer.commands
    assert command.kind is CommandKind.TEST_PRINT
    assert client.fleet.beat(replace(beat, sequence=2, mode=Mode.IN_USE)).commands == ()
    client.fleet.report_command(command, CommandOutcome.DONE)
    assert client.fleet.beat(replace(beat, sequence=3)).commands == ()
    client.close()


def test_an_incident_is_told(world: BackendWorld) -> None:
    client = world.client()
    client.fleet.report_incident(Severity.CRITICAL, "tamper.doorOpen", world.clock.now(), {"door": "rear"})
    client.close()


def test_a_result_of_a_command_that_nobody_gave_is_refused(world: BackendWorld) -> None:
    client = world.client()
    control(world, "POST", "commands", {"terminalId": TERMINAL, "type": "testPrint"})
    (command,) = client.fleet.beat(replace(HEARTBEAT, sequence=10)).commands
    with pytest.raises(BackendError) as caught:
        client.fleet.report_command(replace(command, id="cmd_nobody"), CommandOutcome.DONE)
    assert isinstance(caught.value.fault, Refused)
    client.fleet.report_command(command, CommandOutcome.FAILED, "no paper")
    client.close()


def test_the_configuration_is_fetched_changed_and_kept(world: BackendWorld, tmp_path: Path) -> None:
    client = world.client(cache_dir=tmp_path)
    first = client.fleet_config.fetch()
    assert first.terminal_id == TERMINAL
    assert first.weekly
    assert client.fleet_config.fetch() is first
    control(
        world,
        "PATCH",
        f"terminals/{TERMINAL}/config",
        {"ui": {"idleEnd": 120}, "features": {"login.phone": True}},
    )
    second = client.fleet_config.fetch()
    assert (second.idle_end_s, "login.phone" in second.features) == (120, True)
    assert second.version != first.version
    client.close()
    world.server.set_available(available=False)
    again = world.client(cache_dir=tmp_path)
    assert again.fleet_config.kept() == second
    world.server.set_available(available=True)
    again.close()


def test_the_status_needs_nobody_signed_in(world: BackendWorld) -> None:
    client = world.client()
    status = client.status()
    assert status.overall is Health.OK
    assert status.of("eid") is Health.OK
    assert status.of("something new") is status.overall
    client.close()
