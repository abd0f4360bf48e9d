"""What a visitor does at the front doors: search, walk through one of them, say which PIN is at hand."""

from dataclasses import dataclass, field

from kiosk.bochum_id.values import Destination
from kiosk.session.door_states import PinAtHand


@dataclass(frozen=True, slots=True)
class SearchAsked:
    """From the topics to typing."""


@dataclass(frozen=True, slots=True)
class WordsTyped:
    words: str = field(repr=False)
    """All that is typed by now."""


@dataclass(frozen=True, slots=True)
class DoorChosen:
    destination: Destination


@dataclass(frozen=True, slots=True)
class PinAtHandTold:
    at_hand: PinAtHand


@dataclass(frozen=True, slots=True)
class AppointmentAsked:
    """From what was told or handed over to a time at the counter."""


type DoorEvent = SearchAsked | WordsTyped | DoorChosen | PinAtHandTold | AppointmentAsked
