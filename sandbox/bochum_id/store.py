"""The sandbox backend's SQLite database: one transaction a request, committed before the answer."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from sqlite3 import Connection as SqliteConnection

from sqlalchemy import Connection, create_engine, event, select
from sqlalchemy.orm import Session
from sqlalchemy.pool import ConnectionPoolEntry

from sandbox.bochum_id.tables import Counter, Table

_BUSY_TIMEOUT_MS = 10_000


class Store:
    """Opens `path`, creates what is missing. `close()` releases every file handle."""

    def __init__(self, path: Path) -> None:
        # Without their parameters: an error's text may reach a log.
        self._engine = create_engine(f"sqlite:///{path}", hide_parameters=True)
        event.listen(self._engine, "connect", _prepare_connection)
        event.listen(self._engine, "begin", _begin_immediate)
        Table.metadata.create_all(self._engine)

    @contextmanager
    def transaction(self) -> Iterator[Session]:
        """Commit when the block ends, roll back when it raises. What was committed survives a kill -9."""
        with Session(self._engine, expire_on_commit=False) as session, session.begin():
            yield session

    def close(self) -> None:
        self._engine.dispose()


def next_number(session: Session, name: str) -> int:
    """Count up without gaps, from 1."""
    counter = session.scalar(select(Counter).where(Counter.name == name).with_for_update())
    if counter is None:
        counter = Counter(name=name, value=0)
        session.add(counter)
    counter.value += 1
    session.flush()
    return counter.value


def _prepare_connection(connection: SqliteConnection, _entry: ConnectionPoolEntry) -> None:
    connection.isolation_level = None  # SQLAlchemy begins transactions itself, below
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute("PRAGMA secure_delete = ON")
    connection.execute(f"PRAGMA busy_timeout = {_BUSY_TIMEOUT_MS}")


def _begin_immediate(connection: Connection) -> None:
    # A deferred transaction that turns into a writer fails at once when another one writes.
    connection.exec_driver_sql("BEGIN IMMEDIATE")
