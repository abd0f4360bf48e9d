"""One database or the other: the same tables however they came to be, and nothing lost between processes."""

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Engine, create_engine, event, make_url, select, text

from sandbox.bochum_id import store as stores
from sandbox.bochum_id.migrating import bring_up_to_date, configuration
from sandbox.bochum_id.store import Store, StoreError, add_unless_there, mark_once, next_number, sqlite_url
from sandbox.bochum_id.tables import Account, Counter, Table, UsedNonce, UtcTime
from sandbox.postgres_service import PostgresService

NOW = datetime(2026, 11, 23, 14, 58, tzinfo=UTC)


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if request.param == "sqlite":
        return sqlite_url(tmp_path / "store.sqlite")
    postgres: PostgresService = request.getfixturevalue("postgres")
    return postgres.database()


@pytest.fixture
def engine(url: str) -> Iterator[Engine]:
    parsed = make_url(url)
    if parsed.get_backend_name() == "postgresql":
        parsed = parsed.set(drivername="postgresql+psycopg")
    engine = create_engine(parsed)
    yield engine
    engine.dispose()


def differences(engine: Engine) -> list[object]:
    """Hold the database against the tables in the code."""
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": _differs})
        return list(compare_metadata(context, Table.metadata))


def _differs(
    _context: object, _inspected: object, _metadata: object, inspected: object, wanted: object
) -> bool | None:
    return False if isinstance(wanted, UtcTime) and "INT" in str(inspected) else None


def test_a_new_database_has_the_tables_of_the_code(engine: Engine, url: str) -> None:
    Store(url).close()
    assert differences(engine) == []


def test_migrations_lead_to_the_very_same_tables(engine: Engine) -> None:
    with engine.begin() as connection:
        command.upgrade(configuration(connection), "head")
    assert differences(engine) == []


def test_every_migration_can_be_taken_back_and_done_again(engine: Engine) -> None:
    with engine.begin() as connection:
        command.upgrade(configuration(connection), "head")
        command.downgrade(configuration(connection), "base")
    with engine.begin() as connection:
        command.upgrade(configuration(connection), "head")
    assert differences(engine) == []


def test_a_database_from_before_there_were_migrations_keeps_what_it_has(engine: Engine, url: str) -> None:
    with engine.begin() as connection:
        command.upgrade(configuration(connection), "0001")
        connection.execute(text("DROP TABLE alembic_version"))
        connection.execute(
            text(
                "INSERT INTO accounts (id, created_at, transient, consents) VALUES ('acc_old', 1, :no, '{}')"
            ),
            {"no": False},
        )
    store = Store(url)
    with store.transaction() as db:
        assert db.scalars(select(Account.id)).all() == ["acc_old"]
    store.close()
    assert differences(engine) == []


def test_ten_processes_that_start_at_once_make_the_tables_once(url: str, engine: Engine) -> None:
    if url.startswith("sqlite"):
        event.listen(engine, "connect", stores._prepare_sqlite)
        event.listen(engine, "begin", stores._begin_immediate)
    start = threading.Barrier(10)

    def open_it(_number: int) -> None:
        start.wait()
        bring_up_to_date(engine)

    with ThreadPoolExecutor(10) as threads:
        list(threads.map(open_it, range(10)))
    assert differences(engine) == []


def test_numbers_have_no_gaps_and_no_twins_whoever_counts(url: str) -> None:
    store = Store(url)

    def count(_number: int) -> int:
        with store.transaction() as db:
            return next_number(db, "application-2026")

    with ThreadPoolExecutor(8) as threads:
        numbers = list(threads.map(count, range(64)))
    store.close()
    assert sorted(numbers) == list(range(1, 65))


def test_a_number_of_a_transaction_that_failed_is_given_again(url: str) -> None:
    store = Store(url)

    def fail() -> None:
        with store.transaction() as db:
            next_number(db, "application-2026")
            raise RuntimeError("power cut")

    with pytest.raises(RuntimeError, match="power cut"):
        fail()
    with store.transaction() as db:
        assert next_number(db, "application-2026") == 1
    store.close()


def test_of_many_who_spend_the_same_nonce_one_succeeds(url: str) -> None:
    store = Store(url)
    start = threading.Barrier(8)

    def spend(_number: int) -> bool:
        start.wait()
        with store.transaction() as db:
            return add_unless_there(db, UsedNonce(digest="n", expires_at=NOW))

    with ThreadPoolExecutor(8) as threads:
        assert sorted(threads.map(spend, range(8))) == [False] * 7 + [True]
    store.close()


def test_of_many_who_make_the_same_mark_one_succeeds(url: str) -> None:
    store = Store(url)
    start = threading.Barrier(8)

    def mark(_number: int) -> bool:
        start.wait()
        with store.transaction() as db:
            return mark_once(db, UsedNonce, digest="n", expires_at=NOW)

    with ThreadPoolExecutor(8) as threads:
        assert sorted(threads.map(mark, range(8))) == [False] * 7 + [True]
    store.close()


def test_transactions_of_one_lock_lose_no_update(url: str) -> None:
    store = Store(url)
    with store.transaction() as db:
        db.add(Counter(name="balance", value=0))

    def add_one(_number: int) -> None:
        with store.transaction("account acc_1") as db:
            row = db.get_one(Counter, "balance")
            row.value = row.value + 1

    with ThreadPoolExecutor(8) as threads:
        list(threads.map(add_one, range(64)))
    with store.transaction() as db:
        assert db.get_one(Counter, "balance").value == 64
    store.close()


@pytest.mark.parametrize("url", ["", "mysql://root@localhost/x", "nonsense", "sqlite"])
def test_a_url_that_names_no_database_of_ours_says_what_to_write(url: str) -> None:
    with pytest.raises(StoreError, match=r"sqlite:///FILE or postgresql://"):
        Store(url)


def test_a_database_that_does_not_answer_says_so_without_its_password() -> None:
    with pytest.raises(StoreError, match="does not answer") as caught:
        Store("postgresql://kiosk:sesame@127.0.0.1:1/kiosk?connect_timeout=1")
    assert "sesame" not in str(caught.value)
