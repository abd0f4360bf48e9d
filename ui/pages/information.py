"""What there is to know: sections of text with large telephone numbers, and a slip of it all."""

from PySide6.QtCore import Property, QObject, Slot
from PySide6.QtQml import QmlElement

from kiosk.session import door_events as knock
from kiosk.session import door_states as door
from kiosk.session import events as ev
from ui.pages import slips
from ui.pages.context import PageContext

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class InformationPage(QObject):
    def __init__(self, scene: door.Information, context: PageContext) -> None:
        super().__init__()
        self._scene = scene
        self._context = context

    @Property(str, constant=True)
    def summary(self) -> str:
        errand = self._scene.errand
        return self._context.say(errand.definition.summary or errand.service.summary)

    @Property(str, constant=True)
    def about(self) -> str:
        return self._context.say(self._scene.errand.definition.about)

    @Property(list, constant=True)
    def sections(self) -> list[dict[str, str]]:
        """Rows of icon, title, text, and a telephone number or nothing."""
        say = self._context.say
        return [
            {
                "icon": f"icon-{each.icon}",
                "title": say(each.title),
                "text": say(each.text),
                "telephone": each.telephone,
            }
            for each in self._scene.errand.definition.information
        ]

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
