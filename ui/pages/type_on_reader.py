"""The PIN is typed on the reader's own keys: nothing of it comes here."""

from PySide6.QtCore import Property, QObject, Slot
from PySide6.QtQml import QmlElement

from kiosk.session import events as ev
from kiosk.session import sign_in_states as si
from ui.pages.context import PageContext

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class TypeOnReaderPage(QObject):
    def __init__(self, scene: si.TypeOnReader, context: PageContext) -> None:
        super().__init__()
        self._scene = scene
        self._context = context

    @Property(int, constant=True)
    def attemptsLeft(self) -> int:
        return self._scene.attempts_left

    @Property(bool, constant=True)
    def rejected(self) -> bool:
        """True when the PIN just typed was wrong."""
        return self._scene.rejected

    @Slot()
    def askPinHelp(self) -> None:
        self._context.dispatch(ev.PinHelpAsked())
