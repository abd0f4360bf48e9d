"""PIN help leads somewhere from every answer; what was typed is covered while nobody is there."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from seeing import called, sample, shown, tap, words

from kiosk.session import events as ev
from kiosk.session import states as st
from kiosk.session.preferences import Language, Preferences
from ui.gallery.render import Studio

ENGLISH = Preferences(language=Language.ENGLISH)


def over(room: Studio, name: str) -> st.Visit:
    visit = sample(name, ENGLISH).visit
    room.app.show(visit)
    room.settle()
    return visit


@pytest.mark.parametrize("has", ["own", "letter", "nothing"])
def test_every_answer_of_pin_help_leads_somewhere(room: Studio, has: str) -> None:
    over(room, "PinHelp")
    tap(room, called(room, f"has:{has}"))
    assert shown(room, "PointRow")
    assert room.events == []
    tap(room, called(room, "close"))
    assert room.events == [ev.OverlayClosed()]


def test_pin_help_can_be_asked_again(room: Studio) -> None:
    over(room, "PinHelp")
    tap(room, called(room, "has:letter"))
    tap(room, called(room, "otherNumber"))
    called(room, "has:own")


def test_still_there_counts_and_covers(room: Studio) -> None:
    visit = over(room, "StillThere")
    assert "45" in words(room)
    assert any("45 seconds" in each for each in words(room))
    room.app.show(replace(visit, overlay=st.StillThere(seconds_left=1)))
    room.settle()
    assert any("one second" in each for each in words(room))
    assert "Your entries are covered." in words(room)


@pytest.mark.parametrize("place", [(540, 300), (540, 1150)])
def test_one_touch_anywhere_says_i_am_here(room: Studio, place: tuple[int, int]) -> None:
    over(room, "StillThere")
    QTest.mouseClick(
        room.app.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(*place)
    )
    assert room.events == [ev.OverlayClosed()]


def test_the_button_says_i_am_here(room: Studio) -> None:
    over(room, "StillThere")
    tap(room, called(room, "primary"))
    assert room.events == [ev.OverlayClosed()]


def test_only_the_card_uncovers_an_application(room: Studio) -> None:
    over(room, "PutCardBack")
    assert "Your entries are covered." in words(room)
    QTest.mouseClick(
        room.app.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(540, 300)
    )
    QTest.keyClick(room.app.window, Qt.Key.Key_Escape)
    assert room.events == []
    assert not room.app.session.canGoBack
