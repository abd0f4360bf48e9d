"""Nobody knows yet whether money was taken: what is safe, and what to do."""

from PySide6.QtCore import Property, QObject, Slot
from PySide6.QtQml import QmlElement

from kiosk.session import events as ev
from kiosk.session import payment_states as pay
from kiosk.session.failure import Failure
from ui.pages.context import PageContext

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class PaymentUnclearPage(QObject):
    def __init__(self, scene: pay.PaymentUnclear, context: PageContext) -> None:
        super().__init__()
        self._scene = scene
        self._context = context

    @Property(str, constant=True)
    def code(self) -> str:
        """The code of docs/failures.md, for the staff."""
        return Failure.PAYMENT_UNCLEAR.value

    @Property(str, constant=True)
    def staff(self) -> str:
        """What became of the call to the front desk: called, coming or notReached."""
        return self._scene.staff.value

    @Slot()
    def check(self) -> None:
        self._context.dispatch(ev.TryAgain())

    @Slot()
    def finish(self) -> None:
        self._context.dispatch(ev.Continue())
