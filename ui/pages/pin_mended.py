"""The PIN is right, new, or has its attempts again."""

from PySide6.QtCore import Property, QObject, Slot
from PySide6.QtQml import QmlElement

from kiosk.session import events as ev
from kiosk.session import pin_events as pe
from kiosk.session import pin_states as pin
from kiosk.session.errand import ByDetour
from kiosk.session.pin_values import PinWish
from ui.pages.context import PageContext

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class PinMendedPage(QObject):
    def __init__(self, scene: pin.PinMended, context: PageContext) -> None:
        super().__init__()
        self._task = scene.task
        self._context = context

    @Property(str, constant=True)
    def wish(self) -> str:
        """What was done: set, change, check or unblock."""
        return self._task.wish.value

    @Property(str, constant=True)
    def waiting(self) -> str:
        """Title of the service that waits; empty where none does."""
        match self._task.errand.way:
            case ByDetour(errand):
                return errand.service.title.in_language(self._context.language.value)
            case _:
                return ""

    @Slot()
    def goOn(self) -> None:
        self._context.dispatch(ev.Continue())

    @Slot()
    def check(self) -> None:
        """Try the PIN that was unblocked."""
        self._context.dispatch(pe.WishTold(PinWish.CHECK))
