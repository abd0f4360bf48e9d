"""Login attempts and citizens' sessions."""

from datetime import datetime

from sqlalchemy.orm import Mapped, mapped_column

from sandbox.bochum_id.tables.base import OPTIONAL_JSON, JsonObject, JsonValue, Table


class LoginAttempt(Table):
    __tablename__ = "login_attempts"
    id: Mapped[str] = mapped_column(primary_key=True)
    terminal_id: Mapped[str] = mapped_column(index=True)
    purpose: Mapped[str]
    """login, register or identify; stepUp, linkCard and cosign belong to `session_id`."""
    service_id: Mapped[str | None]
    state: Mapped[str]
    """awaitingEid, awaitingPassword, awaitingFactor, verified, consumed, failed, cancelled or expired."""
    dpop_jkt: Mapped[str]
    code_challenge: Mapped[str]
    ui_language: Mapped[str]
    confirmation_code: Mapped[str]
    expires_at: Mapped[datetime]
    method: Mapped[str] = mapped_column(default="eid")
    """eid or password."""
    session_id: Mapped[str | None] = mapped_column(default=None)
    """The session that this attempt shall raise or add a card to, or that asks for a second signature."""
    application_id: Mapped[str | None] = mapped_column(default=None)
    """What is to be signed by a second person."""
    link_digest: Mapped[str | None] = mapped_column(default=None, unique=True)
    link_expires_at: Mapped[datetime | None] = mapped_column(default=None)
    refresh_token: Mapped[str | None] = mapped_column(default=None, unique=True)
    scenarios: Mapped[list[JsonValue]] = mapped_column(default_factory=list)
    """What the eID server shall pretend, named when the attempt began."""
    link_used: Mapped[bool] = mapped_column(default=False)
    eid_session_id: Mapped[str | None] = mapped_column(default=None)
    code: Mapped[str | None] = mapped_column(default=None)
    code_expires_at: Mapped[datetime | None] = mapped_column(default=None)
    account_match: Mapped[str | None] = mapped_column(default=None)
    account_id: Mapped[str | None] = mapped_column(default=None)
    pseudonym_digest: Mapped[str | None] = mapped_column(default=None)
    link_to: Mapped[str | None] = mapped_column(default=None)
    """The one account that a renewed card may belong to."""
    password_tries: Mapped[int] = mapped_column(default=0)
    factor_tries: Mapped[int] = mapped_column(default=0)
    factor_failures: Mapped[int] = mapped_column(default=0)
    challenges: Mapped[int] = mapped_column(default=0)
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
    authenticated_at: Mapped[datetime]
    methods: Mapped[list[JsonValue]]
    """eid, password or both, in the order they were used."""
    last_seen: Mapped[datetime]
    absolute_end: Mapped[datetime]
    certified: Mapped[bool] = mapped_column(default=False)
    """Begun over a connection with the terminal's certificate, and bound to such ones (profile M)."""
    acting_for: Mapped[str | None] = mapped_column(default=None)
    """The organisation in whose name the person acts now."""
    ended_reason: Mapped[str | None] = mapped_column(default=None)
    """idle, absolute, revoked or replaced; None while it lives."""
