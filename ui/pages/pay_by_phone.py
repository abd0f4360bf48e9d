"""Paying on a phone: the code of the pay page, and what is to be paid there."""

from PySide6.QtCore import Property, QObject, Slot
from PySide6.QtQml import QmlElement

from kiosk.session import events as ev
from kiosk.session import payment_states as pay
from ui.pages.context import PageContext
from ui.qr import qr_path

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class PayByPhonePage(QObject):
    def __init__(self, scene: pay.PayByPhone, context: PageContext) -> None:
        super().__init__()
        self._scene = scene
        self._context = context
        page = scene.payment.pay_page
        self._path, self._modules = ("", 1) if page is None else qr_path(page.url)

    @Property(int, constant=True)
    def cents(self) -> int:
        return self._scene.payment.total.amount_cents

    @Property(str, constant=True)
    def path(self) -> str:
        """The code's dark modules as an SVG path."""
        return self._path

    @Property(int, constant=True)
    def modules(self) -> int:
        """The code's edge in modules."""
        return self._modules

    @Property(str, constant=True)
    def reference(self) -> str:
        """What stands on the bank statement."""
        return self._scene.payment.reference

    @Property(bool, constant=True)
    def stopping(self) -> bool:
        return self._scene.stopping

    @Slot()
    def stop(self) -> None:
        self._context.dispatch(ev.Back())
