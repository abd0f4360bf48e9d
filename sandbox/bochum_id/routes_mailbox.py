"""The mailbox: look, open, mark as read, fetch what is enclosed, reply (contract 8)."""

from typing import Annotated, cast

from fastapi import APIRouter, Path, Query
from fastapi.responses import Response
from sqlalchemy import select
from sqlalchemy.orm import Session

from sandbox.bochum_id import wire_mailbox as wire
from sandbox.bochum_id.activity import record_activity
from sandbox.bochum_id.backend import Backend
from sandbox.bochum_id.callers import BackendDep, CitizenCaller, KnownDep
from sandbox.bochum_id.idempotency import CitizenKeyed
from sandbox.bochum_id.levels import reaches
from sandbox.bochum_id.mailbox_views import message_view, summary
from sandbox.bochum_id.message_replies import reply_to
from sandbox.bochum_id.paging import Cursor, Limit, page_of
from sandbox.bochum_id.problem_codes import Code
from sandbox.bochum_id.problems import ProblemError
from sandbox.bochum_id.refusals import refusals
from sandbox.bochum_id.replies import Reply, json_reply
from sandbox.bochum_id.tables import Message, MessageAttachment
from sandbox.bochum_id.wire import Id

router = APIRouter(prefix="/v1/mailbox")


def _own_message(db: Session, message_id: str, caller: CitizenCaller) -> Message:
    message = db.get(Message, message_id)
    if message is None or message.account_id != caller.owner_id:
        raise ProblemError(Code.NOT_FOUND)
    return message


def _opened(db: Session, message_id: str, caller: CitizenCaller) -> Message:
    """Find a message the session may open; message-locked asks for a step-up."""
    message = _own_message(db, message_id, caller)
    if not reaches(caller.level, message.level):
        extensions = {"requiredLevel": message.level, "currentLevel": caller.level, "methods": ["eid"]}
        raise ProblemError(Code.MESSAGE_LOCKED, extensions=extensions)
    return message


def _note_reading(db: Session, backend: Backend, caller: CitizenCaller, message: Message) -> None:
    record_activity(
        db,
        backend,
        caller.owner_id,
        "mailboxRead",
        terminal_id=caller.terminal_id,
        actor=caller.actor,
        reference=message.id,
    )


@router.get("", response_model=wire.MessagePage)
def list_messages(
    backend: BackendDep,
    caller: KnownDep,
    limit: Limit = 50,
    cursor: Cursor | None = None,
    *,
    unread: Annotated[bool, Query(description="Only what nobody has read yet.")] = False,
) -> Response:
    """List the messages, the newest first; what is too high for the session is listed and stays shut."""
    mine = select(Message).where(Message.account_id == caller.owner_id)
    if unread:
        mine = mine.where(Message.read_at.is_(None))
    with backend.store.transaction() as db:
        rows, next_cursor = page_of(db, mine, (Message.received_at, Message.id), limit, cursor)
    page = wire.MessagePage(items=[summary(row) for row in rows], next_cursor=next_cursor)
    return json_reply(200, page).as_response()


@router.get("/{message_id}", response_model=wire.MessageView, responses=refusals(Code.MESSAGE_LOCKED))
def get_message(message_id: Id, backend: BackendDep, caller: KnownDep) -> Response:
    """Open a message. It counts as read only once the terminal says so."""
    with backend.store.transaction() as db:
        view = message_view(db, _opened(db, message_id, caller))
    return json_reply(200, view).as_response()


@router.post(
    "/{message_id}/read",
    status_code=204,
    responses=refusals(Code.MESSAGE_LOCKED, Code.REPRESENTATION_TOO_NARROW),
)
def mark_read(message_id: Id, backend: BackendDep, caller: KnownDep, keyed: CitizenKeyed) -> Response:
    """Note that it was read, the first time with its moment; a decision takes legal effect by it."""

    def mark(db: Session) -> Reply:
        message = _opened(db, message_id, caller)
        caller.demand_change()
        if message.read_at is None:
            message.read_at = backend.clock.now()
            message.served_at = message.read_at if message.kind == "decision" else None
            _note_reading(db, backend, caller, message)
        return Reply(204)

    return keyed.run(mark)


@router.get(
    "/{message_id}/attachments/{number}/content",
    responses={
        200: {"content": {"application/pdf": {}}, "description": "The file."},
        **refusals(Code.MESSAGE_LOCKED),
    },
    response_class=Response,
)
def get_enclosure(
    message_id: Id,
    number: Annotated[int, Path(ge=1, le=100)],
    backend: BackendDep,
    caller: KnownDep,
) -> Response:
    """Fetch what is enclosed."""
    with backend.store.transaction() as db:
        message = _opened(db, message_id, caller)
        enclosure = db.get(MessageAttachment, (message.id, number))
        if enclosure is None:
            raise ProblemError(Code.NOT_FOUND)
        record_activity(
            db,
            backend,
            caller.owner_id,
            "documentFetched",
            terminal_id=caller.terminal_id,
            actor=caller.actor,
            reference=message.id,
        )
    return Response(enclosure.content, media_type=enclosure.media_type)


@router.post(
    "/{message_id}/replies",
    status_code=201,
    response_model=wire.ReplyView,
    responses=refusals(Code.MESSAGE_LOCKED, Code.REPRESENTATION_TOO_NARROW),
)
def reply(
    message_id: Id, body: wire.NewReply, backend: BackendDep, caller: KnownDep, keyed: CitizenKeyed
) -> Response:
    """Answer the sender; an application that waited for it is worked on again."""

    def send(db: Session) -> Reply:
        message = _opened(db, message_id, caller)
        caller.demand_change()
        row = reply_to(db, backend, caller, message, body)
        view = wire.ReplyView(
            id=row.id,
            sent_at=row.at,
            text=row.text,
            attachment_ids=cast("list[str]", row.attachment_ids),
        )
        return json_reply(201, view)

    return keyed.run(send)
