"""Files for an application: announce, send, look, drop (contract 5)."""

import re

from fastapi import APIRouter, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import Response
from sqlalchemy.orm import Session

from sandbox.bochum_id import wire_attachments as wire
from sandbox.bochum_id.applications import own_application
from sandbox.bochum_id.attachment_views import attachment_views, shown_attachment
from sandbox.bochum_id.attachments import (
    Announcement,
    announce,
    application_for_files,
    receive,
    settle,
    slot_named,
)
from sandbox.bochum_id.callers import BackendDep, CitizenCaller, CitizenDep
from sandbox.bochum_id.idempotency import BodyDep, CitizenKeyed
from sandbox.bochum_id.identifiers import content_digest
from sandbox.bochum_id.long_poll import UNCHANGED, KnownHeader, WaitQuery, when_changed
from sandbox.bochum_id.problem_codes import Code
from sandbox.bochum_id.problems import FieldError, ProblemError
from sandbox.bochum_id.refusals import refusals
from sandbox.bochum_id.replies import Reply, json_reply
from sandbox.bochum_id.tables import Attachment
from sandbox.bochum_id.upload_links import make_link
from sandbox.bochum_id.wire import Id

router = APIRouter(prefix="/v1")
_RANGE = re.compile(r"bytes ([0-9]{1,10})-([0-9]{1,10})/([0-9]{1,10})")
_FILE_BODY = {
    "requestBody": {
        "required": True,
        "content": {
            media_type: {"schema": {"type": "string", "format": "binary"}}
            for media_type in ("application/pdf", "image/jpeg", "image/png")
        },
    },
    "parameters": [
        {
            "name": "Content-Digest",
            "in": "header",
            "required": True,
            "description": "SHA-256 of the bytes in this request (RFC 9530).",
            "schema": {"type": "string", "pattern": "^sha-256=:[A-Za-z0-9+/]{43}=:$"},
        },
        {
            "name": "Content-Range",
            "in": "header",
            "required": False,
            "description": "Which part it is; without it the body is the whole file.",
            "schema": {"type": "string", "pattern": "^bytes [0-9]{1,10}-[0-9]{1,10}/[0-9]{1,10}$"},
            "example": "bytes 0-1048575/1843200",
        },
    ],
}


def _own_attachment(db: Session, attachment_id: str, caller: CitizenCaller) -> Attachment:
    attachment = db.get(Attachment, attachment_id)
    if attachment is None or attachment.account_id != caller.owner_id:
        raise ProblemError(Code.NOT_FOUND)
    return attachment


@router.post(
    "/applications/{application_id}/attachments",
    status_code=201,
    response_model=wire.AttachmentView,
    responses=refusals(
        Code.ATTACHMENT_TOO_LARGE,
        Code.ATTACHMENT_TYPE,
        Code.APPLICATION_STATE,
        Code.DEFINITION_OUTDATED,
        Code.REPRESENTATION_TOO_NARROW,
    ),
)
def announce_attachment(
    application_id: Id,
    body: wire.NewAttachment,
    backend: BackendDep,
    caller: CitizenDep,
    keyed: CitizenKeyed,
) -> Response:
    """Announce a file for a slot of the form; refused before a byte is sent when it does not fit."""

    def make_room(db: Session) -> Reply:
        application = application_for_files(db, application_id, caller)
        slot = slot_named(backend, application, body.slot)
        said = Announcement(body.slot, body.filename, body.media_type, body.size, body.digest, body.source)
        return shown_attachment(announce(db, backend, application, slot, said), status=201)

    return keyed.run(make_room)


@router.get("/applications/{application_id}/attachments", response_model=wire.AttachmentList)
def list_attachments(application_id: Id, backend: BackendDep, caller: CitizenDep) -> Response:
    """List an application's files, among them what came from a phone."""
    with backend.store.transaction(*caller.locks) as db:
        application = own_application(db, application_id, caller)
        view = wire.AttachmentList(items=attachment_views(db, backend, application.id))
    return json_reply(200, view).as_response()


