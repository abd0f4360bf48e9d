"""The sandbox backend for the client's tests; its helpers live beside the backend's own tests."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "sandbox" / "bochum_id"))

from backend_world import BackendWorld, running_backend
from scripted_server import ScriptedServer


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BackendWorld]:
    with running_backend(tmp_path_factory.mktemp("backend")) as world:
        yield world


@pytest.fixture
def server() -> Iterator[ScriptedServer]:
    server = ScriptedServer()
    yield server
    server.close()
