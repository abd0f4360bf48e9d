"""Signing in without a card: user name and password, then a second factor (contract 2.2)."""

from typing import Annotated

from fastapi import APIRouter, Path
from fastapi.responses import Response
from sqlalchemy.orm import Session

from sandbox.bochum_id import wire_login as wire
from sandbox.bochum_id.callers import BackendDep, TerminalDep
from sandbox.bochum_id.guessing import CHALLENGES_PER_ACCOUNT, name_subject, note_down, too_often
from sandbox.bochum_id.idempotency import TerminalKeyed
from sandbox.bochum_id.login_attempts import close_if_expired, own_attempt
from sandbox.bochum_id.password_login import (
    account_of,
    earlier_factor_outcome,
    earlier_outcome,
    judge_factor,
    judge_password,
)
from sandbox.bochum_id.problem_codes import Code
from sandbox.bochum_id.problems import ProblemError
from sandbox.bochum_id.refusals import refusals
from sandbox.bochum_id.replies import Reply, json_reply
from sandbox.bochum_id.second_factors import SENT, keep_challenge, send_code, sent_code_fits
from sandbox.bochum_id.store import account_lock, also_lock, login_lock, terminal_lock
from sandbox.bochum_id.tables import Account, LoginAttempt, LoginFactor
from sandbox.bochum_id.wire import Id

router = APIRouter(prefix="/v1/login-attempts")
_CHALLENGES_PER_ATTEMPT = 3

type FactorId = Annotated[str, Path(pattern=r"^f[1-9]$")]


@router.post(
    "/{attempt_id}/password",
    status_code=200,
    response_model=wire.AwaitingFactor,
    responses=refusals(Code.NOT_FOUND, Code.LOGIN_FAILED, Code.ACCOUNT_LOCKED, Code.TOO_MANY_ATTEMPTS),
)
def give_password(
    attempt_id: Annotated[Id, Path()], body: wire.PasswordGiven, backend: BackendDep, caller: TerminalDep
) -> Response:
    """Check user name and password; a wrong name and a wrong password are answered alike.

    Without Idempotency-Key, since nothing derived from a password is kept: `try` tells a repetition.
    """
    with backend.store.transaction() as db:
        attempt = own_attempt(db, attempt_id, caller.terminal_id)
        outcome = earlier_outcome(db, attempt, body.try_)
        account = account_of(db, body.username)
    if outcome is None:
        stored = account.password_hash if account else None
        right = backend.passwords.fits(body.password, stored)  # slow, so under no lock
        anew = right and stored is not None and backend.passwords.outdated(stored)
        new_hash = backend.passwords.hash(body.password) if anew else None
        with backend.store.transaction(terminal_lock(caller.terminal_id)) as db:
            also_lock(db, login_lock(name_subject(body.username)))
            attempt = own_attempt(db, attempt_id, caller.terminal_id)
            close_if_expired(attempt, backend.clock.now())
            outcome = earlier_outcome(db, attempt, body.try_)
            if outcome is None:
                known = db.get(Account, account.id) if account and right else None
                outcome = judge_password(db, backend, attempt, body.username, known)
                if known is not None and new_hash is not None:
                    known.password_hash = new_hash
    return _answer(outcome)


@router.post(
    "/{attempt_id}/factors/{factor_id}/challenge",
    status_code=202,
    response_model=wire.ChallengeSent,
    responses=refusals(Code.NOT_FOUND, Code.LOGIN_FAILED, Code.TOO_MANY_ATTEMPTS),
)
def send_challenge(
    attempt_id: Annotated[Id, Path()], factor_id: FactorId, backend: BackendDep, keyed: TerminalKeyed
) -> Response:
    """Send a six-digit code by SMS or e-mail; the one before is worth nothing any more."""
    code = backend.ids.digits(6)
    code_hash = backend.passwords.hash(code)  # slow, so under no lock

    def send(db: Session) -> Reply:
        attempt, factor = _own_factor(db, attempt_id, factor_id, keyed.terminal_id)
        close_if_expired(attempt, backend.clock.now())
        if factor.type not in SENT:
            raise ProblemError(Code.NOT_FOUND)
        if attempt.state != "awaitingFactor":
            raise ProblemError(Code.LOGIN_FAILED)
        also_lock(db, account_lock(factor.account_id))
        subject = f"challenge {factor.account_id}"
        refusal = too_often(db, subject, CHALLENGES_PER_ACCOUNT, backend.clock.now())
        if refusal is not None:
            raise refusal
        if attempt.challenges >= _CHALLENGES_PER_ATTEMPT:
            raise ProblemError(Code.TOO_MANY_ATTEMPTS)
        attempt.challenges += 1
        note_down(db, backend, subject)
        keep_challenge(db, backend, attempt, factor, code_hash)
        send_code(db, backend, attempt, factor, code)
        life = int(backend.lifetimes.factor_code.total_seconds())
        return json_reply(202, wire.ChallengeSent(expires_in=life))

    return keyed.run(send)


@router.post(
    "/{attempt_id}/factors/{factor_id}/response",
    status_code=200,
    response_model=wire.VerifiedAttempt,
    responses=refusals(Code.NOT_FOUND, Code.LOGIN_FAILED, Code.ACCOUNT_LOCKED, Code.TOO_MANY_ATTEMPTS),
)
def answer_challenge(
    attempt_id: Annotated[Id, Path()],
    factor_id: FactorId,
    body: wire.FactorResponse,
    backend: BackendDep,
    caller: TerminalDep,
) -> Response:
    """Check the second factor's code; `remaining` says how many guesses are left, at 0 the attempt fails."""
    with backend.store.transaction() as db:
        attempt = own_attempt(db, attempt_id, caller.terminal_id)
        outcome = earlier_factor_outcome(attempt, body.try_)
    if outcome is None:
        with backend.store.transaction() as db:
            fitting_hash = sent_code_fits(db, backend, attempt_id, factor_id, body.code)
        with backend.store.transaction(terminal_lock(caller.terminal_id)) as db:
            attempt, factor = _own_factor(db, attempt_id, factor_id, caller.terminal_id)
            account = db.get_one(Account, factor.account_id)
            also_lock(db, login_lock(name_subject(account.username or "")))
            also_lock(db, account_lock(account.id))
            db.refresh(factor)
            close_if_expired(attempt, backend.clock.now())
            outcome = earlier_factor_outcome(attempt, body.try_)
            if outcome is None:
                outcome = judge_factor(db, backend, attempt, account, factor, body.code, fitting_hash)
    return _answer(outcome)


def _own_factor(
    db: Session, attempt_id: str, factor_id: str, terminal_id: str
) -> tuple[LoginAttempt, LoginFactor]:
    attempt = own_attempt(db, attempt_id, terminal_id)
    factor = db.get(LoginFactor, (attempt.account_id, factor_id)) if attempt.account_id else None
    if factor is None:
        raise ProblemError(Code.NOT_FOUND)
    return attempt, factor


def _answer(outcome: Reply | ProblemError) -> Response:
    if isinstance(outcome, ProblemError):
        raise outcome
    return outcome.as_response()
