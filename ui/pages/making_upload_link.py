"""The city makes a link for the visitor's phone."""

from PySide6.QtCore import QObject
from PySide6.QtQml import QmlElement

from kiosk.session import file_states as fs
from ui.pages.context import PageContext

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class MakingUploadLinkPage(QObject):
    def __init__(self, _scene: fs.MakingUploadLink, _context: PageContext) -> None:
        super().__init__()
