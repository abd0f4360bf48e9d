"""A sandbox PKI for all tests of this directory: its keys are made once a run."""

from pathlib import Path

import pytest

from sandbox.eid_server.pki import Pki


@pytest.fixture(scope="session")
def pki(tmp_path_factory: pytest.TempPathFactory) -> Pki:
    return Pki.open(Path(tmp_path_factory.mktemp("pki")))
