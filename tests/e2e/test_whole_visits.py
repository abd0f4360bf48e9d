"""Whole visits through real QML, the real client and real cryptography: what a visitor came for, and got."""

import asyncio
import re
import shutil
import subprocess
from functools import cache
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, QTimer
from PySide6.QtGui import QGuiApplication, QPointingDevice
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest
from stage import LANDSCAPE, PORTRAIT, SERVICE, Play, Stage

from kiosk.session import states as st
from kiosk.session.delivery import SavedTo
from kiosk.session.effects import EndedHow
from kiosk.session.preferences import Language
from ui.guided import walk
from ui.guided.hands import Hands


async def to_done(play: Play, stage: Stage, *, pin: str = "123456", purpose: str = "pension") -> SavedTo:
    """Walk the whole way and hold the paper."""
    await walk.to_the_card(play.hands, SERVICE, play.look)
    await play.hands.until_scene(st.PlaceCard)
    stage.reader.place("erika")
    await walk.sign_in(play.hands, pin, play.look)
    await walk.fill_in(play.hands, {"/purpose": purpose}, play.look)
    await walk.send(play.hands, play.look)
    await play.hands.until_scene(st.TakeCard)
    await play.look("take your card")
    stage.reader.pull()
    visit = await play.hands.until_scene(st.Done)
    await play.look("done")
    assert isinstance(visit.scene, st.Done)
    assert isinstance(visit.scene.delivery, SavedTo)
    return visit.scene.delivery


def words(paper: SavedTo) -> str:
    """The text of a sheet, as poppler reads it."""
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext is not there: install poppler-utils")
    file = Path(paper.folder, paper.file)
    return subprocess.run(
        ["pdftotext", "-layout", str(file), "-"], capture_output=True, text=True, check=True
    ).stdout


@pytest.mark.parametrize("size", [PORTRAIT, LANDSCAPE], ids=["portrait", "landscape"])
def test_a_free_certificate_is_in_the_visitors_hand(stage: Stage, size: tuple[int, int]) -> None:
    papers: list[SavedTo] = []

    async def story(play: Play) -> None:
        papers.append(await to_done(play, stage))
        await play.hands.press("primary")
        await play.hands.until(lambda _visit: bool(play.ended), "the end")

    play = stage.play(story, size=size)
    text = words(papers[0])
    assert "Mustermann" in text
    assert "Kortumstraße 112" in text
    assert play.ended == [(EndedHow.FINISHED, None)]


def test_where_a_fee_is_due_the_slip_for_the_cash_desk_comes_and_no_certificate(stage: Stage) -> None:
    papers: list[SavedTo] = []

    async def story(play: Play) -> None:
        papers.append(await to_done(play, stage, purpose="private"))

    stage.play(story)
    text = words(papers[0])
    assert re.search(r"9,00", text)
    assert "Kortumstraße" not in text


class Fingers(Hands):
    """Hands on a touch screen: one finger, one place at a time."""

    async def press(self, name: str) -> None:
        self._lifted = asyncio.Event()
        await super().press(name)
        await self._lifted.wait()

    def _click(self, item: QQuickItem) -> None:
        place = item.mapToScene(QPointF(item.width() / 2, item.height() / 2)).toPoint()
        # It runs an event loop of its own, which must not turn inside the visit's task.
        QTimer.singleShot(0, lambda: self._touch(place))

    def _touch(self, place: QPoint) -> None:
        screen = touch_screen()
        QTest.touchEvent(self._window, screen).press(0, place).commit()
        QTest.touchEvent(self._window, screen).release(0, place).commit()
        self._lifted.set()


@cache
def touch_screen() -> QPointingDevice:
    return QTest.createTouchDevice()


def test_a_whole_visit_by_touch(stage: Stage) -> None:
    async def story(play: Play) -> None:
        play.hands = Fingers(play.window.app.window, lambda: play.visit)
        await to_done(play, stage)

    stage.play(story)


def test_the_visit_goes_on_in_english_when_asked_in_the_middle(stage: Stage) -> None:
    async def story(play: Play) -> None:
        await walk.to_the_card(play.hands, SERVICE, play.look)
        await play.hands.until_scene(st.PlaceCard)
        await play.hands.press("language")
        await play.hands.press("language:en")
        visit = await play.hands.until(
            lambda visit: visit.preferences.language is Language.ENGLISH, "English"
        )
        assert isinstance(visit.scene, st.PlaceCard)
        assert isinstance(visit.overlay, st.NothingOver)
        await to_the_end_from_the_card(play, stage)

    stage.play(story)


async def to_the_end_from_the_card(play: Play, stage: Stage) -> None:
    stage.reader.place("erika")
    await walk.sign_in(play.hands, "123456", play.look)
    await walk.fill_in(play.hands, {"/purpose": "pension"}, play.look)
    await walk.send(play.hands, play.look)


def test_a_card_that_already_lies_there_is_used_at_once(stage: Stage) -> None:
    async def story(play: Play) -> None:
        await play.hands.until_scene(st.Start)
        stage.reader.place("erika")
        await walk.to_the_card(play.hands, SERVICE, play.look)
        await play.hands.until_scene(st.WhoAsks)

    stage.play(story)


def test_nothing_of_the_citizen_is_in_what_a_visit_prints_of_itself(
    stage: Stage, capfd: pytest.CaptureFixture[str]
) -> None:
    seen: list[str] = []

    async def story(play: Play) -> None:
        await to_done(play, stage)
        seen.append(repr(play.visit))

    stage.play(story)
    output = capfd.readouterr()
    for text in (*seen, output.out, output.err):
        for secret in ("Mustermann", "Erika", "Kortum", "123456", "1984"):
            assert secret not in text


def test_the_test_platform_is_the_one_meant() -> None:
    assert QGuiApplication.platformName() == "offscreen"
