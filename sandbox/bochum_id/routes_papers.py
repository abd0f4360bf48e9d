"""Documents and print jobs (contract 7)."""

from typing import cast

from fastapi import APIRouter
from fastapi.responses import Response
from sqlalchemy import select
from sqlalchemy.orm import Session, defer

from sandbox.bochum_id import wire_papers as wire
from sandbox.bochum_id.activity import record_activity
from sandbox.bochum_id.callers import BackendDep, CitizenCaller, CitizenDep
from sandbox.bochum_id.idempotency import CitizenKeyed
from sandbox.bochum_id.paging import Cursor, Limit, page_of
from sandbox.bochum_id.printing import finish_job, job_of_visit, open_job
from sandbox.bochum_id.problem_codes import Code
from sandbox.bochum_id.problems import ProblemError
from sandbox.bochum_id.refusals import refusals
from sandbox.bochum_id.replies import Reply, json_reply
from sandbox.bochum_id.tables import Document
from sandbox.bochum_id.wire import Id

router = APIRouter(prefix="/v1")


def _own_document(db: Session, document_id: str, caller: CitizenCaller) -> Document:
    document = db.get(Document, document_id)
    if document is None or document.account_id != caller.owner_id:
        raise ProblemError(Code.NOT_FOUND)
    return document


def _view(document: Document) -> wire.DocumentView:
    left = document.prints_left
    return wire.DocumentView(
        id=document.id,
        title=cast("dict[str, str]", document.title),
        media_type=document.media_type,
        pages=document.pages,
        issued_at=document.issued_at,
        application_id=document.application_id,
        print=wire.PrintRight(allowed=left > 0, remaining=left),
    )


@router.get("/documents", response_model=wire.DocumentPage)
def list_documents(
    backend: BackendDep, caller: CitizenDep, limit: Limit = 50, cursor: Cursor | None = None
) -> Response:
    """List the caller's documents, the newest first."""
    mine = select(Document).where(Document.account_id == caller.owner_id).options(defer(Document.content))
    with backend.store.transaction() as db:
        rows, next_cursor = page_of(db, mine, (Document.issued_at, Document.id), limit, cursor)
    page = wire.DocumentPage(items=[_view(row) for row in rows], next_cursor=next_cursor)
    return json_reply(200, page).as_response()


@router.get("/documents/{document_id}", response_model=wire.DocumentView)
def get_document(document_id: Id, backend: BackendDep, caller: CitizenDep) -> Response:
    """Describe a document, and say how often it may still be printed."""
    with backend.store.transaction() as db:
        view = _view(_own_document(db, document_id, caller))
    return json_reply(200, view).as_response()


@router.get(
    "/documents/{document_id}/content",
    response_class=Response,
    responses={200: {"content": {"application/pdf": {}}, "description": "The document."}},
)
def get_content(document_id: Id, backend: BackendDep, caller: CitizenDep) -> Response:
    """Fetch a document; the terminal keeps it in memory and wipes it after printing."""
    with backend.store.transaction() as db:
        document = _own_document(db, document_id, caller)
        record_activity(
            db,
            backend,
            caller.owner_id,
            "documentFetched",
            terminal_id=caller.terminal_id,
            actor=caller.actor,
            reference=document.id,
        )
    return Response(document.content, media_type=document.media_type)


@router.post(
    "/documents/{document_id}/print-jobs",
    status_code=201,
    response_model=wire.PrintJobView,
    responses=refusals(Code.PRINT_QUOTA_EXHAUSTED, Code.REPRESENTATION_TOO_NARROW),
)
def start_printing(
    document_id: Id,
    body: wire.NewPrintJob,  # noqa: ARG001 - which printer it was is not kept here
    backend: BackendDep,
    caller: CitizenDep,
    keyed: CitizenKeyed,
) -> Response:
    """Open a print job; refused when the document was printed as often as it may be."""

    def start(db: Session) -> Reply:
        document = _own_document(db, document_id, caller)
        caller.demand_change()
        job = open_job(db, backend, document, caller)
        return json_reply(201, wire.PrintJobView(id=job.id, nonce=backend.ids.token()))

    return keyed.run(start)


@router.get("/print-jobs/{job_id}", response_model=wire.PrintJobState)
def get_print_job(job_id: Id, backend: BackendDep, caller: CitizenDep) -> Response:
    """Tell what became of a print job of this visit."""
    with backend.store.transaction() as db:
        job = job_of_visit(db, job_id, caller)
    view = wire.PrintJobState.model_validate(
        {"id": job.id, "documentId": job.document_id, "outcome": job.outcome}
    )
    return json_reply(200, view).as_response()


@router.post("/print-jobs/{job_id}/result", status_code=204)
def finish_printing(
    job_id: Id, body: wire.PrintResult, backend: BackendDep, caller: CitizenDep, keyed: CitizenKeyed
) -> Response:
    """Take the outcome, once, from the visit that opened the job; only `printed` uses up a print."""

    def note_down(db: Session) -> Reply:
        finish_job(db, backend, job_of_visit(db, job_id, caller), body.outcome, caller)
        return Reply(204)

    return keyed.run(note_down)
