"""Applications, what happened to them, and what they were said to cost."""

from datetime import datetime

from sqlalchemy.orm import Mapped, mapped_column

from sandbox.bochum_id.tables.base import OPTIONAL_JSON, JsonObject, JsonValue, Table


class Application(Table):
    __tablename__ = "applications"
    id: Mapped[str] = mapped_column(primary_key=True)
    account_id: Mapped[str] = mapped_column(index=True)
    service_id: Mapped[str]
    definition_version: Mapped[int]
    state: Mapped[str]
    data: Mapped[JsonObject]
    provenance: Mapped[JsonObject]
    opened_at: Mapped[datetime]
    opened_by: Mapped[str]
    """The person's account; `account_id` is whose it is, the person or an organisation."""
    changed_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    version: Mapped[int] = mapped_column(default=1)
    """The ETag."""
    reference: Mapped[str | None] = mapped_column(default=None)
    submission: Mapped[JsonObject | None] = mapped_column(OPTIONAL_JSON, default=None)
    """The declarations and the confirmation, as they were sent."""


class ApplicationEvent(Table):
    """One entry of an application's timeline."""

    __tablename__ = "application_events"
    application_id: Mapped[str] = mapped_column(primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime]
    state: Mapped[str]
    text: Mapped[JsonObject]
    """By language."""
    actor: Mapped[str]
    """system, authority or citizen."""


class Cosignature(Table):
    """A second person's signature under an application."""

    __tablename__ = "cosignatures"
    application_id: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    pseudonym_digest: Mapped[str]
    signed_at: Mapped[datetime]
    declaration_digest: Mapped[str]
    """Of answers and declarations as they were signed (RFC 9530)."""


class Quote(Table):
    __tablename__ = "quotes"
    id: Mapped[str] = mapped_column(primary_key=True)
    application_id: Mapped[str] = mapped_column(index=True)
    account_id: Mapped[str]
    application_version: Mapped[int]
    items: Mapped[list[JsonValue]]
    total_cents: Mapped[int]
    valid_until: Mapped[datetime]
