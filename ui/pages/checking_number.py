"""The card is busy with what was typed."""

from PySide6.QtCore import Property, QObject
from PySide6.QtQml import QmlElement

from kiosk.session import pin_states as pin
from ui.pages.context import PageContext

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class CheckingNumberPage(QObject):
    def __init__(self, scene: pin.CheckingNumber, _context: PageContext) -> None:
        super().__init__()
        self._number = scene.number.value

    @Property(str, constant=True)
    def number(self) -> str:
        """What it is: pin, can, puk or newPin."""
        return self._number
