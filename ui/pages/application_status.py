"""One application: where it stands, what happened, what is expected, what can be done."""

from PySide6.QtCore import Property, QObject, Slot
from PySide6.QtQml import QmlElement

from kiosk.bochum_id.own_applications import ApplicationState
from kiosk.session import events as ev
from kiosk.session import own_events as oe
from kiosk.session import own_states as own
from kiosk.session.own_values import DRAFTS, UNDECIDED
from kiosk.session.scenes.resuming import service_of_draft
from ui.pages.context import PageContext
from ui.pages.moments import parts
from ui.pages.slips import code_of, fate_of, file_of

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class ApplicationStatusPage(QObject):
    def __init__(self, scene: own.ApplicationStatus, context: PageContext) -> None:
        super().__init__()
        self._status = scene.status
        self._catalogue = scene.owner.errand.catalogue
        self._paper = scene.paper
        self._context = context

    @Property(str, constant=True)
    def title(self) -> str:
        return self._context.say(self._status.summary.title)

    @Property(str, constant=True)
    def state(self) -> str:
        """The contract's word, such as actionRequired."""
        return self._status.summary.state.value

    @Property(str, constant=True)
    def reference(self) -> str:
        return self._status.summary.reference or ""

    @Property(list, constant=True)
    def timeline(self) -> list[dict[str, object]]:
        """Rows of text and time, the latest first."""
        return [{"text": each.text, "time": parts(each.time)} for each in reversed(self._status.timeline)]

    @Property(list, constant=True)
    def letters(self) -> list[dict[str, object]]:
        """Rows of id, subject, sender, kind and read."""
        return [
            {
                "id": each.id,
                "subject": each.subject,
                "sender": each.sender,
                "kind": each.kind.value,
                "read": each.read,
            }
            for each in self._status.letters
        ]

    @Property(list, constant=True)
    def documents(self) -> list[dict[str, object]]:
        """Rows of id, title and printable."""
        return [
            {"id": each.id, "title": self._context.say(each.title), "printable": each.prints_left > 0}
            for each in self._status.documents
        ]

    @Property(bool, constant=True)
    def expected(self) -> bool:
        """Whether the office waits for the visitor."""
        return self._status.summary.state is ApplicationState.ACTION_REQUIRED

    @Property(bool, constant=True)
    def draft(self) -> bool:
        return self._status.summary.state in DRAFTS

    @Property(bool, constant=True)
    def resumable(self) -> bool:
        """Whether a draft can be gone on with here."""
        return service_of_draft(self._catalogue, self._status) is not None

    @Property(bool, constant=True)
    def withdrawable(self) -> bool:
        return self._status.summary.state in UNDECIDED

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

    @Slot()
    def resume(self) -> None:
        self._context.dispatch(ev.Continue())

    @Slot()
    def takeBack(self) -> None:
        self._context.dispatch(oe.TakeBackAsked())

    @Slot(str)
    def openLetter(self, message_id: str) -> None:
        self._context.dispatch(oe.EntryChosen(message_id))

    @Slot(str)
    def printOut(self, document_id: str) -> None:
        self._context.dispatch(oe.PrintAsked(document_id))
