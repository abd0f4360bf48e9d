"""The money goes back: by whom, how much, and under which reference."""

from PySide6.QtCore import Property, QObject, Slot
from PySide6.QtQml import QmlElement

from kiosk.session import events as ev
from kiosk.session import payment_states as pay
from kiosk.session.failure import Failure
from ui.pages import slips
from ui.pages.context import PageContext

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class MoneyBackPage(QObject):
    def __init__(self, scene: pay.MoneyBack, context: PageContext) -> None:
        super().__init__()
        self._scene = scene
        self._context = context

    @Property(str, constant=True)
    def by(self) -> str:
        """One of cardReader, city and later."""
        return self._scene.by.value

    @Property(int, constant=True)
    def cents(self) -> int:
        return self._scene.cover.payment.total.amount_cents

    @Property(str, constant=True)
    def reference(self) -> str:
        return self._scene.cover.payment.reference

    @Property(str, constant=True)
    def code(self) -> str:
        """The code of docs/failures.md, for the staff."""
        return Failure.NOT_SENT_AFTER_PAYMENT.value

    @Property(str, constant=True)
    def fate(self) -> str:
        """What became of the slip: notAsked, onItsWay, printed, saved or missing."""
        return slips.fate_of(self._scene.slip)

    @Property(str, constant=True)
    def slipCode(self) -> str:
        """The code for the staff when the slip is missing; else empty."""
        return slips.code_of(self._scene.slip)

    @Property(str, constant=True)
    def slipFile(self) -> str:
        return slips.file_of(self._scene.slip)

    @Slot()
    def printAgain(self) -> None:
        self._context.dispatch(ev.SlipAsked())

    @Slot()
    def finish(self) -> None:
        self._context.dispatch(ev.Continue())
