"""Faults laid out beforehand for requests to come, in whichever process they arrive."""

from sqlalchemy import delete, func, select

from sandbox.bochum_id.shared_number import SharedNumber
from sandbox.bochum_id.store import Store
from sandbox.bochum_id.tables import PlannedFault

_LOCK = "fault plan"


class FaultPlan:
    """Faults that wait for their requests. While there are none, asking costs no look at the database."""

    def __init__(self, store: Store, waiting: SharedNumber) -> None:
        self._store = store
        self._waiting = waiting

    @property
    def is_empty(self) -> bool:
        return self._waiting.get() == 0

    def lay_out(self, method: str, path: str, scenario: str, times: int = 1) -> None:
        """Let `scenario` happen to the next requests of a method (`*`: any) and path (`…*`: begins so)."""
        with self._store.transaction(_LOCK) as db:
            place = db.scalar(select(func.coalesce(func.max(PlannedFault.place), 0) + 1)) or 1
            db.add(PlannedFault(place=place, method=method, path=path, scenario=scenario, times=times))
            self._waiting.set(1)

    def clear(self) -> None:
        with self._store.transaction(_LOCK) as db:
            db.execute(delete(PlannedFault))
            self._waiting.set(0)

    def take(self, method: str, path: str) -> list[str]:
        """Take out what is planned for this request, in the order it was laid out."""
        with self._store.transaction(_LOCK) as db:
            planned = list(db.scalars(select(PlannedFault).order_by(PlannedFault.place)))
            due = [fault for fault in planned if _fits(fault, method, path)]
            for fault in due:
                fault.times -= 1
                if fault.times == 0:
                    db.delete(fault)
            self._waiting.set(sum(fault.times > 0 for fault in planned))
            return [fault.scenario for fault in due]


def _fits(fault: PlannedFault, method: str, path: str) -> bool:
    right_path = path.startswith(fault.path[:-1]) if fault.path.endswith("*") else path == fault.path
    return right_path and fault.method in {method, "*"}
