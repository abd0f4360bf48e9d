"""One terminal among many: heartbeat, configuration, commands, incidents, help (contract 10)."""

from fastapi import APIRouter
from fastapi.responses import Response
from sqlalchemy.orm import Session

from sandbox.bochum_id import wire_fleet as wire
from sandbox.bochum_id.callers import BackendDep, TerminalDep
from sandbox.bochum_id.fleet import due_commands, take_beat, take_command_result, take_incident
from sandbox.bochum_id.idempotency import TerminalKeyed
from sandbox.bochum_id.long_poll import UNCHANGED, KnownHeader, WaitQuery, when_changed
from sandbox.bochum_id.outbox import send_out
from sandbox.bochum_id.problem_codes import Code
from sandbox.bochum_id.refusals import refusals
from sandbox.bochum_id.replies import Reply, json_reply
from sandbox.bochum_id.store import terminal_lock
from sandbox.bochum_id.tables import AssistanceCall, JsonObject
from sandbox.bochum_id.terminal_config import MEDIA_TYPE, config_of, etag_of_config, signed

router = APIRouter(prefix="/v1/terminals/self")


@router.post("/heartbeats", response_model=wire.HeartbeatAnswer)
def take_heartbeat(beat: wire.Heartbeat, backend: BackendDep, caller: TerminalDep) -> Response:
    """Take how the terminal is; answer with the time, with what is new, and with what is to be done.

    A command is named in every answer until its result has arrived or its time is over.
    """
    with backend.store.transaction(terminal_lock(caller.terminal_id)) as db:
        take_beat(db, backend, caller.terminal_id, beat)
        answer = wire.HeartbeatAnswer(
            server_time=backend.clock.now(),
            config_etag=etag_of_config(db, caller.terminal_id),
            catalogue_etag=backend.catalogue.etag.strip('"'),
            commands=due_commands(db, backend, caller.terminal_id, beat.mode),
        )
    return json_reply(200, answer).as_response()


@router.get(
    "/config",
    response_class=Response,
    responses=UNCHANGED
    | {
        200: {
            "description": "A compact JWS (ES256); its payload follows `terminal_config.schema.json`.",
            "content": {MEDIA_TYPE: {"schema": {"type": "string"}}},
        }
    },
)
async def get_config(
    backend: BackendDep, caller: TerminalDep, known: KnownHeader = None, wait: WaitQuery = 0
) -> Response:
    """Give the terminal its configuration, signed; with `wait`, as soon as it is another one."""

    def look() -> Reply:
        with backend.store.transaction() as db:
            config = config_of(db, backend, caller.terminal_id)
        headers = {"ETag": f'"{config["version"]}"', "Content-Type": MEDIA_TYPE}
        return Reply(200, signed(config, backend), headers)

    return await when_changed(look, known, wait, backend.patience)


@router.post("/command-results", status_code=204, responses=refusals(Code.NOT_FOUND, Code.COMMAND_EXPIRED))
def take_result_of_command(body: wire.CommandResult, backend: BackendDep, keyed: TerminalKeyed) -> Response:
    """Take what became of a command; the first answer counts."""

    def keep(db: Session) -> Reply:
        take_command_result(db, backend, keyed.terminal_id, body)
        return Reply(204)

    return keyed.run(keep)


@router.post("/incidents", status_code=201, response_model=wire.IncidentTaken)
def report_incident(body: wire.NewIncident, backend: BackendDep, keyed: TerminalKeyed) -> Response:
    """Take what happened to the terminal; the same incident told again is the same."""

    def keep(db: Session) -> Reply:
        return json_reply(201, wire.IncidentTaken(id=take_incident(db, backend, keyed.terminal_id, body)))

    return keyed.run(keep)


@router.post("/assistance", status_code=202, response_model=wire.AssistanceAnswer)
def call_assistance(call: wire.AssistanceCallMade, backend: BackendDep, keyed: TerminalKeyed) -> Response:
    """Tell the front desk that somebody needs help here."""

    def note_down(db: Session) -> Reply:
        now = backend.clock.now()
        call_id = backend.ids.new("asc")
        db.add(AssistanceCall(id=call_id, terminal_id=keyed.terminal_id, reason=call.reason, at=now))
        told: JsonObject = {"assistance": keyed.terminal_id, "reason": call.reason}
        send_out(db, backend, "staff", "front-desk", told)
        return json_reply(202, wire.AssistanceAnswer(staff_notified=True))

    return keyed.run(note_down)
