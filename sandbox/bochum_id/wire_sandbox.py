"""Messages of the sandbox's own controls."""

from datetime import timedelta
from typing import Annotated, Literal

from pydantic import Field

from sandbox.bochum_id.components import Component, Health
from sandbox.bochum_id.tables import JsonObject
from sandbox.bochum_id.wire import Id, Moment, Wire
from sandbox.bochum_id.wire_fleet import CommandType

type Length = Annotated[timedelta, Field(gt=timedelta(0), le=timedelta(days=3650))]
"""ISO 8601: PT20M."""
type Path = Annotated[str, Field(pattern=r"^/[!-~]{0,199}$")]


class ClockAdvance(Wire):
    advance: Length


class ClockView(Wire):
    now: Moment


class OutboxItemView(Wire):
    id: str
    at: Moment
    kind: str
    recipient: str
    content: JsonObject


class OutboxView(Wire):
    items: list[OutboxItemView]


class NewFault(Wire):
    method: Literal["GET", "POST", "PUT", "PATCH", "DELETE", "*"]
    path: Path
    """Of the request; with `*` at the end, of all that begin so."""
    scenario: Annotated[str, Field(pattern=r"^[a-zA-Z]+([.:][a-zA-Z0-9]+)?$", max_length=64)]
    times: Annotated[int, Field(ge=1, le=1000)] = 1


class ComponentOrder(Wire):
    database: Health | None = None
    eid: Health | None = None
    payment: Health | None = None
    appointments: Health | None = None
    mailbox: Health | None = None

    def wanted(self) -> dict[Component, Health]:
        named: dict[Component, Health | None] = {
            "database": self.database,
            "eid": self.eid,
            "payment": self.payment,
            "appointments": self.appointments,
            "mailbox": self.mailbox,
        }
        return {name: health for name, health in named.items() if health is not None}


class MaintenanceOrder(Wire):
    length: Annotated[timedelta, Field(gt=timedelta(0), le=timedelta(days=7))]


class NewCommand(Wire):
    terminal_id: Id
    type: CommandType
    valid: Annotated[timedelta, Field(gt=timedelta(0), le=timedelta(days=7))] = timedelta(minutes=10)
    grace_seconds: Annotated[int, Field(ge=0, le=3600)] | None = None


class CommandState(Wire):
    id: str
    terminal_id: str
    type: str
    state: str
    not_after: Moment
    detail: str
