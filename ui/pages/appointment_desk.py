"""What can be done about appointments without signing in."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtQml import QmlElement

from kiosk.session import appointment_events as ae
from kiosk.session import desk_states as dk
from ui.pages.context import PageContext

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class AppointmentDeskPage(QObject):
    def __init__(self, _scene: dk.AppointmentDesk, context: PageContext) -> None:
        super().__init__()
        self._context = context

    @Slot()
    def book(self) -> None:
        self._context.dispatch(ae.DeskWishChosen(dk.DeskWish.BOOK))

    @Slot()
    def checkIn(self) -> None:
        self._context.dispatch(ae.DeskWishChosen(dk.DeskWish.CHECK_IN))

    @Slot()
    def drawNumber(self) -> None:
        self._context.dispatch(ae.DeskWishChosen(dk.DeskWish.WAITING_NUMBER))

    @Slot()
    def cancel(self) -> None:
        self._context.dispatch(ae.DeskWishChosen(dk.DeskWish.CANCEL))
