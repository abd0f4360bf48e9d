"""One paper that goes with the application: what is there already, and the ways to add it."""

from PySide6.QtCore import Property, QObject, Slot
from PySide6.QtQml import QmlElement

from kiosk.bochum_id.attachments import AttachmentSource
from kiosk.services.form import find_step
from kiosk.session import events as ev
from kiosk.session import file_events as fe
from kiosk.session import file_states as fs
from kiosk.session.scenes.attaching import place
from ui.pages.context import PageContext

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class AttachFilesPage(QObject):
    def __init__(self, scene: fs.AttachFiles, context: PageContext) -> None:
        super().__init__()
        self._scene = scene
        self._context = context
        self._step = find_step(scene.at.form, scene.at.step_id)
        self._here = place(scene.at)

    @Property(str, constant=True)
    def title(self) -> str:
        return "" if self._step is None else self._context.say(self._step.title)

    @Property(str, constant=True)
    def help(self) -> str:
        return "" if self._step is None else self._context.say(self._step.help)

    @Property(list, constant=True)
    def files(self) -> list[dict[str, object]]:
        """Rows of id and name: what the city has taken."""
        return [{"id": file.id, "name": file.filename} for file in self._here.files]

    @Property(bool, constant=True)
    def canScan(self) -> bool:
        return self._scene.scanner and self._takes(AttachmentSource.SCANNER)

    @Property(bool, constant=True)
    def canSend(self) -> bool:
        """Whether a file may come from the visitor's phone."""
        return self._takes(AttachmentSource.PHONE)

    @Property(bool, constant=True)
    def required(self) -> bool:
        return self._here.required

    @Property(bool, constant=True)
    def complete(self) -> bool:
        """Whether it may go on."""
        return self._here.is_complete

    @Property(bool, constant=True)
    def reviewing(self) -> bool:
        """True when the visitor came back from the review to change this."""
        return self._scene.at.reviewing

    @Property(str, constant=True)
    def word(self) -> str:
        """What there is to say of the last try: a value of `FileWord`."""
        return self._scene.word.value

    @Property(int, constant=True)
    def mostMegabytes(self) -> int:
        return max(1, self._here.slot.max_bytes // 1_000_000)

    @Slot()
    def scan(self) -> None:
        self._context.dispatch(fe.SourceChosen(AttachmentSource.SCANNER))

    @Slot()
    def send(self) -> None:
        self._context.dispatch(fe.SourceChosen(AttachmentSource.PHONE))

    @Slot(str)
    def drop(self, file_id: str) -> None:
        self._context.dispatch(fe.FileDropped(file_id))

    @Slot()
    def proceed(self) -> None:
        self._context.dispatch(ev.Continue())

    def _takes(self, source: AttachmentSource) -> bool:
        return source in self._here.slot.sources and not self._here.is_full
