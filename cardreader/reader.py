"""What the kiosk asks of a card reader, whoever provides it: real PC/SC or a simulated one."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from cardreader.apdu import CommandApdu, ResponseApdu
from cardreader.part10 import Feature


@dataclass(frozen=True, slots=True)
class NoReader:
    """No reader is attached, or the reader service is down."""


@dataclass(frozen=True, slots=True)
class EmptyReader:
    """A reader with no card on it."""

    name: str
    is_restless: bool = False
    """True while a card comes and goes there again and again: it lies badly (`steady`)."""


@dataclass(frozen=True, slots=True)
class CardPresent:
    """A card lies on the reader; `atr` is its answer to reset."""

    name: str
    atr: bytes


type ReaderStatus = NoReader | EmptyReader | CardPresent


class Connection(Protocol):
    """A channel to the card present, until closed."""

    @property
    def features(self) -> frozenset[Feature]:
        """What the reader's own pad can do; empty for a basic reader."""
        ...

    def transmit(self, command: CommandApdu) -> ResponseApdu:
        """Send a command and wait for the answer; raises CardGoneError or ReaderGoneError."""
        ...

    def use(self, feature: Feature, data: bytes) -> bytes:
        """Have the reader's pad do one of its `features`, and wait for it and for the person who types.

        Raises CardGoneError or ReaderGoneError.
        """
        ...

    def close(self) -> None:
        """Reset the card and release the reader; harmless when the card is gone, or when repeated."""
        ...


class Watching(Protocol):
    """A running watch on the reader."""

    def stop(self) -> None:
        """End the watch; no report comes after this returns."""
        ...


class ReaderPort(Protocol):
    """The terminal's card reader."""

    def connect(self) -> Connection:
        """Connect to the card present; CardGoneError without a card, ReaderGoneError without a reader."""
        ...

    def watch(self, report: Callable[[ReaderStatus], None]) -> Watching:
        """Report the status now and after each change, from the watch's own thread.

        The first report is the full truth; a status equal to the last one is not repeated.
        """
        ...
