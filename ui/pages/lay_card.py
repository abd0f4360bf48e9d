"""PIN first aid waits for the card."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtQml import QmlElement

from kiosk.session import pin_events as pe
from kiosk.session import pin_states as pin
from ui.pages.context import PageContext

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class LayCardPage(QObject):
    def __init__(self, _scene: pin.LayCard, context: PageContext) -> None:
        super().__init__()
        self._context = context

    @Slot()
    def askCounter(self) -> None:
        self._context.dispatch(pe.CounterAsked())
