"""Several processes behind one port: started, watched, replaced when one dies."""

import json
import subprocess
import sys
import threading
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from socket import socket

from sandbox.bochum_id.backend import Origins
from sandbox.bochum_id.opening import Premises
from sandbox.bochum_id.serving import LoopbackServer, TlsFiles

_END_WITHIN_S = 10.0
_BACKLOG = 256


type PortSockets = tuple[socket, socket, socket]
"""Of the API, of the API for terminals with a certificate, of the eService."""
type Ports = tuple[LoopbackServer, LoopbackServer, LoopbackServer]


@dataclass(frozen=True, slots=True)
class WorkerOrder:
    """What every worker needs to know."""

    premises: Premises
    origins: Origins
    tls: TlsFiles
    eid_door: Path

    def as_line(self, api: socket, api_mtls: socket, eservice: socket) -> bytes:
        """Write it for `worker`, with the listening sockets it inherits."""
        order = {
            "stateDir": str(self.premises.state_dir),
            "database": self.premises.database,
            "catalogue": str(self.premises.catalogue),
            "seed": self.premises.seed,
            "api": self.origins.api,
            "apiMtls": self.origins.api_mtls,
            "eservice": self.origins.eservice,
            "eidDoor": str(self.eid_door),
            "certificate": str(self.tls.certificate),
            "key": str(self.tls.key),
            "apiSocket": api.fileno(),
            "apiMtlsSocket": api_mtls.fileno(),
            "eserviceSocket": eservice.fileno(),
        }
        return json.dumps(order).encode() + b"\n"


class WorkerError(RuntimeError):
    """A worker did not start; its own messages say why."""


class Workers:
    """`count` processes on the same sockets, from the making to `stop()`. One that dies is replaced at once.

    The sockets listen here already and stay open: a caller waits for a replacement instead of being refused.
    """

    def __init__(self, order: WorkerOrder, count: int, sockets: PortSockets) -> None:
        self._order = order
        self._sockets = sockets
        for each in self._sockets:
            each.listen(_BACKLOG)
        self._stopping = threading.Event()
        self._processes = [self._started() for _ in range(count)]
        for process in self._processes:
            _await_ready(process)
        self._watchers = [
            threading.Thread(target=self._watch, args=(place,), name=f"worker-{place}", daemon=True)
            for place in range(count)
        ]
        for watcher in self._watchers:
            watcher.start()

    @property
    def pids(self) -> tuple[int, ...]:
        return tuple(process.pid for process in self._processes)

    def stop(self) -> None:
        self._stopping.set()
        for process in self._processes:
            _close_input(process)
        for process in self._processes:
            try:
                process.wait(_END_WITHIN_S)
            except subprocess.TimeoutExpired:
                process.kill()
        for watcher in self._watchers:
            watcher.join()
        for each in self._sockets:
            each.close()

    def _started(self) -> "subprocess.Popen[bytes]":
        process = subprocess.Popen(
            [sys.executable, "-m", "sandbox.bochum_id.worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            pass_fds=tuple(each.fileno() for each in self._sockets),
            start_new_session=True,
        )
        if process.stdin is not None:
            process.stdin.write(self._order.as_line(*self._sockets))
            process.stdin.flush()
        return process

    def _watch(self, place: int) -> None:
        while True:
            process = self._processes[place]
            process.wait()
            _close(process)
            if self._stopping.is_set():
                return
            self._processes[place] = replacement = self._started()
            if self._stopping.is_set():
                _close_input(replacement)
            with suppress(WorkerError):  # it is dead again: the next round replaces it
                _await_ready(replacement)


class Crew:
    """The workers behind the ports, as something that can be cut off and restored like a network."""

    def __init__(self, order: WorkerOrder, count: int, ports: Ports) -> None:
        self._order = order
        self._count = count
        self._ports = ports
        self._workers: Workers | None = None

    @property
    def available(self) -> bool:
        return self._workers is not None

    @property
    def pids(self) -> tuple[int, ...]:
        return () if self._workers is None else self._workers.pids

    def restore(self) -> None:
        """Start the workers, unless they run; WorkerError."""
        if self._workers is None:
            api, api_mtls, eservice = (port.another_socket() for port in self._ports)
            self._workers = Workers(self._order, self._count, (api, api_mtls, eservice))

    def cut(self) -> None:
        """End the workers and refuse connections; harmless when repeated."""
        if self._workers is not None:
            self._workers.stop()
            self._workers = None


def _await_ready(process: "subprocess.Popen[bytes]") -> None:
    output = process.stdout
    if output is None or output.readline() != b"ready\n":
        raise WorkerError("a worker of the sandbox did not start; read its messages above")


def _close_input(process: "subprocess.Popen[bytes]") -> None:
    with suppress(OSError):
        if process.stdin is not None:
            process.stdin.close()


def _close(process: "subprocess.Popen[bytes]") -> None:
    _close_input(process)
    if process.stdout is not None:
        process.stdout.close()
