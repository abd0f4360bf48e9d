"""The end of the account is noted: when it takes effect."""

from PySide6.QtCore import Property, QObject, Slot
from PySide6.QtQml import QmlElement

from kiosk.session import events as ev
from kiosk.session import own_states as own
from ui.pages.context import PageContext
from ui.pages.moments import parts

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class AccountEndsPage(QObject):
    def __init__(self, scene: own.AccountEnds, context: PageContext) -> None:
        super().__init__()
        self._request = scene.request
        self._context = context

    @Property(dict, constant=True)
    def effective(self) -> dict[str, object]:
        """Until when it can be taken back, in parts."""
        return parts(self._request.effective_at)

    @Slot()
    def finish(self) -> None:
        self._context.dispatch(ev.Continue())
