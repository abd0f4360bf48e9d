"""What holds for every test: Qt draws off the screen. And what several rooms share: a database server."""

import os
from collections.abc import Iterator

import pytest

from sandbox import postgres_service
from sandbox.id_card.personas import load_personas
from tests.conformance import table
from tests.log_watch import LogWatch, words_of

os.environ["QT_QPA_PLATFORM"] = "offscreen"


_log_watch = LogWatch(words_of(load_personas().values()))

_outcomes: dict[str, str] = {}
"""What became of the tests of a conformance case, by file and function."""


def pytest_configure(config: pytest.Config) -> None:
    _log_watch.install()
    config.addinivalue_line("markers", "tr03124(id, ...): carries out these cases of BSI TR-03124-2")
    config.addinivalue_line("markers", "tr03105(id, ...): carries out these cases of the card's side")


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    if any(mark in report.keywords for mark in table.MARKS):
        test = report.nodeid.partition("[")[0]
        if report.outcome != table.PASSED or test not in _outcomes:
            _outcomes[test] = report.outcome


def pytest_sessionfinish(session: pytest.Session) -> None:
    if os.environ.get("UPDATE_DOCS") and _outcomes and not hasattr(session.config, "workerinput"):
        table.DOCUMENT.write_text(table.write(_outcomes), encoding="utf-8")


@pytest.fixture(autouse=True)
def _nothing_personal_is_logged() -> Iterator[None]:
    """Fail a test during which a secret, a name or an address came into a log."""
    yield
    found, _log_watch.found = _log_watch.found, []
    if found:
        pytest.fail(f"a log names what it must not name: {found}")


@pytest.fixture(scope="session")
def postgres() -> Iterator[postgres_service.PostgresService]:
    """A PostgreSQL server for this test process; started by the first test that wants it."""
    programs = postgres_service.programs()
    if programs is None:
        pytest.skip("PostgreSQL is not there: install Debian's package postgresql")
    with postgres_service.running_postgres(programs) as service:
        yield service
