"""What the city's registers hold for services: charges that are open, dogs that are taxed."""

from datetime import datetime

from sqlalchemy.orm import Mapped, mapped_column

from sandbox.bochum_id.tables.base import JsonObject, Table


class Charge(Table):
    """Something to pay; whoever has its reference may pay it."""

    __tablename__ = "charges"
    reference: Mapped[str] = mapped_column(primary_key=True)
    """Kassenzeichen, in capitals without gaps."""
    title: Mapped[JsonObject]
    cents: Mapped[int]
    paid_at: Mapped[datetime | None]
    application_id: Mapped[str | None]
    """With what it was paid."""


class Dog(Table):
    """A dog and whose it is."""

    __tablename__ = "dogs"
    tag: Mapped[str] = mapped_column(primary_key=True)
    keeper_id: Mapped[str] = mapped_column(index=True)
    """An account or an organisation."""
    name: Mapped[str]
