"""The six digits on the card's front, before the last attempt."""

from PySide6.QtCore import Property, Slot
from PySide6.QtQml import QmlElement

from cardreader.secret import Secret
from kiosk.session import events as ev
from kiosk.session import pin_events as pe
from kiosk.session import pin_states as pin
from kiosk.session.number_length import digits
from ui.pages.context import PageContext
from ui.pages.digits import DigitsPage

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class EnterCanPage(DigitsPage):
    def __init__(self, scene: pin.EnterCan, context: PageContext) -> None:
        super().__init__(digits(scene), context)
        self._scene = scene

    @Property(bool, constant=True)
    def rejected(self) -> bool:
        """True when the CAN just entered was wrong."""
        return self._scene.rejected

    @Slot()
    def askPinHelp(self) -> None:
        self._context.dispatch(ev.PinHelpAsked())

    def entered(self, secret: Secret) -> None:
        self._context.dispatch(pe.CanEntered(secret))
