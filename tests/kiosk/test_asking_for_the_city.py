"""The city asked for again and again: real runtime and performer, a clock wound by hand, a broken network."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from pathlib import Path

from fake_clock import settle
from fake_world import World, made
from theatre import LIMITS

from kiosk.bochum_id.errors import BackendError, Unreachable, Untrusted
from kiosk.runtime import Runtime
from kiosk.session import events as ev
from kiosk.session import sign_in_states as si
from kiosk.session import states as st
from kiosk.session.failure import Failure
from kiosk.session.scenes.opening import ASK_AGAIN_SECONDS, RETRY_SECONDS
from kiosk.session.step import begin
from tests import samples
from tests.samples import CATALOGUE, EMPTY

SERVICE_FILE = Path("resources/catalogue/services/svc_meldebescheinigung.3.json")
AWAY = BackendError(Unreachable("ConnectTimeout"))
FORGED = BackendError(Untrusted("the signature"))


class Kiosk:
    """A terminal that has just begun; each `later` ends when it has asked and waits again."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.happened: list[ev.Event] = []
        self._happening = asyncio.Event()
        self.runtime = Runtime(
            world.performer, world.clock, LIMITS, show=lambda _visit: None, journal=self._journal
        )

    @property
    def visit(self) -> st.Visit:
        return self.runtime.visit

    def asked(self) -> int:
        return self.world.backend.calls.count("catalogue")

    async def later(self, seconds: float) -> None:
        await self.world.clock.advance(seconds)
        await self.waits()

    async def waits(self) -> None:
        """Until two sleep: the one that hears the silence, and the next question."""
        await settle()
        await self.world.clock.asleep(2)
        await settle()

    async def until(self, came: Callable[[], bool]) -> None:
        """Until an event has brought that about."""
        while not came():
            self._happening.clear()
            await self._happening.wait()

    def _journal(self, _before: st.Visit, event: ev.Event, _after: st.Visit) -> None:
        self.happened.append(event)
        self._happening.set()

    def breaks(self, error: BackendError, times: int) -> None:
        self.world.backend.errors["catalogue"] = [error] * times


def play(story: Callable[[Kiosk], Awaitable[None]], *errors: BackendError, kept: bool = True) -> None:
    async def whole() -> None:
        async with made() as world:
            world.backend.errors["catalogue"] = list(errors)
            world.backend.kept = CATALOGUE if kept else None
            world.backend.definition = samples.json_of(SERVICE_FILE)
            kiosk = Kiosk(world)
            kiosk.runtime.begin(begin())
            kiosk.runtime.dispatch(ev.ReaderChanged(EMPTY))
            try:
                # The first question waits for nothing, but on this clock even that has to be wound.
                await kiosk.later(0)
                await story(kiosk)
            finally:
                with suppress(asyncio.CancelledError):
                    await kiosk.runtime.stop()

    asyncio.run(whole())


def test_the_start_screen_tells_the_truth_within_a_minute_both_ways() -> None:
    async def story(kiosk: Kiosk) -> None:
        assert kiosk.visit.city == st.CityOpen()
        kiosk.breaks(AWAY, 3)
        await kiosk.later(ASK_AGAIN_SECONDS - 1)
        assert kiosk.visit.city == st.CityOpen()
        await kiosk.later(1)
        assert kiosk.visit.scene == st.Start(CATALOGUE)
        assert kiosk.visit.city == st.CityClosed(Failure.BACKEND_UNREACHABLE)
        for tries in (1, 2):
            await kiosk.later(RETRY_SECONDS)
            assert kiosk.visit.city == st.CityClosed(Failure.BACKEND_UNREACHABLE), tries
        await kiosk.later(RETRY_SECONDS)
        assert kiosk.visit.city == st.CityOpen()
        assert kiosk.asked() == 5

    play(story)


def test_an_open_city_is_asked_once_a_minute_and_no_oftener_whatever_the_visitor_does() -> None:
    async def story(kiosk: Kiosk) -> None:
        kiosk.runtime.by_hand(ev.PutOnScreen())
        for _ in range(3):
            for event in (ev.Continue(), ev.TopicChosen(samples.TOPIC.id), ev.Back(), ev.Back()):
                kiosk.runtime.by_hand(event)
        before = kiosk.asked()
        for _ in range(6):
            await kiosk.later(ASK_AGAIN_SECONDS / 2)
            kiosk.runtime.touched()
        assert kiosk.asked() - before == 3

    play(story)


def test_an_outage_at_the_very_start_gives_information_and_opens_under_the_readers_hands() -> None:
    async def story(kiosk: Kiosk) -> None:
        assert kiosk.visit.scene == st.Start(CATALOGUE)
        for event in (
            ev.Continue(),
            ev.TopicChosen(samples.TOPIC.id),
            ev.ServiceChosen(samples.SERVICE.id),
        ):
            kiosk.runtime.by_hand(event)
        await kiosk.until(lambda: isinstance(kiosk.visit.scene, st.AboutService))
        kiosk.runtime.by_hand(ev.Continue())
        about = kiosk.visit
        assert about.city == st.CityClosed(Failure.BACKEND_UNREACHABLE)
        await kiosk.later(RETRY_SECONDS)
        assert kiosk.visit.city == st.CityOpen()
        assert kiosk.visit.scene is about.scene
        kiosk.runtime.by_hand(ev.Continue())
        assert kiosk.visit.scene == si.ChooseSignIn(about.scene.errand)  # type: ignore[union-attr]  # waited for

    play(story, AWAY)


def test_without_anything_kept_it_is_closed_and_opens_by_itself() -> None:
    async def story(kiosk: Kiosk) -> None:
        assert kiosk.visit.scene == st.Closed(Failure.BACKEND_UNTRUSTED)
        await kiosk.later(RETRY_SECONDS)
        assert kiosk.visit.scene == st.Start(CATALOGUE)
        assert kiosk.visit.city == st.CityOpen()

    play(story, FORGED, kept=False)


def test_a_crash_of_the_question_does_not_end_the_asking() -> None:
    async def story(kiosk: Kiosk) -> None:
        kiosk.world.backend.errors["catalogue"] = [KeyError("a bug")]
        await kiosk.later(ASK_AGAIN_SECONDS)
        assert kiosk.visit.city == st.CityClosed(Failure.TERMINAL_FAULT)
        await kiosk.later(RETRY_SECONDS)
        assert kiosk.visit.city == st.CityOpen()
        assert kiosk.visit.scene == st.Start(CATALOGUE)

    play(story)


def test_the_answer_of_the_city_is_silence_all_the_same() -> None:
    """Large letters that somebody left behind go after a while, however often the city is asked."""

    async def story(kiosk: Kiosk) -> None:
        kiosk.runtime.by_hand(ev.LowPositionChosen(low=True))
        for _ in range(LIMITS.end_after_seconds // RETRY_SECONDS):
            kiosk.breaks(AWAY, 1)
            await kiosk.later(RETRY_SECONDS)
        assert not kiosk.visit.preferences.low_position

    play(story, AWAY)


def test_definitions_are_kept_whenever_the_city_has_answered() -> None:
    async def story(kiosk: Kiosk) -> None:
        await kiosk.until(lambda: kiosk.happened.count(ev.Settled()) == 1)
        await kiosk.later(ASK_AGAIN_SECONDS)
        await kiosk.until(lambda: kiosk.happened.count(ev.Settled()) == 2)
        assert kiosk.world.backend.calls.count(f"keep_definitions {CATALOGUE.version}") == 2

    play(story)
