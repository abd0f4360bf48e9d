"""One visit process as its supervisor holds it: spawned, heard over a pipe, killed whole."""

import contextlib
import ctypes
import os
import resource
import select
import signal
import socket
import subprocess
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from kiosk.supervisor_protocol import SHOW, FromVisit, Lines, parse

type VisitCommand = Callable[[int], Sequence[str]]
"""The command line of a visit process that talks to its supervisor over the given file descriptor."""

PR_SET_PDEATHSIG: Final = 1
LONGEST_DYING_S: Final = 5.0

_libc = ctypes.CDLL(None)


@dataclass(slots=True, eq=False)
class VisitProcess:
    """A process and what it has told of itself so far."""

    process: "subprocess.Popen[bytes]"
    pipe: socket.socket
    started: float
    """All times are seconds on the supervisor's clock."""
    heard: float
    ready: bool = False
    shown_at: float | None = None
    painted: bool = False
    _lines: Lines = field(default_factory=Lines)

    @classmethod
    def spawn(cls, command: VisitCommand, environment: Mapping[str, str], now: float) -> "VisitProcess":
        """Start a process in a session of its own; OSError when the program cannot be started."""
        ours, theirs = socket.socketpair()
        with theirs:
            try:
                process = subprocess.Popen(
                    command(theirs.fileno()),
                    stdin=subprocess.DEVNULL,
                    pass_fds=(theirs.fileno(),),
                    env=environment,
                    start_new_session=True,
                    preexec_fn=_limit,  # noqa: PLW1509 - the supervisor has one thread, so no lock can be held
                )
            except OSError:
                ours.close()
                raise
        ours.setblocking(False)  # noqa: FBT003 - the standard library's signature
        return cls(process, ours, started=now, heard=now)

    @property
    def pid(self) -> int:
        return self.process.pid

    def hear(self) -> list[FromVisit] | None:
        """Take what has arrived; None when the process has hung up. ProtocolError when it talks nonsense."""
        try:
            received = self.pipe.recv(4096)
        except BlockingIOError:
            return []
        except ConnectionError:
            return None
        return [parse(line) for line in self._lines.feed(received)] if received else None

    def show(self, now: float) -> bool:
        """Ask it to come to the front; False when nobody hears."""
        try:
            self.pipe.sendall(SHOW)
        except OSError:
            return False
        self.shown_at = self.heard = now
        return True

    def kill(self) -> None:
        """End it and everything it started, at once and without asking, and reap it."""
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.pid, signal.SIGKILL)
        self.process.wait(LONGEST_DYING_S)

    def how_it_died(self) -> str:
        """Say it in words once it has hung up. It is not reaped here, so that its pid stays its own."""
        watched = os.pidfd_open(self.pid)
        try:
            if not select.select([watched], [], [], 0.5)[0]:
                return "hung up on the supervisor"
        finally:
            os.close(watched)
        end = os.waitid(os.P_PID, self.pid, os.WEXITED | os.WNOWAIT)
        if end is None or end.si_code == os.CLD_EXITED:
            return f"ended with exit code {end.si_status if end else 'unknown'}"
        return f"was killed by {signal.Signals(end.si_status).name}"


def _limit() -> None:
    """In the new process: leave no memory on the disk, and do not outlive the supervisor."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    _libc.prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
