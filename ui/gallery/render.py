"""Draws visits into pictures, off the screen."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QImage

from kiosk.session.events import Event
from kiosk.session.states import Visit
from ui.app import App, Settings

PORTRAIT = (1080, 1920)
LANDSCAPE = (1920, 1080)


@dataclass(slots=True)
class Studio:
    """An App whose window nobody sees; `complaints` collects what Qt warns of."""

    app: App
    events: list[Event]
    complaints: list[str]

    def picture(self, visit: Visit) -> QImage:
        """Show `visit` and take its picture once everything has found its place."""
        self.app.show(visit)
        self.draw()
        return self.app.window.grabWindow()

    def draw(self) -> None:
        """Let everything find its place, and draw: columns lay their items out just before they are drawn."""
        for _ in range(2):
            self.settle()
            self.app.window.grabWindow()
        self.settle()

    def settle(self) -> None:
        """Let bindings and deferred layouts come to rest."""
        for _ in range(6):
            QCoreApplication.processEvents()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@contextmanager
def studio(size: tuple[int, int], *, right_to_left: bool = False) -> Iterator[Studio]:
    """Open a window of `size` pixels that shows end states only."""
    events: list[Event] = []
    complaints: list[str] = []

    def complain(level: int, text: str) -> None:
        if level >= logging.WARNING:
            complaints.append(text)

    settings = Settings(full_screen=False, size=size, motion=False, right_to_left=right_to_left)
    app = App(events.append, settings, messages_to=complain)
    try:
        yield Studio(app, events, complaints)
    finally:
        app.close()
