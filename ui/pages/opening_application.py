"""The city opens a draft and fills it in from the card."""

from PySide6.QtCore import Property, QObject
from PySide6.QtQml import QmlElement

from kiosk.bochum_id.values import Level
from kiosk.session import states as st
from ui.pages.context import PageContext

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class OpeningApplicationPage(QObject):
    def __init__(self, scene: st.OpeningApplication, _context: PageContext) -> None:
        super().__init__()
        self._session = scene.session

    @Property(bool, constant=True)
    def signedIn(self) -> bool:
        """False for an application of nobody: there is nothing to fill in."""
        return self._session.level is not Level.NONE
