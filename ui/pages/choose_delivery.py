"""How the result is to come: printed, in the mailbox, by post or to be picked up."""

from PySide6.QtCore import Property, QObject, Slot
from PySide6.QtQml import QmlElement

from kiosk.session import bringing as bring
from ui.pages.context import PageContext

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class ChooseDeliveryPage(QObject):
    def __init__(self, scene: bring.ChooseDelivery, context: PageContext) -> None:
        super().__init__()
        self._scene = scene
        self._context = context

    @Property(list, constant=True)
    def channels(self) -> list[str]:
        """`printHere`, `mailbox`, `post`, `pickup`: those the service offers this visitor."""
        return list(bring.channels(self._scene.form, self._scene.application.session))

    @Slot(str)
    def choose(self, channel: str) -> None:
        self._context.dispatch(bring.DeliveryChosen(channel))
