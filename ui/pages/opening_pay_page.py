"""A page to pay on by phone is being opened."""

from PySide6.QtCore import QObject
from PySide6.QtQml import QmlElement

from kiosk.session import payment_states as pay
from ui.pages.context import PageContext

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class OpeningPayPagePage(QObject):
    def __init__(self, _scene: pay.OpeningPayPage, _context: PageContext) -> None:
        super().__init__()
