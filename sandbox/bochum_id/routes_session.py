"""The citizen's session: the one-time exchange, a look, a renewal, the end (contract 2.2 and 2.3)."""

import hmac

from fastapi import APIRouter, Request
from fastapi.responses import Response
from sqlalchemy import select
from sqlalchemy.orm import Session

from sandbox.bochum_id import wire_login as wire
from sandbox.bochum_id.backend import Backend
from sandbox.bochum_id.callers import VISIT_PROOF_HEADER, BackendDep, CitizenCaller, CitizenDep, proof_in
from sandbox.bochum_id.idempotency import CitizenKeyed, TerminalKeyed
from sandbox.bochum_id.identifiers import sha256_base64url
from sandbox.bochum_id.login_attempts import close_if_expired, fail
from sandbox.bochum_id.problem_codes import Code
from sandbox.bochum_id.problems import FieldError, Problem, ProblemError
from sandbox.bochum_id.replies import Reply, json_reply
from sandbox.bochum_id.session_end import close_attempt, end_session
from sandbox.bochum_id.store import account_lock
from sandbox.bochum_id.tables import Account, CitizenSession, LoginAttempt, Pseudonym

router = APIRouter(prefix="/v1")
_LEVEL_URI = "http://bsi.bund.de/eID/LoA/hoch"


@router.post("/login-attempts/{attempt_id}/session", status_code=201, response_model=wire.NewSessionView)
def exchange(
    attempt_id: str, body: wire.SessionExchange, request: Request, backend: BackendDep, keyed: TerminalKeyed
) -> Response:
    """Trade the code for a token bound to the visit's key; the first try spends it, right or wrong."""
    with backend.store.transaction() as db:
        proof = proof_in(db, request, backend, VISIT_PROOF_HEADER, None, Code.LOGIN_FAILED)

    def open_session(db: Session) -> Reply | ProblemError:
        now = backend.clock.now()
        attempt = db.get(LoginAttempt, attempt_id)
        if attempt is None or attempt.terminal_id != keyed.terminal_id:
            return ProblemError(Code.NOT_FOUND)
        close_if_expired(attempt, now)
        if attempt.state != "verified":
            return ProblemError(Code.LOGIN_FAILED)
        right_code = hmac.compare_digest(attempt.code or "", body.code)
        right_verifier = sha256_base64url(body.code_verifier) == attempt.code_challenge
        if not (right_code and right_verifier and proof.jkt == attempt.dpop_jkt):
            fail(attempt, Problem(Code.LOGIN_FAILED))
            return ProblemError(Code.LOGIN_FAILED)
        account_id = _account(db, backend, attempt, body)
        if isinstance(account_id, ProblemError):
            return account_id
        session = CitizenSession(
            id=backend.ids.new("ses"),
            terminal_id=attempt.terminal_id,
            account_id=account_id,
            account_mode=body.account_mode,
            dpop_jkt=attempt.dpop_jkt,
            level="hoch",
            ui_language=attempt.ui_language,
            attributes=attempt.attributes,
            last_seen=now,
            absolute_end=now + backend.lifetimes.absolute,
        )
        _replace_others(db, session.terminal_id)
        close_attempt(attempt, "consumed")
        db.add(session)
        view = wire.NewSessionView(
            access_token=_token(backend, session),
            expires_in=int(backend.lifetimes.citizen_token.total_seconds()),
            session=_view(backend, session),
        )
        reply = json_reply(201, view)
        return Reply(reply.status, reply.body, reply.headers, session.id)

    return keyed.run(open_session)


@router.get("/session", response_model=wire.SessionView)
def get_session(backend: BackendDep, caller: CitizenDep) -> Response:
    with backend.store.transaction() as db:
        return json_reply(200, _view(backend, _session(db, caller))).as_response()


@router.post("/session/renew", response_model=wire.TokenView)
def renew(backend: BackendDep, caller: CitizenDep, keyed: CitizenKeyed) -> Response:
    """Give a new token for the same key; the absolute end stays where it is."""

    def issue(db: Session) -> Reply:
        session = _session(db, caller)
        life = int(backend.lifetimes.citizen_token.total_seconds())
        return json_reply(200, wire.TokenView(access_token=_token(backend, session), expires_in=life))

    return keyed.run(issue)


@router.delete("/session", status_code=204)
def end(backend: BackendDep, caller: CitizenDep) -> Response:
    with backend.store.transaction(account_lock(caller.account_id)) as db:
        end_session(db, _session(db, caller), "revoked")
    return Response(status_code=204)


def _account(
    db: Session, backend: Backend, attempt: LoginAttempt, body: wire.SessionExchange
) -> str | ProblemError:
    """Find the account, or make one; the attempt survives a wrong mode."""
    if body.account_mode == "existing":
        return attempt.account_id or ProblemError(Code.ACCOUNT_NOT_FOUND)
    if body.account_mode == "create":
        if attempt.account_id is not None:
            return ProblemError(Code.VALIDATION_FAILED, errors=(FieldError("/accountMode", "const"),))
        if body.consents is None:
            return ProblemError(Code.VALIDATION_FAILED, errors=(FieldError("/consents", "required"),))
    now = backend.clock.now()
    transient = body.account_mode == "transient"
    account = Account(
        id=backend.ids.new("acc"),
        created_at=now,
        transient=transient,
        consents=body.consents.model_dump(by_alias=True) if body.consents and not transient else {},
    )
    db.add(account)
    if not transient and attempt.pseudonym_digest is not None:
        db.add(Pseudonym(digest=attempt.pseudonym_digest, account_id=account.id, linked_at=now))
    return account.id


def _replace_others(db: Session, terminal_id: str) -> None:
    """Keep to one citizen session a terminal."""
    living = select(CitizenSession).where(
        CitizenSession.terminal_id == terminal_id, CitizenSession.ended_reason.is_(None)
    )
    for other in db.scalars(living):
        end_session(db, other, "replaced")


def _session(db: Session, caller: CitizenCaller) -> CitizenSession:
    session = db.get(CitizenSession, caller.session_id)
    if session is None:
        raise ProblemError(Code.SESSION_ENDED, extensions={"reason": "revoked"})
    return session


def _token(backend: Backend, session: CitizenSession) -> str:
    """Issue a token that may outlive the session: the session's own end is checked with every call."""
    return backend.tokens.for_citizen(
        session.id,
        session.account_id,
        session.terminal_id,
        session.dpop_jkt,
        backend.clock.now(),
        backend.lifetimes.citizen_token,
    )


def _view(backend: Backend, session: CitizenSession) -> wire.SessionView:
    attributes = session.attributes or {}
    initial = str(attributes.get("GivenNames", ""))[:1]
    family = str(attributes.get("FamilyNames", ""))
    mode: wire.AccountMode = "existing"
    if session.account_mode in {"create", "transient"}:
        mode = "create" if session.account_mode == "create" else "transient"
    return wire.SessionView(
        id=session.id,
        level="hoch",
        level_uri=_LEVEL_URI,
        methods=["eid"],
        account_mode=mode,
        display_name=f"{initial}. {family}" if initial else family,
        idle_timeout=int(backend.lifetimes.idle.total_seconds()),
        absolute_end=session.absolute_end,
    )
