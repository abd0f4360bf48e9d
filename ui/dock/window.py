"""The dock's window, in a process of its own: closed, it ends; the terminal goes on without it."""

import asyncio
from collections.abc import Awaitable, Callable

import shiboken6
from PySide6.QtCore import QPoint, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow

from kiosk.sandbox_child import SandboxAddresses
from kiosk.session.preferences import Language
from ui import messages, theme
from ui.app import ViewBrokenError, application
from ui.art import ArtProvider
from ui.dock.desk import Desk, Order, Seen
from ui.dock.view_model import SandboxDock
from ui.guided.controls import Controls
from ui.presence import Presence
from ui.resources import VIEW
from ui.translations import Translations

SIZE = (430, 860)
"""Pixels at 96 dots an inch."""
THEME_SIZE = (560, 996)
"""The terminal whose millimetres the dock borrows: letters of 16 pixels, whatever the window's size."""


class DockWindow:
    """Made on the Qt thread; `order` is called with what the person wants done."""

    def __init__(
        self,
        order: Callable[[Order], None],
        on_closed: Callable[[], None] = lambda: None,
        messages_to: messages.MessageSink = messages.to_log,
    ) -> None:
        messages.send_messages_to(messages_to)
        application()
        self._translations = Translations()
        self.model = SandboxDock(order, self._speak)
        self._engine = QQmlApplicationEngine()
        self._engine.addImageProvider("art", ArtProvider())
        found = self._engine.singletonInstance("Kiosk", "Theme")
        if not isinstance(found, theme.Theme):
            raise ViewBrokenError("the singleton Theme is not registered")
        scale = max(1.0, QGuiApplication.primaryScreen().logicalDotsPerInch() / 96)
        found.set_window(THEME_SIZE[0] * scale, THEME_SIZE[1] * scale)
        self._speak(Language.GERMAN)
        self._engine.setInitialProperties({"dock": self.model})
        self._engine.load(QUrl.fromLocalFile(str(VIEW / "dock" / "Dock.qml")))
        roots = self._engine.rootObjects()
        if not roots or not isinstance(roots[0], QQuickWindow):
            raise ViewBrokenError("Dock.qml does not load; the messages before say why")
        self.window: QQuickWindow = roots[0]
        self._presence = Presence(lambda: None, found.set_keyboard_used)
        self._presence.on_closed = on_closed
        self.window.installEventFilter(self._presence)
        self.window.resize(round(SIZE[0] * scale), round(SIZE[1] * scale))
        # Beside the terminal's window, which stands in the middle or on the left.
        room = QGuiApplication.primaryScreen().availableGeometry()
        self.window.setPosition(room.topRight() - QPoint(self.window.width() + 24, -40))
        self.window.setVisible(True)

    def show(self, seen: Seen) -> None:
        self.model.show(seen)

    def close(self) -> None:
        """Take it away; the engine first, because its bindings read the model."""
        if shiboken6.isValid(self._engine):
            self.window.removeEventFilter(self._presence)
            shiboken6.delete(self._engine)
            self._translations.remove()

    def _speak(self, language: Language) -> None:
        self._translations.speak(language)
        self._engine.setUiLanguage(language.value)
        self._engine.retranslate()


def dock(addresses: SandboxAddresses) -> Callable[[], Awaitable[int]]:
    """Make the role: a window until somebody closes it; 0."""

    async def play() -> int:
        closed = asyncio.Event()
        orders: set[asyncio.Task[None]] = set()

        def order(wanted: Order) -> None:
            task = asyncio.create_task(desk.do(wanted))
            orders.add(task)
            task.add_done_callback(orders.discard)

        window = DockWindow(order, closed.set)
        desk = Desk(Controls(addresses.control), window.show)
        watching = asyncio.create_task(desk.watch())
        await closed.wait()
        pending = [watching, *orders]
        for task in pending:
            task.cancel()
        await asyncio.gather(*pending, return_exceptions=True)
        window.close()
        return 0

    return play
