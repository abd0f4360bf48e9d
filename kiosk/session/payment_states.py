"""The scenes between "checked" and "sent" where a fee is paid: one frozen value a situation."""

from dataclasses import dataclass, field

from kiosk.bochum_id.payment_values import Channel, Payment
from kiosk.session.cover import Paid
from kiosk.session.delivery import NOT_ASKED, SlipFate
from kiosk.session.paying import CardStep, Due, MoneyBackBy, NotPaidBecause, StaffCall, WayToPay


@dataclass(frozen=True, slots=True)
class FindingWaysToPay:
    """The terminal asks its card reader and the city which ways are open."""

    due: Due


@dataclass(frozen=True, slots=True)
class ChoosePayment:
    due: Due
    ways: tuple[WayToPay, ...]
    """In the order of the definition; what does not work is shown, and says so."""


@dataclass(frozen=True, slots=True)
class PayingByCard:
    due: Due
    step: CardStep
    stopping: bool
    """True once the visitor wanted to stop; the card reader may have been faster."""


@dataclass(frozen=True, slots=True)
class OpeningPayPage:
    due: Due


@dataclass(frozen=True, slots=True)
class PayByPhone:
    """The code of the pay page is on the screen."""

    due: Due
    payment: Payment
    stopping: bool


@dataclass(frozen=True, slots=True)
class NotPaid:
    """No money was taken: once more, or another way."""

    due: Due
    channel: Channel
    why: NotPaidBecause


@dataclass(frozen=True, slots=True)
class PaymentUnclear:
    """The card reader went silent in the middle: nobody knows yet whether money was taken."""

    due: Due
    staff: StaffCall


@dataclass(frozen=True, slots=True)
class CheckingPayment:
    """The card reader is asked what became of the payment."""

    due: Due
    staff: StaffCall


@dataclass(frozen=True, slots=True)
class GivingMoneyBack:
    """Paid, but the application cannot be sent for good."""

    due: Due
    cover: Paid


@dataclass(frozen=True, slots=True)
class MoneyBack:
    due: Due
    cover: Paid
    by: MoneyBackBy
    lines: tuple[str, ...] = field(default=(), repr=False)
    """What the card reader wrote of the reversal."""
    slip: SlipFate = NOT_ASKED


type PaymentScene = (
    FindingWaysToPay
    | ChoosePayment
    | PayingByCard
    | OpeningPayPage
    | PayByPhone
    | NotPaid
    | PaymentUnclear
    | CheckingPayment
    | GivingMoneyBack
    | MoneyBack
)
