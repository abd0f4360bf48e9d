"""How large, in which colours, how low: each tried out at once; `Theme` tells what holds now."""

from PySide6.QtCore import Property, QObject, Slot
from PySide6.QtQml import QmlElement

from kiosk.session import events as ev
from kiosk.session import states as st
from kiosk.session.preferences import Contrast
from ui.pages.context import PageContext
from ui.theme import SIZE_NAMES
from ui.tokens import tokens

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1

_SHOWN = ("sky", "ground", "ink", "line", "go", "onGo", "lamp")


@QmlElement
class DisplayChoicePage(QObject):
    def __init__(self, _overlay: st.DisplayChoice, context: PageContext) -> None:
        super().__init__()
        self._context = context

    @Property(list, constant=True)
    def sizes(self) -> list[dict[str, object]]:
        """Rows of the size's name and the height of its capitals in millimetres, growing."""
        return [{"name": name, "capital": size.value / 10} for size, name in SIZE_NAMES.items()]

    @Property(list, constant=True)
    def contrasts(self) -> list[dict[str, object]]:
        """Rows of the mode's value and its own colours, for a sample of it in every other mode."""
        colours = tokens().colours
        return [{"value": mode.value, **{name: colours[mode][name] for name in _SHOWN}} for mode in Contrast]

    @Slot(str)
    def chooseSize(self, name: str) -> None:
        size = next(size for size, known in SIZE_NAMES.items() if known == name)
        self._context.dispatch(ev.TextSizeChosen(size))

    @Slot(str)
    def chooseContrast(self, value: str) -> None:
        self._context.dispatch(ev.ContrastChosen(Contrast(value)))

    @Slot(bool)
    def chooseLow(self, low: bool) -> None:
        self._context.dispatch(ev.LowPositionChosen(low))

    @Slot()
    def close(self) -> None:
        self._context.dispatch(ev.OverlayClosed())
