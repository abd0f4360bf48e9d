"""A terminal's card payments as a whole: what is still open, and the end of day compared with the books."""

from datetime import UTC, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from sandbox.bochum_id import wire_payments as wire
from sandbox.bochum_id.backend import Backend
from sandbox.bochum_id.outbox import send_out
from sandbox.bochum_id.payment_messages import PaymentState, Taking
from sandbox.bochum_id.payments import AT_THE_DEVICE
from sandbox.bochum_id.tables import Payment, PaymentAttempt, PaymentBatch
from sandbox.bochum_id.wire import MoneyWire

_BEFORE_EVERYTHING = datetime(1970, 1, 1, tzinfo=UTC)
_OPEN_TAKINGS = (Taking.BEGUN.value, Taking.UNKNOWN.value, Taking.EXCESS.value)
_TAKEN = (Taking.APPROVED.value, Taking.EXCESS.value)


def unsettled_at(db: Session, terminal_id: str) -> list[Payment]:
    """Find card payments of a terminal with an attempt of unknown end, or with money that has to go back."""
    open_attempts = select(PaymentAttempt.payment_id).where(
        PaymentAttempt.terminal_id == terminal_id, PaymentAttempt.taking.in_(_OPEN_TAKINGS)
    )
    wanted = (
        select(Payment)
        .where(
            Payment.terminal_id == terminal_id,
            Payment.channel == AT_THE_DEVICE,
            Payment.id.in_(open_attempts) | (Payment.state == PaymentState.REVERSAL_REQUIRED.value),
        )
        .order_by(Payment.id)
    )
    return list(db.scalars(wanted))


def take_batch(db: Session, backend: Backend, terminal_id: str, day: wire.EndOfDay) -> wire.BatchView:
    """Keep a terminal's totals; a difference goes to the city's treasury. The caller holds its lock.

    An end of day that is said again is answered as the first time: its answer may have been lost.
    """
    reported = day.model_dump(mode="json", by_alias=True)
    before = db.scalars(select(PaymentBatch).where(PaymentBatch.terminal_id == terminal_id))
    same = next((each for each in before if each.reported == reported), None)
    if same is not None:
        return _view(same, day)
    last = select(func.max(PaymentBatch.at)).where(PaymentBatch.terminal_id == terminal_id)
    since = db.scalar(last) or _BEFORE_EVERYTHING
    count, cents = db.execute(
        select(func.count(), func.coalesce(func.sum(Payment.total_cents), 0))
        .select_from(PaymentAttempt)
        .join(Payment, Payment.id == PaymentAttempt.payment_id)
        .where(
            PaymentAttempt.terminal_id == terminal_id,
            PaymentAttempt.taking.in_(_TAKEN),
            PaymentAttempt.at > since,
        )
    ).one()
    batch = PaymentBatch(
        id=backend.ids.new("bat"),
        terminal_id=terminal_id,
        at=backend.clock.now(),
        reported=reported,
        expected_count=count,
        expected_cents=int(cents),
    )
    db.add(batch)
    view = _view(batch, day)
    if not view.matches:
        send_out(db, backend, "payment", "city-treasury", {"difference": batch.id, "terminalId": terminal_id})
    return view


def _view(batch: PaymentBatch, day: wire.EndOfDay) -> wire.BatchView:
    return wire.BatchView(
        id=batch.id,
        matches=(day.count, day.total) == (batch.expected_count, batch.expected_cents),
        expected_count=batch.expected_count,
        expected_total=MoneyWire(amount=batch.expected_cents),
    )
