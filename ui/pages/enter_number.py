"""What stands on a slip, or proves whose it is: number, year of birth, code."""

from PySide6.QtCore import Property, QObject, Slot
from PySide6.QtQml import QmlElement

from kiosk.session import appointment_events as ae
from kiosk.session import desk_states as dk
from kiosk.session import events as ev
from kiosk.session.scenes.arriving import written
from ui.pages.context import PageContext

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class EnterNumberPage(QObject):
    def __init__(self, scene: dk.EnterNumber, context: PageContext) -> None:
        super().__init__()
        self._scene = scene
        self._context = context

    @Property(str, constant=True)
    def asking(self) -> str:
        """A value of `NumberQuestion`: number, birthYear or cancelCode."""
        return self._scene.asking.value

    @Property(bool, constant=True)
    def cancels(self) -> bool:
        """True for whoever gives an appointment back, false for whoever checks in."""
        return self._scene.wish is dk.DeskWish.CANCEL

    @Property(str, constant=True)
    def value(self) -> str:
        return written(self._scene)

    @Property(str, constant=True)
    def word(self) -> str:
        """What there is to say of the last try: nothing, mistyped or unknown."""
        return self._scene.word.value

    @Slot(str)
    def write(self, text: str) -> None:
        self._context.dispatch(ae.Noted(text))

    @Slot()
    def proceed(self) -> None:
        self._context.dispatch(ev.Continue())
