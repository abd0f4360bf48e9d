"""Which second factor: app, text message, e-mail or a recovery code."""

from PySide6.QtCore import Property, QObject, Slot
from PySide6.QtQml import QmlElement

from kiosk.session import events as ev
from kiosk.session import sign_in_states as si
from ui.pages.context import PageContext

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class ChooseFactorPage(QObject):
    def __init__(self, scene: si.ChooseFactor, context: PageContext) -> None:
        super().__init__()
        self._factors = scene.second.factors
        self._context = context

    @Property(list, constant=True)
    def factors(self) -> list[dict[str, object]]:
        """Rows of id, kind (totp, smsCode, emailCode, recoveryCode) and hint."""
        return [{"id": each.id, "kind": each.kind.value, "hint": each.hint} for each in self._factors]

    @Slot(str)
    def choose(self, factor_id: str) -> None:
        self._context.dispatch(ev.FactorChosen(factor_id))
