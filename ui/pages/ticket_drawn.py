"""A place in the waiting area: the number, where to wait, and about how long."""

from PySide6.QtCore import Property, QObject, Slot
from PySide6.QtQml import QmlElement

from kiosk.session import desk_states as dk
from kiosk.session import events as ev
from ui.pages.context import PageContext
from ui.pages.slips import code_of, fate_of, file_of

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class TicketDrawnPage(QObject):
    def __init__(self, scene: dk.TicketDrawn, context: PageContext) -> None:
        super().__init__()
        self._scene = scene
        self._context = context

    @Property(str, constant=True)
    def number(self) -> str:
        return self._scene.ticket.ticket

    @Property(str, constant=True)
    def area(self) -> str:
        return self._scene.ticket.waiting_area

    @Property(int, constant=True)
    def minutes(self) -> int:
        """About how long it takes."""
        return self._scene.ticket.estimated_minutes

    @Property(str, constant=True)
    def fate(self) -> str:
        """What became of the slip: notAsked, onItsWay, printed, saved or missing."""
        return fate_of(self._scene.slip)

    @Property(str, constant=True)
    def code(self) -> str:
        """The code for the staff when the slip is missing."""
        return code_of(self._scene.slip)

    @Property(str, constant=True)
    def file(self) -> str:
        """The file's name where there is no printer."""
        return file_of(self._scene.slip)

    @Slot()
    def printAgain(self) -> None:
        self._context.dispatch(ev.SlipAsked())

    @Slot()
    def finish(self) -> None:
        self._context.dispatch(ev.Continue())
