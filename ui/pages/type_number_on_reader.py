"""A number of the card is typed on the reader's own keys: nothing of it comes here."""

from PySide6.QtCore import Property, QObject, Slot
from PySide6.QtQml import QmlElement

from kiosk.session import events as ev
from kiosk.session import pin_states as pin
from kiosk.session.pin_values import PinWish
from ui.pages.context import PageContext

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class TypeNumberOnReaderPage(QObject):
    def __init__(self, scene: pin.TypeNumberOnReader, context: PageContext) -> None:
        super().__init__()
        self._scene = scene
        self._context = context

    @Property(str, constant=True)
    def number(self) -> str:
        """What the reader asks for: pin, can, puk or newPin."""
        return self._scene.number.value

    @Property(bool, constant=True)
    def ofLetter(self) -> bool:
        """True when the PIN as it is stands in the letter, and has five digits."""
        resuming = self._scene.resuming
        return isinstance(resuming, pin.PinTask) and resuming.wish is PinWish.SET

    @Property(bool, constant=True)
    def forSignIn(self) -> bool:
        """True when a sign-in goes on behind it."""
        return isinstance(self._scene.resuming, pin.ForSignIn)

    @Property(int, constant=True)
    def attemptsLeft(self) -> int:
        return self._scene.attempts_left

    @Property(str, constant=True)
    def word(self) -> str:
        """Why it asks: first; wrong: the number was not right; different, length: the new PIN was not."""
        return self._scene.word.value

    @Slot()
    def askPinHelp(self) -> None:
        self._context.dispatch(ev.PinHelpAsked())
