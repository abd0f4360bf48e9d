"""Nobody touched anything for a while: asks whether the visitor is still there."""

from PySide6.QtCore import Property, QObject, Slot
from PySide6.QtQml import QmlElement

from kiosk.session import events as ev
from kiosk.session import states as st
from ui.pages.context import PageContext

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class StillTherePage(QObject):
    def __init__(self, overlay: st.StillThere, context: PageContext) -> None:
        super().__init__()
        self._seconds_left = overlay.seconds_left
        self._context = context

    @Property(int, constant=True)
    def secondsLeft(self) -> int:
        """Until the visit ends by itself."""
        return self._seconds_left

    @Slot()
    def stay(self) -> None:
        self._context.dispatch(ev.OverlayClosed())
