"""Nothing can be done here now; the code tells the staff why."""

from PySide6.QtCore import Property, QObject
from PySide6.QtQml import QmlElement

from kiosk.session import states as st
from ui.pages.context import PageContext

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class ClosedPage(QObject):
    def __init__(self, scene: st.Closed, _context: PageContext) -> None:
        super().__init__()
        self._failure = scene.failure

    @Property(str, constant=True)
    def code(self) -> str:
        return self._failure.value
