"""Papers that go with an application: announced, sent in pieces, checked by the city (contract section 5)."""

import base64
import hashlib
from dataclasses import dataclass, field
from enum import Enum

from kiosk.bochum_id.once import Caller
from kiosk.bochum_id.reading import Part
from kiosk.bochum_id.transport import Answer, Call, json_bytes
from kiosk.bochum_id.values import JsonObject

PIECE_BYTES = 1024 * 1024
"""Small enough to be sent within the budget of one call on a slow line."""
_LONGEST_WAIT_S = 10


class AttachmentState(Enum):
    ANNOUNCED = "announced"
    SCANNING = "scanning"
    ACCEPTED = "accepted"
    REJECTED = "rejected"


class AttachmentSource(Enum):
    SCANNER = "scanner"
    PHONE = "phone"


@dataclass(frozen=True, slots=True)
class Paper:
    """What is to be attached, held in memory only."""

    filename: str = field(repr=False)
    media_type: str
    content: bytes = field(repr=False)
    source: AttachmentSource

    @property
    def digest(self) -> str:
        return _digest(self.content)


@dataclass(frozen=True, slots=True)
class Attachment:
    """A paper as the city has it."""

    id: str
    slot: str
    """Which of the form's papers it is."""
    filename: str = field(repr=False)
    size_bytes: int
    state: AttachmentState
    received_bytes: int
    """How much of it is there; sending goes on from here."""
    reason: str | None
    """Why it was rejected: malware, type, unreadable, encrypted."""


@dataclass(frozen=True, slots=True)
class UploadLink:
    """Where the citizen's phone sends a picture; works once."""

    url: str = field(repr=False)
    expires_in_s: float


class Attachments:
    """Papers of whoever is signed in."""

    def __init__(self, citizen: Caller) -> None:
        self._citizen = citizen

    def announce(self, application_id: str, slot: str, paper: Paper) -> Attachment:
        """Say what will come; Refused attachment-too-large or attachment-type before a byte is sent."""
        body: JsonObject = {
            "slot": slot,
            "filename": paper.filename,
            "mediaType": paper.media_type,
            "size": len(paper.content),
            "digest": paper.digest,
            "source": paper.source.value,
        }
        act = f"attach {application_id} {slot} {paper.digest}"
        path = f"/v1/applications/{application_id}/attachments"
        return self._citizen.do_once(act, path, lambda: json_bytes(body), _announced)

    def of_application(self, application_id: str) -> tuple[Attachment, ...]:
        """What is attached, by this terminal or from a phone."""
        part = self._citizen.send(Call("GET", f"/v1/applications/{application_id}/attachments")).json()
        return tuple(_attachment(item) for item in part.member("items").items())

    def upload(self, attachment: Attachment, paper: Paper) -> None:
        """Send what the city does not have yet, piece by piece; after a failure, call it again to go on."""
        size = len(paper.content)
        start = self.look(attachment).received_bytes
        while start < size:
            piece = paper.content[start : start + PIECE_BYTES]
            headers = {
                "Content-Digest": _digest(piece),
                "Content-Range": f"bytes {start}-{start + len(piece) - 1}/{size}",
            }
            path = f"/v1/attachments/{attachment.id}/content"
            self._citizen.send(Call("PUT", path, piece, paper.media_type, headers=headers))
            start += len(piece)

    def look(self, attachment: Attachment, wait_s: int = 0) -> Attachment:
        """Ask how it stands, or with `wait_s` (up to 10) as soon as that has changed."""
        path = f"/v1/attachments/{attachment.id}"
        wait_s = min(wait_s, _LONGEST_WAIT_S)
        call = Call("GET", f"{path}?wait={wait_s}" if wait_s else path, wait_s=wait_s)
        return _attachment(self._citizen.send(call).json())

    def upload_link(self, application_id: str, slot: str) -> UploadLink:
        """Make a link for the citizen's own phone."""
        path = f"/v1/applications/{application_id}/upload-links"
        act = f"link {application_id} {slot}"
        return self._citizen.do_once(act, path, lambda: json_bytes({"slot": slot}), _link)

    def delete(self, attachment: Attachment) -> None:
        self._citizen.send(Call("DELETE", f"/v1/attachments/{attachment.id}"))


def _digest(content: bytes) -> str:
    """Write the SHA-256 as a structured field (RFC 9530)."""
    return f"sha-256=:{base64.b64encode(hashlib.sha256(content).digest()).decode('ascii')}:"


def _link(answer: Answer) -> UploadLink:
    part = answer.json()
    return UploadLink(part.member("url").web_address(), part.member("expiresIn").seconds())


def _announced(answer: Answer) -> Attachment:
    return _attachment(answer.json())


def _attachment(part: Part) -> Attachment:
    return Attachment(
        id=part.member("id").identifier(),
        slot=part.member("slot").text(),
        filename=part.member("filename").text(),
        size_bytes=part.member("size").count(),
        state=part.member("state").one_of(AttachmentState),
        received_bytes=part.member("received").count(),
        reason=part.maybe("reason", Part.text),
    )
