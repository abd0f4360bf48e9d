"""The sandbox's levers for what an office would do; no part of the contract and not in its document."""

from typing import Literal

from fastapi import APIRouter, Depends
from fastapi.responses import Response

from sandbox.bochum_id.application_states import State
from sandbox.bochum_id.authority import advance
from sandbox.bochum_id.callers import BackendDep
from sandbox.bochum_id.problem_codes import Code
from sandbox.bochum_id.problems import ProblemError
from sandbox.bochum_id.replies import json_reply
from sandbox.bochum_id.routes_sandbox import from_loopback
from sandbox.bochum_id.store import account_lock
from sandbox.bochum_id.tables import Application
from sandbox.bochum_id.wire import FreeText, Id, Wire

router = APIRouter(
    prefix="/sandbox/applications", include_in_schema=False, dependencies=[Depends(from_loopback)]
)


class Advance(Wire):
    state: Literal["received", "processing", "actionRequired", "completed", "rejected"]
    text: FreeText


class Advanced(Wire):
    state: str
    message_id: str


@router.post("/{application_id}/advance")
def advance_application(application_id: Id, body: Advance, backend: BackendDep) -> Response:
    """Let the office answer: timeline, mailbox message and outbox, or none of them."""
    with backend.store.transaction() as db:
        found = db.get(Application, application_id)
    if found is None:
        raise ProblemError(Code.NOT_FOUND)
    with backend.store.transaction(account_lock(found.account_id)) as db:
        application = db.get(Application, application_id)
        if application is None:
            raise ProblemError(Code.NOT_FOUND)
        message = advance(db, backend, application, State(body.state), body.text)
        answer = Advanced(state=application.state, message_id=message.id)
    return json_reply(200, answer).as_response()
