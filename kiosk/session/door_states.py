"""The scenes of searching, of what another portal does, of what there is to read, and of PIN first aid."""

from dataclasses import dataclass, field
from enum import Enum

from kiosk.bochum_id.values import Catalogue
from kiosk.session.delivery import NOT_ASKED, SlipFate
from kiosk.session.errand import Errand


@dataclass(frozen=True, slots=True)
class FindService:
    """The visitor types what it is about; what may be meant is shown at once."""

    catalogue: Catalogue
    words: str = field(repr=False)
    """As far as they are typed."""


@dataclass(frozen=True, slots=True)
class HandOver:
    """Another authority's portal goes on, on the visitor's own phone."""

    errand: Errand
    slip: SlipFate = NOT_ASKED


@dataclass(frozen=True, slots=True)
class Information:
    """What there is to know, and to take along."""

    errand: Errand
    slip: SlipFate = NOT_ASKED


class PinAtHand(Enum):
    """What somebody has who comes for PIN first aid."""

    OWN = "own"
    """Six digits that they chose themselves."""
    LETTER = "letter"
    """The five-digit transport PIN in the letter."""
    NOTHING = "nothing"
    """Neither, or they do not know."""


@dataclass(frozen=True, slots=True)
class PinFirstAid:
    """The question which of these somebody has."""

    errand: Errand


@dataclass(frozen=True, slots=True)
class PinAdvice:
    """Where that leads: what the counter does about it, and a slip that says so."""

    errand: Errand
    at_hand: PinAtHand
    slip: SlipFate = NOT_ASKED


type DoorScene = FindService | HandOver | Information | PinFirstAid | PinAdvice

DOOR_SCENES = (FindService, HandOver, Information, PinFirstAid, PinAdvice)
