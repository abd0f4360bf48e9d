"""Messages between a terminal and those who run it: heartbeats, commands, incidents, help (contract 10)."""

from typing import Annotated, Literal

from pydantic import Field

from sandbox.bochum_id.wire import Id, Moment, Wire

type Word = Annotated[str, Field(max_length=128, pattern=r"^[^\x00-\x1f\x7f]*$", examples=["ok"])]
type Name = Annotated[str, Field(max_length=64, pattern=r"^[A-Za-z0-9_.-]{1,64}$", examples=["kiosk"])]
type Count = Annotated[int, Field(ge=0, le=2**53 - 1)]
type CommandType = Literal[
    "reloadConfig",
    "reloadCatalogue",
    "restartApp",
    "rebootDevice",
    "enterMaintenance",
    "leaveMaintenance",
    "testPrint",
    "renewCertificate",
    "uploadDiagnostics",
]


class Device(Wire):
    """A part of the terminal."""

    id: Name
    kind: Name
    state: Name
    code: Name | None = None
    detail: Annotated[dict[Name, Word], Field(max_length=20)] | None = None


class Heartbeat(Wire):
    """How the terminal is; counts only, nothing of anybody."""

    seq: Count
    boot_id: Word
    uptime: Count
    """Seconds."""
    software: Annotated[dict[Name, Word], Field(max_length=20)]
    mode: Literal["idle", "inUse", "information", "outOfService", "maintenance"]
    devices: Annotated[list[Device], Field(max_length=50)] = Field(default_factory=list)
    resources: Annotated[
        dict[Name, Annotated[float, Field(ge=-1000, le=1_000_000)]], Field(max_length=20)
    ] = Field(default_factory=dict)
    counters: Annotated[dict[Name, Count], Field(max_length=50)] = Field(default_factory=dict)
    clock_offset_ms: Annotated[int, Field(ge=-(2**53) + 1, le=2**53 - 1)] = 0


class CommandView(Wire):
    id: str
    type: CommandType
    not_after: Moment
    grace_seconds: int | None = None
    """How long a visit may still go on before the terminal goes into maintenance."""


class HeartbeatAnswer(Wire):
    server_time: Moment
    config_etag: str
    catalogue_etag: str
    commands: list[CommandView]


class CommandResult(Wire):
    """What became of a command; `detail` is for staff, with nothing of anybody in it."""

    id: Id
    outcome: Literal["done", "failed", "refused"]
    detail: Annotated[str, Field(max_length=500, pattern=r"^[^\x00-\x08\x0b-\x1f\x7f]*$", examples=[""])] = ""


class NewIncident(Wire):
    """Something happened to the terminal."""

    severity: Literal["info", "warning", "critical"]
    code: Annotated[
        str,
        Field(
            pattern=r"^[a-z][A-Za-z0-9]*([.][a-z][A-Za-z0-9]*){1,3}$",
            max_length=64,
            examples=["tamper.doorOpen"],
        ),
    ]
    since: Moment
    detail: Annotated[dict[Name, Word], Field(max_length=20)] = Field(default_factory=dict)


class IncidentTaken(Wire):
    id: str


class AssistanceCallMade(Wire):
    reason: Literal["citizenAskedForHelp", "cardForgotten", "printerJam"]


class AssistanceAnswer(Wire):
    staff_notified: bool
