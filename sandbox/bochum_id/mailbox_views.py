"""How messages are shown: one line of a list, and the whole."""

from typing import Literal, cast

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from sandbox.bochum_id import wire_mailbox as wire
from sandbox.bochum_id.mailbox import MessageKind
from sandbox.bochum_id.tables import Message, MessageAttachment, MessageReply

type Level = Literal["normal", "substantiell", "hoch"]


def summary(message: Message) -> wire.MessageSummary:
    return wire.MessageSummary(
        id=message.id,
        received_at=message.received_at,
        sender=message.sender,
        subject=message.subject,
        kind=cast("MessageKind", message.kind),
        level=cast("Level", message.level),
        read=message.read_at is not None,
        application_id=message.application_id,
        reference=message.reference or None,
        service=message.service or None,
    )


def message_view(db: Session, message: Message) -> wire.MessageView:
    replies = select(MessageReply).where(MessageReply.message_id == message.id)
    return wire.MessageView(
        **summary(message).model_dump(),
        body=message.body,
        read_at=message.read_at,
        served_at=message.served_at,
        attachments=_enclosures(db, message.id),
        replies=[
            wire.ReplyView(
                id=reply.id,
                sent_at=reply.at,
                text=reply.text,
                attachment_ids=cast("list[str]", reply.attachment_ids),
            )
            for reply in db.scalars(replies.order_by(MessageReply.at, MessageReply.id))
        ],
    )


def _enclosures(db: Session, message_id: str) -> list[wire.EnclosureView]:
    listing = select(
        MessageAttachment.number,
        MessageAttachment.filename,
        MessageAttachment.media_type,
        func.length(MessageAttachment.content),
    ).where(MessageAttachment.message_id == message_id)
    return [
        wire.EnclosureView(number=number, filename=filename, media_type=media_type, size=size)
        for number, filename, media_type, size in db.execute(listing.order_by(MessageAttachment.number))
    ]
