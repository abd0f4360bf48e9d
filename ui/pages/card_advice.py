"""What an office does about a card, and the code that opens the case there."""

from PySide6.QtCore import Property, QObject, Slot
from PySide6.QtQml import QmlElement

from kiosk.session import door_events as knock
from kiosk.session import events as ev
from kiosk.session import pin_states as pin
from kiosk.session.pin_slips import CARD_CODES
from ui.pages import slips
from ui.pages.context import PageContext

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class CardAdvicePage(QObject):
    def __init__(self, scene: pin.CardAdvice, context: PageContext) -> None:
        super().__init__()
        self._scene = scene
        self._context = context

    @Property(str, constant=True)
    def trouble(self) -> str:
        """switchedOff, expired, notAnIdCard, residencePermit, euCard, pukUsedUp or readerKeepsPin."""
        return self._scene.trouble.value

    @Property(str, constant=True)
    def code(self) -> str:
        """What staff type to open the case."""
        return CARD_CODES[self._scene.trouble]

    @Property(str, constant=True)
    def slip(self) -> str:
        return slips.fate_of(self._scene.slip)

    @Property(str, constant=True)
    def slipCode(self) -> str:
        return slips.code_of(self._scene.slip)

    @Property(str, constant=True)
    def slipFile(self) -> str:
        return slips.file_of(self._scene.slip)

    @Slot()
    def printSlip(self) -> None:
        self._context.dispatch(ev.SlipAsked())

    @Property(bool, constant=True)
    def offersAppointment(self) -> bool:
        """True when the counter keeps times for this."""
        return self._scene.errand.definition.appointment is not None

    @Slot()
    def bookAppointment(self) -> None:
        self._context.dispatch(knock.AppointmentAsked())

    @Slot()
    def finish(self) -> None:
        self._context.dispatch(ev.Continue())
