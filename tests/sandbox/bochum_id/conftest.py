"""One backend a test module."""

from collections.abc import Iterator

import pytest
from applying import Citizen, citizen_at
from backend_world import BackendWorld, ScriptedEidServer, running_backend
from declared_refusals import Undeclared
from sample_services import write_catalogue

from kiosk.bochum_id.client import BochumId
from sandbox.bochum_id.opening import CATALOGUE_DIRECTORY


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "sample_services: the module's backend has the sample ones")


@pytest.fixture(scope="module")
def module_world(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[BackendWorld]:
    """The module's backend, with the real services or with the sample ones as well."""
    catalogue = CATALOGUE_DIRECTORY
    if request.node.get_closest_marker("sample_services") is not None:
        catalogue = write_catalogue(tmp_path_factory.mktemp("catalogue") / "catalogue")
    with running_backend(tmp_path_factory.mktemp("backend"), catalogue=catalogue) as world:
        yield world


@pytest.fixture
def world(module_world: BackendWorld) -> BackendWorld:
    """The module's backend with an eID server that knows nothing of the test before."""
    fresh = ScriptedEidServer()
    module_world.eid.__dict__.update(fresh.__dict__)
    module_world.sleeps.clear()
    return module_world


@pytest.fixture
def erika(world: BackendWorld) -> Iterator[Citizen]:
    """Signed in with her card."""
    with citizen_at(world) as citizen:
        yield citizen


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
