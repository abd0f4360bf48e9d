"""Payments at the cash desk: a reference (Kassenzeichen) to pay under (contract 6)."""

from typing import cast

from fastapi import APIRouter
from fastapi.responses import Response
from sqlalchemy import select
from sqlalchemy.orm import Session

from sandbox.bochum_id import wire_application as wire
from sandbox.bochum_id.applications import open_draft, service_of
from sandbox.bochum_id.callers import BackendDep, CitizenDep
from sandbox.bochum_id.idempotency import CitizenKeyed
from sandbox.bochum_id.problem_codes import Code
from sandbox.bochum_id.problems import FieldError, ProblemError
from sandbox.bochum_id.replies import Reply, json_reply
from sandbox.bochum_id.store import next_number
from sandbox.bochum_id.tables import JsonObject, Payment, Quote
from sandbox.bochum_id.wire import MoneyWire

router = APIRouter(prefix="/v1/payments")
_PURPOSE_WORD_LENGTH = 10
_TRANSLITERATION = str.maketrans({"Ä": "AE", "Ö": "OE", "Ü": "UE", "ẞ": "SS"})


@router.post("", status_code=201, response_model=wire.PaymentView)
def create(body: wire.NewPayment, backend: BackendDep, caller: CitizenDep, keyed: CitizenKeyed) -> Response:
    """Open a payment for a quote that is still true; an older open one of the application is cancelled."""

    def open_new(db: Session) -> Reply:
        application = open_draft(db, body.application_id, caller)
        service = service_of(backend, application)
        quote = db.get(Quote, body.quote_id)
        now = backend.clock.now()
        if quote is None or quote.application_id != application.id:
            raise ProblemError(Code.VALIDATION_FAILED, errors=(FieldError("/quoteId", "enum"),))
        if quote.application_version != application.version or now >= quote.valid_until:
            raise ProblemError(Code.NOT_READY, extensions={"missing": ["quote"]})
        channels = cast("dict[str, list[str]]", service.definition["payment"])["channels"]
        if body.channel not in channels or quote.total_cents == 0:
            raise ProblemError(Code.PAYMENT_STATE, extensions={"channels": channels})
        older = select(Payment).where(Payment.application_id == application.id, Payment.state == "created")
        for payment in db.scalars(older):
            payment.state = "cancelled"
        reference = f"BO{now:%y}{next_number(db, f'payment-{now:%Y}'):07d}"
        word = str(cast("JsonObject", service.definition["title"])["de"]).upper().translate(_TRANSLITERATION)
        row = Payment(
            id=backend.ids.new("pay"),
            application_id=application.id,
            account_id=caller.account_id,
            quote_id=quote.id,
            channel=body.channel,
            state="created",
            total_cents=quote.total_cents,
            reference=reference,
            purpose=f"{reference} {word[:_PURPOSE_WORD_LENGTH]}",
            expires_at=now + backend.lifetimes.payment,
        )
        db.add(row)
        return json_reply(201, _view(row), {"Location": f"/v1/payments/{row.id}"})

    return keyed.run(open_new)


@router.get("/{payment_id}", response_model=wire.PaymentView)
def get(payment_id: str, backend: BackendDep, caller: CitizenDep) -> Response:
    with backend.store.transaction() as db:
        payment = db.get(Payment, payment_id)
    if payment is None or payment.account_id != caller.account_id:
        raise ProblemError(Code.NOT_FOUND)
    return json_reply(200, _view(payment)).as_response()


def _view(payment: Payment) -> wire.PaymentView:
    return wire.PaymentView(
        id=payment.id,
        state=payment.state,
        total=MoneyWire(amount=payment.total_cents),
        reference=payment.reference,
        purpose=payment.purpose,
        expires_at=payment.expires_at,
    )
