"""The six digits: they stay in one buffer here; the screen learns only how many there are."""

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from cardreader.secret import Secret
from kiosk.session import events as ev
from kiosk.session import states as st
from ui.pages.context import PageContext

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1

DIGITS = 6


@QmlElement
class EnterPinPage(QObject):
    typedChanged = Signal()

    def __init__(self, scene: st.EnterPin, context: PageContext) -> None:
        super().__init__()
        self._scene = scene
        self._context = context
        # Its full length from the start: a growing bytearray may leave copies behind.
        self._digits = bytearray(DIGITS)
        self._count = 0

    @Property(int, constant=True)
    def digits(self) -> int:
        """How many digits the PIN has."""
        return DIGITS

    @Property(int, notify=typedChanged)
    def typed(self) -> int:
        """How many of them are typed."""
        return self._count

    @Property(int, constant=True)
    def attemptsLeft(self) -> int:
        return self._scene.attempts_left

    @Property(bool, constant=True)
    def rejected(self) -> bool:
        """True when the PIN just entered was wrong."""
        return self._scene.rejected

    @Slot(int)
    def press(self, digit: int) -> None:
        """Take one digit, 0 to 9; what is too much is dropped."""
        if self._count < DIGITS and 0 <= digit <= 9:
            self._digits[self._count] = ord("0") + digit
            self._count += 1
            self.typedChanged.emit()

    @Slot()
    def deleteLast(self) -> None:
        if self._count > 0:
            self._count -= 1
            self._digits[self._count] = 0
            self.typedChanged.emit()

    @Slot()
    def deleteAll(self) -> None:
        self.wipe()

    @Slot()
    def confirm(self) -> None:
        """Hand the PIN over, once, and keep nothing."""
        if self._count == DIGITS:
            pin = Secret(self._digits)
            self.wipe()
            self._context.dispatch(ev.PinEntered(pin))

    @Slot()
    def askPinHelp(self) -> None:
        self._context.dispatch(ev.PinHelpAsked())

    def wipe(self) -> None:
        self._digits[:] = bytes(DIGITS)
        self._count = 0
        self.typedChanged.emit()
