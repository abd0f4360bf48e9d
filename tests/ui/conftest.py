"""The view off the screen: software renderer, motion off, and every Qt warning is a failure."""

import os

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["QT_QUICK_BACKEND"] = "software"

from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest
from seeing import open_studio

from ui.gallery.render import PORTRAIT, Studio


@pytest.fixture
def open_room() -> Iterator[Callable[..., Studio]]:
    """Opens studios that stay open until the test has been reported: a dead item cannot be printed."""
    with ExitStack() as rooms:

        def opened(size: tuple[int, int] = PORTRAIT, *, right_to_left: bool = False) -> Studio:
            return rooms.enter_context(open_studio(size, right_to_left=right_to_left))

        yield opened


@pytest.fixture
def room(open_room: Callable[..., Studio]) -> Studio:
    return open_room()
