"""What proves a payment on a receipt: the way it came, its reference, and what the card reader wrote."""

from collections.abc import Sequence
from datetime import date
from typing import cast

from sqlalchemy import select
from sqlalchemy.orm import Session

from sandbox.bochum_id.form_rules import FeeItem
from sandbox.bochum_id.paper_words import amount_in_words
from sandbox.bochum_id.payment_messages import Taking
from sandbox.bochum_id.receipts import Proof, ReceiptLine
from sandbox.bochum_id.tables import Payment, PaymentAttempt
from sandbox.bochum_id.wire_payments import Channel


def due_day(payment: Payment) -> date | None:
    """Tell by when a bill is to be paid; None for every other channel."""
    return payment.expires_at.date() if payment.channel == "invoice" else None


def proof_of_payment(db: Session, payment: Payment) -> Proof:
    """Tell how a payment that is paid came in, or by when its bill is to be paid."""
    taken = select(PaymentAttempt.details).where(
        PaymentAttempt.payment_id == payment.id, PaymentAttempt.taking == Taking.APPROVED.value
    )
    details = db.scalar(taken) or {}
    lines = cast("list[str]", details.get("customerReceiptLines") or [])
    due = due_day(payment) if payment.paid_at is None else None
    return Proof(cast("Channel", payment.channel), payment.reference, tuple(lines), due)


def fee_lines(items: Sequence[FeeItem]) -> tuple[ReceiptLine, ...]:
    """Write what was ordered as lines of a receipt."""
    return tuple(
        ReceiptLine(
            quantity=item.quantity,
            title=cast("dict[str, str]", item.title),
            cents=item.total_cents,
            text=f"{item.quantity} × {item.title['de']}: {amount_in_words(item.total_cents)}",
        )
        for item in items
    )
