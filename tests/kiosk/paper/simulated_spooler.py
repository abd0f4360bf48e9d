"""A spooler in memory with its own clock; calls on it are slow, fail, or kill the process that makes them."""

import random
from collections.abc import Callable
from dataclasses import dataclass, field

from kiosk.paper.cups_programs import CupsError, JobIsOverError, JobState
from kiosk.printing import NoPaperBecause


class Killed(BaseException):
    """The process is dead: whatever it still tries to do does not happen."""


@dataclass(slots=True)
class Spooled:
    owner: str
    pages: int
    held: bool = True
    pages_out: int = 0
    next_page_at: float = 0.0


@dataclass(slots=True)
class Page:
    at: float
    owner: str


@dataclass(slots=True)
class SimulatedSpooler:
    """One queue that keeps neither files nor history. Released jobs come out page by page as time passes."""

    page_s: float
    jams: tuple[tuple[float, float], ...] = ()
    """Times from when to when paper is stuck: nothing comes out meanwhile."""
    clock: float = 0.0
    jobs: dict[str, Spooled] = field(default_factory=dict)
    tray: list[Page] = field(default_factory=list)
    releases: list[Page] = field(default_factory=list)
    """When whose jobs were let out."""
    _numbers: int = 0

    def advance(self, seconds: float) -> None:
        """Let time pass, and with it the first released job come out."""
        end = self.clock + seconds
        while True:
            current = next(((name, job) for name, job in self.jobs.items() if not job.held), None)
            if current is None or (at := self._after_jams(max(self.clock, current[1].next_page_at))) > end:
                break
            name, job = current
            self.clock = at
            self.tray.append(Page(at, job.owner))
            job.pages_out += 1
            job.next_page_at = at + self.page_s
            if job.pages_out == job.pages:
                del self.jobs[name]
        self.clock = end

    def stuck(self) -> bool:
        return any(begin <= self.clock < end for begin, end in self.jams)

    def add(self, owner: str, pages: int) -> str:
        self._numbers += 1
        name = f"paper-{self._numbers}"
        self.jobs[name] = Spooled(owner, pages)
        return name

    def let_out(self, name: str) -> None:
        if name not in self.jobs:
            raise JobIsOverError("no such job")
        self.jobs[name].held = False
        self.releases.append(Page(self.clock, self.jobs[name].owner))
        self.jobs[name].next_page_at = self.clock + self.page_s

    def remove(self, name: str) -> None:
        if self.jobs.pop(name, None) is None:
            raise JobIsOverError("no such job")

    def _after_jams(self, at: float) -> float:
        for begin, end in self.jams:
            at = end if begin <= at < end else at
        return at


@dataclass(slots=True)
class ProcessLine:
    """What one process reaches the spooler by; after it was killed nothing gets through any more."""

    spooler: SimulatedSpooler
    chance: random.Random
    owner: str
    may_be_killed: bool
    roughness: float = 1.0
    """How many times as much goes wrong as usual."""
    between: Callable[[], None] = lambda: None
    """What another thread of the process may do while a call is on its way."""
    dead: bool = False

    def trouble(self, _printer: str) -> NoPaperBecause | None:
        try:
            return self._call(lambda: NoPaperBecause.JAM if self.spooler.stuck() else None)
        except CupsError:
            return NoPaperBecause.OFF

    def submit_held(self, _printer: str, name: str, pdf: bytes, _most_s: int) -> str:
        assert name == self.owner
        return self._call(lambda: self.spooler.add(self.owner, len(pdf) - 5))

    def release(self, job: str) -> None:
        self._call(lambda: self.spooler.let_out(job))

    def waiting(self, _printer: str) -> frozenset[str]:
        return self._call(lambda: frozenset(self.spooler.jobs))

    def state(self, _printer: str, job: str) -> JobState:
        return self._call(lambda: JobState.WAITING if job in self.spooler.jobs else JobState.FORGOTTEN)

    def destroy(self, job: str) -> None:
        self._call(lambda: self.spooler.remove(job))

    def pause(self, seconds: float) -> None:
        self._alive()
        self.spooler.advance(seconds)
        self.between()

    def now(self) -> float:
        return self.spooler.clock

    def _call[T](self, do: Callable[[], T]) -> T:
        """Do it sooner or later, or not; or do it and lose the answer; or die before or after."""
        self._alive()
        slow = self.chance.random() < 0.06
        self.spooler.advance(self.chance.uniform(0, 60 if slow else 0.3))
        self.between()
        before, after = (self.chance.random() / self.roughness for _ in range(2))
        if before < 0.007:
            self._die()
        if before < 0.02:
            raise CupsError("not heard")
        done = do()
        if after < 0.007:
            self._die()
        if after < 0.02:
            raise CupsError("done, but the answer was lost")
        self.spooler.advance(self.chance.uniform(0, 0.3))
        return done

    def _die(self) -> None:
        if self.may_be_killed:
            self.dead = True
            self._alive()

    def _alive(self) -> None:
        if self.dead:
            raise Killed
