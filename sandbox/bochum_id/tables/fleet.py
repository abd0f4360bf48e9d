"""Terminals, what they tell and what they are told."""

from datetime import datetime

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from sandbox.bochum_id.tables.base import JsonObject, Table


class Terminal(Table):
    __tablename__ = "terminals"
    id: Mapped[str] = mapped_column(primary_key=True)
    public_key_pem: Mapped[str]
    blocked: Mapped[bool] = mapped_column(default=False)


class AssistanceCall(Table):
    __tablename__ = "assistance_calls"
    id: Mapped[str] = mapped_column(primary_key=True)
    terminal_id: Mapped[str]
    reason: Mapped[str]
    at: Mapped[datetime]


class TerminalState(Table):
    """A terminal as its newest heartbeat describes it."""

    __tablename__ = "terminal_states"
    terminal_id: Mapped[str] = mapped_column(primary_key=True)
    sequence: Mapped[int]
    boot_id: Mapped[str]
    mode: Mapped[str]
    at: Mapped[datetime]
    beat: Mapped[JsonObject]


class TerminalConfig(Table):
    """What the city decided for one terminal beyond the defaults."""

    __tablename__ = "terminal_configs"
    terminal_id: Mapped[str] = mapped_column(primary_key=True)
    number: Mapped[int]
    """The version; counts up."""
    changes: Mapped[JsonObject]
    """A merge patch over the defaults (RFC 7396)."""


class TerminalCommand(Table):
    __tablename__ = "terminal_commands"
    id: Mapped[str] = mapped_column(primary_key=True)
    terminal_id: Mapped[str] = mapped_column(index=True)
    type: Mapped[str]
    grace_seconds: Mapped[int | None]
    given_at: Mapped[datetime]
    not_after: Mapped[datetime]
    outcome: Mapped[str | None] = mapped_column(default=None)
    """done, failed or refused; None until the terminal says."""
    detail: Mapped[str] = mapped_column(default="")


class Incident(Table):
    """Something that happened to a terminal; told twice it is one."""

    __tablename__ = "incidents"
    __table_args__ = (UniqueConstraint("terminal_id", "code", "since"),)
    id: Mapped[str] = mapped_column(primary_key=True)
    terminal_id: Mapped[str]
    severity: Mapped[str]
    code: Mapped[str]
    since: Mapped[datetime]
    at: Mapped[datetime]
    detail: Mapped[JsonObject]


class RateWindow(Table):
    """How many calls somebody made in the window that runs."""

    __tablename__ = "rate_windows"
    subject: Mapped[str] = mapped_column(primary_key=True)
    window: Mapped[int]
    """Counts windows since 1970."""
    calls: Mapped[int]
