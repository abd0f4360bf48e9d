"""The end of an account: everything that is the person's goes; what was submitted stays with the city."""

from datetime import datetime
from typing import Final

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from sandbox.bochum_id.application_removal import drop_drafts
from sandbox.bochum_id.appointments import cancel
from sandbox.bochum_id.session_end import end_session
from sandbox.bochum_id.tables import (
    Account,
    Activity,
    Appointment,
    CitizenSession,
    DeletionRequest,
    Document,
    LoginFactor,
    Message,
    MessageAttachment,
    MessageReply,
    PrintJob,
    Pseudonym,
    Receipt,
    ReceiptLink,
    RecoveryCode,
    Representation,
)

_PARTS: Final = (
    Activity,
    Appointment,
    DeletionRequest,
    Document,
    LoginFactor,
    Message,
    PrintJob,
    Pseudonym,
    Receipt,
    ReceiptLink,
    RecoveryCode,
    Representation,
)
"""Every table with an `account_id` that means nothing without its account; a test asks of every other."""


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
        _give_back_appointments(db, account_id)
        _drop_what_hangs_on_messages(db, account_id)
        for part in _PARTS:
            db.execute(delete(part).where(part.account_id == account_id))
        db.execute(delete(Account).where(Account.id == account_id))


def _give_back_appointments(db: Session, account_id: str) -> None:
    for appointment in db.scalars(select(Appointment).where(Appointment.account_id == account_id)):
        cancel(db, appointment)
    db.flush()


def _drop_what_hangs_on_messages(db: Session, account_id: str) -> None:
    messages = select(Message.id).where(Message.account_id == account_id)
    for part in (MessageAttachment, MessageReply):
        db.execute(delete(part).where(part.message_id.in_(messages)))
