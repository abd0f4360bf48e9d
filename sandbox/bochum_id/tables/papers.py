"""Documents, receipts, print jobs."""

from datetime import datetime

from sqlalchemy.orm import Mapped, mapped_column

from sandbox.bochum_id.tables.base import JsonObject, JsonValue, Table


class Document(Table):
    __tablename__ = "documents"
    id: Mapped[str] = mapped_column(primary_key=True)
    account_id: Mapped[str] = mapped_column(index=True)
    application_id: Mapped[str]
    title: Mapped[JsonObject]
    pages: Mapped[int]
    content: Mapped[bytes]
    verification_code: Mapped[str] = mapped_column(unique=True)
    issued_at: Mapped[datetime]
    media_type: Mapped[str] = mapped_column(default="application/pdf")
    prints_left: Mapped[int] = mapped_column(default=1)


class Receipt(Table):
    __tablename__ = "receipts"
    id: Mapped[str] = mapped_column(primary_key=True)
    account_id: Mapped[str] = mapped_column(index=True)
    kind: Mapped[str]
    """submission, payment or appointment."""
    reference: Mapped[str]
    issued_at: Mapped[datetime]
    total_cents: Mapped[int]
    title: Mapped[JsonObject]
    lines: Mapped[list[JsonValue]]
    due: Mapped[bool] = mapped_column(default=False)
    """A slip to pay with at the cash desk, not the proof of a payment."""
    paid: Mapped[JsonObject] = mapped_column(default_factory=dict)
    """How the money came or will come, as `Proof.as_json`; empty where it comes later, at the cash desk."""
    meeting: Mapped[JsonObject] = mapped_column(default_factory=dict)
    """The appointment that was made with the application, as `Meeting.as_json`; empty where there is none."""


class PrintJob(Table):
    __tablename__ = "print_jobs"
    id: Mapped[str] = mapped_column(primary_key=True)
    account_id: Mapped[str]
    """Whose document it is."""
    session_id: Mapped[str] = mapped_column(index=True)
    """The visit it belongs to: no other may report or see it."""
    document_id: Mapped[str] = mapped_column(index=True)
    opened_at: Mapped[datetime]
    outcome: Mapped[str | None] = mapped_column(default=None)
    """printed, jam, outOfPaper or aborted; None while it is under way."""


class ReceiptLink(Table):
    """Lets a phone fetch one receipt, once."""

    __tablename__ = "receipt_links"
    token_digest: Mapped[str] = mapped_column(primary_key=True)
    receipt_id: Mapped[str] = mapped_column(index=True)
    account_id: Mapped[str]
    language: Mapped[str]
    """In which the visitor read at the terminal."""
    expires_at: Mapped[datetime]
    used_at: Mapped[datetime | None] = mapped_column(default=None)
