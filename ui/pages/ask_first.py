"""What is about to be done cannot be undone, or has legal effect: which of these it is."""

from typing import assert_never

from PySide6.QtCore import Property, QObject, Slot
from PySide6.QtQml import QmlElement

from kiosk.session import events as ev
from kiosk.session import own_effects as want
from kiosk.session import own_states as own
from ui.pages.context import PageContext

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class AskFirstPage(QObject):
    def __init__(self, scene: own.AskFirst, context: PageContext) -> None:
        super().__init__()
        self._wish = scene.wish
        self._context = context

    @Property(str, constant=True)
    def kind(self) -> str:
        """Which act it is: decision, withdraw, draft, card, account or appointment."""
        match self._wish:
            case want.OpenMessage():
                return "decision"
            case want.Withdraw():
                return "withdraw"
            case want.DropDraft():
                return "draft"
            case want.UnlinkCard():
                return "card"
            case want.EndAccount():
                return "account"
            case want.CancelAppointment():
                return "appointment"
            case _:
                assert_never(self._wish)

    @Property(str, constant=True)
    def subject(self) -> str:
        """What it is about, in the city's words; empty where the question says it all."""
        match self._wish:
            case want.OpenMessage(head):
                return head.subject
            case want.Withdraw(status) | want.DropDraft(status):
                return self._context.say(status.summary.title)
            case want.CancelAppointment(_, appointment):
                return appointment.office.name
            case want.UnlinkCard() | want.EndAccount():
                return ""
            case _:
                assert_never(self._wish)

    @Property(str, constant=True)
    def writer(self) -> str:
        """Who decided; empty unless it is a decision."""
        return self._wish.head.sender if isinstance(self._wish, want.OpenMessage) else ""

    @Slot()
    def proceed(self) -> None:
        self._context.dispatch(ev.Continue())

    @Slot()
    def goBack(self) -> None:
        self._context.dispatch(ev.Back())
