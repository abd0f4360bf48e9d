"""The code by which a phone sends a file; nothing personal stands in it."""

from PySide6.QtCore import Property, QObject, Slot
from PySide6.QtQml import QmlElement

from kiosk.session import events as ev
from kiosk.session import file_states as fs
from kiosk.session.scenes.attaching import place
from ui.pages.context import PageContext
from ui.qr import qr_path

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class SendFromPhonePage(QObject):
    def __init__(self, scene: fs.SendFromPhone, context: PageContext) -> None:
        super().__init__()
        self._context = context
        self._title = place(scene.at).slot.title
        self._path, self._modules = qr_path(scene.link.url)
        self._minutes = max(1, round(scene.link.expires_in_s / 60))

    @Property(str, constant=True)
    def title(self) -> str:
        """What is to be sent."""
        return self._context.say(self._title)

    @Property(str, constant=True)
    def path(self) -> str:
        """The code's dark modules as an SVG path."""
        return self._path

    @Property(int, constant=True)
    def modules(self) -> int:
        """The code's edge in modules."""
        return self._modules

    @Property(int, constant=True)
    def minutes(self) -> int:
        """How long the code works."""
        return self._minutes

    @Slot()
    def stop(self) -> None:
        self._context.dispatch(ev.Back())
