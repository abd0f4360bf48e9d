"""Which six digits: what the visitor has at hand, and where that leads."""

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.bochum_id.values import Destination
from kiosk.session import door_events as knock
from kiosk.session import events as ev
from kiosk.session import states as st
from ui.pages.context import PageContext

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class PinHelpPage(QObject):
    hasChanged = Signal()

    def __init__(self, overlay: st.PinHelp, context: PageContext) -> None:
        super().__init__()
        self._leads_on = overlay.leads_on
        self._context = context
        self._has = ""

    @Property(str, notify=hasChanged)
    def has(self) -> str:
        """What the visitor has: own, letter or nothing; empty while it is asked."""
        return self._has

    @Property(bool, constant=True)
    def leadsOn(self) -> bool:
        """True where the way to PIN first aid is open."""
        return self._leads_on

    @Slot()
    def goOn(self) -> None:
        self._context.dispatch(knock.DoorChosen(Destination.PIN_FIRST_AID))

    @Slot(str)
    def choose(self, has: str) -> None:
        self._has = has
        self.hasChanged.emit()

    @Slot()
    def close(self) -> None:
        self._context.dispatch(ev.OverlayClosed())
