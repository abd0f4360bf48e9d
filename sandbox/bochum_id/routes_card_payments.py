"""What the terminal tells of its card reader: attempts, results, reversals, the end of day (contract 6).

Each call exists twice: for the citizen's session, and for the terminal alone, because a result has to arrive
after the citizen has gone or the power came back.
"""

from typing import cast

from fastapi import APIRouter
from fastapi.responses import Response
from sqlalchemy import ColumnElement
from sqlalchemy.orm import Session

from sandbox.bochum_id import wire_payments as wire
from sandbox.bochum_id.application_states import OPEN_DRAFT_STATES
from sandbox.bochum_id.backend import Backend
from sandbox.bochum_id.callers import BackendDep, CitizenDep, TerminalDep
from sandbox.bochum_id.idempotency import CitizenKeyed, Keyed, TerminalKeyed
from sandbox.bochum_id.payment_access import begun_at, find_payment, give_up_lost, lock_of, owned_by
from sandbox.bochum_id.payment_batches import take_batch, unsettled_at
from sandbox.bochum_id.payment_messages import (
    Begin,
    Cancel,
    Outcome,
    PaymentMessage,
    Reported,
    ReversalReported,
)
from sandbox.bochum_id.payment_views import shown, view_of
from sandbox.bochum_id.payments import AT_THE_DEVICE, catch_up, tell
from sandbox.bochum_id.problem_codes import Code
from sandbox.bochum_id.problems import ProblemError
from sandbox.bochum_id.refusals import refusals
from sandbox.bochum_id.replies import Reply, json_reply
from sandbox.bochum_id.routes_payments import PaymentId
from sandbox.bochum_id.tables import Application, JsonObject, Payment
from sandbox.bochum_id.wire import Wire

router = APIRouter(prefix="/v1")
_REFUSALS = refusals(Code.NOT_FOUND, Code.PAYMENT_STATE, Code.PAYMENT_EXPIRED)
_OF_TERMINAL = "/terminals/self/payments/{payment_id}"


@router.post("/payments/{payment_id}/terminal-attempts", response_model=wire.PaymentView, responses=_REFUSALS)
def begin_attempt(
    payment_id: PaymentId,
    body: wire.NewAttempt,
    backend: BackendDep,
    caller: CitizenDep,
    keyed: CitizenKeyed,
) -> Response:
    """Write an attempt down before the card reader is asked for money (before ZVT 06 01 is sent)."""
    mine = owned_by(payment_id, caller.owner_id) & (Payment.terminal_id == caller.terminal_id)
    return _told(backend, keyed, mine, Begin(body.attempt), body)


@router.post("/payments/{payment_id}/terminal-results", response_model=wire.PaymentView, responses=_REFUSALS)
def take_result(
    payment_id: PaymentId,
    body: wire.TerminalResult,
    backend: BackendDep,
    caller: CitizenDep,
    keyed: CitizenKeyed,
) -> Response:
    """Take what the card reader said of an attempt; said again it changes nothing, said better it counts."""
    mine = owned_by(payment_id, caller.owner_id) & (Payment.terminal_id == caller.terminal_id)
    return _told(backend, keyed, mine, Reported(body.attempt, Outcome(body.outcome)), body)


@router.post("/payments/{payment_id}/reversal-results", response_model=wire.PaymentView, responses=_REFUSALS)
def take_reversal(
    payment_id: PaymentId,
    body: wire.ReversalResult,
    backend: BackendDep,
    caller: CitizenDep,
    keyed: CitizenKeyed,
) -> Response:
    """Take what came of giving an attempt's money back at the card reader."""
    mine = owned_by(payment_id, caller.owner_id) & (Payment.terminal_id == caller.terminal_id)
    return _told(backend, keyed, mine, _reversal(body), body)


