"""The card left the reader in the middle of an application: covered until it is back."""

from PySide6.QtCore import QObject
from PySide6.QtQml import QmlElement

from kiosk.session import states as st
from ui.pages.context import PageContext

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class PutCardBackPage(QObject):
    def __init__(self, _overlay: st.PutCardBack, _context: PageContext) -> None:
        super().__init__()
