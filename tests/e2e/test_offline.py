"""A terminal cut off from Bochum-ID: it can be read, says what is closed, and opens again without a touch."""

from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from stage import SERVICE, Hurried, Play, Stage

from cardreader.reader import CardPresent
from kiosk.session import states as st
from kiosk.session.failure import Failure
from ui.guided import walk

CUT_OFF = st.CityClosed(Failure.BACKEND_UNREACHABLE)


@dataclass
class Line:
    """The line to Bochum-ID, and the terminal's disk."""

    stage: Stage
    cache: Path

    def cut(self) -> None:
        self.stage.world.bochum_id.set_available(available=False)

    def mend(self) -> None:
        self.stage.world.bochum_id.set_available(available=True)

    async def comes(self, play: Play, city: st.City) -> st.Visit:
        return await play.hands.until(lambda visit: visit.city == city, str(city))

    async def kept(self, play: Play) -> None:
        """Wait until an outage would find everything on the disk."""
        backend = play.window._terminal.backend
        await play.hands.until(lambda _visit: backend.kept_catalogue() is not None, "the whole cache")

    def play(self, story: Callable[[Play], Awaitable[None]], first: type[st.Scene] = st.Start) -> None:
        self.stage.play(story, cache_dir=self.cache, clock=Hurried(), first=first)


@pytest.fixture
def line(stage: Stage, tmp_path: Path) -> Iterator[Line]:
    line = Line(stage, tmp_path / "cache")
    yield line
    line.mend()


async def to_the_service(play: Play) -> None:
    """From the start screen to "about this service", by touch."""
    await play.hands.press("primary")
    await play.hands.until_scene(st.ChooseTopic)
    await play.look("topics")
    await play.hands.press_first("topic:")
    await play.hands.until_scene(st.ChooseService)
    await play.look("services")
    await play.hands.press(f"service:{SERVICE}")
    await play.hands.until_scene(st.AboutService)
    await play.look("about the service")


def test_a_terminal_that_is_switched_on_in_an_outage_can_be_read_and_opens_under_the_reader(
    line: Line,
) -> None:
    line.play(line.kept)
    line.cut()

    async def story(play: Play) -> None:
        assert play.visit.city == CUT_OFF
        await to_the_service(play)
        assert "primary" not in play.hands.names()
        await play.hands.press("pinHelp")
        await play.hands.until(lambda visit: isinstance(visit.overlay, st.PinHelp), "PIN help")
        await play.look("PIN help")
        await play.hands.press("back")
        line.stage.reader.place("erika")
        await play.hands.until(lambda visit: isinstance(visit.reader, CardPresent), "the card")
        assert isinstance(play.visit.scene, st.AboutService), "a card begins nothing while it is closed"
        line.mend()
        await line.comes(play, st.CityOpen())
        await play.hands.press("primary")
        await walk.sign_in(play.hands, "123456", play.look)

    line.play(story)


def test_an_idle_start_screen_tells_when_the_line_breaks_and_when_it_is_mended(line: Line) -> None:
    async def story(play: Play) -> None:
        await line.kept(play)
        start = play.visit.scene
        line.cut()
        await line.comes(play, CUT_OFF)
        assert play.visit.scene is start
        await play.look("closed")
        line.mend()
        await line.comes(play, st.CityOpen())
        assert play.visit.scene is start
        await play.look("open")

    line.play(story)


def test_a_call_for_help_that_cannot_get_through_says_what_to_do(line: Line) -> None:
    async def story(play: Play) -> None:
        await line.kept(play)
        line.cut()
        await line.comes(play, CUT_OFF)
        await play.hands.press("help")
        await play.hands.until(lambda visit: isinstance(visit.overlay, st.HelpNotReached), "the advice")
        await play.look("go to the counter")
        await play.hands.press("close")
        line.mend()
        await line.comes(play, st.CityOpen())
        await play.hands.press("help")
        await play.hands.until(lambda visit: isinstance(visit.overlay, st.HelpComes), "help")

    line.play(story)


def test_without_anything_kept_a_terminal_is_closed_and_opens_by_itself(line: Line) -> None:
    line.cut()

    async def story(play: Play) -> None:
        assert play.visit.scene == st.Closed(Failure.BACKEND_UNREACHABLE)
        await play.look("closed")
        line.mend()
        await play.hands.until_scene(st.Start)
        assert play.visit.city == st.CityOpen()

    line.play(story, first=st.Closed)


def test_a_cache_that_somebody_changed_is_as_good_as_none(line: Line) -> None:
    line.play(line.kept)
    line.cut()
    file = line.cache / "catalogue"
    file.write_bytes(file.read_bytes().replace(b'"amount": 2700', b'"amount": 100'))

    async def story(play: Play) -> None:
        assert play.visit.scene == st.Closed(Failure.BACKEND_UNREACHABLE)
        line.mend()
        await play.hands.until_scene(st.Start)
        await line.kept(play)

    line.play(story, first=st.Closed)


def test_an_outage_between_choosing_and_the_card_is_explained_where_the_sign_in_waits(line: Line) -> None:
    async def story(play: Play) -> None:
        await walk.to_the_card(play.hands, SERVICE, play.look)
        await play.hands.until_scene(st.PlaceCard)
        line.cut()
        await line.comes(play, CUT_OFF)
        line.stage.reader.place("erika")
        await play.hands.until_scene(st.AboutService)
        line.mend()
        await line.comes(play, st.CityOpen())
        await play.hands.press("primary")
        await play.hands.until_scene(st.WhoAsks)

    line.play(story)
