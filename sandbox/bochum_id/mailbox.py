"""Putting messages into mailboxes, within the limits of the federal mailbox (ZBP message v6)."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Final, Literal

from sqlalchemy.orm import Session

from sandbox.bochum_id.backend import Backend
from sandbox.bochum_id.outbox import send_out
from sandbox.bochum_id.tables import Message, MessageAttachment

type MessageKind = Literal["message", "decision", "request"]

_ZBP_LIMITS: Final = {"sender": 255, "subject": 1024, "service": 255, "reference": 255}
"""Signs at most, so that a message can go to the federal mailbox and come back without loss."""


@dataclass(frozen=True, slots=True)
class Enclosure:
    filename: str = field(repr=False)
    media_type: str
    content: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Letter:
    """A message before it is delivered; plain text. ValueError when the federal mailbox would cut it."""

    subject: str = field(repr=False)
    body: str = field(repr=False)
    kind: MessageKind = "message"
    level: str = "normal"
    """What a session needs to open it: normal, substantiell or hoch."""
    sender: str = "Stadt Bochum"
    service: str = ""
    reference: str = ""
    application_id: str | None = None
    enclosures: tuple[Enclosure, ...] = ()

    def __post_init__(self) -> None:
        for name, limit in _ZBP_LIMITS.items():
            if len(getattr(self, name)) > limit:
                raise ValueError(f"the {name} of a message has at most {limit} signs; shorten it")


def deliver(
    db: Session, backend: Backend, account_id: str, letter: Letter, at: datetime | None = None
) -> Message:
    """Put a message into an account's mailbox, in the transaction that causes it.

    The outbox gets the notice without the content, as an e-mail or the federal mailbox would carry it.
    """
    message = Message(
        id=backend.ids.new("msg"),
        account_id=account_id,
        received_at=at or backend.clock.now(),
        sender=letter.sender,
        service=letter.service,
        reference=letter.reference,
        subject=letter.subject,
        body=letter.body,
        kind=letter.kind,
        level=letter.level,
        application_id=letter.application_id,
    )
    db.add(message)
    for number, enclosure in enumerate(letter.enclosures, 1):
        db.add(
            MessageAttachment(
                message_id=message.id,
                number=number,
                filename=enclosure.filename,
                media_type=enclosure.media_type,
                content=enclosure.content,
            )
        )
    notice = {"messageId": message.id, "kind": letter.kind, "reference": letter.reference}
    send_out(db, backend, "mailbox", account_id, {**notice})
    return message
