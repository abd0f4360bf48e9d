"""A session for what needs no sign-in: opened by the terminal, for one service, and of nobody."""

from fastapi import APIRouter, Request
from fastapi.responses import Response
from sqlalchemy.orm import Session

from sandbox.bochum_id import wire_login as wire
from sandbox.bochum_id.callers import VISIT_PROOF_HEADER, BackendDep, TerminalDep, proof_in
from sandbox.bochum_id.idempotency import TerminalKeyed
from sandbox.bochum_id.levels import NOBODYS_LEVEL, level_too_low, reaches
from sandbox.bochum_id.problem_codes import Code
from sandbox.bochum_id.problems import FieldError, ProblemError
from sandbox.bochum_id.refusals import refusals
from sandbox.bochum_id.replies import Reply
from sandbox.bochum_id.sessions import open_anonymous, token_reply

router = APIRouter(prefix="/v1")


@router.post(
    "/anonymous-sessions",
    status_code=201,
    response_model=wire.NewSessionView,
    responses=refusals(Code.LOGIN_FAILED, Code.LEVEL_TOO_LOW),
)
def open_session(
    body: wire.NewAnonymousSession,
    request: Request,
    backend: BackendDep,
    caller: TerminalDep,
    keyed: TerminalKeyed,
) -> Response:
    """Open a session of nobody, for a service that asks for no sign-in.

    The token is bound to the key that proves itself in `Visit-DPoP`. It opens the applications made in this
    session, with their files, payments and papers, and nothing else.
    """
    with backend.store.transaction() as db:
        proof = proof_in(db, request, backend, VISIT_PROOF_HEADER, None, Code.LOGIN_FAILED)
    if proof.jkt != body.dpop_jkt:
        raise ProblemError(Code.LOGIN_FAILED)
    service = backend.catalogue.services.get(body.service_id)
    if service is None:
        raise ProblemError(Code.VALIDATION_FAILED, errors=(FieldError("/serviceId", "enum"),))
    needed = str(service.definition["requiredLevel"])
    if not reaches(NOBODYS_LEVEL, needed):
        raise level_too_low(needed, NOBODYS_LEVEL)

    def begin(db: Session) -> Reply:
        session = open_anonymous(db, backend, keyed.terminal_id, body, certified=caller.certified)
        return token_reply(db, backend, session)

    return keyed.run(begin)
