"""A sandbox PKI whose keys are made once a run, an eID server with it, and a card it believes."""

from collections.abc import Iterator

import pytest
from eid_sessions import FILES, ORIGIN, SteadyClock
from stub_client import StubCard

from sandbox.eid_server.pki import Pki
from sandbox.eid_server.server import EidServer


@pytest.fixture(scope="session")
def pki(tmp_path_factory: pytest.TempPathFactory) -> Pki:
    return Pki.open(tmp_path_factory.mktemp("pki"))


@pytest.fixture
def clock_s() -> SteadyClock:
    return SteadyClock()


@pytest.fixture
def server(pki: Pki, clock_s: SteadyClock) -> Iterator[EidServer]:
    running = EidServer(pki, ORIGIN, max_sessions=3, idle_s=60, clock_s=clock_s)
    running.start()
    yield running
    running.stop()


@pytest.fixture
def card(pki: Pki) -> StubCard:
    return StubCard(pki.personalise("erika"), FILES)
