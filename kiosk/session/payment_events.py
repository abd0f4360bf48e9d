"""What happens while somebody pays."""

from dataclasses import dataclass, field

from kiosk.bochum_id.payment_values import Channel, Payment
from kiosk.session.paying import CardStep, MoneyBackBy, NotPaidBecause, WayToPay


@dataclass(frozen=True, slots=True)
class PaymentChosen:
    channel: Channel


@dataclass(frozen=True, slots=True)
class WaysToPayFound:
    ways: tuple[WayToPay, ...]


@dataclass(frozen=True, slots=True)
class CardStepped:
    """The card reader says what it waits for, or does."""

    step: CardStep


@dataclass(frozen=True, slots=True)
class PayPageOpened:
    payment: Payment


@dataclass(frozen=True, slots=True)
class PaymentMade:
    """The money is there, and the city knows."""

    payment: Payment


@dataclass(frozen=True, slots=True)
class PaymentNotMade:
    """No money was taken, for certain."""

    why: NotPaidBecause


@dataclass(frozen=True, slots=True)
class PaymentUnknown:
    """Money may have been taken."""


@dataclass(frozen=True, slots=True)
class MoneyGivenBack:
    by: MoneyBackBy
    lines: tuple[str, ...] = field(default=(), repr=False)
    """What the card reader wrote of the reversal, for the one whose card it is."""


type PaymentEvent = (
    PaymentChosen
    | WaysToPayFound
    | CardStepped
    | PayPageOpened
    | PaymentMade
    | PaymentNotMade
    | PaymentUnknown
    | MoneyGivenBack
)
