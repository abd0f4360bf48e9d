"""The page just scanned, as it will be sent."""

from PySide6.QtCore import Property, QObject, Slot
from PySide6.QtQml import QmlElement

from kiosk.session import events as ev
from kiosk.session import file_events as fe
from kiosk.session import file_states as fs
from kiosk.session.scenes.attaching import takes_another_page
from ui.pages.context import PageContext
from ui.scan_preview import preview

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class CheckScanPage(QObject):
    def __init__(self, scene: fs.CheckScan, context: PageContext) -> None:
        super().__init__()
        self._scene = scene
        self._context = context

    @Property(str, constant=True)
    def picture(self) -> str:
        """The page as a `data:` address, cut and turned."""
        return preview(self._scene.pages[-1])

    @Property(int, constant=True)
    def number(self) -> int:
        """Which page it is, from 1."""
        return len(self._scene.pages)

    @Property(bool, constant=True)
    def moreFit(self) -> bool:
        """Whether another page may follow."""
        return takes_another_page(self._scene)

    @Slot()
    def attach(self) -> None:
        self._context.dispatch(ev.Continue())

    @Slot()
    def scanAgain(self) -> None:
        self._context.dispatch(fe.PageAgain())

    @Slot()
    def addPage(self) -> None:
        self._context.dispatch(fe.AnotherPage())

    @Slot()
    def turn(self) -> None:
        self._context.dispatch(fe.PageTurned())

    @Slot()
    def trim(self) -> None:
        self._context.dispatch(fe.TrimAsked())
