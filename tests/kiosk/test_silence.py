"""Silence by a clock that the test winds: when it asks, when it ends a visit, and when it never does."""

import pytest
from theatre import Theatre, play

from kiosk.session import effects as do
from kiosk.session import events as ev
from kiosk.session import states as st
from kiosk.session.preferences import Language
from tests import samples
from tests.samples import CARD, EMPTY, visit


def overlays(theatre: Theatre) -> list[st.Overlay]:
    return [each.overlay for each in theatre.shown]


def test_silence_asks_at_its_limit_counts_down_and_ends_the_visit() -> None:
    async def story(theatre: Theatre) -> None:
        await theatre.clock.advance(59.9)
        assert overlays(theatre) == [st.NothingOver()]
        await theatre.clock.advance(0.1)
        assert theatre.overlay() == st.StillThere(seconds_left=30)
        await theatre.clock.advance(29.9)
        assert overlays(theatre)[1:] == [st.StillThere(seconds_left=left) for left in range(30, 0, -1)]
        await theatre.clock.advance(0.1)
        assert isinstance(theatre.scene(), st.Goodbye)
        assert theatre.backstage.only(do.EndVisit).effect == do.EndVisit(do.EndedHow.SILENCE, 4)

    play("ChooseTopic", story)


def test_every_touch_begins_the_silence_anew() -> None:
    async def story(theatre: Theatre) -> None:
        for _ in range(5):
            await theatre.clock.advance(59)
            theatre.runtime.touched()
        assert overlays(theatre) == [st.NothingOver()]
        await theatre.clock.advance(60)
        assert theatre.overlay() == st.StillThere(seconds_left=30)
        await theatre.happen(ev.OverlayClosed())
        await theatre.clock.advance(59)
        assert theatre.overlay() == st.NothingOver()
        await theatre.clock.advance(1)
        assert theatre.overlay() == st.StillThere(seconds_left=30)

    play("ChooseTopic", story)


def test_an_event_of_the_world_is_no_touch() -> None:
    async def story(theatre: Theatre) -> None:
        await theatre.clock.advance(59)
        theatre.runtime.dispatch(ev.Settled())
        await theatre.clock.advance(1)
        assert theatre.overlay() == st.StillThere(seconds_left=30)

    play("ChooseTopic", story)


def test_who_moves_a_card_is_there() -> None:
    async def story(theatre: Theatre) -> None:
        await theatre.clock.advance(59)
        theatre.runtime.dispatch(ev.ReaderChanged(EMPTY))
        await theatre.clock.advance(59)
        theatre.runtime.dispatch(ev.ReaderChanged(CARD))
        await theatre.clock.advance(59)
        assert overlays(theatre)[1:] == [st.NothingOver()] * 2
        await theatre.clock.advance(1)
        assert theatre.overlay() == st.StillThere(seconds_left=30)

    play("ChooseTopic", story)


def test_a_cover_does_not_stay_for_ever() -> None:
    async def story(theatre: Theatre) -> None:
        theatre.runtime.dispatch(ev.ReaderChanged(EMPTY))
        await theatre.clock.advance(89)
        assert theatre.overlay() == st.PutCardBack()
        await theatre.clock.advance(1)
        assert isinstance(theatre.scene(), st.Goodbye)

    play("Review", story)


@pytest.mark.parametrize("name", ["OpeningService", "Connecting", "SigningIn", "Sending", "Printing"])
def test_a_terminal_at_work_waits_for_nobody(name: str) -> None:
    async def story(theatre: Theatre) -> None:
        await theatre.clock.advance(1000)
        assert theatre.runtime.visit == visit(name)
        assert len(theatre.shown) == 1

    play(name, story)


def test_what_the_terminal_worked_long_on_is_shown_for_the_whole_time() -> None:
    async def story(theatre: Theatre) -> None:
        await theatre.clock.advance(85)
        theatre.runtime.dispatch(ev.Priced(samples.SAVED, samples.PAID))
        await theatre.clock.advance(59)
        assert theatre.overlay() == st.NothingOver()
        await theatre.clock.advance(1)
        assert theatre.overlay() == st.StillThere(seconds_left=30)

    play("Pricing", story)


def test_wishes_at_the_start_screen_are_forgotten_after_a_while_again_and_again() -> None:
    async def story(theatre: Theatre) -> None:
        for _ in range(2):
            await theatre.happen(ev.LanguageChosen(Language.ENGLISH))
            await theatre.clock.advance(89)
            assert theatre.runtime.visit.preferences.language is Language.ENGLISH
            await theatre.clock.advance(1)
            assert theatre.runtime.visit == visit("Start")

    play("Start", story)
