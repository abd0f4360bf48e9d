"""An e-mail address or a telephone number, typed anew."""

from PySide6.QtCore import Property, QObject, Slot
from PySide6.QtQml import QmlElement

from kiosk.session import events as ev
from kiosk.session import own_events as oe
from kiosk.session import own_states as own
from kiosk.session.contact import fits
from ui.pages.context import PageContext

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class ChangeContactPage(QObject):
    def __init__(self, scene: own.ChangeContact, context: PageContext) -> None:
        super().__init__()
        self._scene = scene
        self._context = context

    @Property(str, constant=True)
    def detail(self) -> str:
        """Which detail: email or phone."""
        return self._scene.detail.value

    @Property(str, constant=True)
    def text(self) -> str:
        return self._scene.text

    @Property(bool, constant=True)
    def wrong(self) -> bool:
        """True when the visitor wanted to save what cannot be one."""
        return self._scene.checked and not fits(self._scene.detail, self._scene.text.strip())

    @Slot(str)
    def type(self, text: str) -> None:
        self._context.dispatch(oe.Typed(text))

    @Slot()
    def save(self) -> None:
        self._context.dispatch(ev.Continue())
