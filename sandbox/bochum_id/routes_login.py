"""Login attempts by eID: start, look, cancel, hand in the result (contract 2.2)."""

from typing import cast
from urllib.parse import parse_qs, urlsplit

from fastapi import APIRouter
from fastapi.responses import Response
from sqlalchemy.orm import Session

from sandbox.bochum_id import wire_login as wire
from sandbox.bochum_id.backend import Backend
from sandbox.bochum_id.callers import BackendDep, TerminalDep
from sandbox.bochum_id.eid_outcomes import (
    attributes_of,
    client_problem,
    get_result_problem,
    missing_attributes,
)
from sandbox.bochum_id.idempotency import TerminalKeyed
from sandbox.bochum_id.identifiers import sha256_base64url
from sandbox.bochum_id.login_attempts import close_if_expired, fail, identification_of, transaction_info
from sandbox.bochum_id.ports import EidServerUnreachableError
from sandbox.bochum_id.problem_codes import Code, code_of
from sandbox.bochum_id.problems import Extension, FieldError, Problem, ProblemError
from sandbox.bochum_id.replies import Reply, json_reply
from sandbox.bochum_id.session_end import cancel_attempts_at, close_attempt
from sandbox.bochum_id.store import terminal_lock
from sandbox.bochum_id.tables import LoginAttempt, Pseudonym
from sandbox.eid_server.eid_interface import EidError, EidResult, NoResultYet

router = APIRouter(prefix="/v1/login-attempts")
_POLL_SECONDS = 1


@router.post("", status_code=201, response_model=wire.LoginAttemptView)
def start_attempt(body: wire.NewLoginAttempt, backend: BackendDep, keyed: TerminalKeyed) -> Response:
    """Open an attempt at this terminal; an older open one is cancelled."""
    if body.service_id is not None and body.service_id not in backend.catalogue.services:
        raise ProblemError(Code.VALIDATION_FAILED, errors=(FieldError("/serviceId", "enum"),))

    def start(db: Session) -> Reply:
        cancel_attempts_at(db, keyed.terminal_id)
        now = backend.clock.now()
        link = backend.ids.token()
        attempt = LoginAttempt(
            id=backend.ids.new("la"),
            terminal_id=keyed.terminal_id,
            purpose=body.purpose,
            service_id=body.service_id,
            state="awaitingEid",
            dpop_jkt=body.dpop_jkt,
            code_challenge=body.code_challenge,
            ui_language=body.ui_language,
            confirmation_code=backend.ids.confirmation_code(),
            link_digest=sha256_base64url(link),
            link_expires_at=now + backend.lifetimes.link,
            refresh_token=backend.ids.token(),
            expires_at=now + backend.lifetimes.login_attempt,
        )
        db.add(attempt)
        required, optional = identification_of(backend, attempt)
        start = wire.EidStart(
            tc_token_url=f"{backend.origins.eservice}/eid/tctoken/{link}",
            provider=wire.Provider(
                name="Stadt Bochum", purpose=f"Anmeldung am Bürgerterminal {attempt.terminal_id}"
            ),
            attributes=wire.RequestedAttributes(required=required, optional=optional),
            transaction_info=transaction_info(attempt),
        )
        headers = {"Location": f"/v1/login-attempts/{attempt.id}"}
        return json_reply(201, _view(attempt, start), headers)

    return keyed.run(start)


@router.get("/{attempt_id}", response_model=wire.LoginAttemptView)
def get_attempt(attempt_id: str, backend: BackendDep, caller: TerminalDep) -> Response:
    """Tell the state, and why a failed attempt failed as the backend saw it."""
    with backend.store.transaction(terminal_lock(caller.terminal_id)) as db:
        attempt = _own(db, attempt_id, caller.terminal_id)
        close_if_expired(attempt, backend.clock.now())
        return json_reply(200, _view(attempt, None)).as_response()


