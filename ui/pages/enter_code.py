"""The code of the second factor: it stays in one buffer here; the screen learns only how long it is."""

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.bochum_id.password_values import FactorKind
from kiosk.session import events as ev
from kiosk.session import sign_in_states as si
from ui.pages.context import PageContext
from ui.pages.typed_secret import TypedSecret

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1

DIGITS = 6
LONGEST_RECOVERY_CODE = 32


@QmlElement
class EnterCodePage(QObject):
    typedChanged = Signal()

    def __init__(self, scene: si.EnterCode, context: PageContext) -> None:
        super().__init__()
        self._factor = scene.factor
        self._before = scene.before
        self._context = context
        self._digits = 0 if scene.factor.kind is FactorKind.RECOVERY else DIGITS
        self._most = self._digits or LONGEST_RECOVERY_CODE
        self._code = TypedSecret(self._most)

    @Property(str, constant=True)
    def kind(self) -> str:
        """totp, smsCode, emailCode or recoveryCode."""
        return self._factor.kind.value

    @Property(str, constant=True)
    def hint(self) -> str:
        """Which app, number or address; may be empty."""
        return self._factor.hint

    @Property(bool, constant=True)
    def isSent(self) -> bool:
        """True when the city sent the code, and can send another one."""
        return self._factor.kind.is_sent

    @Property(int, constant=True)
    def digits(self) -> int:
        """How many digits the code has; 0 for letters and digits of any length."""
        return self._digits

    @Property(int, notify=typedChanged)
    def typed(self) -> int:
        """How many characters are typed."""
        return len(self._code)

    @Property(bool, notify=typedChanged)
    def complete(self) -> bool:
        return self._complete()

    @Property(bool, constant=True)
    def rejected(self) -> bool:
        """True when the code just entered was wrong."""
        return isinstance(self._before, si.WrongBefore)

    @Property(int, constant=True)
    def remaining(self) -> int:
        """How often a wrong code may be tried again; 0 when none was wrong yet."""
        return self._before.remaining if isinstance(self._before, si.WrongBefore) else 0

    @Slot(str)
    def press(self, character: str) -> None:
        """Take a digit, or any character of a recovery code."""
        fits = self._digits == 0 or character in set("0123456789")
        if fits and self._code.put(character):
            self.typedChanged.emit()

    @Slot()
    def deleteLast(self) -> None:
        self._code.delete_last()
        self.typedChanged.emit()

    @Slot()
    def deleteAll(self) -> None:
        self.wipe()

    @Slot()
    def confirm(self) -> None:
        """Hand the code over, once, and keep nothing."""
        if self._complete():
            code = self._code.take()
            self.typedChanged.emit()
            self._context.dispatch(ev.CodeEntered(code))

    @Slot()
    def askNewCode(self) -> None:
        self._context.dispatch(ev.NewCodeAsked())

    def take_over(self, before: QObject) -> None:
        """Go on with what was typed into the page before, in another language."""
        if isinstance(before, EnterCodePage):
            self._code = before.hand_over()

    def hand_over(self) -> TypedSecret:
        """Give away what is typed, and keep nothing."""
        given, self._code = self._code, TypedSecret(self._most)
        return given

    def wipe(self) -> None:
        self._code.wipe()
        self.typedChanged.emit()

    def _complete(self) -> bool:
        return len(self._code) >= max(1, self._digits)
