"""The window of one visit process: Qt set up, one engine, one view model, and an orderly end."""

import asyncio
import os
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

import qasync
import shiboken6
from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QGuiApplication, QScreen, QWindow
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow

from kiosk.session.events import Event
from kiosk.session.preferences import Language
from kiosk.session.states import Visit
from ui import art_boxes, messages, theme
from ui.art import ArtProvider
from ui.fonts import FAMILIES, install_fonts
from ui.garbage import collect_now_and_then, collected_here
from ui.presence import Presence
from ui.resources import VIEW
from ui.translations import Translations
from ui.view_model import SessionViewModel

__all__ = ["App", "Settings", "ViewBrokenError", "art_boxes", "run"]


class ViewBrokenError(RuntimeError):
    """The QML cannot be loaded; Qt's messages before it say why."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How the window appears."""

    full_screen: bool = True
    hidden: bool = False
    """True keeps the window back until `App.appear`."""
    size: tuple[int, int] | None = (540, 960)
    """Of a window that is not full screen, in pixels; None: upright, as high as the screen has room."""
    may_be_resized: bool = False
    """True lets F11 change between window and full screen."""
    motion: bool = True
    """False shows end states only."""
    right_to_left: bool = False
    """Mirrors the layout; no language at opening needs it yet."""


def application() -> QGuiApplication:
    """Give the one QGuiApplication, made on first use with the software renderer and our own fonts."""
    existing = QGuiApplication.instance()
    if isinstance(existing, QGuiApplication):
        if QGuiApplication.font().families()[:1] != FAMILIES[:1]:
            install_fonts()
        return existing
    # A kiosk has no GPU worth trusting; Qt's own renderer draws all of this at 60 frames a second.
    os.environ.setdefault("QT_QUICK_BACKEND", "software")
    os.environ.setdefault("QT_ENABLE_HIGHDPI_SCALING", "0")
    made = QGuiApplication(["bochum-id-kiosk"])
    QCoreApplication.setApplicationName("bochum-id-kiosk")
    install_fonts()
    return made


class App:
    """Shows visits and tells what the visitor did."""

    def __init__(
        self,
        dispatch: Callable[[Event], None],
        settings: Settings | None = None,
        *,
        somebody: Callable[[], None] = lambda: None,
        messages_to: messages.MessageSink = messages.to_log,
    ) -> None:
        """`somebody` is called on every touch and key, without saying which.

        Raises ViewBrokenError when Main.qml does not load.
        """
        settings = settings or Settings()
        messages.send_messages_to(messages_to)
        self.qt = application()
        self._translations = Translations()
        self._session = SessionViewModel(dispatch)
        self._language: Language | None = None
        self._engine = QQmlApplicationEngine()
        self._engine.addImageProvider("art", ArtProvider())
        found = self._engine.singletonInstance("Kiosk", "Theme")
        if not isinstance(found, theme.Theme):
            raise ViewBrokenError("the singleton Theme is not registered")
        self.theme: theme.Theme = found
        self.theme.set_motion(settings.motion)
        self.theme.set_right_to_left(settings.right_to_left)
        size = settings.size or _upright(self.qt.primaryScreen())
        self.theme.set_window(*size)
        self._engine.setInitialProperties({"session": self._session})
        self._engine.load(QUrl.fromLocalFile(str(VIEW / "Main.qml")))
        _look_for_no_variants(self._engine)  # the first file has made it
        roots = self._engine.rootObjects()
        if not roots or not isinstance(roots[0], QQuickWindow):
            raise ViewBrokenError(f"{VIEW / 'Main.qml'} does not load; the messages before say why")
        self.window: QQuickWindow = roots[0]
        self._presence = Presence(somebody, self.theme.set_keyboard_used)
        self.window.installEventFilter(self._presence)
        self.window.widthChanged.connect(self._fit)
        self.window.heightChanged.connect(self._fit)
        self.window.resize(*size)
        self._fit()
        self._full_screen = settings.full_screen
        if settings.may_be_resized:
            self._presence.on_full_screen_key = self._change_full_screen
        if not settings.hidden:
            self.appear()

    @property
    def session(self) -> SessionViewModel:
        return self._session

    def show(self, visit: Visit) -> None:
        """Bring `visit` on the screen; called on each change."""
        self.theme.set_preferences(visit.preferences)
        if visit.preferences.language is not self._language:
            self._language = visit.preferences.language
            self._translations.speak(self._language)
            self._engine.setUiLanguage(self._language.value)
            self._engine.retranslate()
        self._session.show(visit)

    def appear(self) -> None:
        """Come to the front."""
        if self._full_screen:
            self.window.setVisibility(QWindow.Visibility.FullScreen)
        else:
            self.window.setVisible(True)
        if QGuiApplication.platformName() in ("xcb", "windows"):
            self.window.raise_()  # Wayland puts a new window on top by itself
        self.window.requestActivate()

    def _change_full_screen(self) -> None:
        self._full_screen = not self._full_screen
        full, window = QWindow.Visibility.FullScreen, QWindow.Visibility.Windowed
        self.window.setVisibility(full if self._full_screen else window)

    def on_closed(self, closed: Callable[[], None]) -> None:
        """Call `closed` when somebody closes the window, which only the sandbox's has a button for."""
        self._presence.on_closed = closed

    def close(self) -> None:
        """Take the window away, forget what was typed, and leave nothing behind that QML still reads."""
        if not shiboken6.isValid(self._engine):
            return
        self._session.forget()
        self.window.removeEventFilter(self._presence)
        self.window.setVisible(False)
        # The engine first: its bindings read the objects below and would complain of nulls.
        shiboken6.delete(self._engine)
        self._translations.remove()

    def _fit(self) -> None:
        self.theme.set_window(self.window.width(), self.window.height())


def _look_for_no_variants(engine: QQmlApplicationEngine) -> None:
    """Take away Qt's file selector: there are no `+linux/` variants, but it looks for four of every file.

    Each screen names a hundred files, and each would be looked for under several names.
    """
    for part in engine.children():
        if part.metaObject().className() == "QQmlFileSelector":
            shiboken6.delete(part)


def _upright(screen: QScreen) -> tuple[int, int]:
    """Give the size of an upright window for `screen`, with room for its frame."""
    room = screen.availableSize()
    height = min(round(room.height() * 0.92), round(room.width() * 0.92 * 16 / 9))
    return round(height * 9 / 16), height


def run(main: Callable[[], Awaitable[None]]) -> None:
    """Run `main` with Qt and asyncio on this thread until it ends; it makes its App and closes it.

    The only place that knows qasync.
    """
    qt = application()
    qt.setQuitOnLastWindowClosed(False)

    async def whole() -> None:
        collecting = asyncio.get_running_loop().create_task(collect_now_and_then())
        try:
            await main()
        finally:
            collecting.cancel()

    with collected_here(), qasync.QEventLoop(qt) as loop:
        asyncio.set_event_loop(loop)
        loop.run_until_complete(whole())
