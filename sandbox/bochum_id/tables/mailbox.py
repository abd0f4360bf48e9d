"""Messages in citizens' mailboxes, what is enclosed, and replies."""

from datetime import datetime

from sqlalchemy.orm import Mapped, mapped_column

from sandbox.bochum_id.tables.base import JsonValue, Table


class Message(Table):
    __tablename__ = "messages"
    id: Mapped[str] = mapped_column(primary_key=True)
    account_id: Mapped[str] = mapped_column(index=True)
    received_at: Mapped[datetime]
    sender: Mapped[str]
    service: Mapped[str]
    reference: Mapped[str]
    subject: Mapped[str]
    body: Mapped[str]
    kind: Mapped[str]
    """message, decision or request."""
    level: Mapped[str]
    """What a session needs to open it."""
    application_id: Mapped[str | None] = mapped_column(default=None)
    read_at: Mapped[datetime | None] = mapped_column(default=None)
    served_at: Mapped[datetime | None] = mapped_column(default=None)
    """When a decision took legal effect: with the first reading."""


class MessageAttachment(Table):
    __tablename__ = "message_attachments"
    message_id: Mapped[str] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    """From 1."""
    filename: Mapped[str]
    media_type: Mapped[str]
    content: Mapped[bytes]


class MessageReply(Table):
    __tablename__ = "message_replies"
    id: Mapped[str] = mapped_column(primary_key=True)
    message_id: Mapped[str] = mapped_column(index=True)
    written_by: Mapped[str]
    """The person's account."""
    at: Mapped[datetime]
    text: Mapped[str]
    attachment_ids: Mapped[list[JsonValue]]
