"""Documents, receipts and print jobs (contract 7)."""

from typing import Annotated, Literal, cast

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response
from sqlalchemy.orm import Session

from sandbox.bochum_id import wire_papers as wire
from sandbox.bochum_id.callers import BackendDep, CitizenCaller, CitizenDep
from sandbox.bochum_id.idempotency import CitizenKeyed
from sandbox.bochum_id.papers import DeskSlip, SlipLine
from sandbox.bochum_id.problem_codes import Code
from sandbox.bochum_id.problems import ProblemError
from sandbox.bochum_id.replies import Reply, json_reply, language_of
from sandbox.bochum_id.tables import Document, JsonObject, PrintJob, Receipt
from sandbox.bochum_id.wire import MoneyWire

router = APIRouter(prefix="/v1")


def _own_document(db: Session, document_id: str, caller: CitizenCaller) -> Document:
    document = db.get(Document, document_id)
    if document is None or document.account_id != caller.account_id:
        raise ProblemError(Code.NOT_FOUND)
    return document


def _own_receipt(db: Session, receipt_id: str, caller: CitizenCaller) -> Receipt:
    receipt = db.get(Receipt, receipt_id)
    if receipt is None or receipt.account_id != caller.account_id:
        raise ProblemError(Code.NOT_FOUND)
    return receipt


@router.get("/documents/{document_id}", response_model=wire.DocumentView)
def get_document(document_id: str, backend: BackendDep, caller: CitizenDep) -> Response:
    with backend.store.transaction() as db:
        document = _own_document(db, document_id, caller)
    view = wire.DocumentView(
        title=cast("dict[str, str]", document.title),
        pages=document.pages,
        print=wire.PrintRight(allowed=document.prints_left > 0, remaining=document.prints_left),
    )
    return json_reply(200, view).as_response()


@router.get("/documents/{document_id}/content")
def get_content(document_id: str, backend: BackendDep, caller: CitizenDep) -> Response:
    with backend.store.transaction() as db:
        document = _own_document(db, document_id, caller)
    return Response(document.content, media_type="application/pdf")


@router.post("/documents/{document_id}/print-jobs", status_code=201, response_model=wire.PrintJobView)
def start_printing(
    document_id: str,
    body: wire.NewPrintJob,  # noqa: ARG001 - which printer it was is not kept here
    backend: BackendDep,
    caller: CitizenDep,
    keyed: CitizenKeyed,
) -> Response:
    """Open a print job; refused when the document was printed as often as it may be."""

    def open_job(db: Session) -> Reply:
        document = _own_document(db, document_id, caller)
        if document.prints_left <= 0:
            raise ProblemError(Code.PRINT_QUOTA_EXHAUSTED)
        job = PrintJob(id=backend.ids.new("prj"), account_id=caller.account_id, document_id=document.id)
        db.add(job)
        return json_reply(201, wire.PrintJobView(id=job.id, nonce=backend.ids.token()))

    return keyed.run(open_job)


@router.post("/print-jobs/{job_id}/result", status_code=204)
def finish_printing(job_id: str, body: wire.PrintResult, caller: CitizenDep, keyed: CitizenKeyed) -> Response:
    """Take the outcome, once; only `printed` uses up a print."""

    def note_down(db: Session) -> Reply:
        job = db.get(PrintJob, job_id)
        if job is None or job.account_id != caller.account_id:
            raise ProblemError(Code.NOT_FOUND)
        if job.outcome is None:
            job.outcome = body.outcome
            if body.outcome == "printed":
                _own_document(db, job.document_id, caller).prints_left -= 1
        return Reply(204)

    return keyed.run(note_down)


@router.get("/receipts/{receipt_id}", response_model=wire.ReceiptView)
def get_receipt(receipt_id: str, backend: BackendDep, caller: CitizenDep) -> Response:
    with backend.store.transaction() as db:
        receipt = _own_receipt(db, receipt_id, caller)
    view = wire.ReceiptView(
        kind="payment" if receipt.kind == "payment" else "submission",
        reference=receipt.reference,
        issued_at=receipt.issued_at,
        title=cast("dict[str, str]", receipt.title),
        total=MoneyWire(amount=receipt.total_cents),
        lines=[str(line["text"]) for line in cast("list[JsonObject]", receipt.lines)],
        qr=receipt.reference,
    )
    return json_reply(200, view).as_response()


@router.get("/receipts/{receipt_id}/rendering")
def render_receipt(
    receipt_id: str,
    request: Request,
    backend: BackendDep,
    caller: CitizenDep,
    form: Annotated[Literal["pdf"], Query(alias="format")] = "pdf",  # noqa: ARG001 - the one form so far
) -> Response:
    """Set the slip for the cash desk; other receipts have no paper of their own yet."""
    with backend.store.transaction() as db:
        receipt = _own_receipt(db, receipt_id, caller)
    if receipt.kind != "payment":
        raise ProblemError(Code.NOT_FOUND)
    language = language_of(request)
    slip = DeskSlip(
        language=language,
        total_cents=receipt.total_cents,
        reference=receipt.reference,
        lines=tuple(_slip_line(line, language) for line in cast("list[JsonObject]", receipt.lines)),
        issued_at=receipt.issued_at,
        valid_until=receipt.issued_at + backend.lifetimes.payment,
    )
    return Response(backend.papers.desk_slip(slip), media_type="application/pdf")


def _slip_line(line: JsonObject, language: str) -> SlipLine:
    title = cast("dict[str, str]", line["title"])
    gloss = "" if language == "de" else title.get(language, "")
    return SlipLine(f"{line['quantity']} × {title['de']}", gloss, cast("int", line["cents"]))
