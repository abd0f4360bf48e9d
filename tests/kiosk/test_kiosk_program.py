"""`python -m kiosk` as a program, among stand-ins for view and sandbox that only note what they are told."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from kiosk.__main__ import has_display
from kiosk.sandbox_child import ENVIRONMENT, SandboxAddresses, SandboxChild, SandboxError
from sandbox.bochum_id.key_file import load_or_create, public_pem
from tests.log_watch import python_path

ROOT = Path(__file__).resolve().parents[2]

ANNOUNCEMENT = {
    "api": "http://127.0.0.1:1/v1",
    "eService": "https://localhost:2",
    "eidServer": "https://localhost:3",
    "control": "http://127.0.0.1:4",
    "cardTerminal": 5,
    "slipPrinter": 9100,
    "stateDir": "state",
    "terminal": {"id": "BB-TEST-01", "privateKey": "state/terminal.pem", "catalogueKey": "state/city.pem"},
}

VIEW = """
import json, os, socket, sys, time
role = sys.argv[sys.argv.index("--role") + 1]
note = {"role": role, "arguments": sys.argv[1:]}
note["sandbox"], note["qt"] = os.environ.get("KIOSK_SANDBOX"), os.environ.get("QT_QPA_PLATFORM")
with open(f"{role}-{os.getpid()}.new", "w") as file:
    json.dump(note, file)
os.rename(f"{role}-{os.getpid()}.new", f"{role}-{os.getpid()}.json")
if role == "guided":
    sys.exit(7)
if role == "visit":
    pipe = socket.socket(fileno=int(sys.argv[sys.argv.index("--supervisor-fd") + 1]))
    pipe.sendall(b'{"ready":true}\\n')
    if pipe.recv(100): pipe.sendall(b'{"painted":1}\\n')
    while pipe.recv(100): pass
time.sleep(60)
"""

SANDBOX = f"""
import os, sys
with open("sandbox-" + str(os.getpid()) + ".json", "w") as file:
    file.write("null")
