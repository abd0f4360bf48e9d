"""How often somebody may guess: pauses and locks, the same for names that nobody has (contract 2.2)."""

import math
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from sandbox.bochum_id.backend import Backend
from sandbox.bochum_id.identifiers import sha256_base64url
from sandbox.bochum_id.passwords import comparable
from sandbox.bochum_id.problem_codes import Code
from sandbox.bochum_id.problems import ProblemError
from sandbox.bochum_id.tables import Lockout, Tally

WINDOW: Final = timedelta(minutes=15)
PER_NAME: Final = 5
PER_TERMINAL: Final = 20
ROUNDS_TO_LOCK: Final = 3
CHALLENGES_PER_ACCOUNT: Final = 6
_ROUNDS_FORGOTTEN_AFTER: Final = timedelta(hours=24)


def name_subject(username: str) -> str:
    """Name whom guesses are counted for, without keeping what was typed."""
    return f"name {sha256_base64url(comparable(username))}"


def guess_refused(db: Session, subject: str, terminal_id: str, now: datetime) -> ProblemError | None:
    """Say no before anything is compared: too many wrong guesses at this terminal or for this name."""
    lockout = db.get(Lockout, subject)
    if lockout is not None and lockout.locked:
        return ProblemError(Code.ACCOUNT_LOCKED)
    if lockout is not None and now < lockout.paused_until:
        return _later(lockout.paused_until - now)
    return too_often(db, _terminal_subject(terminal_id), PER_TERMINAL, now)


def note_wrong_guess(db: Session, backend: Backend, subject: str, terminal_id: str) -> None:
    """Count a wrong guess; the fifth within the window starts a pause, the third pause in a day locks."""
    now = backend.clock.now()
    note_down(db, backend, _terminal_subject(terminal_id))
    note_down(db, backend, subject)
    if _count(db, subject, now) < PER_NAME:
        return
    db.execute(delete(Tally).where(Tally.subject == subject))
    lockout = db.get(Lockout, subject)
    if lockout is None:
        lockout = Lockout(subject=subject, rounds=0, paused_until=now)
        db.add(lockout)
    if now - lockout.paused_until > _ROUNDS_FORGOTTEN_AFTER:
        lockout.rounds = 0
    lockout.rounds += 1
    lockout.paused_until = now + WINDOW
    lockout.locked = lockout.rounds >= ROUNDS_TO_LOCK


def forgive(db: Session, subject: str) -> bool:
    """Forget all wrong guesses for a name; True when it was locked."""
    lockout = db.get(Lockout, subject)
    db.execute(delete(Tally).where(Tally.subject == subject))
    if lockout is None:
        return False
    db.delete(lockout)
    return lockout.locked


def too_often(db: Session, subject: str, limit: int, now: datetime) -> ProblemError | None:
    """Refuse what has been noted down `limit` times within the window."""
    if _count(db, subject, now) < limit:
        return None
    oldest = db.scalar(
        select(Tally.at)
        .where(Tally.subject == subject, Tally.at > now - WINDOW)
        .order_by(Tally.at.desc())
        .offset(limit - 1)
        .limit(1)
    )
    return _later((oldest or now) + WINDOW - now)


def note_down(db: Session, backend: Backend, subject: str) -> None:
    db.add(Tally(id=backend.ids.new("tly"), subject=subject, at=backend.clock.now()))
    db.flush()


def forget_old_guesses(db: Session, now: datetime) -> None:
    db.execute(delete(Tally).where(Tally.at <= now - WINDOW))
    db.execute(
        delete(Lockout).where(Lockout.locked.is_(False), Lockout.paused_until < now - _ROUNDS_FORGOTTEN_AFTER)
    )


def _count(db: Session, subject: str, now: datetime) -> int:
    counted = select(func.count()).where(Tally.subject == subject, Tally.at > now - WINDOW)
    return db.scalar(counted) or 0


def _terminal_subject(terminal_id: str) -> str:
    return f"terminal {terminal_id}"


def _later(pause: timedelta) -> ProblemError:
    return ProblemError(
        Code.TOO_MANY_ATTEMPTS, extensions={"retryAfter": max(1, math.ceil(pause.total_seconds()))}
    )
