"""One authority for all tests of the card: its keys are made once a run."""

import pytest

from tests.sandbox.id_card.authority import Authority


@pytest.fixture(scope="session")
def authority() -> Authority:
    return Authority()
