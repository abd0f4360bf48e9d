"""Sent; the card comes first, the paper after it."""

from PySide6.QtCore import QObject
from PySide6.QtQml import QmlElement

from kiosk.session import states as st
from ui.pages.context import PageContext

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class TakeCardPage(QObject):
    def __init__(self, _scene: st.TakeCard, _context: PageContext) -> None:
        super().__init__()
