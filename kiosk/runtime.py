"""The one mutable core: holds the visit, runs its effects, and hears the silence."""

import asyncio
import logging
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from typing import Protocol

from kiosk.session import events as ev
from kiosk.session.effects import CallHelp, Effect, KeepDefinitions, Prepare
from kiosk.session.states import Scene, Visit
from kiosk.session.step import Step, step

log = logging.getLogger(__name__)

type Report = Callable[[ev.Event], None]


_NEVER_TOO_LATE = (CallHelp, Prepare, KeepDefinitions)
"""Whom they concern stands there on whatever screen: whoever called for help, and whoever comes next."""


class Performer(Protocol):
    """Does in the world what a visit wants done."""

    async def perform(self, effect: Effect, report: Report) -> ev.Event:
        """Do `effect` and answer with its one event; `report` may tell of progress meanwhile."""


class Clock(Protocol):
    """Time, so that tests need not wait."""

    def now(self) -> float:
        """Seconds on a clock that never goes back."""

    async def sleep(self, seconds: float) -> None:
        """Return after `seconds`."""


@dataclass(frozen=True, slots=True)
class SilenceLimits:
    """When an untouched screen asks "still there?", and when it ends the visit (WCAG 2.2.1: 20 s or more)."""

    ask_after_seconds: int
    end_after_seconds: int


class Runtime:
    """Runs one visit on the current asyncio loop; every method is called on the loop's thread.

    An effect's answer is delivered only while the very scene object that asked is still on the screen:
    a late "PIN right" of one situation must not open the next. Help and the city concern every screen, so
    their answers are always delivered. A report hands the effect over to the scene
    that came of it.
    """

    def __init__(
        self,
        performer: Performer,
        clock: Clock,
        limits: SilenceLimits,
        *,
        show: Callable[[Visit], None],
        journal: Callable[[Visit, ev.Event, Visit], None],
    ) -> None:
        self._performer = performer
        self._clock = clock
        self._limits = limits
        self._show = show
        self._journal = journal
        self._tasks: set[asyncio.Task[None]] = set()
        self._touched_at = clock.now()
        self._visit: Visit | None = None
        self._stopped = False

    @property
    def visit(self) -> Visit:
        if self._visit is None:
            raise RuntimeError("the visit has not begun: call begin() first")
        return self._visit

    def begin(self, first: Step) -> None:
        """Show the first scene and start what it wants done."""
        self._visit = first.visit
        self._start(first)
        self._spawn(self._hear_silence())
        self._show(first.visit)

    def dispatch(self, event: ev.Event) -> None:
        """Let `event` happen; nothing does after `stop`."""
        before = self.visit
        after = Step(before) if self._stopped else step(before, event)
        secret = ev.secret_in(event)
        if secret is not None and not after.effects:
            secret.wipe()  # typed too late: no effect will
        if self._stopped:
            return
        self._visit = after.visit
        if isinstance(event, ev.ReaderChanged) or after.visit.scene is not before.scene:
            self.touched()  # a card is moved by somebody, and a new scene is new to whoever stands there
        self._journal(before, event, after.visit)
        # Started before shown: a view that answers at once comes after what it answers to.
        self._start(after)
        if after.visit is not before:
            self._show(after.visit)

    def by_hand(self, event: ev.Event) -> None:
        """Let something happen that the visitor did: it also breaks the silence."""
        self.touched()
        self.dispatch(event)

    def touched(self) -> None:
        """Note that somebody is there."""
        self._touched_at = self._clock.now()

    async def stop(self) -> None:
        """Abandon whatever is under way; answers that come later are lost."""
        self._stopped = True
        for task in tuple(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    # ------------------------------------------------------------ effects

    def _start(self, begun: Step) -> None:
        for effect in begun.effects:
            owner = None if isinstance(effect, _NEVER_TOO_LATE) else begun.visit.scene
            self._spawn(self._run(effect, owner))

    def _spawn(self, work: Coroutine[object, object, None]) -> None:
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _run(self, effect: Effect, asked_by: Scene | None) -> None:
        owner = asked_by

        def report(event: ev.Event) -> None:
            nonlocal owner
            if self.visit.scene is owner:
                self.dispatch(event)
                owner = self.visit.scene

        try:
            answer = await self._performer.perform(effect, report)
        except Exception as bug:  # noqa: BLE001 - a bug must not freeze the terminal; values stay out of the log
            log.error("effect %s crashed: %s", type(effect).__name__, type(bug).__name__)  # noqa: TRY400
            answer = ev.EffectCrashed(type(effect).__name__)
        if owner is None or self.visit.scene is owner:
            self.dispatch(answer)

    # ------------------------------------------------------------ silence

    async def _hear_silence(self) -> None:
        limits = self._limits
        while True:
            silent = self._clock.now() - self._touched_at
            if silent < limits.ask_after_seconds:
                await self._clock.sleep(limits.ask_after_seconds - silent)
            elif silent < limits.end_after_seconds:
                self.dispatch(ev.SilenceTold(max(1, round(limits.end_after_seconds - silent))))
                await self._clock.sleep(1)
            else:
                self.touched()
                self.dispatch(ev.SilenceOver())
