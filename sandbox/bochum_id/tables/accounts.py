"""Accounts and the cards that open them."""

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


class Pseudonym(Table):
    """A card's restricted identification towards the city, hashed, and whose account it opens."""

    __tablename__ = "pseudonyms"
    digest: Mapped[str] = mapped_column(primary_key=True)
    account_id: Mapped[str] = mapped_column(index=True)
    linked_at: Mapped[datetime]


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
    reference: Mapped[str | None]
