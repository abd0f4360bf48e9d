"""The messages: who wrote, what about, whether it was read, and whether the card is needed for it."""

from PySide6.QtCore import Property, QObject, Slot
from PySide6.QtQml import QmlElement

from kiosk.bochum_id.mailbox import MessageHead
from kiosk.session import own_events as oe
from kiosk.session import own_states as own
from kiosk.session.scenes.looking_up import reaches
from ui.pages.context import PageContext
from ui.pages.moments import parts

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class MyMailboxPage(QObject):
    def __init__(self, scene: own.MyMailbox, context: PageContext) -> None:
        super().__init__()
        self._messages = scene.messages
        self._session = scene.owner.session
        self._context = context

    @Property(list, constant=True)
    def messages(self) -> list[dict[str, object]]:
        """Rows of id, subject, sender, kind (message, decision, request), read, locked and received."""
        return [self._row(head) for head in self._messages.items]

    @Property(bool, constant=True)
    def more(self) -> bool:
        """Whether there are earlier messages."""
        return self._messages.next_cursor is not None

    @Slot(str)
    def open(self, message_id: str) -> None:
        self._context.dispatch(oe.EntryChosen(message_id))

    @Slot()
    def showEarlier(self) -> None:
        self._context.dispatch(oe.EarlierAsked())

    def _row(self, head: MessageHead) -> dict[str, object]:
        return {
            "id": head.id,
            "subject": head.subject,
            "sender": head.sender,
            "kind": head.kind.value,
            "read": head.read,
            "locked": not reaches(self._session, head.level),
            "received": parts(head.received_at),
        }
