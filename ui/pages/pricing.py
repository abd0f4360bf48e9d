"""The answers are being saved, and the city says what it costs."""

from PySide6.QtCore import QObject
from PySide6.QtQml import QmlElement

from kiosk.session import states as st
from ui.pages.context import PageContext

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class PricingPage(QObject):
    def __init__(self, _scene: st.Pricing, _context: PageContext) -> None:
        super().__init__()
