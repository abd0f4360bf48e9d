"""What a scene answers to an event: the next scene and effects, or to stay as it is."""

from dataclasses import dataclass
from typing import Final

from kiosk.session.effects import Effect
from kiosk.session.states import Preparing, Scene


@dataclass(frozen=True, slots=True)
class Turn:
    scene: Scene
    effects: tuple[Effect, ...] = ()


STAY: Final = Turn(Preparing())
"""The event does not fit the scene; compared by identity, its content is never looked at."""
