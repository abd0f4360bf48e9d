"""Files that belong to an application, and the links to send them by."""

from datetime import datetime

from sqlalchemy.orm import Mapped, mapped_column

from sandbox.bochum_id.tables.base import Table


class Attachment(Table):
    __tablename__ = "attachments"
    id: Mapped[str] = mapped_column(primary_key=True)
    application_id: Mapped[str] = mapped_column(index=True)
    account_id: Mapped[str]
    """Whose it is, the person or an organisation."""
    slot: Mapped[str]
    filename: Mapped[str]
    media_type: Mapped[str]
    size: Mapped[int]
    """Bytes, as announced."""
    digest: Mapped[str]
    """As announced (RFC 9530)."""
    source: Mapped[str]
    """scanner or phone."""
    state: Mapped[str]
    """announced, scanning, accepted or rejected."""
    added_at: Mapped[datetime]
    content: Mapped[bytes] = mapped_column(default=b"", deferred=True)
    received: Mapped[int] = mapped_column(default=0)
    """Bytes that are here."""
    scanned_at: Mapped[datetime | None] = mapped_column(default=None)
    """When the scan is through; nobody looks before."""
    reason: Mapped[str | None] = mapped_column(default=None)
    """Why it was rejected: malware, type, unreadable or encrypted."""


class UploadLink(Table):
    """Lets a phone send one file to one slot, once."""

    __tablename__ = "upload_links"
    token_digest: Mapped[str] = mapped_column(primary_key=True)
    application_id: Mapped[str] = mapped_column(index=True)
    account_id: Mapped[str]
    session_id: Mapped[str]
    """The link goes with the session."""
    slot: Mapped[str]
    expires_at: Mapped[datetime]
    used_at: Mapped[datetime | None] = mapped_column(default=None)
