"""The two steps of signing in without a card: what one guess comes to, counted once (contract 2.2)."""

from typing import Final, cast

from sqlalchemy import select
from sqlalchemy.orm import Session

from sandbox.bochum_id import wire_login as wire
from sandbox.bochum_id.attempt_views import verified_reply
from sandbox.bochum_id.backend import Backend
from sandbox.bochum_id.guessing import guess_refused, name_subject, note_wrong_guess
from sandbox.bochum_id.login_attempts import fail, verify
from sandbox.bochum_id.passwords import comparable
from sandbox.bochum_id.problem_codes import Code
from sandbox.bochum_id.problems import FieldError, Problem, ProblemError
from sandbox.bochum_id.replies import Reply, json_reply
from sandbox.bochum_id.second_factors import factors_of, use_app_code, use_recovery_code, use_sent_code
from sandbox.bochum_id.tables import Account, LoginAttempt, LoginFactor

FACTOR_GUESSES: Final = 3


def account_of(db: Session, username: str) -> Account | None:
    return db.scalar(select(Account).where(Account.username == comparable(username)))


def earlier_outcome(db: Session, attempt: LoginAttempt, number: int) -> Reply | ProblemError | None:
    """Answer a repeated password step as before; None for the next one. Nothing is compared again."""
    if attempt.state == "awaitingFactor" and number == attempt.password_tries:
        return _awaiting_factor(db, attempt)
    if attempt.state != "awaitingPassword":
        return ProblemError(Code.LOGIN_FAILED)
    if number == attempt.password_tries:
        return ProblemError(Code.LOGIN_FAILED)
    return None if number == attempt.password_tries + 1 else _wrong_number()


def judge_password(
    db: Session, backend: Backend, attempt: LoginAttempt, username: str, account: Account | None
) -> Reply | ProblemError:
    """Move the attempt on; `account` is given only when the password is right.

    The caller holds the locks of the terminal and of the name, and commits either way.
    """
    subject = name_subject(username)
    refusal = guess_refused(db, subject, attempt.terminal_id, backend.clock.now())
    if refusal is not None:
        return refusal
    if account is not None and account.locked:
        # Only whoever knows the password learns that there is such an account.
        return ProblemError(Code.ACCOUNT_LOCKED)
    attempt.password_tries += 1
    if account is None or not factors_of(db, account.id):
        note_wrong_guess(db, backend, subject, attempt.terminal_id)
        return ProblemError(Code.LOGIN_FAILED)
    attempt.account_id = account.id
    attempt.state = "awaitingFactor"
    return _awaiting_factor(db, attempt)


def earlier_factor_outcome(attempt: LoginAttempt, number: int) -> Reply | ProblemError | None:
    """Answer a repeated factor step as before; None for the next one."""
    if attempt.method != "password":
        return ProblemError(Code.LOGIN_FAILED)
    if attempt.state == "verified" and number == attempt.factor_tries:
        return verified_reply(attempt)
    if attempt.state == "failed" and number == attempt.factor_tries:
        return _factor_failed(attempt)
    if attempt.state != "awaitingFactor":
        return ProblemError(Code.LOGIN_FAILED)
    if number == attempt.factor_tries:
        return _factor_failed(attempt)
    return None if number == attempt.factor_tries + 1 else _wrong_number()


def judge_factor(
    db: Session,
    backend: Backend,
    attempt: LoginAttempt,
    account: Account,
    factor: LoginFactor,
    code: str,
    fitting_hash: str | None,
) -> Reply | ProblemError:
    """Verify the attempt, or count a wrong code; the caller holds the locks and commits either way."""
    subject = name_subject(account.username or "")
    refusal = guess_refused(db, subject, attempt.terminal_id, backend.clock.now())
    if refusal is not None:
        return refusal
    attempt.factor_tries += 1
    match factor.type:
        case "totp":
            right = use_app_code(backend, factor, code)
        case "recoveryCode":
            right = use_recovery_code(db, backend, account, code)
        case _:
            right = use_sent_code(db, attempt, factor, fitting_hash)
    if right:
        attempt.account_match = "existing"
        verify(backend, attempt)
        return verified_reply(attempt)
    note_wrong_guess(db, backend, subject, attempt.terminal_id)
    attempt.factor_failures += 1
    if attempt.factor_failures >= FACTOR_GUESSES:
        fail(attempt, Problem(Code.LOGIN_FAILED))
    return _factor_failed(attempt)


def _factor_failed(attempt: LoginAttempt) -> ProblemError:
    left = max(0, FACTOR_GUESSES - attempt.factor_failures)
    return ProblemError(Code.LOGIN_FAILED, extensions={"remaining": left})


def _wrong_number() -> ProblemError:
    return ProblemError(Code.VALIDATION_FAILED, errors=(FieldError("/try", "sequence"),))


def _awaiting_factor(db: Session, attempt: LoginAttempt) -> Reply:
    factors = [
        wire.FactorView(id=factor.id, type=cast("wire.FactorType", factor.type), hint=factor.hint)
        for factor in factors_of(db, attempt.account_id or "")
    ]
    return json_reply(200, wire.AwaitingFactor(id=attempt.id, factors=factors))
