"""A visitor's hands: find what is on the screen by name, and press it where a finger would."""

import asyncio
import time
from collections.abc import Callable, Iterator

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QMouseEvent
from PySide6.QtQuick import QQuickItem, QQuickWindow

from kiosk.session.states import Visit

PATIENCE_S = 20.0
_LOOK_AGAIN_S = 0.01


class NothingThereError(AssertionError):
    """What the visitor looks for does not come; says what is on the screen instead."""


class Hands:
    """Acts on one window. `visit` gives the visit as it stands now, for waiting."""

    def __init__(self, window: QQuickWindow, visit: Callable[[], Visit]) -> None:
        self._window = window
        self._visit = visit

    @property
    def visit(self) -> Visit:
        """The visit as it stands now."""
        return self._visit()

    async def until(self, came: Callable[[Visit], bool], what: str) -> Visit:
        """Wait until the visit is as expected; NothingThereError that names `what` after PATIENCE_S."""
        deadline = time.monotonic() + PATIENCE_S
        while not came(self._visit()):
            if time.monotonic() > deadline:
                raise NothingThereError(f"{what} did not come; {self._whereabouts()}")
            await asyncio.sleep(_LOOK_AGAIN_S)
        return self._visit()

    async def until_scene(self, *scenes: type) -> Visit:
        """Wait until one of these scenes is on the screen."""
        return await self.until(
            lambda visit: isinstance(visit.scene, scenes), " or ".join(each.__name__ for each in scenes)
        )

    async def press(self, name: str) -> None:
        """Press the item of this name once it can be pressed; NothingThereError after PATIENCE_S."""
        self._click(await self._found(name))

    async def press_first(self, prefix: str) -> None:
        """Press the first item whose name begins so."""
        await self.press(await self._first_name(prefix))

    def names(self) -> tuple[str, ...]:
        """List the names of everything that can be pressed now, from the top to the bottom."""
        return tuple(item.objectName() for item in self._pressable())

    async def picture(self) -> QImage:
        """Take a picture of the window once it has come to rest."""
        for _ in range(6):
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
            await asyncio.sleep(0)
        return self._window.grabWindow()

    async def _found(self, name: str) -> QQuickItem:
        deadline = time.monotonic() + PATIENCE_S
        while True:
            there = {item.objectName(): item for item in self._pressable()}
            if name in there:
                return there[name]
            if "nextPage" in there:
                self._click(there["nextPage"])
            if time.monotonic() > deadline:
                raise NothingThereError(f"there is no {name!r} to press; {self._whereabouts()}")
            await asyncio.sleep(_LOOK_AGAIN_S)

    async def _first_name(self, prefix: str) -> str:
        deadline = time.monotonic() + PATIENCE_S
        while True:
            for name in self.names():
                if name.startswith(prefix):
                    return name
            if time.monotonic() > deadline:
                raise NothingThereError(f"nothing begins with {prefix!r}; {self._whereabouts()}")
            await asyncio.sleep(_LOOK_AGAIN_S)

    def _whereabouts(self) -> str:
        visit = self._visit()
        return (
            f"the scene is {type(visit.scene).__name__} under {type(visit.overlay).__name__}, "
            f"and there are {', '.join(self.names()) or 'no names'}"
        )

    def _pressable(self) -> Iterator[QQuickItem]:
        yield from _walk(self._window.contentItem(), QPointF(self._window.width(), self._window.height()))

    def _click(self, item: QQuickItem) -> None:
        place = item.mapToScene(QPointF(item.width() / 2, item.height() / 2))
        for kind, buttons in (
            (QEvent.Type.MouseButtonPress, Qt.MouseButton.LeftButton),
            (QEvent.Type.MouseButtonRelease, Qt.MouseButton.NoButton),
        ):
            glob = QPointF(self._window.mapToGlobal(QPoint(int(place.x()), int(place.y()))))
            event = QMouseEvent(
                kind, place, glob, Qt.MouseButton.LeftButton, buttons, Qt.KeyboardModifier.NoModifier
            )
            QCoreApplication.sendEvent(self._window, event)


def _walk(item: QQuickItem, corner: QPointF) -> Iterator[QQuickItem]:
    if not item.isVisible() or not item.isEnabled():
        return
    if item.objectName() and item.width() > 0 and item.height() > 0:
        place = item.mapToScene(QPointF(item.width() / 2, item.height() / 2))
        if 0 <= place.x() < corner.x() and 0 <= place.y() < corner.y():
            yield item
    for child in item.childItems():
        yield from _walk(child, corner)
