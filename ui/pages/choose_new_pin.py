"""A new PIN, typed twice: the first one waits in a buffer of its own until the second is the same."""

import hmac

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement

from cardreader.secret import Secret
from kiosk.session import pin_events as pe
from kiosk.session import pin_states as pin
from kiosk.session.number_length import digits
from kiosk.session.pin_values import PinWish
from kiosk.weak_pin import weakness
from ui.pages.context import PageContext
from ui.pages.digits import DigitsPage

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class ChooseNewPinPage(DigitsPage):
    stageChanged = Signal()

    def __init__(self, scene: pin.ChooseNewPin, context: PageContext) -> None:
        super().__init__(digits(scene), context)
        self._first_time = scene.task.wish is PinWish.SET
        self._first: Secret | None = None
        self._stage = "choose"
        self._weakness = ""

    @Property(bool, constant=True)
    def firstTime(self) -> bool:
        """True when the card has had no PIN of the visitor's own before."""
        return self._first_time

    @Property(str, notify=stageChanged)
    def stage(self) -> str:
        """choose; differs: the two were not the same; weak: it is easy to guess; repeat: once more."""
        return self._stage

    @Property(str, notify=stageChanged)
    def weakness(self) -> str:
        """Why it is easy to guess: repeated, sequence or date; empty where it is not."""
        return self._weakness

    @Slot()
    def keep(self) -> None:
        """Use it although it is easy to guess."""
        if self._stage == "weak":
            self._to("repeat")

    @Slot()
    def another(self) -> None:
        """Choose again."""
        self._forget()
        self._to("choose")

    def entered(self, secret: Secret) -> None:
        first = self._first
        if first is None:
            self._judge(secret)
            return
        with first.opened() as one, secret.opened() as two:
            same = hmac.compare_digest(one, two)
        self._forget()
        if same:
            self._context.dispatch(pe.NewPinChosen(secret))
        else:
            secret.wipe()
            self._to("differs")

    def wipe(self) -> None:
        self._forget()
        super().wipe()
        self._to("choose")

    def _judge(self, chosen: Secret) -> None:
        with chosen.opened() as digits:
            found = weakness(digits)
        self._first = chosen
        self._weakness = "" if found is None else found.value
        self._to("repeat" if found is None else "weak")

    def _forget(self) -> None:
        if self._first is not None:
            self._first.wipe()
            self._first = None

    def _to(self, stage: str) -> None:
        self._stage = stage
        self.stageChanged.emit()
