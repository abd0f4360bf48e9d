"""What holds for every test: Qt draws off the screen. And what several rooms share: a database server."""

import gc
import os
import tempfile
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest

from sandbox import postgres_service
from sandbox.id_card.personas import load_personas
from tests import log_watch
from tests.conformance import table
from tests.log_watch import LogWatch
from tests.watched_words import expression_of, words_of

IN_CHILDREN = Path(__file__).parent / "in_children"

os.environ["QT_QPA_PLATFORM"] = "offscreen"


_log_watch: LogWatch
_watch_folder = tempfile.TemporaryDirectory(prefix="log-watch-")

_outcomes: dict[str, str] = {}
"""What became of the tests of a conformance case, by file and function."""


def pytest_configure(config: pytest.Config) -> None:
    if hasattr(config, "workerinput") or not getattr(config.option, "tx", None):  # else others run the tests
        _watch_what_is_written()
    config.addinivalue_line("markers", "tr03124(id, ...): carries out these cases of BSI TR-03124-2")
    config.addinivalue_line("markers", "tr03105(id, ...): carries out these cases of the card's side")


def _watch_what_is_written() -> None:
    """Here, and in every process that is started from here."""
    global _log_watch  # noqa: PLW0603 - the hooks of a run have no other place in common
    folder = Path(_watch_folder.name)
    words = expression_of(words_of(load_personas().values()))
    (folder / log_watch.WORDS).write_text(words, encoding="utf-8")
    os.environ[log_watch.FOLDER] = str(folder)
    os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, (str(IN_CHILDREN), os.environ.get("PYTHONPATH"))))
    _log_watch = LogWatch(folder)
    _log_watch.install()


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """Collect the tests without looking for garbage, and never look through them again.

    They and all modules live as long as the run; a look at every one of their millions of objects, whenever
    a test or an App wants the garbage gone, is a tenth of the time of a whole visit.
    """
    gc.disable()
    try:
        return (yield)
    finally:
        gc.enable()
        gc.collect()
        gc.freeze()


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    if any(mark in report.keywords for mark in table.MARKS):
        test = report.nodeid.partition("[")[0]
        if report.outcome != table.PASSED or test not in _outcomes:
            _outcomes[test] = report.outcome


def pytest_sessionfinish(session: pytest.Session) -> None:
    if os.environ.get("UPDATE_DOCS") and _outcomes and not hasattr(session.config, "workerinput"):
        table.DOCUMENT.write_text(table.write(_outcomes), encoding="utf-8")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Fail a test during which it, or a process it started, wrote a secret, a name or an address."""
    report = yield
    if report.when == "teardown":
        for title, text in report.sections:  # other programs write past Python's streams
            _log_watch.look_at(text, title)
        found = _log_watch.take_found()
        if found and report.passed:
            report.outcome = "failed"
            report.longrepr = f"{item.nodeid} wrote what it must not write: {found}"
    return report


@pytest.fixture(scope="session")
def postgres() -> Iterator[postgres_service.PostgresService]:
    """A PostgreSQL server for this test process; started by the first test that wants it."""
    programs = postgres_service.programs()
    if programs is None:
        pytest.skip("PostgreSQL is not there: install Debian's package postgresql")
    with postgres_service.running_postgres(programs) as service:
        yield service
