"""Whether Bochum-ID is well, as it says itself to anybody (contract section 10)."""

from dataclasses import dataclass
from enum import Enum

from kiosk.bochum_id.transport import Call, Transport


class Health(Enum):
    OK = "ok"
    DEGRADED = "degraded"
    DOWN = "down"


@dataclass(frozen=True, slots=True)
class Status:
    overall: Health
    components: tuple[tuple[str, Health], ...]
    """What it is made of, such as `eid` and `payment`."""

    def of(self, component: str) -> Health:
        """Say how a component is; one that is not named is as well as the whole."""
        return dict(self.components).get(component, self.overall)


def fetch_status(transport: Transport) -> Status:
    part = transport.send(Call("GET", "/v1/status")).json()
    return Status(
        overall=part.member("status").one_of(Health),
        components=tuple((name, each.one_of(Health)) for name, each in part.member("components").members()),
    )
