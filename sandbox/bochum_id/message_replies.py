"""A citizen's reply to a message, and what it sets going."""

from sqlalchemy.orm import Session

from sandbox.bochum_id import wire_mailbox as wire
from sandbox.bochum_id.application_states import Actor, State
from sandbox.bochum_id.backend import Backend
from sandbox.bochum_id.callers import CitizenCaller
from sandbox.bochum_id.outbox import send_out
from sandbox.bochum_id.problem_codes import Code
from sandbox.bochum_id.problems import FieldError, ProblemError
from sandbox.bochum_id.release import case_id
from sandbox.bochum_id.tables import Application, Attachment, JsonValue, Message, MessageReply
from sandbox.bochum_id.timeline import move_on

_WORDS = {"de": "Sie haben dem Amt geantwortet.", "en": "You have replied to the office."}


def reply_to(
    db: Session, backend: Backend, caller: CitizenCaller, message: Message, body: wire.NewReply
) -> MessageReply:
    """Keep a reply and tell the office; validation-failed for attachments that are not the application's.

    An application in actionRequired goes back to processing when a request is answered.
    """
    for place, attachment_id in enumerate(body.attachment_ids):
        attachment = db.get(Attachment, attachment_id)
        fits = attachment is not None and attachment.account_id == caller.owner_id
        if attachment is None or not fits or attachment.state != "accepted":
            raise ProblemError(
                Code.VALIDATION_FAILED, errors=(FieldError(f"/attachmentIds/{place}", "enum"),)
            )
    row = MessageReply(
        id=backend.ids.new("rpl"),
        message_id=message.id,
        written_by=caller.account_id,
        at=backend.clock.now(),
        text=body.text,
        attachment_ids=list[JsonValue](body.attachment_ids),
    )
    db.add(row)
    application = db.get(Application, message.application_id) if message.application_id else None
    notice = {"event": "reply", "messageId": message.id, "reference": message.reference}
    if application is not None:
        notice["caseId"] = case_id(application)
        if message.kind == "request" and application.state == State.ACTION_REQUIRED:
            move_on(db, backend, application, State.PROCESSING, Actor.CITIZEN, _WORDS)
    send_out(db, backend, "fitConnect", message.sender, {**notice})
    return row
