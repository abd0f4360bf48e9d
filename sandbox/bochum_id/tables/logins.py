"""Login attempts and citizens' sessions."""

from datetime import datetime

from sqlalchemy.orm import Mapped, mapped_column

from sandbox.bochum_id.tables.base import OPTIONAL_JSON, JsonObject, Table


class LoginAttempt(Table):
    __tablename__ = "login_attempts"
    id: Mapped[str] = mapped_column(primary_key=True)
    terminal_id: Mapped[str] = mapped_column(index=True)
    purpose: Mapped[str]
    service_id: Mapped[str | None]
    state: Mapped[str]
    """awaitingEid, verified, consumed, failed, cancelled or expired."""
    dpop_jkt: Mapped[str]
    code_challenge: Mapped[str]
    ui_language: Mapped[str]
    confirmation_code: Mapped[str]
    link_digest: Mapped[str] = mapped_column(unique=True)
    link_expires_at: Mapped[datetime]
    refresh_token: Mapped[str] = mapped_column(unique=True)
    expires_at: Mapped[datetime]
    link_used: Mapped[bool] = mapped_column(default=False)
    eid_session_id: Mapped[str | None] = mapped_column(default=None)
    code: Mapped[str | None] = mapped_column(default=None)
    code_expires_at: Mapped[datetime | None] = mapped_column(default=None)
    account_match: Mapped[str | None] = mapped_column(default=None)
    account_id: Mapped[str | None] = mapped_column(default=None)
    pseudonym_digest: Mapped[str | None] = mapped_column(default=None)
    attributes: Mapped[JsonObject | None] = mapped_column(OPTIONAL_JSON, default=None)
    """What the card said, until the session takes it over."""
    problem: Mapped[JsonObject | None] = mapped_column(OPTIONAL_JSON, default=None)


class CitizenSession(Table):
    __tablename__ = "sessions"
    id: Mapped[str] = mapped_column(primary_key=True)
    terminal_id: Mapped[str] = mapped_column(index=True)
    account_id: Mapped[str] = mapped_column(index=True)
    account_mode: Mapped[str]
    dpop_jkt: Mapped[str]
    level: Mapped[str]
    ui_language: Mapped[str]
    attributes: Mapped[JsonObject | None] = mapped_column(OPTIONAL_JSON)
    """What the card said; wiped at the end."""
    last_seen: Mapped[datetime]
    absolute_end: Mapped[datetime]
    acting_for: Mapped[str | None] = mapped_column(default=None)
    """The organisation in whose name the person acts now."""
    ended_reason: Mapped[str | None] = mapped_column(default=None)
    """idle, absolute, revoked or replaced; None while it lives."""
