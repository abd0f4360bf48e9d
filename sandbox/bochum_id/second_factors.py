"""Checking a second factor: an app's code, a code that was sent, a code on paper (contract 2.2)."""

import hmac
from typing import Final

import pyotp
from sqlalchemy import select
from sqlalchemy.orm import Session

from sandbox.bochum_id.backend import Backend
from sandbox.bochum_id.identifiers import sha256_base64url
from sandbox.bochum_id.outbox import Kind, send_out
from sandbox.bochum_id.tables import Account, FactorChallenge, LoginAttempt, LoginFactor, RecoveryCode

SENT: Final = ("smsCode", "emailCode")
_STEP_S: Final = 30
_STEPS_OFF: Final = (0, -1, 1)


def factors_of(db: Session, account_id: str) -> list[LoginFactor]:
    found = select(LoginFactor).where(LoginFactor.account_id == account_id).order_by(LoginFactor.id)
    return list(db.scalars(found))


def recovery_digest(code: str) -> str:
    """Hash a recovery code, however it was typed; 80 random bits need no slow hash."""
    return sha256_base64url("".join(sign for sign in code.upper() if sign.isalnum()))


def send_code(db: Session, backend: Backend, attempt: LoginAttempt, factor: LoginFactor, code: str) -> None:
    """Send a code to the factor's owner."""
    minutes = int(backend.lifetimes.factor_code.total_seconds()) // 60
    german = f"Ihr Code für Bochum-ID: {code}. Er gilt {minutes} Minuten. Geben Sie ihn niemandem weiter."
    english = f"Your code for Bochum-ID: {code}. It is valid for {minutes} minutes. Tell nobody."
    kind: Kind = "sms" if factor.type == "smsCode" else "email"
    text = english if attempt.ui_language == "en" else german
    send_out(db, backend, kind, factor.target or "", {"template": "loginCode", "text": text, "code": code})


def keep_challenge(
    db: Session, backend: Backend, attempt: LoginAttempt, factor: LoginFactor, code_hash: str
) -> None:
    """Keep the hash of the code sent last; an older one is worth nothing any more."""
    db.merge(
        FactorChallenge(
            attempt_id=attempt.id,
            factor_id=factor.id,
            code_hash=code_hash,
            expires_at=backend.clock.now() + backend.lifetimes.factor_code,
        )
    )


def sent_code_fits(db: Session, backend: Backend, attempt_id: str, factor_id: str, code: str) -> str | None:
    """Compare with the code sent last, which is slow; return its hash when it fits, to `use_sent_code`."""
    challenge = db.get(FactorChallenge, (attempt_id, factor_id))
    if challenge is None or backend.clock.now() >= challenge.expires_at:
        return None
    return challenge.code_hash if backend.passwords.fits(code, challenge.code_hash) else None


def use_sent_code(db: Session, attempt: LoginAttempt, factor: LoginFactor, code_hash: str | None) -> bool:
    """Spend the code that was found to fit, unless somebody was faster."""
    challenge = db.get(FactorChallenge, (attempt.id, factor.id))
    if code_hash is None or challenge is None or challenge.code_hash != code_hash:
        return False
    db.delete(challenge)
    return True


def use_app_code(backend: Backend, factor: LoginFactor, code: str) -> bool:
    """Check a TOTP code, one step back and forth; each step once, and none older than the last (RFC 6238)."""
    generator = pyotp.TOTP(factor.totp_secret or "", interval=_STEP_S)
    now_step = int(backend.clock.now().timestamp()) // _STEP_S
    for step in (now_step + off for off in _STEPS_OFF):
        if step > factor.last_totp_step and hmac.compare_digest(generator.generate_otp(step), code):
            factor.last_totp_step = step
            return True
    return False


def use_recovery_code(db: Session, backend: Backend, account: Account, code: str) -> bool:
    """Spend a code on paper, and tell its owner that one is gone."""
    row = db.get(RecoveryCode, recovery_digest(code))
    if row is None or row.account_id != account.id or row.used_at is not None:
        return False
    row.used_at = backend.clock.now()
    return True
