"""Terminals, what they tell and what they are told."""

from datetime import datetime

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from sandbox.bochum_id.tables.base import OPTIONAL_JSON, JsonObject, Table


class Terminal(Table):
    __tablename__ = "terminals"
    id: Mapped[str] = mapped_column(primary_key=True)
    public_key_pem: Mapped[str]
    """Checks the signed assertions of profile J; empty until it has enrolled."""
    blocked: Mapped[bool] = mapped_column(default=False)
    hardware: Mapped[JsonObject | None] = mapped_column(OPTIONAL_JSON, default=None)
    """What it said at its enrolment, with the TPM's attestation."""


class TerminalCertificate(Table):
    """A certificate that the device CA gave a terminal (profile M)."""

    __tablename__ = "terminal_certificates"
    thumbprint: Mapped[str] = mapped_column(primary_key=True)
    """SHA-256, as in `cnf.x5t#S256` (RFC 8705 3.1)."""
    terminal_id: Mapped[str] = mapped_column(index=True)
    not_after: Mapped[datetime]
    revoked: Mapped[bool] = mapped_column(default=False)


class EnrolmentCode(Table):
    """A technician's code that lets one terminal enrol, once."""

    __tablename__ = "enrolment_codes"
    terminal_id: Mapped[str] = mapped_column(primary_key=True)
    code_hash: Mapped[str]
    expires_at: Mapped[datetime]
    wrong_tries: Mapped[int] = mapped_column(default=0)


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
