"""Messages of the terminal itself: token, heartbeat, assistance, public status (contract 2.1 and 10)."""

from typing import Annotated, Literal

from pydantic import Field

from sandbox.bochum_id.components import Component, Health
from sandbox.bochum_id.wire import Moment, Wire

type Word = Annotated[str, Field(max_length=128)]


class TerminalTokenView(Wire):
    """OAuth names its members with underscores (RFC 6749 5.1)."""

    access_token: str = Field(serialization_alias="access_token")
    token_type: str = Field(serialization_alias="token_type")
    expires_in: int = Field(serialization_alias="expires_in")
    scope: str = Field(serialization_alias="scope")


class Device(Wire):
    id: Word
    kind: Word
    state: Word
    code: Word | None = None
    detail: dict[str, str] | None = None


class Heartbeat(Wire):
    seq: int
    boot_id: Word
    uptime: int
    software: dict[str, str]
    mode: Literal["idle", "inUse", "information", "outOfService", "maintenance"]
    devices: tuple[Device, ...] = ()
    resources: dict[str, float] = Field(default_factory=dict)
    counters: dict[str, int] = Field(default_factory=dict)
    clock_offset_ms: int = 0


class HeartbeatAnswer(Wire):
    server_time: Moment
    catalogue_etag: str
    commands: tuple[str, ...] = ()


class AssistanceCallMade(Wire):
    reason: Literal["citizenAskedForHelp", "cardForgotten", "printerJam"]


class AssistanceAnswer(Wire):
    staff_notified: bool


class StatusView(Wire):
    status: Literal["ok", "degraded", "down"]
    components: dict[Component, Health]
