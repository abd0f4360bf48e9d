"""Somebody knows their PIN: what is to become of it."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtQml import QmlElement

from kiosk.session import pin_events as pe
from kiosk.session import pin_states as pin
from kiosk.session.pin_values import PinWish
from ui.pages.context import PageContext

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class ChoosePinWishPage(QObject):
    def __init__(self, _scene: pin.ChoosePinWish, context: PageContext) -> None:
        super().__init__()
        self._context = context

    @Slot(str)
    def choose(self, wish: str) -> None:
        """One of check, change and unblock."""
        self._context.dispatch(pe.WishTold(PinWish(wish)))

    @Slot()
    def askCounter(self) -> None:
        self._context.dispatch(pe.CounterAsked())
