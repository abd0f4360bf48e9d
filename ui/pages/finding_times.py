"""The city says which times of a day are free."""

from PySide6.QtCore import QObject
from PySide6.QtQml import QmlElement

from kiosk.session import appointment_states as ap
from ui.pages.context import PageContext

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class FindingTimesPage(QObject):
    def __init__(self, _scene: ap.FindingTimes, _context: PageContext) -> None:
        super().__init__()
