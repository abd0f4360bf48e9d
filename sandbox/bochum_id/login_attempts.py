"""The state machine of a login attempt, shared by the API and the eService origin (contract 2.2)."""

from datetime import datetime
from typing import cast

from sandbox.bochum_id.backend import Backend
from sandbox.bochum_id.problem_codes import Code
from sandbox.bochum_id.problems import Problem
from sandbox.bochum_id.session_end import close_attempt
from sandbox.bochum_id.tables import JsonObject, LoginAttempt

_WITHOUT_SERVICE = (["FamilyNames", "GivenNames", "DateOfBirth", "RestrictedID"], ["AcademicTitle"])


def identification_of(backend: Backend, attempt: LoginAttempt) -> tuple[list[str], list[str]]:
    """Name what the card is asked for: required and optional, no more than the service needs."""
    if attempt.service_id is None:
        return _WITHOUT_SERVICE
    definition = backend.catalogue.services[attempt.service_id].definition
    identification = cast("dict[str, list[str]]", definition["identification"])
    return identification["required"], identification["optional"]


def transaction_info(attempt: LoginAttempt) -> str:
    """Write what the eID client shows the citizen beside the request (TR-03130-1 TransactionInfo)."""
    return f"Terminal {attempt.terminal_id} - Code {attempt.confirmation_code}"


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
