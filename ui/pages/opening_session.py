"""A session of nobody is being opened: the service asks for no sign-in."""

from PySide6.QtCore import QObject
from PySide6.QtQml import QmlElement

from kiosk.session import sign_in_states as si
from ui.pages.context import PageContext

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class OpeningSessionPage(QObject):
    def __init__(self, _scene: si.OpeningSession, _context: PageContext) -> None:
        super().__init__()
