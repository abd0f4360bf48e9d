"""Nobody could be called: the way to the counter, or another try."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtQml import QmlElement

from kiosk.session import events as ev
from kiosk.session import states as st
from ui.pages.context import PageContext

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class HelpNotReachedPage(QObject):
    def __init__(self, _overlay: st.HelpNotReached, context: PageContext) -> None:
        super().__init__()
        self._context = context

    @Slot()
    def close(self) -> None:
        self._context.dispatch(ev.OverlayClosed())

    @Slot()
    def callAgain(self) -> None:
        self._context.dispatch(ev.HelpAsked())
