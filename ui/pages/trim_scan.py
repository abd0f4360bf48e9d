"""The edges of the page just scanned, moved by touches."""

from PySide6.QtCore import Property, QObject, Slot
from PySide6.QtQml import QmlElement

from kiosk.scanning.page import Edge
from kiosk.session import events as ev
from kiosk.session import file_events as fe
from kiosk.session import file_states as fs
from ui.pages.context import PageContext
from ui.scan_preview import preview

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class TrimScanPage(QObject):
    def __init__(self, scene: fs.TrimScan, context: PageContext) -> None:
        super().__init__()
        self._scene = scene
        self._context = context

    @Property(str, constant=True)
    def picture(self) -> str:
        """The page as a `data:` address, cut and turned."""
        return preview(self._scene.pages[-1])

    @Slot(int, bool)
    def move(self, edge: int, inwards: bool) -> None:
        """Move an edge of the page as it is seen; they count from the top, clockwise."""
        self._context.dispatch(fe.EdgeMoved(Edge(edge), inwards))

    @Slot()
    def showWhole(self) -> None:
        self._context.dispatch(fe.WholePageAsked())

    @Slot()
    def finish(self) -> None:
        self._context.dispatch(ev.Continue())
