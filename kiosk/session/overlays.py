"""What may cover a scene: help, language, text size, questions, and the cover while a card is away."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NothingOver:
    pass


@dataclass(frozen=True, slots=True)
class CallingHelp:
    pass


@dataclass(frozen=True, slots=True)
class HelpComes:
    pass


@dataclass(frozen=True, slots=True)
class HelpNotReached:
    pass


@dataclass(frozen=True, slots=True)
class LanguageChoice:
    pass


@dataclass(frozen=True, slots=True)
class DisplayChoice:
    """Text size, contrast and low position."""


@dataclass(frozen=True, slots=True)
class PinHelp:
    """Which six digits: own PIN, transport PIN from the letter, or unknown; and where each leads."""

    leads_on: bool = False
    """True where the way from here to PIN first aid, with its slip and appointment, is open."""


@dataclass(frozen=True, slots=True)
class LeaveQuestion:
    """Really end? Says what is kept and what is not."""


@dataclass(frozen=True, slots=True)
class StillThere:
    seconds_left: int


@dataclass(frozen=True, slots=True)
class PutCardBack:
    """The card is away in the middle of an application: covered until it is back.

    What may lie over this cover (help, the question whether to leave) has to hide the application as well.
    """


type Overlay = (
    NothingOver
    | CallingHelp
    | HelpComes
    | HelpNotReached
    | LanguageChoice
    | DisplayChoice
    | PinHelp
    | LeaveQuestion
    | StillThere
    | PutCardBack
)
