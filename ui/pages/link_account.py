"""Whether the account that fits a new card is the visitor's."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtQml import QmlElement

from kiosk.session import events as ev
from kiosk.session import sign_in_states as si
from ui.pages.context import PageContext

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class LinkAccountPage(QObject):
    def __init__(self, _scene: si.LinkAccount, context: PageContext) -> None:
        super().__init__()
        self._context = context

    @Slot(bool)
    def decide(self, mine: bool) -> None:
        self._context.dispatch(ev.AccountDecided(mine))
