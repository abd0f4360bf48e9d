"""The citizen's session: the one-time exchange, a look, a renewal, the end (contract 2.2 and 2.3)."""

import hmac
from typing import Annotated

from fastapi import APIRouter, Path, Request
from fastapi.responses import Response
from sqlalchemy.orm import Session

from sandbox.bochum_id import wire_login as wire
from sandbox.bochum_id.account_opening import open_account
from sandbox.bochum_id.activity import record_activity
from sandbox.bochum_id.callers import (
    VISIT_PROOF_HEADER,
    BackendDep,
    CitizenCaller,
    CitizenDep,
    KnownDep,
    TerminalDep,
    proof_in,
)
from sandbox.bochum_id.idempotency import CitizenKeyed, TerminalKeyed
from sandbox.bochum_id.identifiers import sha256_base64url
from sandbox.bochum_id.login_attempts import close_if_expired, fail
from sandbox.bochum_id.problem_codes import Code
from sandbox.bochum_id.problems import FieldError, Problem, ProblemError
from sandbox.bochum_id.refusals import refusals
from sandbox.bochum_id.replies import Reply, json_reply
from sandbox.bochum_id.scenarios import ScenarioDep
from sandbox.bochum_id.session_end import close_attempt, end_session
from sandbox.bochum_id.sessions import open_session, session_view, token_of, token_reply
from sandbox.bochum_id.step_up import begin_for_session, raise_session
from sandbox.bochum_id.store import account_lock, terminal_lock
from sandbox.bochum_id.tables import CitizenSession, LoginAttempt
from sandbox.bochum_id.wire import Id

router = APIRouter(prefix="/v1")


@router.post(
    "/login-attempts/{attempt_id}/session",
    status_code=201,
    response_model=wire.NewSessionView,
    responses=refusals(
        Code.NOT_FOUND, Code.LOGIN_FAILED, Code.ACCOUNT_NOT_FOUND, Code.ACCOUNT_AMBIGUOUS, Code.SESSION_ENDED
    ),
)
def exchange(
    attempt_id: Annotated[Id, Path()],
    body: wire.SessionExchange,
    request: Request,
    backend: BackendDep,
    caller: TerminalDep,
    keyed: TerminalKeyed,
) -> Response:
    """Trade the code for a token bound to the visit's key; the first try spends it, right or wrong."""
    with backend.store.transaction() as db:
        proof = proof_in(db, request, backend, VISIT_PROOF_HEADER, None, Code.LOGIN_FAILED)

    def trade(db: Session) -> Reply | ProblemError:
        attempt = db.get(LoginAttempt, attempt_id)
        if attempt is None or attempt.terminal_id != keyed.terminal_id:
            return ProblemError(Code.NOT_FOUND)
        close_if_expired(attempt, backend.clock.now())
        if attempt.state != "verified":
            return ProblemError(Code.LOGIN_FAILED)
        right_code = hmac.compare_digest((attempt.code or "").encode(), body.code.encode())
        right_verifier = sha256_base64url(body.code_verifier) == attempt.code_challenge
        if not (right_code and right_verifier and proof.jkt == attempt.dpop_jkt):
            fail(attempt, Problem(Code.LOGIN_FAILED))
            return ProblemError(Code.LOGIN_FAILED)
        if attempt.session_id is not None:
            if body.account_mode != "existing" or body.link_to is not None:
                return ProblemError(Code.VALIDATION_FAILED, errors=(FieldError("/accountMode", "const"),))
            session = raise_session(db, backend, attempt, attempt.session_id)
            close_attempt(attempt, "consumed")
            return session if isinstance(session, ProblemError) else token_reply(db, backend, session)
        account_id = open_account(db, backend, attempt, body)
        if isinstance(account_id, ProblemError):
            return account_id
        session = open_session(
            db, backend, attempt, account_id, body.account_mode, certified=caller.certified
        )
        close_attempt(attempt, "consumed")
        return token_reply(db, backend, session)

    return keyed.run(trade)


@router.get("/session", status_code=200, response_model=wire.SessionView)
def get_session(backend: BackendDep, caller: CitizenDep) -> Response:
    """Show who is signed in, how, and how long yet."""
    with backend.store.transaction() as db:
        return json_reply(200, session_view(db, backend, _session(db, caller))).as_response()


@router.post("/session/renew", status_code=200, response_model=wire.TokenView)
def renew(backend: BackendDep, caller: CitizenDep, keyed: CitizenKeyed) -> Response:
    """Give a new token for the same key; the absolute end stays where it is."""

    def issue(db: Session) -> Reply:
        session = _session(db, caller)
        life = int(backend.lifetimes.citizen_token.total_seconds())
        return json_reply(200, wire.TokenView(access_token=token_of(backend, session), expires_in=life))

    return keyed.run(issue)


@router.post(
    "/session/step-up",
    status_code=201,
    response_model=wire.LoginAttemptView,
)
def step_up(
    body: wire.StepUpRequest,
    backend: BackendDep,
    caller: KnownDep,
    keyed: CitizenKeyed,
    scenarios: ScenarioDep,
) -> Response:
    """Ask for the card, to raise the citizen's level; `session` of the attempt gives it a new token."""
    if body.service_id is not None and body.service_id not in backend.catalogue.services:
        raise ProblemError(Code.VALIDATION_FAILED, errors=(FieldError("/serviceId", "enum"),))

    def begin(db: Session) -> Reply:
        return begin_for_session(db, backend, caller.session_id, "stepUp", body, scenarios)

    return keyed.under(terminal_lock(caller.terminal_id)).run(begin)


@router.delete("/session", status_code=204)
def end(backend: BackendDep, caller: CitizenDep) -> Response:
    """Sign out: token, code and what the card said are gone."""
    with backend.store.transaction(account_lock(caller.account_id)) as db:
        session = _session(db, caller)
        if session.account_mode != "transient":
            record_activity(db, backend, session.account_id, "logout", terminal_id=session.terminal_id)
        end_session(db, session, "revoked")
    return Response(status_code=204)


def _session(db: Session, caller: CitizenCaller) -> CitizenSession:
    session = db.get(CitizenSession, caller.session_id)
    if session is None:
        raise ProblemError(Code.SESSION_ENDED, extensions={"reason": "revoked"})
    return session
