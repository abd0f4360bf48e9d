"""What the sandbox backend remembers: one class a table; none of them prints its contents."""

from datetime import UTC, datetime

from sqlalchemy import JSON, BigInteger, Dialect, LargeBinary, String, TypeDecorator
from sqlalchemy.orm import DeclarativeBase, Mapped, MappedAsDataclass, mapped_column

type JsonValue = bool | int | float | str | list[JsonValue] | dict[str, JsonValue] | None
type JsonObject = dict[str, JsonValue]


_OPTIONAL_JSON = JSON(none_as_null=True)


class UtcTime(TypeDecorator[datetime]):
    """A moment as microseconds since 1970 in UTC; SQLite has no time zones."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:  # noqa: ARG002 - SQLAlchemy's signature
        return None if value is None else round(value.timestamp() * 1_000_000)

    def process_result_value(self, value: int | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 - SQLAlchemy's signature
        return None if value is None else datetime.fromtimestamp(value / 1_000_000, UTC)


class Table(MappedAsDataclass, DeclarativeBase, repr=False, kw_only=True):
    """Rows compare by identity of their key and never show personal data."""

    type_annotation_map = {datetime: UtcTime, bytes: LargeBinary, JsonObject: JSON, list[JsonValue]: JSON}  # noqa: RUF012 - SQLAlchemy's hook


class Terminal(Table):
    __tablename__ = "terminals"
    id: Mapped[str] = mapped_column(primary_key=True)
    public_key_pem: Mapped[str]
    blocked: Mapped[bool] = mapped_column(default=False)


class UsedNonce(Table):
    """The `jti` of a client assertion or DPoP proof: each works once."""

    __tablename__ = "used_nonces"
    digest: Mapped[str] = mapped_column(primary_key=True)
    expires_at: Mapped[datetime] = mapped_column(index=True)


class Account(Table):
    __tablename__ = "accounts"
    id: Mapped[str] = mapped_column(primary_key=True)
    created_at: Mapped[datetime]
    transient: Mapped[bool]
    """A one-off use: goes with the session."""
    consents: Mapped[JsonObject]


class Pseudonym(Table):
    """A card's restricted identification towards the city, hashed, and whose account it opens."""

    __tablename__ = "pseudonyms"
    digest: Mapped[str] = mapped_column(primary_key=True)
    account_id: Mapped[str] = mapped_column(index=True)
    linked_at: Mapped[datetime]


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
    attributes: Mapped[JsonObject | None] = mapped_column(_OPTIONAL_JSON, default=None)
    """What the card said, until the session takes it over."""
    problem: Mapped[JsonObject | None] = mapped_column(_OPTIONAL_JSON, default=None)


class CitizenSession(Table):
    __tablename__ = "sessions"
    id: Mapped[str] = mapped_column(primary_key=True)
    terminal_id: Mapped[str] = mapped_column(index=True)
    account_id: Mapped[str] = mapped_column(index=True)
    account_mode: Mapped[str]
    dpop_jkt: Mapped[str]
    level: Mapped[str]
    ui_language: Mapped[str]
    attributes: Mapped[JsonObject | None] = mapped_column(_OPTIONAL_JSON)
    """What the card said; wiped at the end."""
    last_seen: Mapped[datetime]
    absolute_end: Mapped[datetime]
    ended_reason: Mapped[str | None] = mapped_column(default=None)
    """idle, absolute, revoked or replaced; None while it lives."""


class Application(Table):
    __tablename__ = "applications"
    id: Mapped[str] = mapped_column(primary_key=True)
    account_id: Mapped[str] = mapped_column(index=True)
    service_id: Mapped[str]
    definition_version: Mapped[int]
    state: Mapped[str]
    data: Mapped[JsonObject]
    provenance: Mapped[JsonObject]
    expires_at: Mapped[datetime]
    version: Mapped[int] = mapped_column(default=1)
    """The ETag."""
    reference: Mapped[str | None] = mapped_column(default=None)
    submission: Mapped[JsonObject | None] = mapped_column(_OPTIONAL_JSON, default=None)
    """The declarations and the confirmation, as they were sent."""


class Quote(Table):
    __tablename__ = "quotes"
    id: Mapped[str] = mapped_column(primary_key=True)
    application_id: Mapped[str] = mapped_column(index=True)
    account_id: Mapped[str]
    application_version: Mapped[int]
    items: Mapped[list[JsonValue]]
    total_cents: Mapped[int]
    valid_until: Mapped[datetime]


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
    prints_left: Mapped[int] = mapped_column(default=1)


class Receipt(Table):
    __tablename__ = "receipts"
    id: Mapped[str] = mapped_column(primary_key=True)
    account_id: Mapped[str] = mapped_column(index=True)
    kind: Mapped[str]
    """submission or payment."""
    reference: Mapped[str]
    issued_at: Mapped[datetime]
    total_cents: Mapped[int]
    title: Mapped[JsonObject]
    lines: Mapped[list[JsonValue]]


class PrintJob(Table):
    __tablename__ = "print_jobs"
    id: Mapped[str] = mapped_column(primary_key=True)
    account_id: Mapped[str]
    document_id: Mapped[str]
    outcome: Mapped[str | None] = mapped_column(default=None)


class AssistanceCall(Table):
    __tablename__ = "assistance_calls"
    id: Mapped[str] = mapped_column(primary_key=True)
    terminal_id: Mapped[str]
    reason: Mapped[str]
    at: Mapped[datetime]


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
