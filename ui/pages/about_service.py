"""Fee, time, result and needs of a service, before anything is asked."""

from PySide6.QtCore import Property, QObject, Slot
from PySide6.QtQml import QmlElement

from kiosk.services.definition import Pictured
from kiosk.session import events as ev
from kiosk.session import states as st
from ui.pages.context import PageContext

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class AboutServicePage(QObject):
    def __init__(self, scene: st.AboutService, context: PageContext) -> None:
        super().__init__()
        self._service = scene.errand.service
        self._definition = scene.errand.definition
        self._context = context

    @Property(str, constant=True)
    def summary(self) -> str:
        return self._context.say(self._definition.summary or self._service.summary)

    @Property(str, constant=True)
    def about(self) -> str:
        return self._context.say(self._definition.about)

    @Property(str, constant=True)
    def feeNote(self) -> str:
        """What the city says about the fee; empty when the amounts say it all."""
        return self._context.say(self._definition.fee_note)

    @Property(int, constant=True)
    def fromCents(self) -> int:
        return self._service.fee_from.amount_cents

    @Property(int, constant=True)
    def toCents(self) -> int:
        return self._service.fee_to.amount_cents

    @Property(int, constant=True)
    def durationLeast(self) -> int:
        return self._definition.duration.least

    @Property(int, constant=True)
    def durationMost(self) -> int:
        return self._definition.duration.most

    @Property(str, constant=True)
    def durationUnit(self) -> str:
        """minute, hour, day, week or month."""
        return self._definition.duration.unit.value

    @Property(list, constant=True)
    def bring(self) -> list[dict[str, object]]:
        """Rows of icon, title and text: what the visitor needs at hand."""
        return [self._pictured(each) for each in self._definition.bring]

    @Property(list, constant=True)
    def result(self) -> list[dict[str, object]]:
        """No row or one: what the visitor has in the end."""
        result = self._definition.result
        return [] if result is None else [self._pictured(result)]

    @Property(str, constant=True)
    def level(self) -> str:
        """Level of assurance: none, normal, substantiell or hoch."""
        return self._definition.required_level.value

    @Property(bool, constant=True)
    def endsInPaper(self) -> bool:
        """The city gives its answer on paper, here and now."""
        return "printHere" in self._definition.delivery_channels

    @Property(bool, constant=True)
    def elsewhere(self) -> bool:
        """True when another authority's portal goes on from here."""
        return self._definition.external is not None

    @Property(bool, constant=True)
    def isOpen(self) -> bool:
        """False while nobody can use the service."""
        return self._service.is_open

    @Property(str, constant=True)
    def closedBecause(self) -> str:
        """Why it is not open; empty where the city does not say."""
        return self._context.say(self._service.closed_because)

    @Slot()
    def proceed(self) -> None:
        self._context.dispatch(ev.Continue())

    @Slot()
    def askPinHelp(self) -> None:
        self._context.dispatch(ev.PinHelpAsked())

    def _pictured(self, line: Pictured) -> dict[str, object]:
        say = self._context.say
        return {"icon": f"icon-{line.icon}", "title": say(line.title), "text": say(line.text)}
