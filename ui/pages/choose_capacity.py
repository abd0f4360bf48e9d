"""For whom the visitor acts: for themselves, or for an organisation."""

from PySide6.QtCore import Property, QObject, Slot
from PySide6.QtQml import QmlElement

from kiosk.bochum_id.organisations import Reach
from kiosk.bochum_id.values import Audience
from kiosk.session import own_events as oe
from kiosk.session import own_states as own
from ui.pages.context import PageContext

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class ChooseCapacityPage(QObject):
    def __init__(self, scene: own.ChooseCapacity, context: PageContext) -> None:
        super().__init__()
        self._scene = scene
        self._context = context

    @Property(str, constant=True)
    def name(self) -> str:
        return self._scene.owner.session.display_name

    @Property(bool, constant=True)
    def forOneself(self) -> bool:
        """Whether the service is for citizens as well."""
        return Audience.CITIZEN in self._scene.owner.errand.definition.audience

    @Property(list, constant=True)
    def organisations(self) -> list[dict[str, object]]:
        """Rows of id, name and full: whether the visitor may act for it, or only look."""
        return [
            {"id": each.id, "name": each.name, "full": each.reach is Reach.FULL}
            for each in self._scene.organisations
        ]

    @Slot(str)
    def choose(self, organisation_id: str) -> None:
        """Act for this one; empty for oneself."""
        self._context.dispatch(oe.CapacityChosen(organisation_id))
