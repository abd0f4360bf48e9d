"""Which test walks the good way of which service: with nothing in the way, to its right end."""

from collections.abc import Callable
from typing import Final

import pytest

from kiosk.session.preferences import Language

GOOD_WAYS: dict[str, str] = {}
"""By service, the name of the test."""
IN_LANGUAGES: Final = (Language.GERMAN, Language.ENGLISH)
"""Each good way is walked in each of them, on a stage that speaks it."""


def good_way[Test: Callable[..., None]](*services: str) -> Callable[[Test], Test]:
    """Enter a test as the good way of these services; one service has one, walked in every language."""

    def enter(test: Test) -> Test:
        for service in services:
            assert service not in GOOD_WAYS, f"{service} has {GOOD_WAYS[service]}"
            GOOD_WAYS[service] = getattr(test, "__name__", "")
        speaking = pytest.mark.parametrize("stage", IN_LANGUAGES, indirect=True, ids=lambda each: each.value)
        spoken: Test = speaking(test)
        return spoken

    return enter
