"""What every scanner can do, and what can become of it."""

from dataclasses import dataclass, field
from enum import Enum
from typing import Final, Protocol


class NoScanBecause(Enum):
    """Why there is no picture."""

    OFF = "off"
    """Switched off, unplugged, unknown, or pulled out in the middle."""
    BUSY = "busy"
    """Something else is using it."""
    OPEN = "open"
    """A cover is open."""
    JAM = "jam"
    """Paper is stuck in the feeder."""
    EMPTY = "empty"
    """Nothing lies in the feeder."""
    SILENT = "silent"
    """It said nothing for too long."""
    GARBAGE = "garbage"
    """What came is no picture."""


@dataclass(frozen=True, slots=True)
class Scanned:
    picture: bytes = field(repr=False)
    """A file of the netpbm family, as it came."""


@dataclass(frozen=True, slots=True)
class NotScanned:
    reason: NoScanBecause


type ScanResult = Scanned | NotScanned


class Scanner(Protocol):
    """Takes pictures of sheets; blocks, and says by its result what went wrong."""

    @property
    def is_there(self) -> bool:
        """Whether this terminal is meant to have one."""

    def scan(self) -> ScanResult: ...


@dataclass(frozen=True, slots=True)
class NoScanner:
    """A terminal without one."""

    @property
    def is_there(self) -> bool:
        return False

    def scan(self) -> ScanResult:
        return NotScanned(NoScanBecause.OFF)


NO_SCANNER: Final = NoScanner()
