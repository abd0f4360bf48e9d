"""What happened to an application, and taking it back (contract 5)."""

from fastapi import APIRouter, Request
from fastapi.responses import Response
from sqlalchemy.orm import Session

from sandbox.bochum_id import wire_application as wire
from sandbox.bochum_id.application_states import Actor, State
from sandbox.bochum_id.application_views import event_view, shown
from sandbox.bochum_id.applications import expire_what_is_due, own_application
from sandbox.bochum_id.callers import BackendDep, CitizenDep
from sandbox.bochum_id.idempotency import CitizenKeyed
from sandbox.bochum_id.outbox import send_out
from sandbox.bochum_id.payments import give_up_payments
from sandbox.bochum_id.problem_codes import Code
from sandbox.bochum_id.refusals import refusals
from sandbox.bochum_id.release import case_id
from sandbox.bochum_id.replies import Reply, json_reply, language_of
from sandbox.bochum_id.timeline import events_of, move_on
from sandbox.bochum_id.wire import Id

router = APIRouter(prefix="/v1/applications")


@router.get("/{application_id}/events", response_model=wire.Timeline)
def list_events(application_id: Id, request: Request, backend: BackendDep, caller: CitizenDep) -> Response:
    """Tell what happened to an application, the first event first."""
    with backend.store.transaction(*caller.locks) as db:
        expire_what_is_due(db, backend, caller.owner_id)
        events = events_of(db, own_application(db, application_id, caller).id)
    language = language_of(request)
    timeline = wire.Timeline(items=[event_view(event, language) for event in events])
    return json_reply(200, timeline).as_response()


@router.post(
    "/{application_id}/withdrawal",
    response_model=wire.ApplicationView,
    responses=refusals(Code.APPLICATION_STATE, Code.REPRESENTATION_TOO_NARROW),
)
def withdraw(
    application_id: Id,
    body: wire.Withdrawal,
    backend: BackendDep,
    caller: CitizenDep,
    keyed: CitizenKeyed,
) -> Response:
    """Take back what was sent and is not decided; a draft is deleted instead."""

    def take_back(db: Session) -> Reply:
        expire_what_is_due(db, backend, caller.owner_id)
        application = own_application(db, application_id, caller)
        caller.demand_change()
        # The reason goes to the office and stays out of the timeline: it is theirs to read.
        known_there = application.state != State.AWAITING_PAYMENT
        move_on(db, backend, application, State.WITHDRAWN, Actor.CITIZEN)
        if known_there:
            notice = {
                "event": "withdrawn",
                "caseId": case_id(application),
                "reference": application.reference,
            }
            send_out(db, backend, "fitConnect", application.service_id, {**notice, "reason": body.reason})
        else:
            give_up_payments(db, backend, application.id)
        return shown(db, backend, application)

    return keyed.run(take_back)
