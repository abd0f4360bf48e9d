"""What happens in PIN first aid: what the visitor says and types, and what the card answers."""

from dataclasses import dataclass

from cardreader.card import RetryCounter
from cardreader.pin_on_pad import NewPinRefused, Pad
from cardreader.secret import Secret
from kiosk.session.pin_values import CardTrouble, PinWish

# ---------------------------------------------------------------- the visitor


@dataclass(frozen=True, slots=True)
class WishTold:
    wish: PinWish


@dataclass(frozen=True, slots=True)
class CounterAsked:
    """The number is not at hand; the counter does something about it."""


@dataclass(frozen=True, slots=True)
class OtherCardAsked:
    """Perhaps it is another kind of card."""


@dataclass(frozen=True, slots=True)
class CardTold:
    """Which card it is."""

    trouble: CardTrouble


@dataclass(frozen=True, slots=True)
class CanEntered:
    can: Secret


@dataclass(frozen=True, slots=True)
class PukEntered:
    puk: Secret


@dataclass(frozen=True, slots=True)
class NewPinChosen:
    """Twice the same."""

    pin: Secret


# ---------------------------------------------------------------- the card


@dataclass(frozen=True, slots=True)
class CardLooked:
    """An identity card, and its counter; also when another card lies there than before."""

    counter: RetryCounter
    pad: Pad = Pad.NONE
    """What the reader's own pad can do."""


@dataclass(frozen=True, slots=True)
class CanAccepted:
    """The last attempt is open."""


@dataclass(frozen=True, slots=True)
class CanRejected:
    """Wrong, or not yet there."""


@dataclass(frozen=True, slots=True)
class PinOpened:
    """The PIN was right."""


@dataclass(frozen=True, slots=True)
class PinRenewed:
    """The card has its new PIN."""


@dataclass(frozen=True, slots=True)
class NewPinRejected:
    """The reader did not take what was typed on it; it may ask again."""

    why: NewPinRefused


@dataclass(frozen=True, slots=True)
class PadCancelled:
    """Somebody pressed the reader's red key instead of typing."""


@dataclass(frozen=True, slots=True)
class PinUnblocked:
    """All attempts are back."""


@dataclass(frozen=True, slots=True)
class PukRejected:
    pass


@dataclass(frozen=True, slots=True)
class PukSpent:
    """The PUK has been used ten times."""


type PinEvent = (
    WishTold
    | CounterAsked
    | OtherCardAsked
    | CardTold
    | CanEntered
    | PukEntered
    | NewPinChosen
    | CardLooked
    | CanAccepted
    | CanRejected
    | PinOpened
    | PinRenewed
    | NewPinRejected
    | PadCancelled
    | PinUnblocked
    | PukRejected
    | PukSpent
)
