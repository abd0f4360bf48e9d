"""Messages of attachments and upload links (contract 5)."""

from typing import Annotated, Literal

from pydantic import Field

from sandbox.bochum_id.wire import Id, Moment, Wire

type Digest = Annotated[
    str,
    Field(
        pattern=r"^sha-256=:[A-Za-z0-9+/]{43}=:$",
        examples=["sha-256=:X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE=:"],
    ),
]
type Filename = Annotated[
    str, Field(min_length=1, max_length=120, pattern=r"^[^\x00-\x1f\x7f/\\]+$", examples=["scan.pdf"])
]


class NewAttachment(Wire):
    slot: Annotated[Id, Field(examples=["landlordConfirmation"])]
    filename: Filename
    media_type: Annotated[
        str, Field(max_length=100, pattern=r"^[a-z]+/[a-z0-9.+-]+$", examples=["application/pdf"])
    ]
    size: Annotated[int, Field(ge=1, le=20 * 1024 * 1024, examples=[184_233])]
    """Bytes."""
    digest: Digest
    source: Literal["scanner", "phone"]


class AttachmentView(Wire):
    id: str
    slot: str
    filename: str
    media_type: str
    size: int
    received: int
    """Bytes that are here; sending goes on from there."""
    source: Literal["scanner", "phone"]
    state: Literal["announced", "scanning", "accepted", "rejected"]
    reason: Literal["malware", "type", "unreadable", "encrypted"] | None = None
    added_at: Moment
    upload_url: str | None = None
    """There until everything has come."""


class AttachmentList(Wire):
    items: list[AttachmentView]


class NewUploadLink(Wire):
    slot: Annotated[Id, Field(examples=["landlordConfirmation"])]


class UploadLinkView(Wire):
    url: str
    qr: str
    """What the QR code says: the same address."""
    expires_in: int
    """Seconds."""
