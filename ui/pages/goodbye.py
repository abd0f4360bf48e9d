"""The last words; loud ones when the card is still on the reader."""

from PySide6.QtCore import Property, QObject
from PySide6.QtQml import QmlElement

from kiosk.session import states as st
from ui.pages.context import PageContext

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class GoodbyePage(QObject):
    def __init__(self, scene: st.Goodbye, _context: PageContext) -> None:
        super().__init__()
        self._card_on_reader = scene.card_on_reader
        self._paper_printed = scene.paper_printed

    @Property(bool, constant=True)
    def cardOnReader(self) -> bool:
        return self._card_on_reader

    @Property(bool, constant=True)
    def paperPrinted(self) -> bool:
        """Whether something came out of the printer, and may still lie there."""
        return self._paper_printed
