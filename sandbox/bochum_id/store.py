"""The sandbox backend's database, SQLite or PostgreSQL: committed first, answered then."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from sqlite3 import Connection as SqliteConnection
from types import ModuleType

from sqlalchemy import Connection, create_engine, event, literal, make_url, text
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import ArgumentError, IntegrityError, OperationalError
from sqlalchemy.orm import Session
from sqlalchemy.pool import ConnectionPoolEntry

from sandbox.bochum_id.migrating import bring_up_to_date
from sandbox.bochum_id.tables import Counter, Table

_BUSY_TIMEOUT_MS = 10_000
_CONNECTIONS = 15
"""Of one process; PostgreSQL usually has a hundred for all."""
_HOW_TO_NAME_IT = "name the database sqlite:///FILE or postgresql://USER@HOST/NAME; there are no others"
_WAIT_FOR_LOCK = text("SELECT pg_advisory_xact_lock(hashtextextended(:name, 0))")


class StoreError(Exception):
    """The database cannot be used; the text says what to do and never holds a password."""


def sqlite_url(path: Path) -> str:
    """Name a SQLite file the way `Store` wants it."""
    return f"sqlite:///{path}"


class Store:
    """Opens the database of `url`, and brings its tables up to date. `close()` releases every connection.

    `url` is `sqlite:///file` or `postgresql+psycopg://user@host/name`. StoreError when it cannot be opened.
    """

    def __init__(self, url: str) -> None:
        try:
            parsed = make_url(url)
        except ArgumentError as error:
            raise StoreError(_HOW_TO_NAME_IT) from error
        self._is_sqlite = parsed.get_backend_name() == "sqlite"
        if not self._is_sqlite:
            if parsed.get_backend_name() != "postgresql":
                raise StoreError(_HOW_TO_NAME_IT)
            parsed = parsed.set(drivername="postgresql+psycopg")
        # Without their parameters: an error's text may reach a log.
        self._engine = (
            create_engine(parsed, hide_parameters=True)
            if self._is_sqlite
            else create_engine(parsed, hide_parameters=True, pool_size=_CONNECTIONS, pool_pre_ping=True)
        )
        if self._is_sqlite:
            event.listen(self._engine, "connect", _prepare_sqlite)
            event.listen(self._engine, "begin", _begin_immediate)
        try:
            bring_up_to_date(self._engine)
        except OperationalError as error:
            self._engine.dispose()
            name = parsed.render_as_string(hide_password=True)
            raise StoreError(f"the database {name} does not answer; is it running?") from error

    @contextmanager
    def transaction(self, *locks: str) -> Iterator[Session]:
        """Commit when the block ends, roll back when it raises. What was committed survives a kill -9.

        Transactions of the same lock come one after another, whichever process they run in: name the
        accounts (`account_lock`) or the terminal (`terminal_lock`) whose things are read and then changed.
        """
        with Session(self._engine, expire_on_commit=False) as session, session.begin():
            if not self._is_sqlite:  # SQLite has one writer anyway
                for lock in sorted(set(locks)):  # always in the same order: nobody waits in a circle
                    session.execute(_WAIT_FOR_LOCK, {"name": lock})
            yield session

    def close(self) -> None:
        self._engine.dispose()


def account_lock(account_id: str) -> str:
    return f"account {account_id}"


# Sorted, so in this order everywhere: terminal, user name, account.


def terminal_lock(terminal_id: str) -> str:
    return f"a terminal {terminal_id}"


def login_lock(subject: str) -> str:
    return f"a user {subject}"


def also_lock(session: Session, name: str) -> None:
    """Take a later lock in a transaction: only one that sorts after those it has."""
    if session.get_bind().dialect.name == "postgresql":
        session.execute(_WAIT_FOR_LOCK, {"name": name})


def next_number(session: Session, name: str) -> int:
    """Count up without gaps, from 1; two transactions that count the same wait for each other."""
    first = _dialect(session).insert(Counter).values(name=name, value=1)
    counting = first.on_conflict_do_update(
        index_elements=[Counter.name], set_={"value": Counter.value + 1}
    ).returning(Counter.value)
    number: int = session.execute(counting).scalar_one()
    return number


def mark_once(session: Session, mark: type[Table], **values: object) -> bool:
    """Insert a row that nobody reads again; False when its key is taken, perhaps this very moment elsewhere.

    Every request does this once or twice: no object, no savepoint.
    """
    marking = _dialect(session).insert(mark).values(**values).on_conflict_do_nothing().returning(literal(1))
    return session.execute(marking).first() is not None


def add_unless_there(session: Session, row: Table) -> bool:
    """Insert `row`; False, and nothing done, when its key is taken, perhaps this very moment elsewhere."""
    try:
        with session.begin_nested():
            session.add(row)
    except IntegrityError:
        return False
    return True


def _dialect(session: Session) -> ModuleType:
    return sqlite if session.get_bind().dialect.name == "sqlite" else postgresql


def _prepare_sqlite(connection: SqliteConnection, _entry: ConnectionPoolEntry) -> None:
    connection.isolation_level = None  # SQLAlchemy begins transactions itself, below
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute("PRAGMA secure_delete = ON")
    connection.execute(f"PRAGMA busy_timeout = {_BUSY_TIMEOUT_MS}")


def _begin_immediate(connection: Connection) -> None:
    # A deferred transaction that turns into a writer fails at once when another one writes.
    connection.exec_driver_sql("BEGIN IMMEDIATE")
