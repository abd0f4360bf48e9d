"""A test bed for each case; keys are made once a process."""

from collections.abc import Iterator

import pytest

from sandbox.eid_server.pki import Pki
from tests.conformance.bed import Bed


@pytest.fixture(scope="session")
def pki(tmp_path_factory: pytest.TempPathFactory) -> Pki:
    return Pki.open(tmp_path_factory.mktemp("conformance_pki"))


@pytest.fixture
def bed(pki: Pki) -> Iterator[Bed]:
    opened = Bed.open(pki)
    yield opened
    opened.close()
