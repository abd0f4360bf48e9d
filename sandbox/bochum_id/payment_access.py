"""Finding a payment to change it, for the citizen, the terminal and the cash desk: all under one lock."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from sandbox.bochum_id.application_states import OPEN_DRAFT_STATES
from sandbox.bochum_id.backend import Backend
from sandbox.bochum_id.payment_messages import PaymentState, SubmissionFailed
from sandbox.bochum_id.payments import PAID_HERE, catch_up, is_due, is_lost, tell
from sandbox.bochum_id.problem_codes import Code
from sandbox.bochum_id.problems import ProblemError
from sandbox.bochum_id.session_end import overdue
from sandbox.bochum_id.store import account_lock
from sandbox.bochum_id.tables import Application, CitizenSession, Payment


def owned_by(payment_id: str, account_id: str) -> ColumnElement[bool]:
    return (Payment.id == payment_id) & (Payment.account_id == account_id)


def begun_at(payment_id: str, terminal_id: str) -> ColumnElement[bool]:
    return (Payment.id == payment_id) & (Payment.terminal_id == terminal_id)


def find_payment(db: Session, where: ColumnElement[bool]) -> Payment:
    """Read the one payment, as it is in the database now; ProblemError not-found."""
    fresh = select(Payment).where(where).execution_options(populate_existing=True)
    payment = db.scalar(fresh)
    if payment is None:
        raise ProblemError(Code.NOT_FOUND)
    return payment


def lock_of(backend: Backend, where: ColumnElement[bool]) -> str:
    """Name the lock under which the payment changes: its account's. ProblemError not-found."""
    with backend.store.transaction() as db:
        return account_lock(find_payment(db, where).account_id)


@contextmanager
def payment_to_change(backend: Backend, where: ColumnElement[bool]) -> Iterator[tuple[Session, Payment]]:
    """Hold the payment alone, brought up to the present moment."""
    with backend.store.transaction(lock_of(backend, where)) as db:
        payment = find_payment(db, where)
        catch_up(db, backend, payment)
        yield db, payment


def settled_by_time(backend: Backend, where: ColumnElement[bool]) -> None:
    """Let what time alone does to a payment happen, if anything; cheap when there is nothing to do."""
    with backend.store.transaction() as db:
        due = is_due(backend, find_payment(db, where))
    if due:
        with payment_to_change(backend, where):
            pass


def give_up_lost(backend: Backend, terminal_id: str) -> None:
    """Give up a terminal's payments that nobody will send anything for.

    Their application is withdrawn, expired or gone with its session; or it is a draft still, and the visit in
    which it was to be paid for here is over.
    """
    unfinished = [
        PaymentState.PAID,
        PaymentState.CREATED,
        PaymentState.FAILED,
        PaymentState.PENDING,
        PaymentState.UNKNOWN,
    ]
    with backend.store.transaction() as db:
        found = db.execute(
            select(Payment, Application)
            .outerjoin(Application, Application.id == Payment.application_id)
            .where(Payment.terminal_id == terminal_id, Payment.state.in_(unfinished))
        )
        lost = [
            payment.id
            for payment, application in found
            if is_lost(application) or _is_left(db, backend, payment, application)
        ]
    for payment_id in lost:
        with payment_to_change(backend, begun_at(payment_id, terminal_id)) as (db, payment):
            tell(db, backend, payment, SubmissionFailed())


def _is_left(db: Session, backend: Backend, payment: Payment, application: Application | None) -> bool:
    """Tell whether it was to be paid at a terminal in a visit that has ended without sending anything."""
    if payment.channel not in PAID_HERE or application is None or application.state not in OPEN_DRAFT_STATES:
        return False
    owner = payment.account_id
    visits = select(CitizenSession).where(
        (CitizenSession.account_id == owner) | (CitizenSession.acting_for == owner),
        CitizenSession.terminal_id == payment.terminal_id,
        CitizenSession.ended_reason.is_(None),
    )
    now, idle = backend.clock.now(), backend.lifetimes.idle
    return all(overdue(visit, idle, now) is not None for visit in db.scalars(visits))