print({json.dumps(json.dumps(ANNOUNCEMENT))}, flush=True)
sys.stdin.read()
"""


class Folder:
    """A folder with a stand-in `ui` and `sandbox`, and what they noted."""

    def __init__(self, path: Path) -> None:
        self.path = path
        for name, program in (("ui", VIEW), ("sandbox", SANDBOX)):
            (path / name).mkdir()
            (path / name / "__init__.py").touch()
            (path / name / "__main__.py").write_text(program)

    def start(self, *arguments: str, **environment: str) -> "subprocess.Popen[str]":
        bare = {name: value for name, value in os.environ.items() if name not in DISPLAYS}
        return subprocess.Popen(
            [sys.executable, "-m", "kiosk", *arguments],
            cwd=self.path,
            env={**bare, "PYTHONPATH": python_path(ROOT), "HOME": str(self.path), **environment},
            stderr=subprocess.PIPE,
            text=True,
        )

    def notes(self, role: str) -> dict[int, Any]:
        return {
            int(path.stem.split("-")[1]): json.loads(path.read_text())
            for path in self.path.glob(f"{role}-*.json")
        }


DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "XDG_STATE_HOME")


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(tmp_path)


def is_running(pid: int) -> bool:
    try:
        return "Z" not in Path(f"/proc/{pid}/stat").read_text().split()[2]
    except FileNotFoundError:
        return False


def test_without_a_display_a_guided_visit_is_played(folder: Folder) -> None:
    with folder.start("--sandbox") as kiosk:
        _, said = kiosk.communicate(timeout=60)
    assert kiosk.returncode == 7
    assert "There is no display" in said
    assert "out/" in said
    ((_, note),) = folder.notes("guided").items()
    assert note["arguments"] == ["--role", "guided", "--out", "out", "--sandbox"]
    assert note["qt"] == "offscreen"
    assert json.loads(note["sandbox"]) == ANNOUNCEMENT
    assert not any(is_running(pid) for pid in folder.notes("sandbox"))
    assert not folder.notes("visit")
    assert (folder.path / ".local/state/bochum-id-kiosk/sandbox").is_dir()


def test_a_guided_visit_can_be_asked_for(folder: Folder) -> None:
    with folder.start("--sandbox", "--guided", "pictures", DISPLAY=":7") as kiosk:
        _, said = kiosk.communicate(timeout=60)
    assert "no display" not in said
    ((_, note),) = folder.notes("guided").items()
    assert note["arguments"][3] == "pictures"


def test_a_demonstration_ends_with_all_its_processes(folder: Folder) -> None:
    with folder.start("--sandbox", QT_QPA_PLATFORM="offscreen") as kiosk:
        assert kiosk.stderr is not None
        ready = 0
        for line in kiosk.stderr:
            ready += "is ready" in line
            if ready == 2:
                break
        visits, docks, sandboxes = (folder.notes(role) for role in ("visit", "dock", "sandbox"))
        assert (len(visits), len(docks), len(sandboxes)) == (2, 1, 1)
        for note in (*visits.values(), *docks.values()):
            assert note["arguments"][-1] == "--sandbox"
            assert json.loads(note["sandbox"]) == ANNOUNCEMENT
        kiosk.send_signal(signal.SIGTERM)
        kiosk.stderr.read()
        assert kiosk.wait(10) == 0
    assert not any(is_running(pid) for pid in (*visits, *docks, *sandboxes))


def test_a_demonstration_without_its_sandbox_ends(folder: Folder) -> None:
    with folder.start("--sandbox", QT_QPA_PLATFORM="offscreen") as kiosk:
        assert kiosk.stderr is not None
        next(line for line in kiosk.stderr if "painted" in line)
        (sandbox,) = folder.notes("sandbox")
        os.kill(sandbox, signal.SIGKILL)
        assert "the sandbox has ended" in kiosk.stderr.read()
        assert kiosk.wait(10) == 1
    assert not any(is_running(pid) for pid in folder.notes("visit"))


def of_a_real_terminal(file: Path) -> None:
    city = file.with_name("city.pem")
    city.write_text(public_pem(load_or_create(file.with_name("city-private.pem"))))
    file.write_text(f'[bochum_id]\napi_url = "https://api.id.bochum.example"\ncatalogue_key = "{city}"\n')


def test_a_terminal_starts_no_sandbox(folder: Folder) -> None:
    of_a_real_terminal(folder.path / "kiosk.toml")
    with folder.start("--config", "kiosk.toml", QT_QPA_PLATFORM="offscreen") as kiosk:
        assert kiosk.stderr is not None
        next(line for line in kiosk.stderr if "painted" in line)
        kiosk.terminate()
        kiosk.stderr.read()
    (note, *_) = folder.notes("visit").values()
    assert note["arguments"][4:] == ["--config", "kiosk.toml"]
    assert note["sandbox"] is None
    assert not folder.notes("sandbox")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--config", "none.toml"), "none.toml:1: cannot be read"),
        (("--config", "real.toml", "--sandbox"), "this is the configuration of a real terminal"),
    ],
)
def test_a_configuration_that_cannot_be_used(folder: Folder, arguments: tuple[str, ...], words: str) -> None:
    of_a_real_terminal(folder.path / "real.toml")
    with folder.start(*arguments) as kiosk:
        _, said = kiosk.communicate(timeout=60)
    assert kiosk.returncode == 2
    assert words in said


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({}, False),
        ({"DISPLAY": ""}, False),
        ({"DISPLAY": ":0"}, True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, True),
        ({"QT_QPA_PLATFORM": "linuxfb"}, True),
    ],
)
def test_where_a_window_can_be_opened(environment: dict[str, str], expected: object) -> None:
    assert has_display(environment) is expected


@pytest.mark.parametrize(
    "program", ["print('hello')", "print('[]')", "raise SystemExit(1)", "print('{\"api\": 1}')"]
)
def test_a_sandbox_that_does_not_start(program: str, tmp_path: Path) -> None:
    with pytest.raises(SandboxError, match="did not print its addresses"):
        SandboxChild.start(tmp_path, ("-c", program))


def test_the_addresses_reach_the_processes_of_a_demonstration() -> None:
    addresses = SandboxAddresses.of({ENVIRONMENT: json.dumps(ANNOUNCEMENT)})
    assert addresses is not None
    assert addresses.control == "http://127.0.0.1:4"
    assert addresses.private_key == Path("state/terminal.pem")
    assert addresses.catalogue_key == Path("state/city.pem")
    assert SandboxAddresses.of({}) is None
