"""Ending a citizen's session: what goes with it, and what stays with the city."""

from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, delete, select
from sqlalchemy.orm import Session

from sandbox.bochum_id.application_removal import drop_drafts
from sandbox.bochum_id.print_jobs import abort_jobs
from sandbox.bochum_id.tables import Account, Activity, CitizenSession, IdempotencyRecord, LoginAttempt

OPEN_ATTEMPT_STATES = ("awaitingEid", "awaitingPassword", "awaitingFactor", "verified")


def overdue(session: CitizenSession, idle: timedelta, now: datetime) -> str | None:
    """Say why a session's time is over; None when it is not."""
    if now >= session.absolute_end:
        return "absolute"
    if now - session.last_seen >= idle:
        return "idle"
    return None


def end_session(db: Session, session: CitizenSession, reason: str) -> None:
    """End `session` for `reason` (idle, absolute, revoked, replaced).

    The card's data and the stored answers are wiped. A one-off use also loses its drafts and its account;
    what was submitted stays with the city under its reference (contract section 2.2, transient).
    """
    session.ended_reason = reason
    session.attributes = None
    _cancel(db, LoginAttempt.session_id == session.id)
    abort_jobs(db, session.id)
    db.execute(delete(IdempotencyRecord).where(IdempotencyRecord.session_id == session.id))
    if session.account_mode != "transient":
        return
    drop_drafts(db, session.account_id)
    db.execute(delete(Activity).where(Activity.account_id == session.account_id))
    db.execute(delete(Account).where(Account.id == session.account_id))


def end_all_at(db: Session, terminal_id: str, reason: str) -> None:
    """End every session and every open login attempt of one terminal."""
    sessions = select(CitizenSession).where(
        CitizenSession.terminal_id == terminal_id, CitizenSession.ended_reason.is_(None)
    )
    for session in db.scalars(sessions):
        end_session(db, session, reason)
    cancel_attempts_at(db, terminal_id)


def cancel_attempts_at(db: Session, terminal_id: str) -> None:
    """Cancel every login attempt at a terminal that is still open, and forget what its card said."""
    _cancel(db, LoginAttempt.terminal_id == terminal_id)


def _cancel(db: Session, which: ColumnElement[bool]) -> None:
    for attempt in db.scalars(select(LoginAttempt).where(which, LoginAttempt.state.in_(OPEN_ATTEMPT_STATES))):
        close_attempt(attempt, "cancelled")


def close_attempt(attempt: LoginAttempt, state: str) -> None:
    """Move an attempt to a final state; code and card data go."""
    attempt.state = state
    attempt.code = None
    attempt.attributes = None
