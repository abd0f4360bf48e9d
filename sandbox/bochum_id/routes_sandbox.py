"""What only a sandbox has: everything put back, time put forward, faults, the outbox. From loopback only."""

from ipaddress import ip_address
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import JSONResponse, Response

from sandbox.bochum_id import wire_sandbox as wire
from sandbox.bochum_id.callers import BackendDep
from sandbox.bochum_id.components import health_of, status_of, switch
from sandbox.bochum_id.fleet import give_command
from sandbox.bochum_id.movable_clock import MovableClock
from sandbox.bochum_id.outbox import everything_sent
from sandbox.bochum_id.problem_codes import Code
from sandbox.bochum_id.problems import FieldError, ProblemError
from sandbox.bochum_id.replies import json_reply
from sandbox.bochum_id.resetting import reset
from sandbox.bochum_id.store import terminal_lock
from sandbox.bochum_id.tables import Terminal, TerminalCommand
from sandbox.bochum_id.terminal_config import change_config
from sandbox.bochum_id.wire import Id
from sandbox.bochum_id.wire_terminal import StatusView


def from_loopback(request: Request) -> None:
    """Refuse peers from elsewhere: these calls need no token."""
    if request.client is None or not ip_address(request.client.host).is_loopback:
        raise ProblemError(Code.NOT_FOUND)


router = APIRouter(prefix="/sandbox", include_in_schema=False, dependencies=[Depends(from_loopback)])


@router.post("/reset", status_code=204)
def put_everything_back(backend: BackendDep) -> Response:
    """Forget everything but the terminals, and seed anew."""
    reset(backend)
    return Response(status_code=204)


@router.post("/clock")
def put_clock_forward(body: wire.ClockAdvance, backend: BackendDep) -> Response:
    """Put the clock of every process forward."""
    if not isinstance(backend.clock, MovableClock):
        raise ProblemError(Code.VALIDATION_FAILED, errors=(FieldError("/advance", "clock"),))
    return json_reply(200, wire.ClockView(now=backend.clock.advance(body.advance))).as_response()


@router.get("/outbox")
def show_outbox(
    backend: BackendDep, kind: Annotated[str | None, Query(pattern=r"^[a-zA-Z]{1,20}$")] = None
) -> Response:
    """Show what would have left the house, in the order it went."""
    with backend.store.transaction() as db:
        items = [
            wire.OutboxItemView(
                id=item.id, at=item.at, kind=item.kind, recipient=item.recipient, content=item.content
            )
            for item in everything_sent(db)
            if kind in {None, item.kind}
        ]
    return json_reply(200, wire.OutboxView(items=items)).as_response()


@router.post("/faults", status_code=204)
def plan_fault(body: wire.NewFault, backend: BackendDep) -> Response:
    """Let a scenario happen to the next requests of a method and path, as the header would."""
    backend.faults.lay_out(body.method, body.path, body.scenario, body.times)
    return Response(status_code=204)


@router.delete("/faults", status_code=204)
def forget_faults(backend: BackendDep) -> Response:
    """Let nothing more go wrong on purpose."""
    backend.faults.clear()
    return Response(status_code=204)


@router.post("/components")
def switch_components(body: wire.ComponentOrder, backend: BackendDep) -> Response:
    """Switch parts off or on; the answer is the public status."""
    switch(backend, body.wanted())
    health = health_of(backend)
    return json_reply(200, StatusView(status=status_of(backend, health), components=health)).as_response()


@router.post("/maintenance", status_code=204)
def begin_maintenance(body: wire.MaintenanceOrder, backend: BackendDep) -> Response:
    """Close everything but status and fleet for a while."""
    backend.maintenance.begin(body.length)
    return Response(status_code=204)


@router.delete("/maintenance", status_code=204)
def end_maintenance(backend: BackendDep) -> Response:
    """Open again."""
    backend.maintenance.end()
    return Response(status_code=204)


@router.post("/commands", status_code=201)
def command_terminal(body: wire.NewCommand, backend: BackendDep) -> Response:
    """Give a terminal something to do, with its next heartbeat."""
    with backend.store.transaction(terminal_lock(body.terminal_id)) as db:
        if db.get(Terminal, body.terminal_id) is None:
            raise ProblemError(Code.NOT_FOUND)
        command = give_command(db, backend, body.terminal_id, body.type, body.valid, body.grace_seconds)
    return json_reply(201, _command_state(command)).as_response()


@router.get("/commands/{command_id}")
def show_command(command_id: Id, backend: BackendDep) -> Response:
    """Show what became of a command."""
    with backend.store.transaction() as db:
        command = db.get(TerminalCommand, command_id)
    if command is None:
        raise ProblemError(Code.NOT_FOUND)
    return json_reply(200, _command_state(command)).as_response()


@router.patch("/terminals/{terminal_id}/config")
def decide_config(terminal_id: Id, patch: dict[str, Any], backend: BackendDep) -> Response:
    """Change a terminal's configuration by a merge patch; a wrong one changes nothing."""
    with backend.store.transaction(terminal_lock(terminal_id)) as db:
        config = change_config(db, backend, terminal_id, patch)
    return JSONResponse(config)


def _command_state(command: TerminalCommand) -> wire.CommandState:
    return wire.CommandState(
        id=command.id,
        terminal_id=command.terminal_id,
        type=command.type,
        state=command.outcome or "open",
        not_after=command.not_after,
        detail=command.detail,
    )
