"""What a technician does before a terminal enrols; only in a sandbox, and from loopback only."""

from fastapi import APIRouter, Depends
from fastapi.responses import Response

from sandbox.bochum_id import wire_enrolment as wire
from sandbox.bochum_id.callers import BackendDep
from sandbox.bochum_id.enrolling import register
from sandbox.bochum_id.replies import json_reply
from sandbox.bochum_id.routes_sandbox import from_loopback
from sandbox.bochum_id.store import terminal_lock

router = APIRouter(prefix="/sandbox", include_in_schema=False, dependencies=[Depends(from_loopback)])


@router.post("/enrolment-codes", status_code=201)
def register_terminal(body: wire.Registration, backend: BackendDep) -> Response:
    """Do what a technician does beforehand: make a code that lets one terminal enrol."""
    code = backend.ids.signs(4, 4)
    code_hash = backend.passwords.hash(code.replace("-", ""))
    with backend.store.transaction(terminal_lock(body.terminal_id)) as db:
        row = register(db, backend, body.terminal_id, code_hash)
        view = wire.RegistrationView(terminal_id=body.terminal_id, code=code, expires_at=row.expires_at)
    return json_reply(201, view).as_response()
