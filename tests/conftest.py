"""What holds for every test: Qt draws off the screen. And what several rooms share: a database server."""

import os
from collections.abc import Iterator

import pytest

from sandbox import postgres_service

os.environ["QT_QPA_PLATFORM"] = "offscreen"


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "tr03124(id, ...): carries out these cases of BSI TR-03124-2")
    config.addinivalue_line("markers", "tr03105(id, ...): carries out these cases in the style of BSI TR-03105-5.2")


@pytest.fixture(scope="session")
def postgres() -> Iterator[postgres_service.PostgresService]:
    """A PostgreSQL server for this test process; started by the first test that wants it."""
    programs = postgres_service.programs()
    if programs is None:
        pytest.skip("PostgreSQL is not there: install Debian's package postgresql")
    with postgres_service.running_postgres(programs) as service:
        yield service
