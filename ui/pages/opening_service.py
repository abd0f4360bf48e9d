"""The chosen service is being fetched."""

from PySide6.QtCore import Property, QObject
from PySide6.QtQml import QmlElement

from kiosk.session import states as st
from ui.pages.context import PageContext

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class OpeningServicePage(QObject):
    def __init__(self, scene: st.OpeningService, context: PageContext) -> None:
        super().__init__()
        self._title = context.say(scene.service.title)

    @Property(str, constant=True)
    def service(self) -> str:
        return self._title
