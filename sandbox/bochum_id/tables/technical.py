"""What keeps requests honest: used nonces, running numbers, answers kept for repetitions."""

from datetime import datetime

from sqlalchemy.orm import Mapped, mapped_column

from sandbox.bochum_id.tables.base import JsonObject, Table


class UsedNonce(Table):
    """The `jti` of a client assertion or DPoP proof: each works once."""

    __tablename__ = "used_nonces"
    digest: Mapped[str] = mapped_column(primary_key=True)
    expires_at: Mapped[datetime] = mapped_column(index=True)


class Counter(Table):
    """Running numbers of references, by name."""

    __tablename__ = "counters"
    name: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[int]


class IdempotencyRecord(Table):
    """The answer to a keyed request, kept for repetitions (contract section 1)."""

    __tablename__ = "idempotency_records"
    terminal_id: Mapped[str] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(primary_key=True)
    route: Mapped[str] = mapped_column(primary_key=True)
    request_digest: Mapped[str]
    session_id: Mapped[str | None] = mapped_column(index=True)
    """The citizen's answers go with the session."""
    status: Mapped[int]
    headers: Mapped[JsonObject]
    body: Mapped[bytes]
    expires_at: Mapped[datetime] = mapped_column(index=True)
