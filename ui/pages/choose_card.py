"""Which card it is, where it is no identity card or an old one."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtQml import QmlElement

from kiosk.session import pin_events as pe
from kiosk.session import pin_states as pin
from kiosk.session.pin_values import CardTrouble
from ui.pages.context import PageContext

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class ChooseCardPage(QObject):
    def __init__(self, _scene: pin.ChooseCard, context: PageContext) -> None:
        super().__init__()
        self._context = context

    @Slot(str)
    def choose(self, trouble: str) -> None:
        """One of residencePermit, euCard, expired and notAnIdCard."""
        self._context.dispatch(pe.CardTold(CardTrouble(trouble)))
