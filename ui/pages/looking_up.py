"""The city is being asked for something of the visitor's own, or told of something."""

from PySide6.QtCore import Property, QObject
from PySide6.QtQml import QmlElement

from kiosk.session import own_effects as want
from kiosk.session import own_states as own
from ui.pages.context import PageContext

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class LookingUpPage(QObject):
    def __init__(self, scene: own.LookingUp, _context: PageContext) -> None:
        super().__init__()
        self._wish = scene.wish

    @Property(bool, constant=True)
    def printing(self) -> bool:
        return isinstance(self._wish, want.PrintEnclosure | want.PrintDocument)
