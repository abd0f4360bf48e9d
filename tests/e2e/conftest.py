"""The stage, opened once a worker: each story takes the card away and renews it before it begins.

A test that is parametrised with a language has visitors who touch that one first.
"""

from collections.abc import Iterator

import pytest
from stage import Stage, open_stage

from kiosk.session.preferences import Language


@pytest.fixture(scope="session")
def opened_stage(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    with open_stage(tmp_path_factory.mktemp("stage")) as stage:
        yield stage


@pytest.fixture
def stage(opened_stage: Stage, request: pytest.FixtureRequest) -> Iterator[Stage]:
    opened_stage.language = getattr(request, "param", Language.GERMAN)
    yield opened_stage
    opened_stage.reader.pull()
    opened_stage.world.bochum_id.set_available(available=True)
    opened_stage.world.eid_network.set_available(available=True)
    for persona in opened_stage.world.wallet.personas:
        opened_stage.world.wallet.renew(persona)
