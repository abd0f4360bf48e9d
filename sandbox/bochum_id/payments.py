"""Payments in the database: found, told what happened, and what follows from it."""

from typing import cast

from sqlalchemy import select
from sqlalchemy.orm import Session

from sandbox.bochum_id.activity import record_activity
from sandbox.bochum_id.application_states import Actor, State
from sandbox.bochum_id.backend import Backend
from sandbox.bochum_id.outbox import send_out
from sandbox.bochum_id.paper_words import amount_in_words
from sandbox.bochum_id.payment_messages import (
    Expire,
    Outcome,
    PaymentMessage,
    PaymentState,
    Reported,
    SubmissionFailed,
    Taking,
)
from sandbox.bochum_id.payment_proof import proof_of_payment
from sandbox.bochum_id.payment_states import Refused, Standing, step
from sandbox.bochum_id.problem_codes import Code
from sandbox.bochum_id.problems import ProblemError
from sandbox.bochum_id.receipts import ReceiptContent, ReceiptLine, issue_receipt
from sandbox.bochum_id.release import release_after_payment
from sandbox.bochum_id.tables import Application, JsonObject, Payment, PaymentAttempt, Quote, Receipt
from sandbox.bochum_id.timeline import move_on

AT_THE_DEVICE = "cardTerminal"
PAID_HERE = frozenset({AT_THE_DEVICE, "qr"})
"""Channels whose money is there before anything is submitted."""
_BANK_ATTEMPT = 1
"""Pay page, cash desk and invoice take the money in one attempt."""


def standing_of(db: Session, payment: Payment) -> Standing:
    rows = db.scalars(
        select(PaymentAttempt)
        .where(PaymentAttempt.payment_id == payment.id)
        .order_by(PaymentAttempt.number)
        .execution_options(populate_existing=True)
    )
    return Standing(PaymentState(payment.state), {row.number: Taking(row.taking) for row in rows})


def tell(
    db: Session,
    backend: Backend,
    payment: Payment,
    message: PaymentMessage,
    *,
    terminal_id: str | None = None,
    details: JsonObject | None = None,
) -> Standing:
    """Let a payment learn something; ProblemError payment-state or payment-expired when it cannot be.

    The caller holds the lock of the payment's account. What follows is part of the same transaction: the
    receipt, the release of an application that waited, the way back of money nobody wants to keep.
    """
    before = standing_of(db, payment)
    after = step(before, message)
    if isinstance(after, Refused):
        over = payment.state == PaymentState.EXPIRED
        code = Code.PAYMENT_EXPIRED if over else Code.PAYMENT_STATE
        raise ProblemError(code, extensions={"state": payment.state})
    if after == before:
        return after
    payment.version += 1
    payment.state = after.state.value
    for number, taking in after.takings.items():
        if before.takings.get(number) is not taking:
            _write_down(db, backend, payment, number, taking, terminal_id, details or {})
    db.flush()
    if after.state is not before.state:
        _follow_up(db, backend, payment, after.state)
    return standing_of(db, payment)


def pass_on_bank_decision(db: Session, backend: Backend, payment: Payment, outcome: Outcome) -> Standing:
    """What the bank, or the cashier, says came of the payment."""
    return tell(db, backend, payment, Reported(_BANK_ATTEMPT, outcome))


def is_due(backend: Backend, payment: Payment) -> bool:
    """Tell whether time alone changes the payment now."""
    now = backend.clock.now()
    if payment.settles_at is not None and now >= payment.settles_at:
        return True
    waiting = payment.state in {PaymentState.CREATED, PaymentState.PENDING, PaymentState.FAILED}
    if payment.channel == "invoice" and payment.state == PaymentState.PENDING:
        return False  # what was sent stays owed: whoever pays late still pays
    return waiting and payment.settles_at is None and now >= payment.expires_at


def catch_up(db: Session, backend: Backend, payment: Payment) -> None:
    """Do what time alone does: a slow bank has booked, a payment nobody made expires.

    A card reader that was asked and never answered may have taken the money: that is unknown, not expired.
    """
    if not is_due(backend, payment):
        return
    if payment.settles_at is not None:
        payment.settles_at = None
        pass_on_bank_decision(db, backend, payment, Outcome.APPROVED)
        return
    asked = standing_of(db, payment).open_attempt
    if payment.channel == AT_THE_DEVICE and asked is not None:
        tell(db, backend, payment, Reported(asked, Outcome.UNKNOWN))
    else:
        tell(db, backend, payment, Expire())


def give_up_payments(db: Session, backend: Backend, application_id: str) -> None:
    """Tell an application's payments that it will never be carried out: what was paid has to go back.

    For whoever withdraws, rejects or deletes applications; the caller holds the account's lock.
    """
    for payment in db.scalars(select(Payment).where(Payment.application_id == application_id)):
        tell(db, backend, payment, SubmissionFailed())


def _write_down(
    db: Session,
    backend: Backend,
    payment: Payment,
    number: int,
    taking: Taking,
    terminal_id: str | None,
    details: JsonObject,
) -> None:
    now = backend.clock.now()
    row = db.get(PaymentAttempt, (payment.id, number))
    if row is None:
        row = PaymentAttempt(
            payment_id=payment.id,
            number=number,
            taking=taking.value,
            terminal_id=terminal_id,
            at=now,
            details=details,
        )
        db.add(row)
        return
    row.taking = taking.value
    row.at = now
    row.details = {**row.details, **details}


def _follow_up(db: Session, backend: Backend, payment: Payment, state: PaymentState) -> None:
    application = db.get(Application, payment.application_id)
    waits = application is not None and application.state == State.AWAITING_PAYMENT
    match state:
        case PaymentState.PAID:
            payment.paid_at = backend.clock.now()
            payment.receipt_id = _receipt(db, backend, payment).id
            where, what = payment.terminal_id, payment.id
            record_activity(db, backend, payment.account_id, "payment", terminal_id=where, reference=what)
            if application is not None and waits:
                release_after_payment(db, backend, application, backend.clock.now())
            elif is_lost(application):
                tell(db, backend, payment, SubmissionFailed())
        case PaymentState.REVERSAL_REQUIRED if payment.channel != AT_THE_DEVICE:
            order: JsonObject = {"refund": payment.reference, "cents": payment.total_cents}
            send_out(db, backend, "payment", "city-treasury", order)
        case PaymentState.EXPIRED if application is not None and waits:
            move_on(db, backend, application, State.EXPIRED, Actor.SYSTEM)
        case _:
            pass


def is_lost(application: Application | None) -> bool:
    """Tell whether what was to be paid for will never be carried out."""
    return application is None or application.state in {State.WITHDRAWN, State.EXPIRED}


def _receipt(db: Session, backend: Backend, payment: Payment) -> Receipt:
    quote = db.get(Quote, payment.quote_id)
    items = cast("list[JsonObject]", quote.items) if quote else []
    title = {"de": "Zahlungsbeleg", "en": "Receipt"}
    lines = tuple(_receipt_line(item) for item in items)
    proof = proof_of_payment(db, payment)
    content = ReceiptContent("payment", payment.reference, title, lines, paid=proof)
    return issue_receipt(db, backend, payment.account_id, content)


def _receipt_line(item: JsonObject) -> ReceiptLine:
    title = cast("dict[str, str]", item["title"])
    cents = cast("dict[str, int]", item["total"])["amount"]
    quantity = cast("int", item["quantity"])
    text = f"{quantity} × {title['de']}: {amount_in_words(cents)}"
    return ReceiptLine(quantity, title, cents, text)
