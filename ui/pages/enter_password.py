"""User name and password: the password stays in one buffer here; the screen learns only how long it is."""

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.bochum_id.values import SignInMethod
from kiosk.session import events as ev
from kiosk.session import sign_in_states as si
from ui.pages.context import PageContext
from ui.pages.typed_secret import TypedSecret

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1

LONGEST_USER_NAME = 200
LONGEST_PASSWORD = 128


@QmlElement
class EnterPasswordPage(QObject):
    userNameChanged = Signal()
    typedChanged = Signal()

    def __init__(self, scene: si.EnterPassword, context: PageContext) -> None:
        super().__init__()
        self._scene = scene
        self._context = context
        self._user_name = scene.user_name
        self._password = TypedSecret(LONGEST_PASSWORD)

    @Property(str, notify=userNameChanged)
    def userName(self) -> str:
        return self._user_name

    @Property(int, constant=True)
    def longestUserName(self) -> int:
        """In characters."""
        return LONGEST_USER_NAME

    @Property(int, notify=typedChanged)
    def typed(self) -> int:
        """How many characters of the password are typed."""
        return len(self._password)

    @Property(bool, constant=True)
    def rejected(self) -> bool:
        """True when user name or password just entered was wrong."""
        return self._scene.rejected

    @Slot(str)
    def nameUser(self, text: str) -> None:
        if text != self._user_name:
            self._user_name = text
            self.userNameChanged.emit()

    @Slot(str)
    def press(self, character: str) -> None:
        """Add to the password."""
        if self._password.put(character):
            self.typedChanged.emit()

    @Slot()
    def deleteLast(self) -> None:
        self._password.delete_last()
        self.typedChanged.emit()

    @Slot()
    def deleteAll(self) -> None:
        self.wipe()

    @Slot()
    def confirm(self) -> None:
        """Hand the password over, once, and keep nothing."""
        if self._user_name.strip() and len(self._password) > 0:
            password = self._password.take()
            self.typedChanged.emit()
            self._context.dispatch(ev.PasswordEntered(self._user_name, password))

    @Slot()
    def takeCard(self) -> None:
        """Sign in with the card instead."""
        self._context.dispatch(ev.SignInMethodChosen(SignInMethod.EID))

    def take_over(self, before: QObject) -> None:
        """Go on with what was typed into the page before, in another language."""
        if isinstance(before, EnterPasswordPage):
            self._user_name, self._password = before.hand_over()

    def hand_over(self) -> tuple[str, TypedSecret]:
        """Give away what is typed, and keep nothing."""
        given, self._password = self._password, TypedSecret(LONGEST_PASSWORD)
        return self._user_name, given

    def wipe(self) -> None:
        self._password.wipe()
        self.typedChanged.emit()
