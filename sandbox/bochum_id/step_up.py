"""Raising a session's level with the card, and adding a card to an account (contract 2.3 and 3)."""

from sqlalchemy.orm import Session

from sandbox.bochum_id import wire_login as wire
from sandbox.bochum_id.account_opening import lock_account, signed_in_by_card
from sandbox.bochum_id.activity import record_activity
from sandbox.bochum_id.attempt_starts import Beginning, begin_by_card
from sandbox.bochum_id.backend import Backend
from sandbox.bochum_id.problem_codes import Code
from sandbox.bochum_id.problems import ProblemError
from sandbox.bochum_id.replies import Reply
from sandbox.bochum_id.session_end import end_session, overdue
from sandbox.bochum_id.tables import Account, CitizenSession, LoginAttempt


def begin_for_session(
    db: Session,
    backend: Backend,
    session_id: str,
    purpose: str,
    body: wire.CardRequest,
    scenarios: frozenset[str],
) -> Reply:
    """Open an attempt that belongs to a living session: to its terminal and to its key."""
    session = db.get(CitizenSession, session_id)
    if session is None or session.ended_reason is not None:
        reason = session.ended_reason if session and session.ended_reason else "revoked"
        raise ProblemError(Code.SESSION_ENDED, extensions={"reason": reason})
    beginning = Beginning(
        terminal_id=session.terminal_id,
        purpose=purpose,
        service_id=body.service_id,
        dpop_jkt=session.dpop_jkt,
        code_challenge=body.code_challenge,
        ui_language=body.ui_language or session.ui_language,
        session_id=session.id,
        scenarios=scenarios,
    )
    return begin_by_card(db, backend, beginning)


def raise_session(
    db: Session, backend: Backend, attempt: LoginAttempt, session_id: str
) -> CitizenSession | ProblemError:
    """Let the verified card raise its session to level hoch; a card that is new here gets linked."""
    session = db.get(CitizenSession, session_id)
    if session is None:
        return ProblemError(Code.SESSION_ENDED, extensions={"reason": "revoked"})
    lock_account(db, session.account_id)
    db.refresh(session)
    now = backend.clock.now()
    if session.ended_reason is None:
        over = overdue(session, backend.lifetimes.idle, now)
        if over is not None:
            end_session(db, session, over)
    if session.ended_reason is not None:
        return ProblemError(Code.SESSION_ENDED, extensions={"reason": session.ended_reason})
    account = db.get_one(Account, session.account_id)
    signed_in_by_card(db, backend, attempt, account)
    if not account.transient:
        record_activity(db, backend, account.id, "stepUp", terminal_id=attempt.terminal_id, method="eid")
    session.level = "hoch"
    session.attributes = attempt.attributes
    session.authenticated_at = session.last_seen = now
    if "eid" not in session.methods:
        session.methods = [*session.methods, "eid"]
    return session
