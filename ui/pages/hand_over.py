"""Another authority's portal: where it is, as a code and in words, and the slip that says so."""

from PySide6.QtCore import Property, QObject, Slot
from PySide6.QtQml import QmlElement

from kiosk.session import door_events as knock
from kiosk.session import door_states as door
from kiosk.session import events as ev
from ui.pages import slips
from ui.pages.context import PageContext
from ui.qr import qr_path

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class HandOverPage(QObject):
    def __init__(self, scene: door.HandOver, context: PageContext) -> None:
        super().__init__()
        self._scene = scene
        self._context = context
        self._external = scene.errand.definition.external
        self._path, self._modules = ("", 1) if self._external is None else qr_path(self._external.url)

    @Property(str, constant=True)
    def portal(self) -> str:
        """What the portal is called."""
        return "" if self._external is None else self._context.say(self._external.portal)

    @Property(str, constant=True)
    def host(self) -> str:
        """The part of the address that people can compare."""
        return "" if self._external is None else self._external.host.replace(".", ".\u200b")

    @Property(str, constant=True)
    def office(self) -> str:
        """Who decides."""
        return self._context.say(self._scene.errand.definition.office)

    @Property(str, constant=True)
    def path(self) -> str:
        """The code's dark modules as an SVG path."""
        return self._path

    @Property(int, constant=True)
    def modules(self) -> int:
        """The code's edge in modules."""
        return self._modules

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
