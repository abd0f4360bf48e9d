"""The services of one topic, each with what it is and what it costs."""

from PySide6.QtCore import Property, QObject, Slot
from PySide6.QtQml import QmlElement

from kiosk.session import events as ev
from kiosk.session import states as st
from ui.pages.context import PageContext
from ui.pages.service_rows import service_row

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class ChooseServicePage(QObject):
    def __init__(self, scene: st.ChooseService, context: PageContext) -> None:
        super().__init__()
        self._scene = scene
        self._context = context

    @Property(str, constant=True)
    def topic(self) -> str:
        return self._context.say(self._scene.topic.title)

    @Property(list, constant=True)
    def services(self) -> list[dict[str, object]]:
        """Rows of id, icon, title and summary, in the topic's order."""
        offered = {service.id: service for service in self._scene.catalogue.services}
        return [
            service_row(offered[each], self._context)
            for each in self._scene.topic.service_ids
            if each in offered
        ]

    @Slot(str)
    def choose(self, service_id: str) -> None:
        self._context.dispatch(ev.ServiceChosen(service_id))
