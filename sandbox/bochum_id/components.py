"""Whether each part of the backend works: what the public status says (contract section 10)."""

from typing import Literal, get_args

from sqlalchemy import delete, select
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from sandbox.bochum_id.backend import Backend
from sandbox.bochum_id.ports import EidServerUnreachableError
from sandbox.bochum_id.problem_codes import Code
from sandbox.bochum_id.problems import ProblemError
from sandbox.bochum_id.store import add_unless_there
from sandbox.bochum_id.tables import ComponentSwitch

type Component = Literal["database", "eid", "payment", "appointments", "mailbox"]
type Health = Literal["ok", "down"]
type Status = Literal["ok", "degraded", "down"]
COMPONENTS: tuple[Component, ...] = get_args(Component.__value__)
_NOTHING_WORKS_WITHOUT: Component = "database"
_NO_SESSION = "status"


def health_of(backend: Backend) -> dict[Component, Health]:
    """Look at every part: the database and the eID server are asked, all can be switched off by hand."""
    try:
        with backend.store.transaction() as db:
            off = set(db.scalars(select(ComponentSwitch.name)))
    except OperationalError:
        off = {_NOTHING_WORKS_WITHOUT}
    if not _eid_server_answers(backend):
        off.add("eid")
    return {name: "down" if name in off else "ok" for name in COMPONENTS}


def status_of(backend: Backend, health: dict[Component, Health]) -> Status:
    if health[_NOTHING_WORKS_WITHOUT] == "down" or backend.maintenance.seconds_left:
        return "down"
    return "degraded" if "down" in health.values() else "ok"


def switch(backend: Backend, wanted: dict[Component, Health]) -> None:
    """Switch parts off or on; what is not named stays as it is."""
    with backend.store.transaction() as db:
        for name, health in wanted.items():
            if health == "down":
                add_unless_there(db, ComponentSwitch(name=name))
            else:
                db.execute(delete(ComponentSwitch).where(ComponentSwitch.name == name))


def demand_component(db: Session, name: Component) -> None:
    """Refuse what needs a part that is switched off; ProblemError upstream-unavailable."""
    if db.get(ComponentSwitch, name) is not None:
        raise ProblemError(Code.UPSTREAM_UNAVAILABLE, extensions={"component": name, "retryAfter": 30})


def _eid_server_answers(backend: Backend) -> bool:
    try:
        # It knows no such session; that it says so is what matters.
        backend.eid_server.get_result(_NO_SESSION)
    except EidServerUnreachableError:
        return False
    return True
