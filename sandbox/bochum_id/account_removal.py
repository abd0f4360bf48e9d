"""The end of an account: everything that is the person's goes; what was submitted stays with the city."""

from datetime import datetime
from typing import Final

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from sandbox.bochum_id.application_removal import drop_drafts
from sandbox.bochum_id.session_end import end_session
from sandbox.bochum_id.tables import (
    Account,
    Activity,
    CitizenSession,
    DeletionRequest,
    LoginFactor,
    Pseudonym,
    RecoveryCode,
    Representation,
)

_PARTS: Final = (Activity, DeletionRequest, LoginFactor, Pseudonym, RecoveryCode, Representation)
"""Every table with an `account_id` that means nothing without its account."""


def remove_accounts_due(db: Session, now: datetime) -> None:
    """Remove the accounts whose end was asked for long enough ago."""
    due = db.scalars(select(DeletionRequest.account_id).where(DeletionRequest.effective_at <= now)).all()
    for account_id in due:
        living = select(CitizenSession).where(
            CitizenSession.account_id == account_id, CitizenSession.ended_reason.is_(None)
        )
        for session in db.scalars(living):
            end_session(db, session, "revoked")
        drop_drafts(db, account_id)
        for part in _PARTS:
            db.execute(delete(part).where(part.account_id == account_id))
        db.execute(delete(Account).where(Account.id == account_id))
