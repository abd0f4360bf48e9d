"""A waiting number is being drawn."""

from PySide6.QtCore import QObject
from PySide6.QtQml import QmlElement

from kiosk.session import desk_states as dk
from ui.pages.context import PageContext

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class DrawingNumberPage(QObject):
    def __init__(self, _scene: dk.DrawingNumber, _context: PageContext) -> None:
        super().__init__()
