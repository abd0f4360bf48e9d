"""An answer to a message, typed."""

from PySide6.QtCore import Property, QObject, Slot
from PySide6.QtQml import QmlElement

from kiosk.session import events as ev
from kiosk.session import own_events as oe
from kiosk.session import own_states as own
from kiosk.session.scenes.own_things import LONGEST_REPLY
from ui.pages.context import PageContext

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class WriteReplyPage(QObject):
    def __init__(self, scene: own.WriteReply, context: PageContext) -> None:
        super().__init__()
        self._scene = scene
        self._context = context

    @Property(str, constant=True)
    def subject(self) -> str:
        return self._scene.message.head.subject

    @Property(str, constant=True)
    def writer(self) -> str:
        return self._scene.message.head.sender

    @Property(str, constant=True)
    def text(self) -> str:
        return self._scene.text

    @Property(int, constant=True)
    def most(self) -> int:
        """How many characters it may have."""
        return LONGEST_REPLY

    @Property(bool, constant=True)
    def ready(self) -> bool:
        return self._scene.text.strip() != ""

    @Slot(str)
    def type(self, text: str) -> None:
        self._context.dispatch(oe.Typed(text))

    @Slot()
    def send(self) -> None:
        self._context.dispatch(ev.Continue())
