"""No money was taken: why, once more, or another way."""

from PySide6.QtCore import Property, QObject, Slot
from PySide6.QtQml import QmlElement

from kiosk.session import events as ev
from kiosk.session import payment_states as pay
from ui.pages.context import PageContext

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class NotPaidPage(QObject):
    def __init__(self, scene: pay.NotPaid, context: PageContext) -> None:
        super().__init__()
        self._scene = scene
        self._context = context

    @Property(str, constant=True)
    def channel(self) -> str:
        """One of cardTerminal and qr."""
        return self._scene.channel.value

    @Property(str, constant=True)
    def why(self) -> str:
        """One of declined, stopped, tooLate and reader."""
        return self._scene.why.value

    @Slot()
    def again(self) -> None:
        self._context.dispatch(ev.TryAgain())

    @Slot()
    def otherWay(self) -> None:
        self._context.dispatch(ev.Continue())
