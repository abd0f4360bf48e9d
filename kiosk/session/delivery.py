"""What became of a paper or a slip."""

from dataclasses import dataclass
from typing import Final

from kiosk.session.failure import Failure


@dataclass(frozen=True, slots=True)
class Printed:
    """It lies in the tray."""


@dataclass(frozen=True, slots=True)
class SavedTo:
    """No printer exists; the terminal put the file here instead."""

    folder: str
    file: str


@dataclass(frozen=True, slots=True)
class NotPrinted:
    """It stays in Bochum-ID; nothing is lost."""

    failure: Failure


@dataclass(frozen=True, slots=True)
class PaperComes:
    """The printer was ready when it was looked at last, or has not been looked at yet."""


@dataclass(frozen=True, slots=True)
class NoPaper:
    """It was not: nobody should begin what ends in paper without knowing (R96)."""

    failure: Failure


type PaperState = PaperComes | NoPaper

type Delivery = Printed | SavedTo | NotPrinted


@dataclass(frozen=True, slots=True)
class NotAsked:
    """Nobody has asked for it yet."""


@dataclass(frozen=True, slots=True)
class OnItsWay:
    """It is being printed."""


@dataclass(frozen=True, slots=True)
class InMailbox:
    """It lies in the visitor's own mailbox."""


@dataclass(frozen=True, slots=True)
class NotSent:
    """Neither phone nor mailbox got it."""

    failure: Failure


type ReceiptFate = NotAsked | OnItsWay | InMailbox | NotSent | Delivery
"""What a screen that offers a receipt, on paper or without, knows of it."""

type SlipFate = NotAsked | OnItsWay | Delivery
"""What a screen that offers a slip knows of it."""

NOT_ASKED: Final = NotAsked()
