"""What the backend has in its books of one visit."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select

from sandbox.bochum_id.store import Store
from sandbox.bochum_id.tables import (
    Application,
    AssistanceCall,
    CitizenSession,
    Document,
    LoginAttempt,
    Payment,
    PrintJob,
    Receipt,
    Table,
)

_KEPT: tuple[type[Table], ...] = (
    Application,
    AssistanceCall,
    CitizenSession,
    Document,
    LoginAttempt,
    Payment,
    PrintJob,
    Receipt,
)
type Marks = dict[type[Table], set[str]]
"""The ids of each table."""


@dataclass(frozen=True, slots=True)
class Books:
    """What has come in since; by table."""

    applications: Sequence[Application]
    calls: Sequence[AssistanceCall]
    sessions: Sequence[CitizenSession]
    documents: Sequence[Document]
    attempts: Sequence[LoginAttempt]
    payments: Sequence[Payment]
    print_jobs: Sequence[PrintJob]
    receipts: Sequence[Receipt]


def mark(store: Store) -> Marks:
    with store.transaction() as db:
        return {table: set(db.scalars(select(table.id))) for table in _KEPT}  # type: ignore[attr-defined]


def since(store: Store, marks: Marks) -> Books:
    after = mark(store)
    with store.transaction() as db:
        rows = {
            table: db.scalars(select(table).where(table.id.in_(after[table] - marks[table]))).all()  # type: ignore[attr-defined]
            for table in _KEPT
        }
    return Books(*(rows[table] for table in _KEPT))  # type: ignore[arg-type]
