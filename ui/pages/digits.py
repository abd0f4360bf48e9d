"""Digits that stay in one buffer here: the screen learns only how many there are."""

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from cardreader.secret import Secret
from ui.pages.context import PageContext
from ui.pages.typed_secret import TypedSecret

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class DigitsPage(QObject):
    """What every screen with a PIN pad has; a page says what becomes of the digits in `entered`."""

    typedChanged = Signal()

    def __init__(self, digits: int, context: PageContext) -> None:
        super().__init__()
        self._digits = digits
        self._context = context
        self._typed = TypedSecret(digits)

    @Property(int, constant=True)
    def digits(self) -> int:
        """How many digits the number has."""
        return self._digits

    @Property(int, notify=typedChanged)
    def typed(self) -> int:
        """How many of them are typed."""
        return len(self._typed)

    @Slot(int)
    def press(self, digit: int) -> None:
        """Take one digit, 0 to 9; what is too much is dropped."""
        if 0 <= digit <= 9 and self._typed.put(str(digit)):
            self.typedChanged.emit()

    @Slot()
    def deleteLast(self) -> None:
        self._typed.delete_last()
        self.typedChanged.emit()

    @Slot()
    def deleteAll(self) -> None:
        self._typed.wipe()
        self.typedChanged.emit()

    @Slot()
    def confirm(self) -> None:
        """Hand the digits over, once, and keep nothing."""
        if len(self._typed) == self._digits:
            secret = self._typed.take()
            self.typedChanged.emit()
            self.entered(secret)

    def entered(self, secret: Secret) -> None:
        """Take what was typed and confirmed."""
        raise NotImplementedError

    def wipe(self) -> None:
        self.deleteAll()
