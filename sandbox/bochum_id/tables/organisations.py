"""Organisations and the persons who act for them."""

from datetime import datetime

from sqlalchemy.orm import Mapped, mapped_column

from sandbox.bochum_id.tables.base import JsonObject, Table


class Organisation(Table):
    """An account of the type organisation: nobody signs in to it, persons act for it."""

    __tablename__ = "organisations"
    id: Mapped[str] = mapped_column(primary_key=True)
    """`acc_…`, as a person's account."""
    created_at: Mapped[datetime]
    attributes: Mapped[JsonObject]
    """name, legalForm, registerNumber, address: what a service may be filled in with."""


class Representation(Table):
    """A person may act for an organisation."""

    __tablename__ = "representations"
    organisation_id: Mapped[str] = mapped_column(primary_key=True)
    account_id: Mapped[str] = mapped_column(primary_key=True, index=True)
    scope: Mapped[str]
    """full or read."""
    since: Mapped[datetime]
    until: Mapped[datetime | None] = mapped_column(default=None)
