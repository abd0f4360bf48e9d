"""A code is being sent to the visitor's phone or mailbox."""

from PySide6.QtCore import Property, QObject
from PySide6.QtQml import QmlElement

from kiosk.session import sign_in_states as si
from ui.pages.context import PageContext

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class SendingCodePage(QObject):
    def __init__(self, scene: si.SendingCode, _context: PageContext) -> None:
        super().__init__()
        self._factor = scene.factor

    @Property(str, constant=True)
    def kind(self) -> str:
        """SmsCode or emailCode."""
        return self._factor.kind.value