@router.put(
    "/attachments/{attachment_id}/content",
    status_code=204,
    responses=refusals(
        Code.ATTACHMENT_TOO_LARGE,
        Code.ATTACHMENT_TYPE,
        Code.ATTACHMENT_REJECTED,
        Code.UPLOAD_RANGE,
        Code.APPLICATION_STATE,
        Code.REPRESENTATION_TOO_NARROW,
    ),
    openapi_extra=_FILE_BODY,
)
def send_content(
    attachment_id: Id, request: Request, backend: BackendDep, caller: CitizenDep, body: BodyDep
) -> Response:
    """Send the file, whole or the next part of it; sending a part again changes nothing."""
    if request.headers.get("content-digest") != content_digest(body):
        raise ProblemError(
            Code.VALIDATION_FAILED, errors=(FieldError("#header/content-digest", "contentDigest"),)
        )
    with backend.store.transaction(*caller.locks) as db:
        attachment = _own_attachment(db, attachment_id, caller)
        application_for_files(db, attachment.application_id, caller)
        if request.headers.get("content-type", "").partition(";")[0].strip() != attachment.media_type:
            raise ProblemError(Code.ATTACHMENT_TYPE, extensions={"accept": [attachment.media_type]})
        start = _start_of(request.headers.get("content-range"), len(body), attachment)
        refusal = receive(backend, attachment, start, body)
    if refusal is not None:
        raise refusal
    return Response(status_code=204)


def _start_of(content_range: str | None, length: int, attachment: Attachment) -> int:
    """Read where a part begins; it has to be as long as it says, of a whole as long as announced."""
    if content_range is None:
        if length != attachment.size:
            too_long = length > attachment.size
            code = Code.ATTACHMENT_TOO_LARGE if too_long else Code.UPLOAD_RANGE
            said = {"maxBytes": attachment.size} if too_long else {"received": attachment.received}
            raise ProblemError(code, extensions=said)
        return 0
    match = _RANGE.fullmatch(content_range)
    first, last, whole = (int(part) for part in match.groups()) if match else (0, -1, -1)
    if last - first + 1 != length or whole != attachment.size:
        raise ProblemError(Code.UPLOAD_RANGE, extensions={"received": attachment.received})
    return first


@router.get("/attachments/{attachment_id}", response_model=wire.AttachmentView, responses=UNCHANGED)
async def get_attachment(
    attachment_id: Id,
    backend: BackendDep,
    caller: CitizenDep,
    known: KnownHeader = None,
    wait: WaitQuery = 0,
) -> Response:
    """Tell how a file stands; with `wait`, as soon as it stands otherwise, as long as that can happen."""

    def seen() -> tuple[bool, Reply]:
        with backend.store.transaction(*caller.locks) as db:
            attachment = _own_attachment(db, attachment_id, caller)
            settle(backend, attachment)
            return attachment.state in {"accepted", "rejected"}, shown_attachment(attachment)

    is_final, _ = await run_in_threadpool(seen)
    return await when_changed(lambda: seen()[1], known, 0 if is_final else wait, backend.patience)


@router.delete(
    "/attachments/{attachment_id}",
    status_code=204,
    responses=refusals(Code.APPLICATION_STATE, Code.REPRESENTATION_TOO_NARROW),
)
def drop_attachment(attachment_id: Id, backend: BackendDep, caller: CitizenDep) -> Response:
    """Take a file away again, as long as nothing is sent."""
    with backend.store.transaction(*caller.locks) as db:
        attachment = _own_attachment(db, attachment_id, caller)
        application_for_files(db, attachment.application_id, caller)
        db.delete(attachment)
    return Response(status_code=204)


@router.post(
    "/applications/{application_id}/upload-links",
    status_code=201,
    response_model=wire.UploadLinkView,
    responses=refusals(Code.APPLICATION_STATE, Code.DEFINITION_OUTDATED, Code.REPRESENTATION_TOO_NARROW),
)
def make_upload_link(
    application_id: Id, body: wire.NewUploadLink, backend: BackendDep, caller: CitizenDep, keyed: CitizenKeyed
) -> Response:
    """Make a link by which the citizen's phone sends one file; nothing personal stands in it."""

    def make(db: Session) -> Reply:
        application = application_for_files(db, application_id, caller)
        slot = slot_named(backend, application, body.slot)
        if "phone" not in slot.sources:
            raise ProblemError(Code.VALIDATION_FAILED, errors=(FieldError("/slot", "sources"),))
        url = f"{backend.origins.eservice}/upload/{make_link(db, backend, application, slot, caller)}"
        life = int(backend.lifetimes.upload_link.total_seconds())
        return json_reply(201, wire.UploadLinkView(url=url, qr=url, expires_in=life))

    return keyed.run(make)
