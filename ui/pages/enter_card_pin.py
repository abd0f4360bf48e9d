"""The PIN as it is, in PIN first aid: the letter's five digits, or six of one's own."""

from PySide6.QtCore import Property, Slot
from PySide6.QtQml import QmlElement

from cardreader.secret import Secret
from kiosk.session import events as ev
from kiosk.session import pin_events as pe
from kiosk.session import pin_states as pin
from kiosk.session.number_length import digits
from ui.pages.context import PageContext
from ui.pages.digits import DigitsPage

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class EnterCardPinPage(DigitsPage):
    def __init__(self, scene: pin.EnterCardPin, context: PageContext) -> None:
        super().__init__(digits(scene), context)
        self._scene = scene

    @Property(str, constant=True)
    def wish(self) -> str:
        """What is to become of it: set, change or check."""
        return self._scene.task.wish.value

    @Property(int, constant=True)
    def attemptsLeft(self) -> int:
        return self._scene.attempts_left

    @Property(bool, constant=True)
    def rejected(self) -> bool:
        """True when the PIN just entered was wrong."""
        return self._scene.rejected

    @Slot()
    def askCounter(self) -> None:
        self._context.dispatch(pe.CounterAsked())

    def entered(self, secret: Secret) -> None:
        self._context.dispatch(ev.PinEntered(secret))
