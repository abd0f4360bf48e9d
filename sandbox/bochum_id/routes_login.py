"""Login attempts: start, look, cancel, hand in what the card came to (contract 2.2)."""

from typing import Annotated
from urllib.parse import parse_qs, urlsplit

from fastapi import APIRouter, Path
from fastapi.responses import Response
from sqlalchemy.orm import Session

from sandbox.bochum_id import wire_login as wire
from sandbox.bochum_id.attempt_starts import Beginning, begin_by_card, begin_by_password
from sandbox.bochum_id.attempt_views import attempt_view, stored_refusal, verified_reply
from sandbox.bochum_id.backend import Backend
from sandbox.bochum_id.callers import BackendDep, TerminalDep
from sandbox.bochum_id.card_matching import match_card
from sandbox.bochum_id.cosignatures import COSIGN, cosigned_reply, take_cosignature
from sandbox.bochum_id.eid_outcomes import (
    attributes_of,
    client_problem,
    get_result_problem,
    pretended,
)
from sandbox.bochum_id.idempotency import TerminalKeyed
from sandbox.bochum_id.identification import identification_of
from sandbox.bochum_id.identifiers import sha256_base64url
from sandbox.bochum_id.levels import PASSWORD_LEVEL, level_too_low, reaches
from sandbox.bochum_id.login_attempts import close_if_expired, fail, own_attempt, verify
from sandbox.bochum_id.ports import EidServerUnreachableError
from sandbox.bochum_id.problem_codes import Code
from sandbox.bochum_id.problems import FieldError, Problem, ProblemError
from sandbox.bochum_id.refusals import refusals
from sandbox.bochum_id.replies import Reply, json_reply
from sandbox.bochum_id.scenarios import ScenarioDep
from sandbox.bochum_id.session_end import OPEN_ATTEMPT_STATES, close_attempt
from sandbox.bochum_id.store import terminal_lock
from sandbox.bochum_id.tables import LoginAttempt
from sandbox.bochum_id.wire import Id
from sandbox.eid_server.eid_interface import EidError, EidResult, NoResultYet

router = APIRouter(prefix="/v1/login-attempts")
_POLL_SECONDS = 1


@router.post(
    "",
    status_code=201,
    response_model=wire.LoginAttemptView,
    responses=refusals(Code.LEVEL_TOO_LOW),
)
def start_attempt(
    body: wire.NewLoginAttempt, backend: BackendDep, keyed: TerminalKeyed, scenarios: ScenarioDep
) -> Response:
    """Open an attempt at this terminal; an older open one is cancelled."""
    if body.service_id is not None and body.service_id not in backend.catalogue.services:
        raise ProblemError(Code.VALIDATION_FAILED, errors=(FieldError("/serviceId", "enum"),))
    beginning = Beginning(
        terminal_id=keyed.terminal_id,
        purpose=body.purpose,
        service_id=body.service_id,
        dpop_jkt=body.dpop_jkt,
        code_challenge=body.code_challenge,
        ui_language=body.ui_language,
        scenarios=scenarios,
    )
    if body.method == "eid":
        return keyed.run(lambda db: begin_by_card(db, backend, beginning))
    if body.purpose != "login":
        raise ProblemError(Code.VALIDATION_FAILED, errors=(FieldError("/purpose", "const"),))
    if not reaches(PASSWORD_LEVEL, body.requested_level):
        raise level_too_low(body.requested_level, PASSWORD_LEVEL)
    return keyed.run(lambda db: begin_by_password(db, backend, beginning))


@router.get(
    "/{attempt_id}",
    status_code=200,
    response_model=wire.LoginAttemptView,
    responses=refusals(Code.NOT_FOUND),
)
def get_attempt(attempt_id: Annotated[Id, Path()], backend: BackendDep, caller: TerminalDep) -> Response:
    """Tell the state, and why a failed attempt failed as the backend saw it."""
    with backend.store.transaction(terminal_lock(caller.terminal_id)) as db:
        attempt = own_attempt(db, attempt_id, caller.terminal_id)
        close_if_expired(attempt, backend.clock.now())
        return json_reply(200, attempt_view(attempt)).as_response()


@router.delete("/{attempt_id}", status_code=204, responses=refusals(Code.NOT_FOUND))
def cancel_attempt(attempt_id: Annotated[Id, Path()], backend: BackendDep, caller: TerminalDep) -> Response:
    """Give it up; harmless when it is over already."""
    with backend.store.transaction(terminal_lock(caller.terminal_id)) as db:
        attempt = own_attempt(db, attempt_id, caller.terminal_id)
        if attempt.state in OPEN_ATTEMPT_STATES:
            close_attempt(attempt, "cancelled")
    return Response(status_code=204)


