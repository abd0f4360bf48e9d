"""One question about whoever comes: the name, the year of birth, or where to reach them."""

from typing import assert_never

from PySide6.QtCore import Property, QObject, Slot
from PySide6.QtQml import QmlElement

from kiosk.session import appointment_events as ae
from kiosk.session import appointment_states as ap
from kiosk.session import events as ev
from ui.pages.context import PageContext

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class EnterContactPage(QObject):
    def __init__(self, scene: ap.EnterContact, context: PageContext) -> None:
        super().__init__()
        self._scene = scene
        self._context = context

    @Property(str, constant=True)
    def asking(self) -> str:
        """A value of `ContactQuestion`: familyName, birthYear or reach."""
        return self._scene.asking.value

    @Property(str, constant=True)
    def value(self) -> str:
        known = self._scene.known
        match self._scene.asking:
            case ap.ContactQuestion.FAMILY_NAME:
                return known.family_name
            case ap.ContactQuestion.BIRTH_YEAR:
                return known.birth_year
            case ap.ContactQuestion.REACH:
                return known.reach
            case _:
                assert_never(self._scene.asking)

    @Property(bool, constant=True)
    def wrong(self) -> bool:
        return self._scene.wrong

    @Slot(str)
    def write(self, text: str) -> None:
        self._context.dispatch(ae.Noted(text))

    @Slot()
    def proceed(self) -> None:
        self._context.dispatch(ev.Continue())
