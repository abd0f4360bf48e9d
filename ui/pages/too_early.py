"""Somebody is here long before their appointment."""

from PySide6.QtCore import Property, QObject, Slot
from PySide6.QtQml import QmlElement

from kiosk.session import desk_states as dk
from kiosk.session import events as ev
from ui.pages.context import PageContext
from ui.pages.moments import parts

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class TooEarlyPage(QObject):
    def __init__(self, scene: dk.TooEarly, context: PageContext) -> None:
        super().__init__()
        self._scene = scene
        self._context = context

    @Property(dict, constant=True)
    def opens(self) -> dict[str, object]:
        """`year`, `month`, `day`, `hour` and `minute` from which one can check in."""
        return parts(self._scene.opens_at)

    @Slot()
    def finish(self) -> None:
        self._context.dispatch(ev.Continue())
