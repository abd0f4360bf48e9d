"""What would have left the house."""

from datetime import datetime

from sqlalchemy.orm import Mapped, mapped_column

from sandbox.bochum_id.tables.base import JsonObject, Table


class OutboxItem(Table):
    __tablename__ = "outbox"
    id: Mapped[str] = mapped_column(primary_key=True)
    at: Mapped[datetime] = mapped_column(index=True)
    kind: Mapped[str]
    """sms, email, fitConnect, xmeld, payment, post, staff or mailbox."""
    recipient: Mapped[str]
    content: Mapped[JsonObject]
