"""A new payment: for a quote that is still true, through a channel the service allows (contract 6)."""

import re
from datetime import datetime
from typing import cast

from sqlalchemy import select
from sqlalchemy.orm import Session

from sandbox.bochum_id import wire_payments as wire
from sandbox.bochum_id.applications import open_draft, service_of
from sandbox.bochum_id.backend import Backend
from sandbox.bochum_id.callers import CitizenCaller
from sandbox.bochum_id.catalogue import Service
from sandbox.bochum_id.components import demand_component
from sandbox.bochum_id.payment_messages import Begin, Cancel, Outcome, PaymentState, Taking
from sandbox.bochum_id.payments import (
    AT_THE_DEVICE,
    PAID_HERE,
    catch_up,
    pass_on_bank_decision,
    standing_of,
    tell,
)
from sandbox.bochum_id.problem_codes import Code
from sandbox.bochum_id.problems import FieldError, ProblemError
from sandbox.bochum_id.store import next_number
from sandbox.bochum_id.tables import Application, Payment, Quote

_BANK_SCENARIOS = ("declined", "slow", "unknown")
_PURPOSE_WORD_LENGTH = 10
_TRANSLITERATION = str.maketrans({"Ä": "AE", "Ö": "OE", "Ü": "UE", "ẞ": "SS"})


def open_payment(
    db: Session, backend: Backend, caller: CitizenCaller, wanted: wire.NewPayment, scenarios: frozenset[str]
) -> Payment:
    """Open a payment; one of the application that was not begun yet is cancelled.

    ProblemError payment-state when the channel is not the service's, or when money was taken already or may
    be on its way: that payment has to come to an end first.
    """
    application = open_draft(db, wanted.application_id, caller)
    service = service_of(backend, application)
    now = backend.clock.now()
    quote = _true_quote(db, application, wanted.quote_id, now)
    channels = channels_for(service, quote.total_cents)
    if wanted.channel not in channels:
        raise ProblemError(Code.PAYMENT_STATE, extensions={"channels": channels})
    if wanted.channel == "qr":
        demand_component(db, "payment")
    _end_older(db, backend, application)
    here = wanted.channel in PAID_HERE
    reference = f"BO{now:%y}{next_number(db, f'payment-{now:%Y}'):07d}"
    payment = Payment(
        id=backend.ids.new("pay"),
        application_id=application.id,
        account_id=application.account_id,
        terminal_id=caller.terminal_id,
        quote_id=quote.id,
        channel=wanted.channel,
        state=PaymentState.CREATED.value,
        total_cents=quote.total_cents,
        reference=reference,
        purpose=f"{reference} {_purpose_word(service)}",
        expires_at=now + (backend.lifetimes.payment_here if here else backend.lifetimes.payment),
        bank_plays=next((word for word in _BANK_SCENARIOS if f"payment.{word}" in scenarios), None),
    )
    db.add(payment)
    db.flush()
    if wanted.channel == "qr":
        payment.pay_token = backend.ids.token()
        tell(db, backend, payment, Begin(1))
    elif wanted.channel == "free":
        pass_on_bank_decision(db, backend, payment, Outcome.APPROVED)
    return payment


def channels_for(service: Service, total_cents: int) -> list[str]:
    """Name the ways a total can be paid: the service's, or `free` where nothing is due."""
    if total_cents == 0:
        return ["free"]
    return cast("dict[str, list[str]]", service.definition["payment"])["channels"]


def covers(db: Session, backend: Backend, payment: Payment, total_cents: int) -> bool:
    """Tell at submission whether the application may go on at once; False: the cash desk comes first.

    A bill follows the submission. ProblemError: payment-state when the payment is another price's or its
    money went back, payment-declined, -aborted or -expired when it came to nothing, not-ready when money is
    still awaited that has to be there before the submission.
    """
    catch_up(db, backend, payment)
    if payment.total_cents != total_cents:
        raise ProblemError(Code.PAYMENT_STATE, extensions={"state": payment.state})
    if payment.state == PaymentState.PAID:
        return True
    if payment.state == PaymentState.CREATED and payment.channel == "cashDesk":
        return False
    if payment.state != PaymentState.CREATED or payment.channel != "invoice":
        raise _not_paid(db, payment)
    tell(db, backend, payment, Begin(1))
    return True


def _not_paid(db: Session, payment: Payment) -> ProblemError:
    match PaymentState(payment.state):
        case PaymentState.FAILED:
            takings = list(standing_of(db, payment).takings.values())
            declined = bool(takings) and takings[-1] is Taking.DECLINED
            return ProblemError(Code.PAYMENT_DECLINED if declined else Code.PAYMENT_ABORTED)
        case PaymentState.CANCELLED:
            return ProblemError(Code.PAYMENT_ABORTED)
        case PaymentState.EXPIRED:
            return ProblemError(Code.PAYMENT_EXPIRED)
        case PaymentState.CREATED | PaymentState.PENDING | PaymentState.UNKNOWN:
            return ProblemError(Code.NOT_READY, extensions={"missing": ["payment"]})
        case state:
            return ProblemError(Code.PAYMENT_STATE, extensions={"state": state.value})


def _true_quote(db: Session, application: Application, quote_id: str, now: datetime) -> Quote:
    quote = db.get(Quote, quote_id)
    if quote is None or quote.application_id != application.id:
        raise ProblemError(Code.VALIDATION_FAILED, errors=(FieldError("/quoteId", "enum"),))
    if quote.application_version != application.version or now >= quote.valid_until:
        raise ProblemError(Code.NOT_READY, extensions={"missing": ["quote"]})
    return quote


def _end_older(db: Session, backend: Backend, application: Application) -> None:
    for older in db.scalars(select(Payment).where(Payment.application_id == application.id)):
        catch_up(db, backend, older)
        asked = standing_of(db, older).open_attempt is not None
        money = older.state == PaymentState.PAID or older.settles_at is not None
        if older.total_cents == 0:
            continue
        if money or (asked and older.channel == AT_THE_DEVICE):
            raise ProblemError(Code.PAYMENT_STATE, extensions={"paymentId": older.id, "state": older.state})
        tell(db, backend, older, Cancel())


def _purpose_word(service: Service) -> str:
    """Write the title's first letters the way XBezahldienste takes them: A-Z, digits, space, hyphen."""
    title = cast("dict[str, str]", service.definition["title"])["de"]
    plain = re.sub(r"[^A-Z0-9 -]", "", title.upper().translate(_TRANSLITERATION))
    return plain[:_PURPOSE_WORD_LENGTH].strip()
