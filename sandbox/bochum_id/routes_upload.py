"""The eService origin's page for files from a phone; no sign-in, the link alone opens it, once."""

from typing import Annotated

from fastapi import APIRouter, Path, Request
from fastapi.responses import Response

from sandbox.bochum_id.callers import BackendDep
from sandbox.bochum_id.form_data import file_in_form
from sandbox.bochum_id.idempotency import BodyDep
from sandbox.bochum_id.replies import language_of
from sandbox.bochum_id.store import account_lock
from sandbox.bochum_id.upload_links import OpenLink, open_link, owner_of, use_link
from sandbox.bochum_id.upload_page import Outcome, form_page, outcome_page

router = APIRouter(prefix="/upload")
type Token = Annotated[str, Path(min_length=43, max_length=43, pattern=r"^[A-Za-z0-9_-]+$")]


@router.get("/{token}")
def show_form(token: Token, request: Request, backend: BackendDep) -> Response:
    """Show the form. Looking at it does not use the link up: phones fetch previews."""
    language = language_of(request)
    with backend.store.transaction() as db:
        opened = open_link(db, backend, token)
    if not isinstance(opened, OpenLink):
        return outcome_page(opened, language)
    slot = opened.slot
    title = slot.title.get(language, slot.title["de"])
    return form_page(title, slot.accept, slot.max_bytes, language)


@router.post("/{token}")
def take_file(token: Token, request: Request, backend: BackendDep, body: BodyDep) -> Response:
    """Take the file the form sends; with it the link is used up."""
    language = language_of(request)
    file = file_in_form(request.headers.get("content-type", ""), body, "file")
    with backend.store.transaction() as db:
        owner_id = owner_of(db, token)
    with backend.store.transaction(account_lock(owner_id or "")) as db:
        opened = open_link(db, backend, token)
        outcome: Outcome
        if not isinstance(opened, OpenLink):
            outcome = opened
        elif file is None:
            outcome = "noFile"
        else:
            outcome = use_link(db, backend, opened, file)
    return outcome_page(outcome, language)
