"""The sandbox's cash desk: where somebody pays under a Kassenzeichen. From loopback only."""

from typing import Annotated

from fastapi import APIRouter, Depends, Path
from fastapi.responses import Response

from sandbox.bochum_id.callers import BackendDep
from sandbox.bochum_id.payment_access import payment_to_change
from sandbox.bochum_id.payment_messages import Outcome, PaymentState, Refunded
from sandbox.bochum_id.payment_views import shown
from sandbox.bochum_id.payments import pass_on_bank_decision, tell
from sandbox.bochum_id.problem_codes import Code
from sandbox.bochum_id.problems import ProblemError
from sandbox.bochum_id.routes_sandbox import from_loopback
from sandbox.bochum_id.scenarios import ScenarioDep
from sandbox.bochum_id.tables import Payment

router = APIRouter(
    prefix="/sandbox/cash-desk", include_in_schema=False, dependencies=[Depends(from_loopback)]
)
type Reference = Annotated[str, Path(pattern=r"^[A-Z0-9]{1,27}$")]
_AT_THE_DESK = {"cashDesk", "invoice"}
_OVER = {PaymentState.CANCELLED, PaymentState.EXPIRED}
_OUTCOMES = {"payment.declined": Outcome.DECLINED, "payment.unknown": Outcome.UNKNOWN}


@router.post("/{reference}/payment")
def pay_at_desk(reference: Reference, backend: BackendDep, scenarios: ScenarioDep) -> Response:
    """Pay under a reference, at the desk or on an invoice; nobody takes money for what is over."""
    outcome = next((_OUTCOMES[word] for word in scenarios if word in _OUTCOMES), Outcome.APPROVED)
    with payment_to_change(backend, Payment.reference == reference) as (db, payment):
        if payment.channel in _AT_THE_DESK and payment.state not in _OVER:
            pass_on_bank_decision(db, backend, payment, outcome)
            return shown(db, backend, payment).as_response()
        state = payment.state
    raise ProblemError(Code.PAYMENT_STATE, extensions={"state": state})


@router.post("/{reference}/refund")
def refund(reference: Reference, backend: BackendDep) -> Response:
    """Pay back what has to go back."""
    with payment_to_change(backend, Payment.reference == reference) as (db, payment):
        tell(db, backend, payment, Refunded())
        return shown(db, backend, payment).as_response()
