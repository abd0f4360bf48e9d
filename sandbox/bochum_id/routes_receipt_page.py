"""The eService origin's page for receipts on a phone; no sign-in, the link alone opens it, once."""

from typing import Annotated

from fastapi import APIRouter, Path, Request
from fastapi.responses import Response

from sandbox.bochum_id.callers import BackendDep
from sandbox.bochum_id.receipt_links import open_link, owner_of, use_link
from sandbox.bochum_id.receipt_page import HEADERS, offer_page, over_page
from sandbox.bochum_id.receipt_papers import receipt_pdf
from sandbox.bochum_id.replies import language_of
from sandbox.bochum_id.store import account_lock

router = APIRouter(prefix="/beleg")
type Token = Annotated[str, Path(min_length=43, max_length=43, pattern=r"^[A-Za-z0-9_-]+$")]


@router.get("/{token}")
def show_offer(token: Token, request: Request, backend: BackendDep) -> Response:
    """Offer the receipt. Looking at it does not use the link up: phones fetch previews."""
    language = language_of(request)
    with backend.store.transaction() as db:
        link = open_link(db, backend, token)
    return over_page(language) if link is None else offer_page(language)


@router.post("/{token}")
def hand_over(token: Token, request: Request, backend: BackendDep) -> Response:
    """Give the receipt; with it the link is used up."""
    with backend.store.transaction() as db:
        owner_id = owner_of(db, token)
    with backend.store.transaction(account_lock(owner_id or "")) as db:
        link = open_link(db, backend, token)
        receipt = None if link is None else use_link(db, backend, link)
    if link is None or receipt is None:
        return over_page(language_of(request))
    headers = {**HEADERS, "Content-Disposition": 'attachment; filename="Beleg.pdf"'}
    return Response(
        receipt_pdf(backend, receipt, link.language), media_type="application/pdf", headers=headers
    )
