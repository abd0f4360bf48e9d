"""Whose card it is that was just read: known, perhaps a renewed one, nobody's, or the wrong person's."""

from sqlalchemy.orm import Session

from sandbox.bochum_id.account_attributes import identity_of_card
from sandbox.bochum_id.account_opening import candidate_for
from sandbox.bochum_id.problem_codes import Code
from sandbox.bochum_id.problems import Problem
from sandbox.bochum_id.tables import Account, CitizenSession, LoginAttempt, Pseudonym


def match_card(db: Session, attempt: LoginAttempt) -> Problem | None:
    """Note down in the attempt which account its card opens; a problem when it must not go on."""
    pseudonym = db.get(Pseudonym, attempt.pseudonym_digest)
    if attempt.session_id is not None:
        return _match_session(db, attempt, attempt.session_id, pseudonym)
    if pseudonym is not None:
        attempt.account_id, attempt.account_match = pseudonym.account_id, "existing"
        return None
    card = attempt.attributes or {}
    attempt.link_to = candidate_for(db, identity_of_card(card), card)
    attempt.account_match = "ambiguous" if attempt.link_to else "none"
    return None


def _match_session(
    db: Session, attempt: LoginAttempt, session_id: str, pseudonym: Pseudonym | None
) -> Problem | None:
    """Let a session be raised by its own person's card only, known or new."""
    session = db.get(CitizenSession, session_id)
    account = db.get(Account, session.account_id) if session is not None else None
    if session is None or session.ended_reason is not None or account is None:
        return Problem(Code.LOGIN_FAILED)
    if pseudonym is not None and pseudonym.account_id != account.id:
        return Problem(Code.ACCOUNT_MISMATCH)
    if pseudonym is None:
        if account.identity not in {None, identity_of_card(attempt.attributes or {})}:
            return Problem(Code.ACCOUNT_MISMATCH)
        attempt.link_to = account.id
    attempt.account_id, attempt.account_match = account.id, "existing"
    return None
