"""How to sign in: with the card, with user name and password, or not at all."""

from PySide6.QtCore import Property, QObject, Slot
from PySide6.QtQml import QmlElement

from kiosk.bochum_id.values import Level, SignInMethod
from kiosk.session import events as ev
from kiosk.session import sign_in_states as si
from ui.pages.context import PageContext

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class ChooseSignInPage(QObject):
    def __init__(self, scene: si.ChooseSignIn, context: PageContext) -> None:
        super().__init__()
        self._service = scene.errand.service
        self._context = context

    @Property(bool, constant=True)
    def cardToo(self) -> bool:
        """True when the service asks for more than a password: the card will be needed as well."""
        return not Level.NORMAL.reaches(self._service.required_level)

    @Property(bool, constant=True)
    def withoutToo(self) -> bool:
        """True when the service asks nobody who they are."""
        return self._service.required_level is Level.NONE

    @Slot()
    def withCard(self) -> None:
        self._context.dispatch(ev.SignInMethodChosen(SignInMethod.EID))

    @Slot()
    def withPassword(self) -> None:
        self._context.dispatch(ev.SignInMethodChosen(SignInMethod.PASSWORD))

    @Slot()
    def without(self) -> None:
        self._context.dispatch(ev.SignInSkipped())

    @Slot()
    def askPinHelp(self) -> None:
        self._context.dispatch(ev.PinHelpAsked())
