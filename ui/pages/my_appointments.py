"""The appointments: when, where, the number to be called by."""

from PySide6.QtCore import Property, QObject, Slot
from PySide6.QtQml import QmlElement

from kiosk.session import own_events as oe
from kiosk.session import own_states as own
from ui.pages.context import PageContext
from ui.pages.moments import parts

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class MyAppointmentsPage(QObject):
    def __init__(self, scene: own.MyAppointments, context: PageContext) -> None:
        super().__init__()
        self._appointments = scene.appointments
        self._services = {each.id: each.title for each in scene.owner.errand.catalogue.services}
        self._context = context

    @Property(list, constant=True)
    def appointments(self) -> list[dict[str, object]]:
        """Rows of id, start, service, office, address and number."""
        return [
            {
                "id": each.id,
                "start": parts(each.start),
                "service": self._context.say(self._services.get(each.service_id)),
                "office": each.office.name,
                "address": each.office.address,
                "number": each.number,
            }
            for each in self._appointments
        ]

    @Slot(str)
    def cancel(self, appointment_id: str) -> None:
        self._context.dispatch(oe.EntryChosen(appointment_id))
