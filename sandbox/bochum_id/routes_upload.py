"""The eService origin's page for files from a phone; no sign-in, the link alone opens it, once."""

from typing import Annotated

from fastapi import APIRouter, Path, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import Response

from sandbox.bochum_id.backend import Backend
from sandbox.bochum_id.callers import BackendDep
from sandbox.bochum_id.form_data import FormFile, file_in_form
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
    opened = _look_up(token, backend)
    if not isinstance(opened, OpenLink):
        return outcome_page(opened, language)
    slot = opened.slot
    title = slot.title.get(language, slot.title["de"])
    return form_page(title, slot.accept, slot.max_bytes, language)


@router.post("/{token}")
async def take_file(token: Token, request: Request, backend: BackendDep) -> Response:
    """Take the file the form sends; with it the link is used up.

    What comes under a link that does not work is not read: anybody could send it.
    """
    language = language_of(request)
    opened = await run_in_threadpool(_look_up, token, backend)
    if not isinstance(opened, OpenLink):
        return outcome_page(opened, language)
    file = file_in_form(request.headers.get("content-type", ""), await request.body(), "file")
    outcome = await run_in_threadpool(_take, token, backend, file)
    return outcome_page(outcome, language)


def _look_up(token: str, backend: Backend) -> OpenLink | Outcome:
    with backend.store.transaction() as db:
        return open_link(db, backend, token)


def _take(token: str, backend: Backend, file: FormFile | None) -> Outcome:
    with backend.store.transaction() as db:
        owner_id = owner_of(db, token)
    with backend.store.transaction(account_lock(owner_id or "")) as db:
        opened = open_link(db, backend, token)
        if not isinstance(opened, OpenLink):
            return opened
        return "noFile" if file is None else use_link(db, backend, opened, file)