@router.delete("/{attempt_id}", status_code=204)
def cancel_attempt(attempt_id: str, backend: BackendDep, caller: TerminalDep) -> Response:
    with backend.store.transaction(terminal_lock(caller.terminal_id)) as db:
        attempt = _own(db, attempt_id, caller.terminal_id)
        if attempt.state in {"awaitingEid", "verified"}:
            close_attempt(attempt, "cancelled")
    return Response(status_code=204)


@router.post("/{attempt_id}/eid-result", response_model=wire.VerifiedAttempt)
def hand_in_result(
    attempt_id: str, body: wire.EidResultReport, backend: BackendDep, caller: TerminalDep
) -> Response:
    """Take the refresh address from the terminal that started the attempt, and fetch the result behind it.

    Repeating the call gives the same answer, so it needs no Idempotency-Key.
    """
    with backend.store.transaction(terminal_lock(caller.terminal_id)) as db:
        attempt = _own(db, attempt_id, caller.terminal_id)
        close_if_expired(attempt, backend.clock.now())
        outcome = _settle(db, backend, attempt, body.refresh_url)
    if isinstance(outcome, ProblemError):
        raise outcome
    return outcome.as_response()


def _own(db: Session, attempt_id: str, terminal_id: str) -> LoginAttempt:
    attempt = db.get(LoginAttempt, attempt_id)
    if attempt is None or attempt.terminal_id != terminal_id:
        raise ProblemError(Code.NOT_FOUND)
    return attempt


def _settle(db: Session, backend: Backend, attempt: LoginAttempt, refresh_url: str) -> Reply | ProblemError:
    """Move the attempt on, if it can; the caller commits either way."""
    query = _refresh_query(backend, attempt, refresh_url)
    match attempt.state:
        case "verified":
            return _verified(attempt)
        case "failed":
            return _as_error(attempt)
        case "awaitingEid":
            pass
        case _:
            return ProblemError(Code.LOGIN_FAILED)
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
    required, _ = identification_of(backend, attempt)
    objection = missing_attributes(result, required)
    if objection is not None or result.restricted_id is None:
        return _failed(attempt, objection or Problem(Code.EID_ATTRIBUTE_MISSING))
    attempt.pseudonym_digest = sha256_base64url(result.restricted_id.hex())
    pseudonym = db.get(Pseudonym, attempt.pseudonym_digest)
    attempt.account_id = pseudonym.account_id if pseudonym else None
    attempt.account_match = "existing" if pseudonym else "none"
    attempt.attributes = attributes_of(result)
    attempt.state = "verified"
    attempt.code = backend.ids.token()
    attempt.code_expires_at = backend.clock.now() + backend.lifetimes.code
    return _verified(attempt)


def _verified(attempt: LoginAttempt) -> Reply:
    match = wire.AccountMatch(match="existing" if attempt.account_match == "existing" else "none")
    return json_reply(200, wire.VerifiedAttempt(id=attempt.id, code=attempt.code or "", account=match))


def _failed(attempt: LoginAttempt, problem: Problem) -> ProblemError:
    fail(attempt, problem)
    return _as_error(attempt)


def _as_error(attempt: LoginAttempt) -> ProblemError:
    stored = dict(attempt.problem or {})
    code = code_of(cast("str", stored.pop("code")))
    return ProblemError(code, extensions=cast("dict[str, Extension]", stored))


def _view(attempt: LoginAttempt, start: wire.EidStart | None) -> wire.LoginAttemptView:
    problem = None
    if attempt.problem is not None:
        code = code_of(cast("str", attempt.problem["code"]))
        problem = {
            **attempt.problem,
            "title": code.title(attempt.ui_language),
            "status": code.status,
            "retryable": code.retryable,
        }
    return wire.LoginAttemptView(
        id=attempt.id,
        state=attempt.state,
        expires_at=attempt.expires_at,
        confirmation_code=attempt.confirmation_code,
        eid=start,
        problem=cast("dict[str, object] | None", problem),
    )
