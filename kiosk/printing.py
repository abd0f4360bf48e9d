"""Bringing a sheet or a slip to paper: the job, what can become of it, and what every printer can do."""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path
from typing import Protocol

from kiosk.slip import Slip

type StillWanted = Callable[[], bool]


@dataclass(frozen=True, slots=True)
class PrintJob:
    """One sheet of one visit. The bytes live in memory until the spooler has them, and never in a file."""

    visit_id: str
    """The name of the job in the spooler; it says nothing of the citizen or the document."""
    title: str
    """What the document is, such as "Meldebescheinigung"; never whose it is."""
    pdf: bytes = field(repr=False)
    still_wanted: StillWanted = field(repr=False, compare=False)
    """Whether the one it belongs to is still here; asked immediately before it is released (R81)."""


@dataclass(frozen=True, slots=True)
class SlipJob:
    """One slip of one visit."""

    visit_id: str
    slip: Slip
    language: str
    """BCP 47, of the visitor; German stands beside it."""
    still_wanted: StillWanted = field(repr=False, compare=False)


class NoPaperBecause(Enum):
    """Why nothing lies in the tray."""

    JAM = "jam"
    """Paper is stuck, or a cover is open."""
    EMPTY = "empty"
    """No paper, ink or toner."""
    OFF = "off"
    """Switched off, unplugged, paused or unknown."""
    TIMEOUT = "timeout"
    """The time was over; the job was destroyed and will not come out later."""
    REFUSED = "refused"
    """The spooler would not have it, or gave it up."""
    OVER = "over"
    """Whose it is has gone: it was destroyed before it came out."""


@dataclass(frozen=True, slots=True)
class Printed:
    """It lies in the tray of `printer`."""

    printer: str


@dataclass(frozen=True, slots=True)
class SavedTo:
    """There is no printer; the sheet is in this folder instead."""

    folder: Path
    file: str


@dataclass(frozen=True, slots=True)
class NotPrinted:
    """Nothing came out, and nothing will."""

    reason: NoPaperBecause


type PrintResult = Printed | SavedTo | NotPrinted


class Printer(Protocol):
    """Anything that a sheet can be given to."""

    def print_pdf(self, job: PrintJob) -> PrintResult:
        """Block until the paper is out or never will be; expected trouble is a result, not an exception."""
        ...

    def trouble(self) -> NoPaperBecause | None:
        """Say what would keep a sheet from coming out now; None when nothing does."""
        ...

    def purge(self) -> bool:
        """Destroy whatever an earlier visit has left in the spooler; False while something may be left."""
        ...


class SlipPrinter(Protocol):
    """Anything that a slip can be given to."""

    def print_slip(self, job: SlipJob) -> PrintResult:
        """Block until the slip is out or never will be; expected trouble is a result, not an exception."""
        ...


def looks_like_pdf(content: bytes) -> bool:
    """Say whether a spooler would take this for PDF; anything else it would print as pages of text."""
    return content.startswith(b"%PDF-")
