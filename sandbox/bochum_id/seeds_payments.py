"""An application of Hannelore's that waits for her payment at the cash desk."""

from typing import Final, cast
from uuid import NAMESPACE_URL, uuid5

from sqlalchemy.orm import Session

from sandbox.bochum_id.application_states import Actor, State
from sandbox.bochum_id.backend import Backend
from sandbox.bochum_id.form_rules import fees, objections
from sandbox.bochum_id.offices import local_day
from sandbox.bochum_id.payment_messages import PaymentState
from sandbox.bochum_id.seeds_accounts import sample_account_id
from sandbox.bochum_id.tables import Account, Application, JsonObject, JsonValue, Payment, Quote
from sandbox.bochum_id.timeline import note_down

REFERENCE: Final = "BO269900001"
_SERVICE: Final = "svc_meldebescheinigung"
_NAME: Final = uuid5(NAMESPACE_URL, "urn:bochum:sandbox:payment:hannelore")
_FROM_ACCOUNT: Final = ("familyName", "givenNames", "dateOfBirth", "address")


def seed(db: Session, backend: Backend) -> None:
    """Let the application wait, unless it has been there before or the service is another one by now."""
    service = backend.catalogue.services.get(_SERVICE)
    account = db.get(Account, sample_account_id("hannelore"))
    if service is None or account is None or db.get(Payment, f"pay_{_NAME}") is not None:
        return
    known = cast("dict[str, JsonObject]", account.attributes)
    applicant: JsonObject = {name: known[name]["value"] for name in _FROM_ACCOUNT if name in known}
    data: JsonObject = {"applicant": applicant, "kind": "simple", "purpose": "private", "copies": 1}
    now = backend.clock.now()
    if objections(service, data, local_day(now)):
        return
    due = fees(service, data)
    total_cents = sum(item.total_cents for item in due)
    expires_at = now + backend.lifetimes.payment
    application = Application(
        id=f"app_{_NAME}",
        account_id=account.id,
        service_id=service.id,
        definition_version=service.version,
        state=State.DRAFT,
        data=data,
        provenance={},
        opened_at=now,
        opened_by=account.id,
        changed_at=now,
        expires_at=expires_at,
        reference="BO-2026-9900001",
        submission={"language": "de", "delivery": {"channel": "printHere"}},
    )
    quote = Quote(
        id=f"q_{_NAME}",
        application_id=application.id,
        account_id=account.id,
        application_version=1,
        items=[_quoted(item.title, item.quantity, item.total_cents) for item in due],
        total_cents=total_cents,
        valid_until=now,
    )
    payment = Payment(
        id=f"pay_{_NAME}",
        application_id=application.id,
        account_id=account.id,
        terminal_id="BB-MITTE-03",
        quote_id=quote.id,
        channel="cashDesk",
        state=PaymentState.CREATED.value,
        total_cents=total_cents,
        reference=REFERENCE,
        purpose=f"{REFERENCE} MELDEBESCH",
        expires_at=expires_at,
    )
    db.add_all((application, quote, payment))
    db.flush()
    note_down(db, backend, application, Actor.CITIZEN)
    application.state = State.AWAITING_PAYMENT
    note_down(db, backend, application, Actor.CITIZEN)


def _quoted(title: JsonObject, quantity: int, cents: int) -> JsonValue:
    return {"title": title, "quantity": quantity, "total": {"amount": cents, "currency": "EUR"}}
