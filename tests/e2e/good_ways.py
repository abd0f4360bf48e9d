"""Which test walks the good way of which service: with nothing in the way, to its right end."""

from collections.abc import Callable

GOOD_WAYS: dict[str, str] = {}
"""By service, the name of the test."""


def good_way[Test: Callable[..., None]](*services: str) -> Callable[[Test], Test]:
    """Enter a test as the good way of these services; one service has one."""

    def enter(test: Test) -> Test:
        for service in services:
            assert service not in GOOD_WAYS, f"{service} has {GOOD_WAYS[service]}"
            GOOD_WAYS[service] = getattr(test, "__name__", "")
        return test

    return enter
