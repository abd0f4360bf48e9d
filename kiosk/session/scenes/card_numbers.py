"""Which number a card wants next, and where it is typed: on the screen, or on the reader's own pad."""

from dataclasses import replace
from typing import assert_never

from cardreader.card import PinBlocked, PinDeactivated, PinReady, PinSuspended, RetryCounter
from cardreader.pin_on_pad import Pad
from cardreader.secret import TYPED_ON_READER
from kiosk.session import pin_effects as px
from kiosk.session import pin_states as pin
from kiosk.session.pin_states import PinTask
from kiosk.session.pin_values import CardNumber, CardTrouble, PadWord, PinWish
from kiosk.session.scenes.turn import Turn

RENEWING = frozenset({PinWish.SET, PinWish.CHANGE})


def wanted(task: PinTask, counter: RetryCounter) -> Turn:
    """To the number that this card wants next; who wants to unblock what is not blocked, checks it.

    A reader that could not give the card its new PIN does not ask for the old one.
    """
    knows = replace(task, wish=PinWish.CHECK) if task.wish is PinWish.UNBLOCK else task
    match counter:
        case PinReady() | PinSuspended() if task.pad is Pad.WITHOUT_CHANGE and task.wish in RENEWING:
            return Turn(pin.CardAdvice(task.errand, CardTrouble.READER_KEEPS_PIN), (px.LeaveCard(),))
        case PinReady(attempts_left):
            return ask(knows, CardNumber.PIN, attempts_left)
        case PinSuspended():
            return ask(knows, CardNumber.CAN, 1)
        case PinBlocked():
            return ask(task, CardNumber.PUK, 0)
        case PinDeactivated():
            return Turn(pin.CardAdvice(task.errand, CardTrouble.SWITCHED_OFF), (px.LeaveCard(),))
        case _:
            assert_never(counter)


def ask(task: PinTask, number: CardNumber, attempts_left: int, word: PadWord = PadWord.FIRST) -> Turn:
    """Ask on the screen, or have the reader ask, which it does at once."""
    if task.pad is not Pad.NONE:
        on_reader = pin.TypeNumberOnReader(task, number, attempts_left, word)
        return Turn(on_reader, (_EFFECTS[number](TYPED_ON_READER),))
    rejected = word is PadWord.WRONG
    match number:
        case CardNumber.PIN:
            return Turn(pin.EnterCardPin(task, attempts_left, rejected))
        case CardNumber.CAN:
            return Turn(pin.EnterCan(task, rejected))
        case CardNumber.PUK:
            return Turn(pin.EnterPuk(task, rejected))
        case CardNumber.NEW_PIN:
            return Turn(pin.ChooseNewPin(task))
        case _:
            assert_never(number)


_EFFECTS: dict[CardNumber, type[px.TryPin | px.TryCan | px.TryPuk | px.SetPin]] = {
    CardNumber.PIN: px.TryPin,
    CardNumber.CAN: px.TryCan,
    CardNumber.PUK: px.TryPuk,
    CardNumber.NEW_PIN: px.SetPin,
}
