"""Eyes and fingers for the tests of the view: a window nobody sees, its items, its samples."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject, Qt
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from kiosk.session import states as st
from kiosk.session.preferences import Preferences
from ui.gallery.render import Studio, studio
from ui.gallery.samples import Sample, samples


@contextmanager
def open_studio(size: tuple[int, int], *, right_to_left: bool = False) -> Iterator[Studio]:
    """A studio that fails the test when Qt complained."""
    with studio(size, right_to_left=right_to_left) as room:
        yield room
    assert not room.complaints, "\n".join(room.complaints)


def sample(name: str, preferences: Preferences | None = None) -> Sample:
    """The first sample of this state or variant."""
    found = [each for each in samples(preferences) if each.name.split("-", 1)[1] == name]
    assert found, f"no sample is called {name}"
    return found[0]


def items(root: QQuickItem) -> Iterator[QQuickItem]:
    """All items below `root`, in the order they are drawn; findChild misses what a Repeater makes."""
    for child in root.childItems():
        yield child
        yield from items(child)


def kind(item: QObject) -> str:
    """Name of the QML component an item was made from."""
    return item.metaObject().className().split("_QML")[0]


def is_a(item: QObject, component: str) -> bool:
    """True when the item's component is or extends `component`."""
    meta = item.metaObject()
    while meta is not None:
        if meta.className().split("_QML")[0] == component:
            return True
        meta = meta.superClass()
    return False


def shown(root: QQuickItem, component: str) -> list[QQuickItem]:
    return [each for each in items(root) if each.isVisible() and is_a(each, component)]


def tap(room: Studio, item: QQuickItem) -> None:
    middle = item.mapRectToScene(item.boundingRect()).center()
    QTest.mouseClick(
        room.app.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, middle.toPoint()
    )
    room.settle()


def find(room: Studio, component: str, **properties: object) -> QQuickItem:
    found = [
        each
        for each in shown(room.app.window.contentItem(), component)
        if all(each.property(name) == value for name, value in properties.items())
    ]
    assert found, f"no {component} with {properties} on the screen"
    return found[0]


def show(room: Studio, name: str, preferences: Preferences | None = None) -> st.Visit:
    visit = sample(name, preferences).visit
    room.app.show(visit)
    room.settle()
    return visit
