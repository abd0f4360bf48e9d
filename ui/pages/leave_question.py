"""Really end? The answer, safe or final."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtQml import QmlElement

from kiosk.session import events as ev
from kiosk.session import states as st
from ui.pages.context import PageContext

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class LeaveQuestionPage(QObject):
    def __init__(self, _overlay: st.LeaveQuestion, context: PageContext) -> None:
        super().__init__()
        self._context = context

    @Slot()
    def close(self) -> None:
        self._context.dispatch(ev.OverlayClosed())

    @Slot()
    def leave(self) -> None:
        self._context.dispatch(ev.EndConfirmed())
