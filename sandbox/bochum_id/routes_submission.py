"""Submitting an application (contract 5)."""

from fastapi import APIRouter, Request
from fastapi.responses import Response
from sqlalchemy.orm import Session

from sandbox.bochum_id import wire_application as wire
from sandbox.bochum_id.applications import expire_what_is_due, open_draft, service_of
from sandbox.bochum_id.callers import BackendDep, CitizenDep
from sandbox.bochum_id.conditional import IfMatchDep, demand
from sandbox.bochum_id.idempotency import CitizenKeyed
from sandbox.bochum_id.problem_codes import Code
from sandbox.bochum_id.problems import FieldError, ProblemError
from sandbox.bochum_id.refusals import refusals
from sandbox.bochum_id.replies import Reply, json_reply, language_of
from sandbox.bochum_id.submission import Submitting
from sandbox.bochum_id.wire import Id

router = APIRouter(prefix="/v1/applications")


@router.post(
    "/{application_id}/submission",
    status_code=202,
    response_model=wire.SubmissionView,
    responses=refusals(
        Code.NOT_READY,
        Code.PAYMENT_DECLINED,
        Code.PAYMENT_ABORTED,
        Code.PAYMENT_EXPIRED,
        Code.PAYMENT_STATE,
        Code.DEFINITION_OUTDATED,
        Code.REPRESENTATION_TOO_NARROW,
    ),
)
def submit(
    application_id: Id,
    body: wire.NewSubmission,
    request: Request,
    backend: BackendDep,
    caller: CitizenDep,
    if_match: IfMatchDep,
    keyed: CitizenKeyed,
) -> Response:
    """Send the application; with its document when the register answers at once."""
    if body.confirmation.terminal_id != caller.terminal_id:
        raise ProblemError(Code.VALIDATION_FAILED, errors=(FieldError("/confirmation/terminalId", "const"),))

    def send(db: Session) -> Reply:
        expire_what_is_due(db, backend, caller.owner_id)
        application = open_draft(db, application_id, caller)
        demand(if_match, application.version)
        service = service_of(backend, application)
        submitting = Submitting(backend, db, service, application, body, caller, language_of(request))
        return json_reply(202, submitting.carry_out())

    return keyed.run(send)
