"""Notices touches and keys: that someone is there, and whether they move by keys. Never which key."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent

_POINTER = (QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin, QEvent.Type.TabletPress)


class Presence(QObject):
    """An event filter for the window."""

    def __init__(self, somebody: Callable[[], None], set_by_keys: Callable[[bool], None]) -> None:
        super().__init__()
        self._somebody = somebody
        self._set_by_keys = set_by_keys
        self.on_closed: Callable[[], None] = lambda: None
        self.on_full_screen_key: Callable[[], None] = lambda: None

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if isinstance(event, QKeyEvent) and kind == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_F11:
            self.on_full_screen_key()
        if kind in _POINTER or kind == QEvent.Type.KeyPress:
            self._set_by_keys(kind == QEvent.Type.KeyPress)
            self._somebody()
        elif kind == QEvent.Type.Close:
            self.on_closed()
        return False
