"""Card and city prove themselves to each other; how far they are."""

from PySide6.QtCore import Property, QObject
from PySide6.QtQml import QmlElement

from cardreader.eid_client.exchange import Progress
from kiosk.session import states as st
from ui.pages.context import PageContext

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1

_ORDER = (Progress.PIN, Progress.TERMINAL, Progress.CHIP, Progress.READING)


@QmlElement
class SigningInPage(QObject):
    def __init__(self, scene: st.SigningIn, _context: PageContext) -> None:
        super().__init__()
        self._progress = scene.progress

    @Property(int, constant=True)
    def step(self) -> int:
        """Number of the step that is being done, 1 to 4."""
        return _ORDER.index(self._progress) + 1
