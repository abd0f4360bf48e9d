"""Asking for a second person's card (contract 5)."""

from fastapi import APIRouter
from fastapi.responses import Response
from sqlalchemy.orm import Session

from sandbox.bochum_id import wire_login as wire
from sandbox.bochum_id.applications import errors_of, open_draft, service_of
from sandbox.bochum_id.attempt_starts import Beginning, begin_by_card
from sandbox.bochum_id.callers import BackendDep, KnownDep
from sandbox.bochum_id.cosignatures import COSIGN, is_needed
from sandbox.bochum_id.idempotency import CitizenKeyed
from sandbox.bochum_id.problem_codes import Code
from sandbox.bochum_id.problems import ProblemError
from sandbox.bochum_id.refusals import refusals
from sandbox.bochum_id.replies import Reply
from sandbox.bochum_id.scenarios import ScenarioDep
from sandbox.bochum_id.store import terminal_lock
from sandbox.bochum_id.tables import CitizenSession
from sandbox.bochum_id.wire import Id

router = APIRouter(prefix="/v1/applications")


@router.post(
    "/{application_id}/cosignatures",
    status_code=201,
    response_model=wire.LoginAttemptView,
    responses=refusals(
        Code.NOT_READY,
        Code.APPLICATION_STATE,
        Code.DEFINITION_OUTDATED,
        Code.REPRESENTATION_TOO_NARROW,
    ),
)
def ask_for_cosignature(
    application_id: Id,
    backend: BackendDep,
    caller: KnownDep,
    keyed: CitizenKeyed,
    scenarios: ScenarioDep,
) -> Response:
    """Open an attempt that reads another person's card, under what is complete; nobody is signed in by it."""

    def begin(db: Session) -> Reply:
        application = open_draft(db, application_id, caller)
        service = service_of(backend, application)
        if not is_needed(service):
            raise ProblemError(Code.APPLICATION_STATE, extensions={"state": application.state})
        errors = errors_of(db, backend, service, application)
        if errors:
            raise ProblemError(Code.NOT_READY, extensions={"missing": [error.pointer for error in errors]})
        session = db.get_one(CitizenSession, caller.session_id)
        beginning = Beginning(
            terminal_id=caller.terminal_id,
            purpose=COSIGN,
            dpop_jkt=session.dpop_jkt,
            code_challenge="",  # there will be no code
            ui_language=session.ui_language,
            session_id=session.id,
            application_id=application.id,
            scenarios=scenarios,
        )
        return begin_by_card(db, backend, beginning)

    return keyed.under(terminal_lock(caller.terminal_id)).run(begin)
