"""Payments, the attempts at taking their money, and the terminals' end-of-day totals."""

from datetime import datetime

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from sandbox.bochum_id.tables.base import JsonObject, Table


class Payment(Table):
    __tablename__ = "payments"
    id: Mapped[str] = mapped_column(primary_key=True)
    application_id: Mapped[str] = mapped_column(index=True)
    account_id: Mapped[str]
    """Whose application it pays for."""
    terminal_id: Mapped[str] = mapped_column(index=True)
    """Where it was begun: the only terminal whose card reader may take its money."""
    quote_id: Mapped[str]
    channel: Mapped[str]
    state: Mapped[str]
    """A `PaymentState`."""
    total_cents: Mapped[int]
    reference: Mapped[str] = mapped_column(unique=True)
    """Kassenzeichen."""
    purpose: Mapped[str] = mapped_column(String(27))
    expires_at: Mapped[datetime]
    version: Mapped[int] = mapped_column(default=1)
    """The ETag; counts what was learned."""
    pay_token: Mapped[str | None] = mapped_column(default=None, index=True, unique=True)
    """What the address of the pay page ends with; good for one decision of the bank."""
    bank_plays: Mapped[str | None] = mapped_column(default=None)
    """What the sandbox's bank shall do: declined, slow or unknown."""
    settles_at: Mapped[datetime | None] = mapped_column(default=None)
    """When a slow bank will have booked what it was told to pay."""
    paid_at: Mapped[datetime | None] = mapped_column(default=None)
    receipt_id: Mapped[str | None] = mapped_column(default=None)


class PaymentAttempt(Table):
    """One attempt at taking the money, written down before it begins."""

    __tablename__ = "payment_attempts"
    payment_id: Mapped[str] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    taking: Mapped[str]
    """A `Taking`."""
    terminal_id: Mapped[str | None] = mapped_column(index=True)
    """The terminal whose card reader asks; None where there is none."""
    at: Mapped[datetime]
    """When the last thing about it was learned."""
    details: Mapped[JsonObject]
    """What the card reader said, never a whole card number."""


class PaymentBatch(Table):
    """A terminal's end of day (ZVT 06 50) and what the backend had expected."""

    __tablename__ = "payment_batches"
    id: Mapped[str] = mapped_column(primary_key=True)
    terminal_id: Mapped[str] = mapped_column(index=True)
    at: Mapped[datetime]
    reported: Mapped[JsonObject]
    expected_count: Mapped[int]
    expected_cents: Mapped[int]
