"""Second factors, the codes sent for them, and how often somebody guessed wrong."""

from datetime import datetime

from sqlalchemy.orm import Mapped, mapped_column

from sandbox.bochum_id.tables.base import Table


class LoginFactor(Table):
    """One second factor of an account."""

    __tablename__ = "login_factors"
    account_id: Mapped[str] = mapped_column(primary_key=True)
    id: Mapped[str] = mapped_column(primary_key=True)
    """f1, f2, …"""
    type: Mapped[str]
    """totp, smsCode, emailCode or recoveryCode."""
    hint: Mapped[str]
    """Enough for its owner to know it again."""
    target: Mapped[str | None] = mapped_column(default=None)
    """Where codes are sent."""
    totp_secret: Mapped[str | None] = mapped_column(default=None)
    """Base32; shared with the citizen's app, so it cannot be hashed."""
    last_totp_step: Mapped[int] = mapped_column(default=0)
    """The newest time step whose code was used: none works twice (RFC 6238 5.2)."""


class RecoveryCode(Table):
    """A code on paper for when every other factor is lost; works once."""

    __tablename__ = "recovery_codes"
    digest: Mapped[str] = mapped_column(primary_key=True)
    account_id: Mapped[str] = mapped_column(index=True)
    used_at: Mapped[datetime | None] = mapped_column(default=None)


class FactorChallenge(Table):
    """The code sent last for one factor of one login attempt."""

    __tablename__ = "factor_challenges"
    attempt_id: Mapped[str] = mapped_column(primary_key=True)
    factor_id: Mapped[str] = mapped_column(primary_key=True)
    code_hash: Mapped[str]
    """Argon2id: six digits are soon guessed from a plain hash."""
    expires_at: Mapped[datetime] = mapped_column(index=True)


class Tally(Table):
    """Something that may happen only so often in a quarter of an hour happened once."""

    __tablename__ = "tallies"
    id: Mapped[str] = mapped_column(primary_key=True)
    subject: Mapped[str] = mapped_column(index=True)
    at: Mapped[datetime] = mapped_column(index=True)


class Lockout(Table):
    """What wrong guesses have come to: a pause, after several pauses a lock; also for names nobody has."""

    __tablename__ = "lockouts"
    subject: Mapped[str] = mapped_column(primary_key=True)
    rounds: Mapped[int]
    """How often the pause has come."""
    paused_until: Mapped[datetime]
    locked: Mapped[bool] = mapped_column(default=False)
