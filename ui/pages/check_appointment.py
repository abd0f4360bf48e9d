"""Everything about an appointment, before it is made."""

from PySide6.QtCore import Property, QObject, Slot
from PySide6.QtQml import QmlElement

from kiosk.session import appointment_states as ap
from kiosk.session import events as ev
from kiosk.session.scenes.finding_time import title_of
from ui.pages.context import PageContext
from ui.pages.moments import parts

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class CheckAppointmentPage(QObject):
    def __init__(self, scene: ap.CheckAppointment, context: PageContext) -> None:
        super().__init__()
        self._scene = scene
        self._context = context

    @Property(str, constant=True)
    def concern(self) -> str:
        """What it is for."""
        return self._context.say(title_of(self._scene.when.where.occasion))

    @Property(dict, constant=True)
    def start(self) -> dict[str, object]:
        """`year`, `month`, `day`, `hour` and `minute` on the clocks of the office."""
        return parts(self._scene.held.slot.start)

    @Property(str, constant=True)
    def office(self) -> str:
        return self._scene.held.office.name

    @Property(str, constant=True)
    def address(self) -> str:
        return self._scene.held.office.address

    @Property(str, constant=True)
    def name(self) -> str:
        return self._scene.known.family_name

    @Property(str, constant=True)
    def birthYear(self) -> str:
        return self._scene.known.birth_year

    @Property(str, constant=True)
    def reach(self) -> str:
        """Where a confirmation goes; empty where none is wanted."""
        return self._scene.known.reach

    @Slot()
    def book(self) -> None:
        self._context.dispatch(ev.Continue())