@router.post("/payments/{payment_id}/cancellation", response_model=wire.PaymentView, responses=_REFUSALS)
def cancel(payment_id: PaymentId, backend: BackendDep, caller: CitizenDep, keyed: CitizenKeyed) -> Response:
    """Give a payment up; money that was taken has to go back, and `reversal` says by which receipt.

    Refused once the application was sent: then the payment belongs to it.
    """

    def give_up(db: Session) -> Reply:
        payment = find_payment(db, owned_by(payment_id, caller.owner_id))
        application = db.get(Application, payment.application_id)
        if application is not None and application.state not in OPEN_DRAFT_STATES:
            raise ProblemError(Code.PAYMENT_STATE, extensions={"state": payment.state})
        catch_up(db, backend, payment)
        tell(db, backend, payment, Cancel())
        return shown(db, backend, payment)

    return keyed.run(give_up)


@router.get("/terminals/self/payments", response_model=wire.UnsettledView)
def list_unsettled(backend: BackendDep, caller: TerminalDep) -> Response:
    """List this terminal's card payments that need an answer or a reversal: what to do after a power cut."""
    give_up_lost(backend, caller.terminal_id)
    with backend.store.transaction() as db:
        items = [view_of(db, backend, payment) for payment in unsettled_at(db, caller.terminal_id)]
    return json_reply(200, wire.UnsettledView(items=items)).as_response()


@router.post(f"{_OF_TERMINAL}/terminal-results", response_model=wire.PaymentView, responses=_REFUSALS)
def take_late_result(
    payment_id: PaymentId,
    body: wire.TerminalResult,
    backend: BackendDep,
    caller: TerminalDep,
    keyed: TerminalKeyed,
) -> Response:
    """Take what the card reader said of an attempt, after the visit is over."""
    ours = begun_at(payment_id, caller.terminal_id)
    return _told(backend, keyed, ours, Reported(body.attempt, Outcome(body.outcome)), body)


@router.post(f"{_OF_TERMINAL}/reversal-results", response_model=wire.PaymentView, responses=_REFUSALS)
def take_late_reversal(
    payment_id: PaymentId,
    body: wire.ReversalResult,
    backend: BackendDep,
    caller: TerminalDep,
    keyed: TerminalKeyed,
) -> Response:
    """Take what came of giving an attempt's money back, after the visit is over."""
    return _told(backend, keyed, begun_at(payment_id, caller.terminal_id), _reversal(body), body)


@router.post("/terminals/self/payment-batches", status_code=201, response_model=wire.BatchView)
def close_day(body: wire.NewBatch, backend: BackendDep, keyed: TerminalKeyed) -> Response:
    """Take the card reader's end of day (ZVT 06 50), compared with what was reported since the last one.

    The same one said again, under whatever key, is answered as the first time.
    """

    def compare(db: Session) -> Reply:
        return json_reply(201, take_batch(db, backend, keyed.terminal_id, body.end_of_day))

    return keyed.run(compare)


def _reversal(body: wire.ReversalResult) -> ReversalReported:
    return ReversalReported(body.attempt, succeeded=body.outcome == "approved")


def _told(
    backend: Backend, keyed: Keyed, where: ColumnElement[bool], message: PaymentMessage, body: Wire
) -> Response:
    """Tell a payment of the card reader what its terminal says, once a key."""
    said = cast("JsonObject", body.model_dump(mode="json", by_alias=True, exclude={"attempt", "outcome"}))
    details: JsonObject = {name: value for name, value in said.items() if value is not None}

    def learn(db: Session) -> Reply:
        payment = find_payment(db, where)
        if payment.channel != AT_THE_DEVICE:
            raise ProblemError(Code.PAYMENT_STATE, extensions={"state": payment.state})
        if isinstance(message, Begin):
            catch_up(db, backend, payment)
        tell(db, backend, payment, message, terminal_id=keyed.terminal_id, details=details)
        return shown(db, backend, payment)

    return keyed.under(lock_of(backend, where)).run(learn)
