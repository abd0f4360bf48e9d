"""Receipts, as data and on paper (contract 7)."""

from typing import Annotated, Literal, cast

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response
from sqlalchemy.orm import Session

from sandbox.bochum_id import wire_papers as wire
from sandbox.bochum_id.callers import BackendDep, CitizenCaller, CitizenDep
from sandbox.bochum_id.idempotency import CitizenKeyed
from sandbox.bochum_id.mailbox import Enclosure, deliver
from sandbox.bochum_id.problem_codes import Code
from sandbox.bochum_id.problems import ProblemError
from sandbox.bochum_id.receipt_letter import receipt_letter
from sandbox.bochum_id.receipt_links import make_link
from sandbox.bochum_id.receipt_papers import receipt_pdf
from sandbox.bochum_id.receipt_printing import receipt_escpos, receipt_text
from sandbox.bochum_id.receipts import kind_of, lines_of
from sandbox.bochum_id.replies import Reply, json_reply, language_of
from sandbox.bochum_id.tables import Receipt
from sandbox.bochum_id.wire import Id, MoneyWire

router = APIRouter(prefix="/v1/receipts")
_ESCPOS = "application/vnd.escpos"
"""No registered media type exists; printers' makers use this one."""


def _own_receipt(db: Session, receipt_id: str, caller: CitizenCaller) -> Receipt:
    receipt = db.get(Receipt, receipt_id)
    if receipt is None or receipt.account_id != caller.owner_id:
        raise ProblemError(Code.NOT_FOUND)
    return receipt


@router.get("/{receipt_id}", response_model=wire.ReceiptView)
def get_receipt(receipt_id: Id, backend: BackendDep, caller: CitizenDep) -> Response:
    """Show a receipt as data."""
    with backend.store.transaction() as db:
        receipt = _own_receipt(db, receipt_id, caller)
    view = wire.ReceiptView(
        kind=kind_of(receipt),
        reference=receipt.reference,
        issued_at=receipt.issued_at,
        title=cast("dict[str, str]", receipt.title),
        total=MoneyWire(amount=receipt.total_cents),
        lines=[line.text for line in lines_of(receipt)],
        qr=receipt.reference,
        paid=wire.ProofView.model_validate(receipt.paid) if receipt.paid else None,
    )
    return json_reply(200, view).as_response()


@router.get(
    "/{receipt_id}/rendering",
    response_class=Response,
    responses={
        200: {
            "content": {"application/pdf": {}, "text/plain": {}, _ESCPOS: {}},
            "description": "The receipt, ready for a printer.",
        }
    },
)
def render_receipt(
    receipt_id: Id,
    request: Request,
    backend: BackendDep,
    caller: CitizenDep,
    form: Annotated[
        Literal["pdf", "escpos", "text"], Query(alias="format", description="For A4, or for a roll.")
    ] = "pdf",
    width: Annotated[int, Query(ge=24, le=80, description="Signs a line, on a roll.")] = 48,
) -> Response:
    """Set a receipt in the caller's language."""
    with backend.store.transaction() as db:
        receipt = _own_receipt(db, receipt_id, caller)
    language = language_of(request)
    match form:
        case "pdf":
            return Response(receipt_pdf(backend, receipt, language), media_type="application/pdf")
        case "escpos":
            return Response(receipt_escpos(receipt, language, width), media_type=_ESCPOS)
        case "text":
            return Response(receipt_text(receipt, language, width), media_type="text/plain; charset=utf-8")


@router.post("/{receipt_id}/links", status_code=201, response_model=wire.ReceiptLinkView)
def make_receipt_link(
    receipt_id: Id, request: Request, backend: BackendDep, caller: CitizenDep, keyed: CitizenKeyed
) -> Response:
    """Make a link by which the citizen's phone fetches the receipt once; nothing personal stands in it."""
    language = language_of(request)

    def make(db: Session) -> Reply:
        token = make_link(db, backend, _own_receipt(db, receipt_id, caller), language)
        url = f"{backend.origins.eservice}/beleg/{token}"
        life = int(backend.lifetimes.receipt_link.total_seconds())
        return json_reply(201, wire.ReceiptLinkView(url=url, qr=url, expires_in=life))

    return keyed.run(make)


@router.post("/{receipt_id}/mailbox", status_code=204)
def send_receipt_to_mailbox(
    receipt_id: Id, request: Request, backend: BackendDep, caller: CitizenDep, keyed: CitizenKeyed
) -> Response:
    """Put the receipt into the caller's own mailbox."""
    language = language_of(request)

    def send(db: Session) -> Reply:
        receipt = _own_receipt(db, receipt_id, caller)
        pdf = Enclosure("Beleg.pdf", "application/pdf", receipt_pdf(backend, receipt, language))
        deliver(db, backend, receipt.account_id, receipt_letter(receipt, language, pdf))
        return Reply(204)

    return keyed.run(send)
