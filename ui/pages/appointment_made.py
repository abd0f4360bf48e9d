"""An appointment that is made: its number, when and where, what to bring, and the slip."""

from PySide6.QtCore import Property, QObject, Slot
from PySide6.QtQml import QmlElement

from kiosk.session import appointment_states as ap
from kiosk.session import events as ev
from ui.pages.context import PageContext
from ui.pages.moments import parts
from ui.pages.slips import code_of, fate_of, file_of

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class AppointmentMadePage(QObject):
    def __init__(self, scene: ap.AppointmentMade, context: PageContext) -> None:
        super().__init__()
        self._scene = scene
        self._context = context

    @Property(str, constant=True)
    def number(self) -> str:
        return self._scene.appointment.number

    @Property(dict, constant=True)
    def start(self) -> dict[str, object]:
        """`year`, `month`, `day`, `hour` and `minute` on the clocks of the office."""
        return parts(self._scene.appointment.start)

    @Property(str, constant=True)
    def office(self) -> str:
        return self._scene.appointment.office.name

    @Property(str, constant=True)
    def address(self) -> str:
        return self._scene.appointment.office.address

    @Property(list, constant=True)
    def bring(self) -> list[str]:
        """What to bring along, in the visitor's language."""
        return list(self._scene.appointment.bring)

    @Property(str, constant=True)
    def cancelCode(self) -> str:
        return self._scene.appointment.cancel_code or ""

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
