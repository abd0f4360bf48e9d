"""One message: its text in short paragraphs, what came with it, what was answered."""

from PySide6.QtCore import Property, QObject, Slot
from PySide6.QtQml import QmlElement

from kiosk.session import own_events as oe
from kiosk.session import own_states as own
from ui.pages.context import PageContext
from ui.pages.moments import parts
from ui.pages.paragraphs import SHORTEST, paragraphs
from ui.pages.slips import code_of, fate_of, file_of

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class ReadMessagePage(QObject):
    def __init__(self, scene: own.ReadMessage, context: PageContext) -> None:
        super().__init__()
        self._message = scene.message
        self._paper = scene.paper
        self._context = context

    @Property(str, constant=True)
    def subject(self) -> str:
        return self._message.head.subject

    @Property(str, constant=True)
    def writer(self) -> str:
        return self._message.head.sender

    @Property(str, constant=True)
    def reference(self) -> str:
        """The office's own name for the case; empty where it gave none."""
        return self._message.head.reference or ""

    @Property(dict, constant=True)
    def received(self) -> dict[str, object]:
        return parts(self._message.head.received_at)

    @Property(str, constant=True)
    def kind(self) -> str:
        """Message, decision or request."""
        return self._message.head.kind.value

    @Property(dict, constant=True)
    def served(self) -> dict[str, object]:
        """When a decision took legal effect, in parts; empty for anything else."""
        return parts(self._message.served_at) if self._message.served_at else {}

    @Property(list, constant=True)
    def paragraphs(self) -> list[str]:
        return list(paragraphs(self._message.body))

    @Property(list, constant=True)
    def shortParagraphs(self) -> list[str]:
        """The same, cut for the largest text on half a screen."""
        return list(paragraphs(self._message.body, SHORTEST))

    @Property(list, constant=True)
    def enclosures(self) -> list[dict[str, object]]:
        """Rows of number, name and printable."""
        return [
            {"number": str(each.number), "name": each.filename, "printable": each.is_printable}
            for each in self._message.attachments
        ]

    @Property(list, constant=True)
    def replies(self) -> list[dict[str, object]]:
        """Rows of sent and text."""
        return [{"sent": parts(each.sent_at), "text": each.text} for each in self._message.replies]

    @Property(str, constant=True)
    def paper(self) -> str:
        """What became of what was printed: notAsked, printed, saved or missing."""
        return fate_of(self._paper)

    @Property(str, constant=True)
    def code(self) -> str:
        """The code for the staff when nothing came out; else empty."""
        return code_of(self._paper)

    @Property(str, constant=True)
    def file(self) -> str:
        return file_of(self._paper)

    @Slot(str)
    def printOut(self, number: str) -> None:
        self._context.dispatch(oe.PrintAsked(number))

    @Slot()
    def reply(self) -> None:
        self._context.dispatch(oe.ReplyAsked())
