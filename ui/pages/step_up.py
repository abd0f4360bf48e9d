"""Signed in with a password, but the service needs the card as well."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtQml import QmlElement

from kiosk.session import events as ev
from kiosk.session import sign_in_states as si
from ui.pages.context import PageContext

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class StepUpPage(QObject):
    def __init__(self, _scene: si.StepUp, context: PageContext) -> None:
        super().__init__()
        self._context = context

    @Slot()
    def proceed(self) -> None:
        self._context.dispatch(ev.Continue())

    @Slot()
    def askPinHelp(self) -> None:
        self._context.dispatch(ev.PinHelpAsked())
