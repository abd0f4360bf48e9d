"""Accounts, the cards that open them, and who saw what of them."""

from datetime import datetime

from sqlalchemy.orm import Mapped, mapped_column

from sandbox.bochum_id.tables.base import JsonObject, Table


class Account(Table):
    __tablename__ = "accounts"
    id: Mapped[str] = mapped_column(primary_key=True)
    created_at: Mapped[datetime]
    transient: Mapped[bool]
    """A one-off use: goes with the session."""
    consents: Mapped[JsonObject]
    """What was decided, yes or no, by id."""
    consents_changed: Mapped[JsonObject] = mapped_column(default_factory=dict)
    """When each was decided last."""
    type: Mapped[str] = mapped_column(default="person")
    username: Mapped[str | None] = mapped_column(default=None, index=True, unique=True)
    """As it is compared: see `passwords.comparable`."""
    password_hash: Mapped[str | None] = mapped_column(default=None)
    """Argon2id with its parameters, as a PHC string."""
    locked: Mapped[bool] = mapped_column(default=False)
    """By the city; too many wrong passwords are in `Lockout`."""
    attributes: Mapped[JsonObject] = mapped_column(default_factory=dict)
    """By name: value, source, level, verifiedAt (`account_attributes`)."""
    identity: Mapped[str | None] = mapped_column(default=None, index=True)
    """A digest of the names and the birth date that a card said; several people may share it."""
    preferences: Mapped[JsonObject] = mapped_column(default_factory=dict)
    version: Mapped[int] = mapped_column(default=1)
    """The ETag."""


class Pseudonym(Table):
    """A card's restricted identification towards the city, hashed, and whose account it opens."""

    __tablename__ = "pseudonyms"
    digest: Mapped[str] = mapped_column(primary_key=True)
    account_id: Mapped[str] = mapped_column(index=True)
    linked_at: Mapped[datetime]
    id: Mapped[str] = mapped_column(index=True, unique=True)
    """The link's name towards outside; the digest is shown to nobody."""
    document_type: Mapped[str | None] = mapped_column(default=None)
    valid_until: Mapped[str | None] = mapped_column(default=None)
    """YYYY-MM-DD, when the card was asked."""


class DeletionRequest(Table):
    """An account shall go; until it is due, the city can take that back."""

    __tablename__ = "deletion_requests"
    account_id: Mapped[str] = mapped_column(primary_key=True)
    id: Mapped[str] = mapped_column(unique=True)
    requested_at: Mapped[datetime]
    effective_at: Mapped[datetime] = mapped_column(index=True)


class Activity(Table):
    """One entry of "who saw or used what"."""

    __tablename__ = "activities"
    id: Mapped[str] = mapped_column(primary_key=True)
    account_id: Mapped[str] = mapped_column(index=True)
    at: Mapped[datetime]
    kind: Mapped[str]
    terminal_id: Mapped[str | None]
    method: Mapped[str | None]
    """eid or password."""
    recipient: Mapped[str | None]
    actor: Mapped[str | None]
    """Who did it, by name, where an organisation has several to do it."""
    reference: Mapped[str | None]
