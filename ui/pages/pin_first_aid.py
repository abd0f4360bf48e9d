"""The front door of PIN first aid: which number is at hand."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtQml import QmlElement

from kiosk.session import door_events as knock
from kiosk.session import door_states as door
from kiosk.session import pin_events as pe
from ui.pages.context import PageContext

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class PinFirstAidPage(QObject):
    def __init__(self, _scene: door.PinFirstAid, context: PageContext) -> None:
        super().__init__()
        self._context = context

    @Slot(str)
    def choose(self, at_hand: str) -> None:
        """One of own, letter and nothing."""
        self._context.dispatch(knock.PinAtHandTold(door.PinAtHand(at_hand)))

    @Slot()
    def askOtherCard(self) -> None:
        """Perhaps it is another kind of card."""
        self._context.dispatch(pe.OtherCardAsked())