@router.post(
    "/{attempt_id}/eid-result",
    response_model=wire.VerifiedAttempt | wire.CosignedAttempt,
    responses={
        202: {"model": wire.PendingAttempt, "description": "The eID server has no result yet."},
        **refusals(
            Code.LOGIN_FAILED,
            Code.ACCOUNT_LOCKED,
            Code.ACCOUNT_MISMATCH,
            Code.SAME_PERSON,
            Code.APPLICATION_STATE,
            Code.EID_CANCELLED,
            Code.EID_TIMEOUT,
            Code.EID_DOCUMENT_EXPIRED,
            Code.EID_DOCUMENT_REVOKED,
            Code.EID_DOCUMENT_INVALID,
            Code.EID_DOCUMENT_DENIED,
            Code.EID_ATTRIBUTE_MISSING,
            Code.EID_TOO_YOUNG,
            Code.EID_NOT_RESIDENT,
            Code.EID_CONFIGURATION,
            Code.EID_SERVER_BUSY,
            Code.EID_SERVER_UNAVAILABLE,
        ),
    },
)
def hand_in_result(
    attempt_id: Annotated[Id, Path()], body: wire.EidResultReport, backend: BackendDep, caller: TerminalDep
) -> Response:
    """Take the refresh address from the terminal that started the attempt, and fetch the result behind it.

    Repeating the call gives the same answer, so it needs no Idempotency-Key.
    """
    with backend.store.transaction(terminal_lock(caller.terminal_id)) as db:
        attempt = own_attempt(db, attempt_id, caller.terminal_id)
        close_if_expired(attempt, backend.clock.now())
        outcome = _settle(db, backend, attempt, body.refresh_url)
    if isinstance(outcome, ProblemError):
        raise outcome
    return outcome.as_response()


def _settle(db: Session, backend: Backend, attempt: LoginAttempt, refresh_url: str) -> Reply | ProblemError:
    """Move the attempt on, if it can; the caller commits either way."""
    query = _refresh_query(backend, attempt, refresh_url)
    if attempt.state != "awaitingEid":
        return _repeated(db, attempt)
    if attempt.eid_session_id is None:
        return ProblemError(Code.LOGIN_FAILED)
    try:
        result = backend.eid_server.get_result(attempt.eid_session_id)
    except EidServerUnreachableError:
        return ProblemError(Code.EID_SERVER_UNAVAILABLE, extensions={"retryAfter": _POLL_SECONDS})
    if isinstance(result, EidResult | NoResultYet) and query.get("ResultMajor") != ["ok"]:
        # Whatever the server knows or waits for: the citizen was told that it failed.
        return _failed(attempt, client_problem(query.get("ResultMinor", [""])[0]))
    match result:
        case NoResultYet():
            return json_reply(202, wire.PendingAttempt(retry_after=_POLL_SECONDS))
        case EidError():
            return _failed(attempt, get_result_problem(result))
        case EidResult():
            return _take_result(db, backend, attempt, result)


def _repeated(db: Session, attempt: LoginAttempt) -> Reply | ProblemError:
    """Answer as before, when the attempt is through."""
    match attempt.state:
        case "verified":
            return verified_reply(attempt)
        case "failed":
            return stored_refusal(attempt)
        case "consumed" if attempt.purpose == COSIGN:
            return cosigned_reply(db, attempt)
        case _:
            return ProblemError(Code.LOGIN_FAILED)


def _refresh_query(backend: Backend, attempt: LoginAttempt, refresh_url: str) -> dict[str, list[str]]:
    """Check that the address is this attempt's own; the kiosk never opened it."""
    try:
        parts = urlsplit(refresh_url)
    except ValueError as error:
        raise ProblemError(Code.LOGIN_FAILED) from error
    paths = {f"/eid/refresh/{attempt.refresh_token}", f"/eid/error/{attempt.refresh_token}"}
    if f"{parts.scheme}://{parts.netloc}" != backend.origins.eservice or parts.path not in paths:
        raise ProblemError(Code.LOGIN_FAILED)
    return parse_qs(parts.query)


def _take_result(
    db: Session, backend: Backend, attempt: LoginAttempt, result: EidResult
) -> Reply | ProblemError:
    objection = pretended(attempt.scenarios) or identification_of(backend, attempt).objection(result)
    if objection is not None or result.restricted_id is None:
        return _failed(attempt, objection or Problem(Code.EID_ATTRIBUTE_MISSING))
    attempt.pseudonym_digest = sha256_base64url(result.restricted_id.hex())
    attempt.attributes = attributes_of(result.personal_data)
    if attempt.purpose == COSIGN:
        refusal = take_cosignature(db, backend, attempt)
        return cosigned_reply(db, attempt) if refusal is None else _failed(attempt, refusal)
    mismatch = match_card(db, attempt)
    if mismatch is not None:
        return _failed(attempt, mismatch)
    verify(backend, attempt)
    return verified_reply(attempt)


def _failed(attempt: LoginAttempt, problem: Problem) -> ProblemError:
    fail(attempt, problem)
    return stored_refusal(attempt)
