"""The state machine of a login attempt, shared by the API and the eService origin (contract 2.2)."""

from datetime import datetime
from typing import cast

from sqlalchemy.orm import Session

from sandbox.bochum_id.backend import Backend
from sandbox.bochum_id.problem_codes import Code
from sandbox.bochum_id.problems import Problem, ProblemError
from sandbox.bochum_id.session_end import close_attempt
from sandbox.bochum_id.tables import JsonObject, LoginAttempt


def own_attempt(db: Session, attempt_id: str, terminal_id: str) -> LoginAttempt:
    """Find an attempt of this terminal; another terminal's does not exist."""
    attempt = db.get(LoginAttempt, attempt_id)
    if attempt is None or attempt.terminal_id != terminal_id:
        raise ProblemError(Code.NOT_FOUND)
    return attempt


def transaction_info(attempt: LoginAttempt) -> str:
    """Write what the eID client shows the citizen beside the request (TR-03130-1 TransactionInfo)."""
    return f"Terminal {attempt.terminal_id} - Code {attempt.confirmation_code}"


def verify(backend: Backend, attempt: LoginAttempt) -> None:
    """Let an attempt succeed: its code can be traded for a session, once."""
    attempt.state = "verified"
    attempt.code = backend.ids.token()
    life = backend.lifetimes.linking_code if attempt.account_match == "ambiguous" else backend.lifetimes.code
    attempt.code_expires_at = backend.clock.now() + life


def fail(attempt: LoginAttempt, problem: Problem) -> None:
    """End an attempt and keep the reason, which holds no personal data."""
    close_attempt(attempt, "failed")
    attempt.problem = cast("JsonObject", {"code": problem.code.slug, **problem.extensions})


def close_if_expired(attempt: LoginAttempt, now: datetime) -> None:
    """Let an attempt fail whose time is over: the whole of it, or its code."""
    code_over = attempt.code_expires_at is not None and now >= attempt.code_expires_at
    if attempt.state == "verified" and (code_over or now >= attempt.expires_at):
        close_attempt(attempt, "expired")
    elif attempt.state == "awaitingEid" and now >= attempt.expires_at:
        fail(attempt, Problem(Code.EID_TIMEOUT))
        attempt.state = "expired"
    elif attempt.state in {"awaitingPassword", "awaitingFactor"} and now >= attempt.expires_at:
        close_attempt(attempt, "expired")
