"""An appointment was given back."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtQml import QmlElement

from kiosk.session import desk_states as dk
from kiosk.session import events as ev
from ui.pages.context import PageContext

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class AppointmentCancelledPage(QObject):
    def __init__(self, _scene: dk.AppointmentCancelled, context: PageContext) -> None:
        super().__init__()
        self._context = context

    @Slot()
    def finish(self) -> None:
        self._context.dispatch(ev.Continue())
