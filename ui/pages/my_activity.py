"""Who saw or used what of the account, the latest first."""

from PySide6.QtCore import Property, QObject, Slot
from PySide6.QtQml import QmlElement

from kiosk.session import own_events as oe
from kiosk.session import own_states as own
from ui.pages.context import PageContext
from ui.pages.moments import parts

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class MyActivityPage(QObject):
    def __init__(self, scene: own.MyActivity, context: PageContext) -> None:
        super().__init__()
        self._entries = scene.entries
        self._context = context

    @Property(list, constant=True)
    def entries(self) -> list[dict[str, object]]:
        """Rows of at, kind (the contract's word), method, recipient and terminal; empty where nobody says."""
        return [
            {
                "at": parts(each.at),
                "kind": each.kind,
                "method": each.method or "",
                "recipient": each.recipient or "",
                "terminal": each.terminal_id or "",
            }
            for each in self._entries.items
        ]

    @Property(bool, constant=True)
    def more(self) -> bool:
        """Whether there are earlier entries."""
        return self._entries.next_cursor is not None

    @Slot()
    def showEarlier(self) -> None:
        self._context.dispatch(oe.EarlierAsked())
