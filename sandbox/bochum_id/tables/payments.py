"""Payments."""

from datetime import datetime

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from sandbox.bochum_id.tables.base import Table


class Payment(Table):
    __tablename__ = "payments"
    id: Mapped[str] = mapped_column(primary_key=True)
    application_id: Mapped[str] = mapped_column(index=True)
    account_id: Mapped[str]
    quote_id: Mapped[str]
    channel: Mapped[str]
    state: Mapped[str]
    total_cents: Mapped[int]
    reference: Mapped[str] = mapped_column(unique=True)
    """Kassenzeichen."""
    purpose: Mapped[str] = mapped_column(String(27))
    expires_at: Mapped[datetime]
