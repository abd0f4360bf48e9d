"""One sandbox behind a line for all visits of a worker."""

from collections.abc import Iterator

import pytest
from fault_world import FaultWorld, open_fault_world


@pytest.fixture(scope="session")
def fault_world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FaultWorld]:
    with open_fault_world(tmp_path_factory.mktemp("faults")) as world:
        world.visit("pension")  # from here on the citizen has an account
        yield world
