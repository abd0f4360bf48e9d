"""A runtime among stand-ins: a performer that answers when the test does, and a clock it winds."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from fake_clock import FakeClock, settle

from kiosk.runtime import Report, Runtime, SilenceLimits
from kiosk.session import effects as do
from kiosk.session import events as ev
from kiosk.session import states as st
from kiosk.session.step import Step
from tests.samples import visit

LIMITS = SilenceLimits(ask_after_seconds=60, end_after_seconds=90)


@dataclass(slots=True)
class Asked:
    """An effect under way."""

    effect: do.Effect
    report: Report
    answer: "asyncio.Future[ev.Event]"


class Backstage:
    """A performer that answers when the test does."""

    def __init__(self) -> None:
        self.asked: list[Asked] = []
        self.cancelled: list[do.Effect] = []

    async def perform(self, effect: do.Effect, report: Report) -> ev.Event:
        asked = Asked(effect, report, asyncio.get_running_loop().create_future())
        self.asked.append(asked)
        try:
            return await asked.answer
        except asyncio.CancelledError:
            self.cancelled.append(effect)
            raise

    def only(self, kind: type[do.Effect]) -> Asked:
        (found,) = (each for each in self.asked if isinstance(each.effect, kind))
        return found


@dataclass(slots=True)
class Theatre:
    runtime: Runtime
    backstage: Backstage
    clock: FakeClock
    shown: list[st.Visit] = field(default_factory=list)
    journal: list[tuple[st.Visit, ev.Event, st.Visit]] = field(default_factory=list)

    def scene(self) -> st.Scene:
        return self.runtime.visit.scene

    def overlay(self) -> st.Overlay:
        return self.runtime.visit.overlay

    async def answer(self, kind: type[do.Effect], event: ev.Event) -> None:
        await settle()
        self.backstage.only(kind).answer.set_result(event)
        await settle()

    async def happen(self, *events: ev.Event) -> None:
        for event in events:
            self.runtime.by_hand(event)
            await settle()


@asynccontextmanager
async def opened(first: Step) -> AsyncIterator[Theatre]:
    backstage, clock = Backstage(), FakeClock()
    shown: list[st.Visit] = []
    journal: list[tuple[st.Visit, ev.Event, st.Visit]] = []
    runtime = Runtime(
        backstage,
        clock,
        LIMITS,
        show=shown.append,
        journal=lambda before, event, after: journal.append((before, event, after)),
    )
    runtime.begin(first)
    await settle()
    try:
        yield Theatre(runtime, backstage, clock, shown, journal)
    finally:
        await runtime.stop()


def play(first: Step | str, story: Callable[[Theatre], Awaitable[None]]) -> None:
    """Tell `story` from this step, or from this sample scene, on."""

    async def whole() -> None:
        async with opened(Step(visit(first)) if isinstance(first, str) else first) as theatre:
            await story(theatre)

    asyncio.run(whole())
