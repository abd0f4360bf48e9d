"""The payments of one visit: one at a time for a quote and a channel, and another one once that is over."""

from collections.abc import Sequence
from typing import Protocol

from kiosk.bochum_id.payment_values import Channel, Payment, PaymentState
from kiosk.bochum_id.values import AcceptedDeclaration, DeskPayment, Draft, Quote, Submission

_OVER = frozenset(
    {PaymentState.CANCELLED, PaymentState.EXPIRED, PaymentState.REVERSED, PaymentState.REFUNDED}
)


class CitizenPayments(Protocol):
    """Payments as whoever is signed in may handle them; every method may raise BackendError."""

    def open(self, draft: Draft, quote: Quote, channel: Channel, number: int = 1) -> Payment: ...
    def look(self, payment: Payment) -> Payment: ...
    def wait(self, payment: Payment, seconds: int = ...) -> Payment: ...
    def cancel(self, payment: Payment) -> Payment: ...


class SubmittingBackend(Protocol):
    """What submitting needs of Bochum-ID; every method blocks and may raise BackendError."""

    @property
    def payments(self) -> CitizenPayments: ...
    def pay_at_desk(self, draft: Draft, quote: Quote) -> DeskPayment: ...
    def submit(
        self,
        draft: Draft,
        declarations: Sequence[AcceptedDeclaration],
        *,
        delivery: str,
        payment: DeskPayment | Payment | None,
        language: str,
    ) -> Submission: ...


class OpenPayments:
    """Opens payments, and keeps what was opened."""

    def __init__(self, payments: CitizenPayments) -> None:
        self._payments = payments
        self._opened: dict[tuple[str, Channel], list[Payment]] = {}

    def of(self, draft: Draft, quote: Quote, channel: Channel) -> Payment:
        """Give the payment of this quote by this channel as it stands; BackendError as of `Payments`.

        One that was cancelled, because another way was tried meanwhile, is followed by another one.
        """
        opened = self._opened.setdefault((quote.id, channel), [])
        if opened:
            now = self._payments.look(opened[-1])
            if now.state not in _OVER:
                return now
        payment = self._payments.open(draft, quote, channel, number=len(opened) + 1)
        opened.append(payment)
        return payment
