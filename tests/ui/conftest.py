"""The view off the screen: software renderer, motion off, and every Qt warning is a failure."""

import os

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["QT_QUICK_BACKEND"] = "software"

from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest
from playing import Play, open_play
from seeing import open_studio, sample

from kiosk.session.preferences import Language, Preferences
from ui.gallery.render import PORTRAIT, Studio

ENGLISH = Preferences(language=Language.ENGLISH)


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


@pytest.fixture
def open_stage() -> Iterator[Callable[..., Play]]:
    """Opens a sample, in English unless told otherwise, as a visit that goes on."""
    with ExitStack() as plays:

        def opened(name: str, preferences: Preferences = ENGLISH, size: tuple[int, int] = PORTRAIT) -> Play:
            play = plays.enter_context(open_play(size))
            play.start(sample(name, preferences).visit)
            return play

        yield opened
