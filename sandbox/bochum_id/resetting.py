"""Emptying the sandbox and filling it anew, as on its first day."""

from sqlalchemy import delete

from sandbox.bochum_id.backend import Backend
from sandbox.bochum_id.seeding import seed_everything
from sandbox.bochum_id.tables import EnrolmentCode, Table, Terminal, TerminalCertificate, UsedNonce

_KEPT = frozenset(table.__tablename__ for table in (Terminal, TerminalCertificate, EnrolmentCode, UsedNonce))
"""Who may talk to the backend stays, and what was said once is not said again."""


def reset(backend: Backend) -> None:
    """Forget everything but the terminals; every citizen's session ends by it. The clock stays."""
    backend.maintenance.end()
    backend.faults.clear()
    with backend.store.transaction() as db:
        for table in reversed(Table.metadata.sorted_tables):
            if table.name not in _KEPT:
                db.execute(delete(table))
    seed_everything(backend)
