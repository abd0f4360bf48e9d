"""What only a sandbox has: hands outside the terminal, at the cash desk for one; from loopback only."""

from ipaddress import ip_address
from typing import Annotated

from fastapi import APIRouter, Depends, Path, Request
from fastapi.responses import Response

from sandbox.bochum_id.callers import BackendDep
from sandbox.bochum_id.payment_access import payment_to_change
from sandbox.bochum_id.payment_messages import Outcome, PaymentState, Refunded
from sandbox.bochum_id.payment_views import shown
from sandbox.bochum_id.payments import pass_on_bank_decision, tell
from sandbox.bochum_id.problem_codes import Code
from sandbox.bochum_id.problems import ProblemError
from sandbox.bochum_id.scenarios import ScenarioDep
from sandbox.bochum_id.tables import Payment


def _from_loopback(request: Request) -> None:
    """Refuse peers from elsewhere: these calls need no token."""
    if request.client is None or not ip_address(request.client.host).is_loopback:
        raise ProblemError(Code.NOT_FOUND)


router = APIRouter(prefix="/sandbox", include_in_schema=False, dependencies=[Depends(_from_loopback)])
type Reference = Annotated[str, Path(pattern=r"^[A-Z0-9]{1,27}$")]
_AT_THE_DESK = {"cashDesk", "invoice"}
_OUTCOMES = {"payment.declined": Outcome.DECLINED, "payment.unknown": Outcome.UNKNOWN}


@router.post("/cash-desk/{reference}/payment")
def pay_at_desk(reference: Reference, backend: BackendDep, scenarios: ScenarioDep) -> Response:
    """Pay under a reference, at the desk or on an invoice; nobody takes money for what is over."""
    outcome = next((_OUTCOMES[word] for word in scenarios if word in _OUTCOMES), Outcome.APPROVED)
    with payment_to_change(backend, Payment.reference == reference) as (db, payment):
        payable = payment.channel in _AT_THE_DESK and payment.state not in {
            PaymentState.CANCELLED,
            PaymentState.EXPIRED,
        }
        if payable:
            pass_on_bank_decision(db, backend, payment, outcome)
            return shown(db, backend, payment).as_response()
        state = payment.state
    raise ProblemError(Code.PAYMENT_STATE, extensions={"state": state})


@router.post("/cash-desk/{reference}/refund")
def refund(reference: Reference, backend: BackendDep) -> Response:
    """Pay back what has to go back."""
    with payment_to_change(backend, Payment.reference == reference) as (db, payment):
        tell(db, backend, payment, Refunded())
        return shown(db, backend, payment).as_response()
