"""The program as it is started: supervisor, sandbox, visits and spare as real processes, off the screen."""

import os
import queue
import re
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from tests.log_watch import python_path

PATIENCE_S = 60.0
READY = re.compile(r"visit (\d+) is ready")
PAINTED = re.compile(r"visit (\d+) painted")
GONE = re.compile(r"visit (\d+) is gone")


class Program:
    """A running `python -m kiosk --sandbox` and what it says."""

    def __init__(self, state: Path) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "kiosk", "--sandbox", "--state", str(state)],
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
            stderr=subprocess.PIPE,
            text=True,
        )
        self.said: list[str] = []
        self._lines: queue.SimpleQueue[str] = queue.SimpleQueue()
        self._listening = threading.Thread(target=self._listen, daemon=True)
        self._listening.start()

    def wait_for(self, pattern: re.Pattern[str]) -> int:
        """Wait until it says so of a visit; gives the visit's pid."""
        while True:
            try:
                line = self._lines.get(timeout=PATIENCE_S)
            except queue.Empty:
                pytest.fail(f"it never said {pattern.pattern!r}, but: {self.said}")
            if found := pattern.search(line):
                return int(found[1])

    def stop(self) -> int:
        self.process.send_signal(signal.SIGTERM)
        code = self.process.wait(PATIENCE_S)
        self._listening.join(PATIENCE_S)
        return code

    def _listen(self) -> None:
        stderr = self.process.stderr
        assert stderr is not None
        with stderr:
            for line in stderr:
                self.said.append(line.rstrip())
                self._lines.put(line)


@pytest.fixture
def program(tmp_path: Path) -> Iterator[Program]:
    program = Program(tmp_path / "state")
    yield program
    if program.process.poll() is None:
        program.stop()


def test_a_visit_that_dies_is_followed_by_a_fresh_process_and_nothing_stays_behind(program: Program) -> None:
    first = program.wait_for(PAINTED)
    spare = program.wait_for(READY)
    os.kill(first, signal.SIGKILL)
    assert program.wait_for(PAINTED) == spare
    assert program.wait_for(GONE) == first
    assert not psutil.pid_exists(first)
    assert program.wait_for(READY) not in (first, spare)
    children = psutil.Process(program.process.pid).children(recursive=True)
    assert program.stop() == 0
    assert psutil.wait_procs(children, timeout=PATIENCE_S)[1] == []


def test_visit_processes_may_not_leave_their_memory_on_the_disk(program: Program) -> None:
    shown = program.wait_for(PAINTED)
    limits = Path(f"/proc/{shown}/limits").read_text(encoding="ascii")
    assert re.search(r"Max core file size\s+0\s+0", limits)


def test_without_a_display_a_guided_visit_leaves_pictures_and_the_certificate(tmp_path: Path) -> None:
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    environment = {name: value for name, value in os.environ.items() if name not in hidden}
    out = tmp_path / "out"
    played = subprocess.run(
        [sys.executable, "-m", "kiosk", "--sandbox", "--state", str(tmp_path / "state")],
        env={**environment, "PYTHONPATH": python_path(Path.cwd())},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
        check=False,
    )
    assert played.returncode == 0, played.stderr
    assert "There is no display" in played.stderr
    assert len(list(out.glob("*.png"))) >= 10
    assert [file.read_bytes()[:5] for file in out.glob("*.pdf")] == [b"%PDF-"]
