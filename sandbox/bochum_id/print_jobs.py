"""Closing print jobs whose visit is over."""

from sqlalchemy import update
from sqlalchemy.orm import Session

from sandbox.bochum_id.tables import PrintJob


def abort_jobs(db: Session, session_id: str) -> None:
    """Close what a visit leaves open: nobody is there to say that it came out."""
    left_open = (PrintJob.session_id == session_id, PrintJob.outcome.is_(None))
    db.execute(update(PrintJob).where(*left_open).values(outcome="aborted"))
