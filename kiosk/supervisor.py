"""Keeps one visit process on the screen and one warm behind it; each citizen meets a new one.

It knows pids, heartbeats and codes; nothing of a citizen ever reaches it.
"""

import selectors
import signal
import socket
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final, assert_never

from kiosk.supervisor_protocol import Ended, EndedBy, FromVisit, Heartbeat, Painted, ProtocolError, Ready
from kiosk.visit_process import VisitCommand, VisitProcess

READY_WITHIN_S: Final = 60.0
"""From the start of a process to its word that it is ready."""

EARLY_S: Final = 10.0
"""A process that dies younger than this is a sign that the next one will too."""

PAINT_WITHIN_S: Final = 1.0
"""How long the old picture may stay while the next start screen is painted over it."""

LONGEST_PAUSE_S: Final = 30.0


@dataclass(frozen=True, slots=True)
class Patience:
    """How long the supervisor waits for what."""

    heartbeat_s: float = 20.0
    early_deaths: int | None = None
    """After so many in a row, before any process was ever ready, the supervisor gives up; None: never."""


class Supervisor:
    """One thread, one loop: `run` until a signal, or `turn` by `turn` in tests."""

    def __init__(
        self,
        command: VisitCommand,
        environment: Mapping[str, str],
        patience: Patience,
        *,
        clock: Callable[[], float] = time.monotonic,
        say: Callable[[str], None],
    ) -> None:
        self._command = command
        self._environment = environment
        self._patience = patience
        self._clock = clock
        self._say = say
        self._selector = selectors.DefaultSelector()
        self._shown: VisitProcess | None = None
        self._spare: VisitProcess | None = None
        self._retired: list[VisitProcess] = []
        self._early_deaths = 0
        self._spawn_not_before = clock()
        self._was_ever_ready = False
        self.exit_code: int | None = None
        """What the program should exit with; None while there is work."""

    @property
    def shown(self) -> int | None:
        """Pid of the process on the screen."""
        return self._shown.pid if self._shown else None

    @property
    def spare(self) -> int | None:
        """Pid of the process behind it, once it is ready."""
        return self._spare.pid if self._spare and self._spare.ready else None

    def depend_on(self, descriptor: int, words: str) -> None:
        """End with `words` and exit code 1 as soon as `descriptor`, such as a pidfd, can be read."""
        self._selector.register(descriptor, selectors.EVENT_READ, words)

    def run(self) -> int:
        """Supervise until SIGTERM, SIGINT or a closed window; give the exit code."""
        woken, wakes = socket.socketpair()
        with woken, wakes:
            wakes.setblocking(False)  # noqa: FBT003 - the standard library's signature
            before = signal.set_wakeup_fd(wakes.fileno())
            handlers = {
                each: signal.signal(each, lambda *_: None) for each in (signal.SIGTERM, signal.SIGINT)
            }
            self._selector.register(woken, selectors.EVENT_READ, None)
            try:
                self.turn(0)
                while self.exit_code is None:
                    self.turn(1.0)
            finally:
                self.stop()
                self._selector.unregister(woken)
                signal.set_wakeup_fd(before)
                for each, handler in handlers.items():
                    signal.signal(each, handler)
        return self.exit_code

    def turn(self, longest_wait_s: float) -> None:
        """Hear what has arrived within `longest_wait_s`, then do what is due."""
        for key, _ in self._selector.select(longest_wait_s):
            match key.data:
                case None:
                    self.exit_code = 0
                case str(words):
                    self._say(words)
                    self.exit_code = 1
                case VisitProcess() as child if child in (self._shown, self._spare):
                    self._hear(child)
        self._watch()
        self._clear_away()
        self._prepare_spare()

    def stop(self) -> None:
        """Kill every visit process; none outlives the supervisor."""
        for child in filter(None, (self._shown, self._spare)):
            self._retire(child)
        self._shown = self._spare = None
        self._clear_away()

    # ------------------------------------------------------------ hearing

    def _hear(self, child: VisitProcess) -> None:
        try:
            messages = child.hear()
        except ProtocolError as error:
            self._lose(child, f"broke the protocol: {error}")
            return
        if messages is None:
            self._lose(child, child.how_it_died())
            return
        for message in messages:
            if child in (self._shown, self._spare):
                self._take(child, message)

    def _take(self, child: VisitProcess, message: FromVisit) -> None:
        child.heard = self._clock()
        match message:
            case Ready():
                child.ready = self._was_ever_ready = True
                self._say(f"visit {child.pid} is ready after {self._milliseconds_since(child.started)} ms")
                if self._shown is None:
                    self._show_spare()
            case Heartbeat():
                pass
            case Painted(milliseconds):
                child.painted = True
                self._say(f"visit {child.pid} painted after {milliseconds} ms")
            case Ended(by, code):
                self._say(f"visit {child.pid} ended: {by.value} {code}".rstrip())
                if by is EndedBy.CLOSED:
                    self.exit_code = 0
                else:
                    self._early_deaths = 0
                    self._replace(child)
            case _:
                assert_never(message)

    # ------------------------------------------------------------ the clock

    def _watch(self) -> None:
        now = self._clock()
        for child in filter(None, (self._shown, self._spare)):
            if child.ready and now - child.heard > self._patience.heartbeat_s:
                self._lose(child, f"gave no sign of life for {self._patience.heartbeat_s:.0f} s")
            elif not child.ready and now - child.started > READY_WITHIN_S:
                self._lose(child, f"was not ready after {READY_WITHIN_S:.0f} s")
            elif child.ready and now - child.started > EARLY_S:
                self._early_deaths = 0

    def _is_settled(self) -> bool:
        """Say whether the screen shows what it should; until then nothing else takes the processor."""
        shown = self._shown
        return (
            shown is None
            or shown.painted
            or shown.shown_at is None
            or self._clock() - shown.shown_at > PAINT_WITHIN_S
        )

    # ------------------------------------------------------------ changing places

    def _lose(self, child: VisitProcess, why: str) -> None:
        """Replace a process that did not end well, and slow down when that keeps happening at once."""
        self._say(f"visit {child.pid} {why}")
        if not child.ready or self._clock() - child.started < EARLY_S:
            self._slow_down()
        self._replace(child)

    def _slow_down(self) -> None:
        self._early_deaths += 1
        given_up = self._patience.early_deaths
        if given_up is not None and not self._was_ever_ready and self._early_deaths >= given_up:
            self._say("no visit process ever got ready; its messages above say why. Giving up.")
            self.exit_code = 1
            return
        pause = min(2.0 ** (self._early_deaths - 1), LONGEST_PAUSE_S)
        self._spawn_not_before = self._clock() + pause
        self._say(f"{self._early_deaths} visit processes died early; the next starts in {pause:.0f} s")

    def _replace(self, child: VisitProcess) -> None:
        """First the next start screen, then the end of the old process: nobody sees a gap."""
        if child is self._spare:
            self._spare = None
        else:
            self._shown = None
            self._show_spare()
        self._retire(child)

    def _show_spare(self) -> None:
        child = self._spare
        if child is None or not child.ready:
            return
        self._spare, self._shown = None, child
        if not child.show(self._clock()):
            self._lose(child, child.how_it_died())

    def _retire(self, child: VisitProcess) -> None:
        self._selector.unregister(child.pipe)
        child.pipe.close()
        self._retired.append(child)

    def _clear_away(self) -> None:
        """Kill what is retired, as soon as the new picture covers the old one."""
        if self._retired and self._is_settled():
            for child in self._retired:
                child.kill()
                self._say(f"visit {child.pid} is gone")
            self._retired.clear()

    def _prepare_spare(self) -> None:
        now = self._clock()
        if (
            self.exit_code is not None
            or self._spare
            or not self._is_settled()
            or now < self._spawn_not_before
        ):
            return
        try:
            self._spare = VisitProcess.spawn(self._command, self._environment, now)
        except OSError as error:
            self._say(f"a visit process cannot be started: {error.strerror}")
            self._slow_down()
            return
        self._selector.register(self._spare.pipe, selectors.EVENT_READ, self._spare)

    def _milliseconds_since(self, moment: float) -> int:
        return round((self._clock() - moment) * 1000)
