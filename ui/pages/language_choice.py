"""Every language that the terminal speaks, in its own name."""

from PySide6.QtCore import Property, QObject, Slot
from PySide6.QtQml import QmlElement

from kiosk.session import events as ev
from kiosk.session import states as st
from kiosk.session.preferences import Language
from ui.pages.context import PageContext
from ui.pages.languages import language_rows

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class LanguageChoicePage(QObject):
    def __init__(self, _overlay: st.LanguageChoice, context: PageContext) -> None:
        super().__init__()
        self._context = context

    @Property(list, constant=True)
    def languages(self) -> list[dict[str, object]]:
        """Rows of code, name and whether it is spoken now."""
        return language_rows(self._context.language)

    @Slot(str)
    def speak(self, code: str) -> None:
        self._context.dispatch(ev.LanguageChosen(Language(code)))

    @Slot()
    def close(self) -> None:
        self._context.dispatch(ev.OverlayClosed())
