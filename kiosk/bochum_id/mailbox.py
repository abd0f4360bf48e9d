"""The citizen's mailbox: messages, decisions, requests, and answers to them (contract section 8)."""

import hashlib
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum

from kiosk.bochum_id.once import Caller
from kiosk.bochum_id.paging import Page, read_page, with_query
from kiosk.bochum_id.reading import Part
from kiosk.bochum_id.transport import Call, json_bytes
from kiosk.bochum_id.values import JsonObject, Level

_PATH = "/v1/mailbox"


class MessageKind(Enum):
    MESSAGE = "message"
    DECISION = "decision"
    """Reading it may have legal effect: the citizen is told so first."""
    REQUEST = "request"


@dataclass(frozen=True, slots=True)
class MessageHead:
    """A line of the list; what is inside may need a higher level."""

    id: str
    received_at: datetime
    sender: str = field(repr=False)
    subject: str = field(repr=False)
    kind: MessageKind
    level: Level
    """What a session has to have reached to open it."""
    read: bool
    application_id: str | None
    service: str | None = field(default=None, repr=False)
    reference: str | None = field(default=None, repr=False)
    """The office's own name for the case."""


@dataclass(frozen=True, slots=True)
class SentReply:
    """What the citizen answered."""

    id: str
    sent_at: datetime
    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class MessageAttachment:
    number: int
    """Its place in the message, from 1."""
    filename: str = field(repr=False)
    media_type: str
    size_bytes: int

    @property
    def is_printable(self) -> bool:
        """Whether a printer understands it."""
        return self.media_type == "application/pdf"


@dataclass(frozen=True, slots=True)
class Message:
    head: MessageHead
    body: str = field(repr=False)
    """Plain text."""
    attachments: tuple[MessageAttachment, ...]
    replies: tuple[SentReply, ...]
    served_at: datetime | None
    """When a decision took legal effect; None before it was read."""


class Mailbox:
    """What the city wrote to whoever is signed in."""

    def __init__(self, citizen: Caller) -> None:
        self._citizen = citizen

    def messages(self, *, unread_only: bool = False, cursor: str | None = None) -> Page[MessageHead]:
        """The latest first."""
        path = with_query(_PATH, unread="true" if unread_only else None, cursor=cursor)
        return read_page(self._citizen.send(Call("GET", path)).json(), _head)

    def open(self, head: MessageHead) -> Message:
        """Fetch a message; Refused message-locked when the session's level is too low for it.

        Opening does not count as reading: `mark_read` does.
        """
        part = self._citizen.send(Call("GET", f"{_PATH}/{head.id}")).json()
        attachments, replies = part.member("attachments").items(), part.optional("replies")
        return Message(
            head=_head(part),
            body=part.member("body").text(),
            attachments=tuple(_attachment(item) for item in attachments),
            replies=tuple(_reply(item) for item in (replies.items() if replies else ())),
            served_at=part.maybe("servedAt", Part.moment),
        )

    def mark_read(self, head: MessageHead) -> None:
        """Say that the citizen has read it, with whatever legal effect that has."""
        self._citizen.send_once(f"read {head.id}", f"{_PATH}/{head.id}/read", lambda: b"")

    def attachment(self, message: Message, attachment: MessageAttachment) -> bytes:
        """Fetch a file into memory."""
        path = f"{_PATH}/{message.head.id}/attachments/{attachment.number}/content"
        return self._citizen.send(Call("GET", path, accept=attachment.media_type)).body

    def reply(self, message: Message, text: str, attachment_ids: tuple[str, ...] = ()) -> None:
        """Answer; the same words again after a lost answer are sent once."""
        body: JsonObject = {"text": text, "attachmentIds": list(attachment_ids)}
        path = f"{_PATH}/{message.head.id}/replies"
        act = f"reply {message.head.id} {hashlib.sha256(json_bytes(body)).hexdigest()}"
        self._citizen.send_once(act, path, lambda: json_bytes(body))


def _head(part: Part) -> MessageHead:
    return MessageHead(
        id=part.member("id").identifier(),
        received_at=part.member("receivedAt").moment(),
        sender=part.member("sender").text(),
        subject=part.member("subject").text(),
        kind=part.member("kind").one_of(MessageKind),
        level=part.member("level").one_of(Level),
        read=part.member("read").truth(),
        application_id=part.maybe("applicationId", Part.identifier),
        service=part.maybe("service", Part.text),
        reference=part.maybe("reference", Part.text),
    )


def _reply(part: Part) -> SentReply:
    return SentReply(
        id=part.member("id").identifier(),
        sent_at=part.member("sentAt").moment(),
        text=part.member("text").text(),
    )


def _attachment(part: Part) -> MessageAttachment:
    return MessageAttachment(
        number=part.member("number").count(),
        filename=part.member("filename").text(),
        media_type=part.member("mediaType").media_type(),
        size_bytes=part.member("size").count(),
    )
