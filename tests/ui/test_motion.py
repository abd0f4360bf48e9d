"""Motion explains, then rests: it ends where a still picture stands, and a still terminal shows the end."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtQuick import QQuickItem
from seeing import find, show

from ui.gallery.render import Studio


@pytest.mark.parametrize("name", ["PlaceCard", "TakeCard"])
def test_without_motion_the_card_rests_above_the_reader(room: Studio, name: str) -> None:
    show(room, name)
    assert find(room, "LayingCard").property("way") == 0


def test_without_motion_the_wheels_have_turned(room: Studio) -> None:
    show(room, "Start")
    assert find(room, "PitHead").property("turned") == 1


def test_the_wheels_turn_once_and_only_where_they_greet(room: Studio) -> None:
    room.app.theme.set_motion(True)
    show(room, "StillThere")
    assert find(room, "PitHead").property("turned") == 1
    show(room, "Start")
    pit = find(room, "PitHead")
    assert pit.property("turned") < 1
    _until(lambda: pit.property("turned") == 1)


@pytest.mark.parametrize(("name", "first"), [("PlaceCard", 0), ("TakeCard", 1)])
def test_the_card_goes_its_way(room: Studio, name: str, first: int) -> None:
    room.app.theme.set_motion(True)
    show(room, name)
    card: QQuickItem = find(room, "LayingCard")
    _until(lambda: card.property("way") == first)
    _until(lambda: card.property("way") == 1 - first)


def _until(came: Callable[[], bool]) -> None:
    """Let Qt's clock run; the test's own time limit ends what never comes."""
    while not came():
        QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
