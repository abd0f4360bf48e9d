"""One terminal among many: how it is, what it is told to do, what happened to it (contract section 10)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from kiosk.bochum_id.once import Caller
from kiosk.bochum_id.payment_values import rfc3339
from kiosk.bochum_id.reading import Part
from kiosk.bochum_id.transport import Call, json_bytes
from kiosk.bochum_id.values import JsonObject, JsonValue

_PATH = "/v1/terminals/self"


class Mode(Enum):
    """What the terminal is doing."""

    IDLE = "idle"
    IN_USE = "inUse"
    INFORMATION = "information"
    """It informs, but nobody can sign in."""
    OUT_OF_SERVICE = "outOfService"
    MAINTENANCE = "maintenance"


@dataclass(frozen=True, slots=True)
class Device:
    """A part of the terminal, in the contract's words."""

    id: str
    kind: str
    """eid, printer, payment, …"""
    state: str
    """ok, warning or error."""
    code: str | None = None
    detail: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Heartbeat:
    """How the terminal is; counts only, nothing of anybody."""

    sequence: int
    boot_id: str
    uptime_s: int
    software: Mapping[str, str]
    """Versions by name: kiosk, os, catalogue."""
    mode: Mode
    devices: tuple[Device, ...]
    resources: Mapping[str, float]
    """Shares of 1 (cpu, memory, diskFree) and `tempC`."""
    counters: Mapping[str, int]
    """Since the last heartbeat that was answered."""
    clock_offset_ms: int


class CommandKind(Enum):
    """All that a terminal can be told."""

    RELOAD_CONFIG = "reloadConfig"
    RELOAD_CATALOGUE = "reloadCatalogue"
    RESTART_APP = "restartApp"
    REBOOT_DEVICE = "rebootDevice"
    ENTER_MAINTENANCE = "enterMaintenance"
    LEAVE_MAINTENANCE = "leaveMaintenance"
    TEST_PRINT = "testPrint"
    RENEW_CERTIFICATE = "renewCertificate"
    UPLOAD_DIAGNOSTICS = "uploadDiagnostics"
    UNKNOWN = "unknown"
    """Something this version does not know: to be refused."""

    @property
    def may_run_in_use(self) -> bool:
        """Whether it may run while a citizen is here: only what waits for the visit's end by itself."""
        return self is CommandKind.ENTER_MAINTENANCE


@dataclass(frozen=True, slots=True)
class Command:
    id: str
    kind: CommandKind
    not_after: datetime
    """Later it is not to be done any more."""
    grace_s: float | None
    """How long a visit may still go on."""


@dataclass(frozen=True, slots=True)
class HeartbeatAnswer:
    server_time: datetime
    config_etag: str | None
    catalogue_etag: str | None
    """Each another than the one that is known: something new can be fetched."""
    commands: tuple[Command, ...]


class CommandOutcome(Enum):
    DONE = "done"
    FAILED = "failed"
    REFUSED = "refused"


class Severity(Enum):
    INFO = "info"
    WARNING = "warning"
    CRITICAL = "critical"


class Fleet:
    """What the terminal tells those who run it, and hears from them."""

    def __init__(self, terminal: Caller) -> None:
        self._terminal = terminal

    def beat(self, heartbeat: Heartbeat) -> HeartbeatAnswer:
        """Say how the terminal is; the sequence number makes a repetition harmless."""
        call = Call("POST", f"{_PATH}/heartbeats", json_bytes(_as_json(heartbeat)))
        part = self._terminal.send(call).json()
        return HeartbeatAnswer(
            server_time=part.member("serverTime").moment(),
            config_etag=part.maybe("configEtag", Part.text),
            catalogue_etag=part.maybe("catalogueEtag", Part.text),
            commands=tuple(_command(item) for item in part.member("commands").items()),
        )

    def report_command(self, command: Command, outcome: CommandOutcome, detail: str = "") -> None:
        """Say what became of a command; `detail` is for staff, with nothing of anybody in it."""
        body: JsonObject = {"id": command.id, "outcome": outcome.value, "detail": detail}
        path = f"{_PATH}/command-results"
        self._terminal.send_once(f"command {command.id} {outcome.value}", path, lambda: json_bytes(body))

    def report_incident(
        self,
        severity: Severity,
        code: str,
        since: datetime,
        detail: Mapping[str, str] | None = None,
    ) -> None:
        """Say that something happened to the terminal, such as `tamper.doorOpen`."""
        body: JsonObject = {"severity": severity.value, "code": code, "since": rfc3339(since)}
        body["detail"] = dict(detail or {})
        act = f"incident {code} {rfc3339(since)}"
        self._terminal.send_once(act, f"{_PATH}/incidents", lambda: json_bytes(body))


def _as_json(heartbeat: Heartbeat) -> JsonObject:
    software: JsonObject = dict(heartbeat.software)
    resources: JsonObject = dict(heartbeat.resources)
    counters: JsonObject = dict(heartbeat.counters)
    devices: list[JsonValue] = [_device(device) for device in heartbeat.devices]
    return {
        "seq": heartbeat.sequence,
        "bootId": heartbeat.boot_id,
        "uptime": heartbeat.uptime_s,
        "software": software,
        "mode": heartbeat.mode.value,
        "devices": devices,
        "resources": resources,
        "counters": counters,
        "clockOffsetMs": heartbeat.clock_offset_ms,
    }


def _device(device: Device) -> JsonObject:
    written: JsonObject = {"id": device.id, "kind": device.kind, "state": device.state}
    if device.code is not None:
        written["code"] = device.code
    if device.detail:
        written["detail"] = dict(device.detail)
    return written


def _command(part: Part) -> Command:
    kind = part.member("type").text()
    known = {each.value: each for each in CommandKind if each is not CommandKind.UNKNOWN}
    return Command(
        id=part.member("id").identifier(),
        kind=known.get(kind, CommandKind.UNKNOWN),
        not_after=part.member("notAfter").moment(),
        grace_s=part.maybe("graceSeconds", Part.seconds),
    )
