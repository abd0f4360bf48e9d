"""Paying as values: what is due, which ways there are, how far the card is, what became of it."""

from dataclasses import dataclass, field
from enum import Enum

from kiosk.bochum_id.payment_values import Channel
from kiosk.bochum_id.values import Quote
from kiosk.services.form import Form
from kiosk.session.errand import Application


@dataclass(frozen=True, slots=True)
class Due:
    """An application that was checked and declared, and what it costs."""

    application: Application
    form: Form = field(repr=False)
    quote: Quote = field(repr=False)


@dataclass(frozen=True, slots=True)
class WayToPay:
    """A channel of the service, and whether it works here and now."""

    channel: Channel
    works: bool


class CardStep(Enum):
    """What the card reader waits for, or does."""

    GETTING_READY = "gettingReady"
    SHOW_CARD = "showCard"
    INSERT_CARD = "insertCard"
    PIN_WRONG = "pinWrong"
    LOOK_AT_READER = "lookAtReader"
    WORKING = "working"
    ASKING_BANK = "askingBank"
    TAKE_CARD = "takeCard"


class NotPaidBecause(Enum):
    """Why no money was taken."""

    DECLINED = "declined"
    """The bank or the card said no."""
    STOPPED = "stopped"
    """The visitor, at the screen, the card reader or the phone."""
    TOO_LATE = "tooLate"
    """Nobody showed a card, or opened the page, in time."""
    READER = "reader"
    """The card reader does not answer; no card was asked for."""


class MoneyBackBy(Enum):
    """How money that was taken comes back."""

    CARD_READER = "cardReader"
    """The card reader took the payment back already."""
    CITY = "city"
    """The city pays it back."""
    LATER = "later"
    """The terminal takes it back as soon as the city or the card reader answers."""


class StaffCall(Enum):
    """What became of the call to the front desk that an unclear payment makes by itself."""

    CALLED = "called"
    COMING = "coming"
    NOT_REACHED = "notReached"
