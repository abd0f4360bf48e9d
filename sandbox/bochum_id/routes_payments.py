"""Payments as the citizen sees them: opened, watched, given up (contract 6)."""

from fastapi import APIRouter
from fastapi.responses import Response
from sqlalchemy.orm import Session

from sandbox.bochum_id import wire_payments as wire
from sandbox.bochum_id.callers import BackendDep, CitizenDep
from sandbox.bochum_id.idempotency import CitizenKeyed
from sandbox.bochum_id.long_poll import UNCHANGED, KnownHeader, WaitQuery, when_changed
from sandbox.bochum_id.payment_access import find_payment, owned_by, settled_by_time
from sandbox.bochum_id.payment_opening import open_payment
from sandbox.bochum_id.payment_views import shown
from sandbox.bochum_id.problem_codes import Code
from sandbox.bochum_id.refusals import refusals
from sandbox.bochum_id.replies import Reply
from sandbox.bochum_id.scenarios import ScenarioDep
from sandbox.bochum_id.wire import Id

router = APIRouter(prefix="/v1/payments")
type PaymentId = Id


@router.post(
    "",
    status_code=201,
    response_model=wire.PaymentView,
    responses=refusals(Code.NOT_FOUND, Code.VALIDATION_FAILED, Code.NOT_READY, Code.PAYMENT_STATE),
)
def create(
    body: wire.NewPayment,
    backend: BackendDep,
    caller: CitizenDep,
    keyed: CitizenKeyed,
    scenarios: ScenarioDep,
) -> Response:
    """Open a payment for a quote that is still true; one that was not begun yet is cancelled by it."""

    def open_new(db: Session) -> Reply:
        return shown(db, backend, open_payment(db, backend, caller, body, scenarios), status=201)

    return keyed.run(open_new)


@router.get("/{payment_id}", response_model=wire.PaymentView, responses=UNCHANGED)
async def get(
    payment_id: PaymentId,
    backend: BackendDep,
    caller: CitizenDep,
    known: KnownHeader = None,
    wait: WaitQuery = 0,
) -> Response:
    """Show how a payment stands; with `wait`, as soon as it stands otherwise than `If-None-Match` says."""
    mine = owned_by(payment_id, caller.owner_id)

    def look() -> Reply:
        settled_by_time(backend, mine)
        with backend.store.transaction() as db:
            return shown(db, backend, find_payment(db, mine))

    return await when_changed(look, known, wait, backend.patience)
