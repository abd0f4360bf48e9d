"""A payment as callers see it."""

from typing import cast

from sqlalchemy.orm import Session

from sandbox.bochum_id import wire_payments as wire
from sandbox.bochum_id.backend import Backend
from sandbox.bochum_id.conditional import etag_of
from sandbox.bochum_id.payment_proof import due_day
from sandbox.bochum_id.payments import AT_THE_DEVICE, standing_of
from sandbox.bochum_id.replies import Reply, json_reply
from sandbox.bochum_id.tables import Payment, PaymentAttempt
from sandbox.bochum_id.wire import MoneyWire

DEVICE_ID = "zvt-1"
_EURO = "978"


def view_of(db: Session, backend: Backend, payment: Payment) -> wire.PaymentView:
    standing = standing_of(db, payment)
    at_the_device = payment.channel == AT_THE_DEVICE
    back = standing.to_go_back if at_the_device else ()
    page = None
    if payment.pay_token is not None:
        url = f"{backend.origins.eservice}/bezahlen/{payment.pay_token}"
        page = wire.PayPage(pay_url=url, expires_at=payment.expires_at)
    return wire.PaymentView(
        id=payment.id,
        state=cast("wire.StateWord", payment.state),
        channel=cast("wire.Channel", payment.channel),
        total=MoneyWire(amount=payment.total_cents),
        reference=payment.reference,
        purpose=payment.purpose,
        expires_at=payment.expires_at,
        attempts=[wire.AttemptView(attempt=n, state=known.value) for n, known in standing.takings.items()],
        card_terminal=wire.CardTerminalOrder(device_id=DEVICE_ID, amount=payment.total_cents, currency=_EURO)
        if at_the_device
        else None,
        qr=page,
        due_date=None if (due := due_day(payment)) is None else due.isoformat(),
        paid_at=payment.paid_at,
        receipt_id=payment.receipt_id,
        reversal=_reversal(db, payment, back[0]) if back else None,
    )


def shown(db: Session, backend: Backend, payment: Payment, status: int = 200) -> Reply:
    """Answer with the whole payment and its ETag."""
    headers = {"ETag": etag_of(payment.version)}
    if status == 201:
        headers["Location"] = f"/v1/payments/{payment.id}"
    return json_reply(status, view_of(db, backend, payment), headers)


def _reversal(db: Session, payment: Payment, number: int) -> wire.Reversal:
    row = db.get(PaymentAttempt, (payment.id, number))
    receipt_number = row.details.get("receiptNumber") if row else None
    return wire.Reversal(
        attempt=number, receipt_number=receipt_number if isinstance(receipt_number, str) else None
    )
