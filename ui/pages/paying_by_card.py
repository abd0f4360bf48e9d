"""The card reader takes the money: what it waits for, as a word that the screen puts into a sentence."""

from PySide6.QtCore import Property, QObject, Slot
from PySide6.QtQml import QmlElement

from kiosk.session import events as ev
from kiosk.session import payment_states as pay
from ui.pages.context import PageContext

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class PayingByCardPage(QObject):
    def __init__(self, scene: pay.PayingByCard, context: PageContext) -> None:
        super().__init__()
        self._scene = scene
        self._context = context

    @Property(int, constant=True)
    def cents(self) -> int:
        return self._scene.due.quote.total.amount_cents

    @Property(str, constant=True)
    def step(self) -> str:
        """One of `CardStep`, or `stopping`."""
        return "stopping" if self._scene.stopping else self._scene.step.value

    @Slot()
    def stop(self) -> None:
        self._context.dispatch(ev.Back())
