"""A sandbox PKI for all tests of this directory, and a fresh world for each."""

from pathlib import Path

import pytest
from eid_world import World, make_world

from sandbox.eid_server.pki import Pki


@pytest.fixture(scope="session")
def pki(tmp_path_factory: pytest.TempPathFactory) -> Pki:
    return Pki.open(Path(tmp_path_factory.mktemp("eid_client_pki")))


@pytest.fixture
def world(pki: Pki) -> World:
    return make_world(pki)
