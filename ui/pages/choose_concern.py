"""What an appointment or a waiting number is for: one of all services."""

from PySide6.QtCore import Property, QObject, Slot
from PySide6.QtQml import QmlElement

from kiosk.session import desk_states as dk
from kiosk.session import events as ev
from kiosk.session.scenes.arriving import concerns
from ui.pages.context import PageContext

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class ChooseConcernPage(QObject):
    def __init__(self, scene: dk.ChooseConcern, context: PageContext) -> None:
        super().__init__()
        self._scene = scene
        self._context = context

    @Property(bool, constant=True)
    def waits(self) -> bool:
        """True for a waiting number, false for an appointment."""
        return self._scene.wish is dk.DeskWish.WAITING_NUMBER

    @Property(list, constant=True)
    def services(self) -> list[dict[str, object]]:
        """Rows of id, icon and title, in the order of the catalogue."""
        say = self._context.say
        return [
            {"id": service.id, "icon": f"icon-{service.icon}", "title": say(service.title)}
            for service in concerns(self._scene.errand)
        ]

    @Slot(str)
    def choose(self, service_id: str) -> None:
        self._context.dispatch(ev.ServiceChosen(service_id))
