"""The applications: which service, where it stands, since when."""

from PySide6.QtCore import Property, QObject, Slot
from PySide6.QtQml import QmlElement

from kiosk.session import own_events as oe
from kiosk.session import own_states as own
from ui.pages.context import PageContext
from ui.pages.moments import parts

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class MyApplicationsPage(QObject):
    def __init__(self, scene: own.MyApplications, context: PageContext) -> None:
        super().__init__()
        self._applications = scene.applications
        self._context = context

    @Property(list, constant=True)
    def applications(self) -> list[dict[str, object]]:
        """Rows of id, title, state (the contract's word), reference and changed."""
        return [
            {
                "id": each.id,
                "title": self._context.say(each.title),
                "state": each.state.value,
                "reference": each.reference or "",
                "changed": parts(each.changed_at),
            }
            for each in self._applications.items
        ]

    @Property(bool, constant=True)
    def more(self) -> bool:
        """Whether there are earlier applications."""
        return self._applications.next_cursor is not None

    @Slot(str)
    def open(self, application_id: str) -> None:
        self._context.dispatch(oe.EntryChosen(application_id))

    @Slot()
    def showEarlier(self) -> None:
        self._context.dispatch(oe.EarlierAsked())
