"""The terminal as a whole: start, change of visitors, memory; real processes, off the screen."""

import os
import queue
import re
import signal
import subprocess
import sys
import tempfile
import threading
import time

import psutil

from bench.figures import Figure

START_LIMIT_MS = 5000.0
NEXT_LIMIT_MS = 1000.0
MEMORY_LIMIT_MIB = 250.0
VISITS = 5
_PATIENCE_S = 60.0
_PAINTED = re.compile(r"visit (\d+) painted")
_READY = re.compile(r"visit (\d+) is ready")


class _Terminal:
    """A running `python -m kiosk --sandbox`, and what it says, with the time it was said."""

    def __init__(self, state: str) -> None:
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
        self.started = time.perf_counter()
        self.process = subprocess.Popen(
            [sys.executable, "-m", "kiosk", "--sandbox", "--state", state],
            env=environment,
            stderr=subprocess.PIPE,
            text=True,
        )
        self._lines: queue.SimpleQueue[tuple[float, str]] = queue.SimpleQueue()
        threading.Thread(target=self._listen, daemon=True).start()

    def wait_for(self, pattern: re.Pattern[str]) -> tuple[float, int]:
        """Return when it said so, and the pid it said it of."""
        while True:
            said, line = self._lines.get(timeout=_PATIENCE_S)
            if found := pattern.search(line):
                return said, int(found[1])

    def stop(self) -> None:
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(_PATIENCE_S)

    def _listen(self) -> None:
        for line in self.process.stderr or ():
            self._lines.put((time.perf_counter(), line))


def _memory_mib(pid: int) -> float:
    """Proportional set size: shared pages are shared out."""
    return float(psutil.Process(pid).memory_full_info().pss) / 2**20


def measure() -> tuple[Figure, ...]:
    """Start a terminal, end visits the hard way, and weigh its processes."""
    starts: list[float] = []
    changes: list[float] = []
    weights: dict[str, list[float]] = {"supervisor": [], "visit": [], "spare": []}
    with tempfile.TemporaryDirectory() as state:
        _Terminal(state).stop()
        for _ in range(2):
            terminal = _Terminal(state)
            try:
                painted, shown = terminal.wait_for(_PAINTED)
                starts.append((painted - terminal.started) * 1000)
                _, spare = terminal.wait_for(_READY)
                for _ in range(VISITS):
                    weights["supervisor"].append(_memory_mib(terminal.process.pid))
                    weights["visit"].append(_memory_mib(shown))
                    weights["spare"].append(_memory_mib(spare))
                    killed = time.perf_counter()
                    os.kill(shown, signal.SIGKILL)
                    painted, shown = terminal.wait_for(_PAINTED)
                    changes.append((painted - killed) * 1000)
                    _, spare = terminal.wait_for(_READY)
            finally:
                terminal.stop()
    return (
        Figure("start of the program to first painted frame", tuple(starts), START_LIMIT_MS, "ms"),
        Figure("end of a visit to next start screen", tuple(changes), NEXT_LIMIT_MS, "ms"),
        *(
            Figure(f"memory of the {name} (PSS)", tuple(values), MEMORY_LIMIT_MIB, "MiB")
            for name, values in weights.items()
        ),
    )
