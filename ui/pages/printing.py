"""The paper comes out."""

from PySide6.QtCore import Property, QObject
from PySide6.QtQml import QmlElement

from kiosk.session import states as st
from ui.pages.context import PageContext
from ui.pages.papers import paper_of

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class PrintingPage(QObject):
    def __init__(self, scene: st.Printing, _context: PageContext) -> None:
        super().__init__()
        self._paper = paper_of(scene.outcome)

    @Property(str, constant=True)
    def paper(self) -> str:
        """What comes out: document, slip or receipt."""
        return self._paper.value
