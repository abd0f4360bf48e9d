"""One backend a test module."""

from collections.abc import Iterator

import pytest
from backend_world import BackendWorld, ScriptedEidServer, running_backend
from declared_refusals import Undeclared

from kiosk.bochum_id.client import BochumId


@pytest.fixture(scope="module")
def module_world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BackendWorld]:
    with running_backend(tmp_path_factory.mktemp("backend")) as world:
        yield world


@pytest.fixture
def world(module_world: BackendWorld) -> BackendWorld:
    """The module's backend with an eID server that knows nothing of the test before."""
    fresh = ScriptedEidServer()
    module_world.eid.__dict__.update(fresh.__dict__)
    module_world.sleeps.clear()
    return module_world


@pytest.fixture
def client(world: BackendWorld) -> Iterator[BochumId]:
    client = world.client()
    yield client
    client.close()


@pytest.fixture
def other_client(world: BackendWorld) -> Iterator[BochumId]:
    """Another terminal."""
    client = world.client("BB-MITTE-04")
    yield client
    client.close()


@pytest.fixture(autouse=True)
def every_refusal_is_in_the_contract(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    undeclared = Undeclared(monkeypatch)
    yield
    assert undeclared.found == set(), "name these problems in the route's `refusals`"
