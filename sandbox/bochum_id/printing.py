"""Print jobs: they belong to one visit, and only a page that came out counts."""

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from sandbox.bochum_id.activity import record_activity
from sandbox.bochum_id.backend import Backend
from sandbox.bochum_id.callers import CitizenCaller
from sandbox.bochum_id.problem_codes import Code
from sandbox.bochum_id.problems import ProblemError
from sandbox.bochum_id.tables import Document, PrintJob


def open_job(db: Session, backend: Backend, document: Document, caller: CitizenCaller) -> PrintJob:
    """Open a job; print-quota-exhausted when nothing is left, or another visit is printing the rest.

    A visit has one printer: an older job of it for the same document ends as aborted.
    """
    mine = PrintJob.session_id == caller.session_id
    of_document = (PrintJob.document_id == document.id, PrintJob.outcome.is_(None))
    db.execute(update(PrintJob).where(mine, *of_document).values(outcome="aborted"))
    elsewhere = db.scalar(select(func.count()).select_from(PrintJob).where(*of_document)) or 0
    if document.prints_left - elsewhere <= 0:
        raise ProblemError(Code.PRINT_QUOTA_EXHAUSTED)
    job = PrintJob(
        id=backend.ids.new("prj"),
        account_id=document.account_id,
        session_id=caller.session_id,
        document_id=document.id,
        opened_at=backend.clock.now(),
    )
    db.add(job)
    return job


def job_of_visit(db: Session, job_id: str, caller: CitizenCaller) -> PrintJob:
    """Find a job of this very visit; another visit of the same person has none of it."""
    job = db.get(PrintJob, job_id)
    if job is None or job.session_id != caller.session_id:
        raise ProblemError(Code.NOT_FOUND)
    return job


def finish_job(db: Session, backend: Backend, job: PrintJob, outcome: str, caller: CitizenCaller) -> None:
    """Take an outcome, the first one; only `printed` uses up a print."""
    if job.outcome is not None:
        return
    job.outcome = outcome
    document = db.get(Document, job.document_id)
    if outcome == "printed" and document is not None:
        document.prints_left -= 1
        record_activity(
            db,
            backend,
            document.account_id,
            "documentPrinted",
            terminal_id=caller.terminal_id,
            actor=caller.actor,
            reference=document.id,
        )
