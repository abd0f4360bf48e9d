"""Messages of the mailbox (contract 8)."""

from typing import Annotated, Literal

from pydantic import Field

from sandbox.bochum_id.wire import FreeText, Id, Moment, Wire


class MessageSummary(Wire):
    id: str
    received_at: Moment
    sender: str
    subject: str
    kind: Literal["message", "decision", "request"]
    level: Literal["normal", "substantiell", "hoch"]
    """What a session needs to open it."""
    read: bool
    application_id: str | None = None
    reference: str | None = None
    service: str | None = None


class MessagePage(Wire):
    items: list[MessageSummary]
    next_cursor: str | None = None


class EnclosureView(Wire):
    number: int
    filename: str
    media_type: str
    size: int


class ReplyView(Wire):
    id: str
    sent_at: Moment
    text: str
    attachment_ids: list[str]


class MessageView(MessageSummary):
    body: str
    """Plain text; an empty line parts paragraphs."""
    read_at: Moment | None = None
    served_at: Moment | None = None
    """When a decision took legal effect."""
    attachments: list[EnclosureView]
    replies: list[ReplyView]


class NewReply(Wire):
    text: FreeText
    attachment_ids: Annotated[tuple[Id, ...], Field(max_length=10)] = ()
    """Accepted attachments of the message's application."""
