"""Dropping applications with everything that hangs on them."""

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from sandbox.bochum_id.application_states import OPEN_DRAFT_STATES
from sandbox.bochum_id.tables import Application, ApplicationEvent, Attachment, Cosignature, Quote, UploadLink

_PARTS = (ApplicationEvent, Attachment, Cosignature, Quote, UploadLink)
"""Every table with an `application_id` that means nothing without its application."""


def drop_application(db: Session, application: Application) -> None:
    """Delete a draft. What was sent stays with the city and never comes here."""
    for part in _PARTS:
        db.execute(delete(part).where(part.application_id == application.id))
    db.delete(application)


def drop_drafts(db: Session, owner_id: str) -> None:
    """Delete every draft of an account."""
    drafts = select(Application).where(
        Application.account_id == owner_id, Application.state.in_(OPEN_DRAFT_STATES)
    )
    for draft in db.scalars(drafts):
        drop_application(db, draft)
