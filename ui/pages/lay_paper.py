"""A sheet is to be laid on the scanner."""

from PySide6.QtCore import Property, QObject, Slot
from PySide6.QtQml import QmlElement

from kiosk.session import events as ev
from kiosk.session import file_states as fs
from ui.pages.context import PageContext

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class LayPaperPage(QObject):
    def __init__(self, scene: fs.LayPaper, context: PageContext) -> None:
        super().__init__()
        self._scene = scene
        self._context = context

    @Property(int, constant=True)
    def number(self) -> int:
        """Which page comes now, from 1."""
        return len(self._scene.pages) + 1

    @Slot()
    def scan(self) -> None:
        self._context.dispatch(ev.Continue())
