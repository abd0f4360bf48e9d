"""PIN first aid looks which card lies there."""

from PySide6.QtCore import QObject
from PySide6.QtQml import QmlElement

from kiosk.session import pin_states as pin
from ui.pages.context import PageContext

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class LookingAtCardPage(QObject):
    def __init__(self, _scene: pin.LookingAtCard, _context: PageContext) -> None:
        super().__init__()
