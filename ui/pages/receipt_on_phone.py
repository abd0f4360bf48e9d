"""The code by which a phone fetches the receipt."""

from PySide6.QtCore import Property, QObject, Slot
from PySide6.QtQml import QmlElement

from kiosk.session import events as ev
from kiosk.session import states as st
from ui.pages.context import PageContext
from ui.qr import qr_path

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class ReceiptOnPhonePage(QObject):
    def __init__(self, scene: st.ReceiptOnPhone, context: PageContext) -> None:
        super().__init__()
        self._context = context
        self._path, self._modules = qr_path(scene.url)

    @Property(str, constant=True)
    def path(self) -> str:
        """The code's dark modules as an SVG path."""
        return self._path

    @Property(int, constant=True)
    def modules(self) -> int:
        """The code's edge in modules."""
        return self._modules

    @Slot()
    def back(self) -> None:
        self._context.dispatch(ev.Back())

    @Slot()
    def finish(self) -> None:
        self._context.dispatch(ev.Continue())
