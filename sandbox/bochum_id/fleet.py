"""What a terminal tells and is told: heartbeats in order, commands until they are done (contract 10)."""

from datetime import timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from sandbox.bochum_id import wire_fleet as wire
from sandbox.bochum_id.backend import Backend
from sandbox.bochum_id.outbox import send_out
from sandbox.bochum_id.problem_codes import Code
from sandbox.bochum_id.problems import ProblemError
from sandbox.bochum_id.store import add_unless_there
from sandbox.bochum_id.tables import Incident, TerminalCommand, TerminalState

_WHILE_IN_USE = "enterMaintenance"
"""The one command that may reach a terminal with a citizen at it: it waits for the visit's end."""


def take_beat(db: Session, backend: Backend, terminal_id: str, beat: wire.Heartbeat) -> None:
    """Keep the newest heartbeat; a late one changes nothing. The caller holds the terminal's lock."""
    state = db.get(TerminalState, terminal_id)
    if state is not None and state.boot_id == beat.boot_id and beat.seq <= state.sequence:
        return
    if state is None:
        state = TerminalState(
            terminal_id=terminal_id,
            sequence=beat.seq,
            boot_id=beat.boot_id,
            mode=beat.mode,
            at=backend.clock.now(),
            beat={},
        )
        db.add(state)
    state.sequence = beat.seq
    state.boot_id = beat.boot_id
    state.mode = beat.mode
    state.at = backend.clock.now()
    state.beat = beat.model_dump(mode="json", by_alias=True)


def due_commands(db: Session, backend: Backend, terminal_id: str, mode: str) -> list[wire.CommandView]:
    """List what a terminal still has to do, the oldest first; in use, only what waits for the visit's end."""
    due = (
        select(TerminalCommand)
        .where(
            TerminalCommand.terminal_id == terminal_id,
            TerminalCommand.outcome.is_(None),
            TerminalCommand.not_after > backend.clock.now(),
        )
        .order_by(TerminalCommand.given_at, TerminalCommand.id)
    )
    return [
        wire.CommandView.model_validate(
            {
                "id": command.id,
                "type": command.type,
                "notAfter": command.not_after,
                "graceSeconds": command.grace_seconds,
            }
        )
        for command in db.scalars(due)
        if mode != "inUse" or command.type == _WHILE_IN_USE
    ]


def give_command(
    db: Session,
    backend: Backend,
    terminal_id: str,
    kind: wire.CommandType,
    valid: timedelta,
    grace_seconds: int | None,
) -> TerminalCommand:
    """Give a terminal something to do, with its next heartbeat."""
    now = backend.clock.now()
    command = TerminalCommand(
        id=backend.ids.new("cmd"),
        terminal_id=terminal_id,
        type=kind,
        grace_seconds=grace_seconds,
        given_at=now,
        not_after=now + valid,
    )
    db.add(command)
    return command


def take_command_result(db: Session, backend: Backend, terminal_id: str, result: wire.CommandResult) -> None:
    """Keep what became of a command; the first answer counts.

    ProblemError: not-found for one that this terminal was never given, command-expired when its time is over.
    """
    command = db.get(TerminalCommand, result.id)
    if command is None or command.terminal_id != terminal_id:
        raise ProblemError(Code.NOT_FOUND)
    if command.outcome is not None:
        return
    if backend.clock.now() >= command.not_after:
        raise ProblemError(Code.COMMAND_EXPIRED)
    command.outcome = result.outcome
    command.detail = result.detail


def take_incident(db: Session, backend: Backend, terminal_id: str, told: wire.NewIncident) -> str:
    """Keep an incident, told twice or not; a critical one goes to staff. Its id."""
    incident = Incident(
        id=backend.ids.new("inc"),
        terminal_id=terminal_id,
        severity=told.severity,
        code=told.code,
        since=told.since,
        at=backend.clock.now(),
        detail={**told.detail},
    )
    if not add_unless_there(db, incident):
        same = select(Incident.id).where(
            Incident.terminal_id == terminal_id, Incident.code == told.code, Incident.since == told.since
        )
        return db.scalars(same).one()
    if told.severity == "critical":
        send_out(db, backend, "staff", "operations", {"incident": told.code, "terminalId": terminal_id})
    return incident.id
