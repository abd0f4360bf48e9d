"""The first screen of one's own things: who is there, and how much there is of everything."""

from PySide6.QtCore import Property, QObject, Slot
from PySide6.QtQml import QmlElement

from kiosk.session import events as ev
from kiosk.session import own_events as oe
from kiosk.session import own_states as own
from ui.pages.context import PageContext
from ui.pages.moments import parts

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class AccountPage(QObject):
    def __init__(self, scene: own.Account, context: PageContext) -> None:
        super().__init__()
        self._overview = scene.overview
        self._name = scene.owner.session.display_name
        self._represented = own.represented(scene.owner)
        self._context = context

    @Property(str, constant=True)
    def name(self) -> str:
        return self._name

    @Property(int, constant=True)
    def unread(self) -> int:
        return self._overview.unread

    @Property(int, constant=True)
    def expected(self) -> int:
        """Applications in which the office waits for the visitor."""
        return self._overview.expected

    @Property(int, constant=True)
    def drafts(self) -> int:
        return self._overview.drafts

    @Property(int, constant=True)
    def underWay(self) -> int:
        return self._overview.under_way

    @Property(int, constant=True)
    def appointments(self) -> int:
        return len(self._overview.appointments)

    @Property(dict, constant=True)
    def nextAppointment(self) -> dict[str, object]:
        """When the next appointment begins, in parts; empty where there is none."""
        return parts(self._overview.appointments[0].start) if self._overview.appointments else {}

    @Property(bool, constant=True)
    def forOneself(self) -> bool:
        """False while these are an organisation's things: the visitor's own data is not among them."""
        return self._represented is None

    @Property(bool, constant=True)
    def represents(self) -> bool:
        """Whether there is somebody else to act for."""
        return bool(self._overview.organisations)

    @Slot()
    def changeCapacity(self) -> None:
        """Ask for whom to act from now on."""
        self._context.dispatch(oe.CapacityAsked())

    @Slot(str)
    def choose(self, room: str) -> None:
        """Go to mailbox, applications, appointments, data or activity."""
        self._context.dispatch(oe.RoomChosen(oe.Room(room)))

    @Slot()
    def finish(self) -> None:
        self._context.dispatch(ev.Continue())
