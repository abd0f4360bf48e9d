"""A backend process that is killed with SIGKILL again and again, and comes back each time."""

import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

from sandbox.bochum_id.workers import PortSockets, WorkerOrder
from tests.log_watch import python_path

_ZYGOTE = Path(__file__).with_name("zygote.py")
_ROOT = Path(__file__).parents[2]


class DoomedWorkers:
    """Stands in for `sandbox.bochum_id.workers.Workers`, with one worker."""

    def __init__(self, order: WorkerOrder, _count: int, sockets: PortSockets) -> None:
        self._sockets = sockets
        for each in self._sockets:
            each.listen(64)
        self._order = order.as_line(*sockets)
        self._zygote = subprocess.Popen(
            [sys.executable, str(_ZYGOTE)],
            cwd=_ROOT,
            env={**os.environ, "PYTHONPATH": python_path(_ROOT)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            pass_fds=tuple(each.fileno() for each in self._sockets),
        )
        self._lock = threading.Lock()
        self.deaths = 0
        self._pid = self._born()

    @property
    def pids(self) -> tuple[int, ...]:
        return (self._pid,)

    def kill(self) -> None:
        """Kill the worker this very moment; return when another one is there."""
        with self._lock:
            os.kill(self._pid, signal.SIGKILL)
            self.deaths += 1
            self._pid = self._born()

    def stop(self) -> None:
        os.kill(self._pid, signal.SIGKILL)
        self._zygote.communicate()
        for each in self._sockets:
            each.close()

    def _born(self) -> int:
        orders, words = self._zygote.stdin, self._zygote.stdout
        assert orders is not None
        assert words is not None
        orders.write(self._order)
        orders.flush()
        said = {words.readline().strip(), words.readline().strip()}
        assert b"ready" in said, "the worker did not start; its messages stand above"
        return int((said - {b"ready"}).pop())
