"""The offices that make appointments, each with its address."""

from PySide6.QtCore import Property, QObject, Slot
from PySide6.QtQml import QmlElement

from kiosk.session import appointment_events as ae
from kiosk.session import appointment_states as ap
from kiosk.session.scenes.finding_time import can_do_without
from ui.pages.context import PageContext

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class ChooseOfficePage(QObject):
    def __init__(self, scene: ap.ChooseOffice, context: PageContext) -> None:
        super().__init__()
        self._scene = scene
        self._context = context

    @Property(list, constant=True)
    def offices(self) -> list[dict[str, object]]:
        """Rows of id, name and address."""
        return [{"id": each.id, "name": each.name, "address": each.address} for each in self._scene.offices]

    @Property(str, constant=True)
    def word(self) -> str:
        """What there is to say of the last try: nothing, gone or full."""
        return self._scene.word.value

    @Property(bool, constant=True)
    def optional(self) -> bool:
        """True where the application may go without an appointment."""
        return can_do_without(self._scene.occasion)

    @Slot(str)
    def choose(self, office_id: str) -> None:
        self._context.dispatch(ae.OfficeChosen(office_id))

    @Slot()
    def goWithout(self) -> None:
        self._context.dispatch(ae.NoTimeWanted())
