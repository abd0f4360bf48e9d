"""A visit that went wrong: which failure, and whether trying again makes sense."""

from PySide6.QtCore import Property, QObject, Slot
from PySide6.QtQml import QmlElement

from kiosk.session import events as ev
from kiosk.session import pin_states as pin
from kiosk.session import states as st
from kiosk.session.errand import SignedInAs
from kiosk.session.failure import Failure
from ui.pages.context import PageContext

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class FailedPage(QObject):
    def __init__(self, scene: st.Failed, context: PageContext) -> None:
        super().__init__()
        self._scene = scene
        self._context = context

    @Property(str, constant=True)
    def code(self) -> str:
        """The code of docs/failures.md, for the staff."""
        return self._scene.failure.value

    @Property(bool, constant=True)
    def declined(self) -> bool:
        """True when nothing is wrong: the visitor said no."""
        return self._scene.failure is Failure.SIGN_IN_DECLINED

    @Property(bool, constant=True)
    def canTryAgain(self) -> bool:
        return not isinstance(self._scene.again, st.StartOver)

    @Property(bool, constant=True)
    def staysSignedIn(self) -> bool:
        """True when the card stopped a sign-in that was to raise the session, which is as it was."""
        match self._scene.again:
            case pin.StaySignedIn(errand) | pin.MendCard(errand) | st.SignInAgain(errand):
                return isinstance(errand.caller, SignedInAs)
            case _:
                return False

    @Property(bool, constant=True)
    def cardIsOver(self) -> bool:
        """True when the card does not help, and the visit goes on without it."""
        return isinstance(self._scene.again, pin.StaySignedIn)

    @Slot()
    def tryAgain(self) -> None:
        self._context.dispatch(ev.TryAgain())

    @Slot()
    def finish(self) -> None:
        """Go on where there is no other try: to goodbye."""
        self._context.dispatch(ev.Continue())

    @Slot()
    def end(self) -> None:
        self._context.dispatch(ev.EndAsked())
