"""What covers an application's fee when it is sent."""

from dataclasses import dataclass
from typing import Final

from kiosk.bochum_id.payment_values import Payment


@dataclass(frozen=True, slots=True)
class NothingDue:
    """It is free."""


@dataclass(frozen=True, slots=True)
class AtCashDesk:
    """The visitor pays later, with a slip."""


@dataclass(frozen=True, slots=True)
class ByInvoice:
    """The city sends a bill."""


@dataclass(frozen=True, slots=True)
class Paid:
    """The money is there: it needs a submission, or has to go back."""

    payment: Payment


type Cover = NothingDue | AtCashDesk | ByInvoice | Paid

NOTHING_DUE: Final = NothingDue()
AT_CASH_DESK: Final = AtCashDesk()
BY_INVOICE: Final = ByInvoice()
