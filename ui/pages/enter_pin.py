"""The six digits of one's own PIN, to sign in with."""

from PySide6.QtCore import Property, Slot
from PySide6.QtQml import QmlElement

from cardreader.secret import Secret
from kiosk.session import events as ev
from kiosk.session import states as st
from kiosk.session.number_length import digits
from ui.pages.context import PageContext
from ui.pages.digits import DigitsPage

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class EnterPinPage(DigitsPage):
    def __init__(self, scene: st.EnterPin, context: PageContext) -> None:
        super().__init__(digits(scene), context)
        self._scene = scene

    @Property(int, constant=True)
    def attemptsLeft(self) -> int:
        return self._scene.attempts_left

    @Property(bool, constant=True)
    def rejected(self) -> bool:
        """True when the PIN just entered was wrong."""
        return self._scene.rejected

    @Slot()
    def askPinHelp(self) -> None:
        self._context.dispatch(ev.PinHelpAsked())

    def entered(self, secret: Secret) -> None:
        self._context.dispatch(ev.PinEntered(secret))
