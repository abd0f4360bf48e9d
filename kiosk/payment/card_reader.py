"""A card reader as the till sees it: a line that carries one command after the other."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Protocol

from kiosk.payment.zvt import messages as said
from kiosk.payment.zvt.commands import Command, RepeatReceipt
from kiosk.payment.zvt.conversation import Declined, Done, Ended, Failed, Lost


class ReaderGoneError(Exception):
    """The reader cannot be reached, is busy, or does not let itself be registered."""


@dataclass(frozen=True, slots=True)
class Listeners:
    """Who hears what while a command is under way."""

    on_status: Callable[[said.IntermediateStatus], None]
    on_information: Callable[[said.StatusInformation], None]
    """Returns once it is written down; only then is it acknowledged."""


def _ignored(_message: object) -> None:
    pass


NOBODY = Listeners(_ignored, _ignored)


class Line(Protocol):
    """An open connection to a registered reader."""

    def do(self, command: Command, listeners: Listeners = NOBODY) -> Ended:
        """Have one command done; blocks until it has ended, whatever the reader does."""


class CardReader(Protocol):
    @property
    def password(self) -> str: ...

    def line(self) -> AbstractContextManager[Line]:
        """Connect and register; ReaderGoneError when that fails."""

    def stop(self) -> None:
        """Ask the command that is under way to stop, if it still can; does not wait."""


def last_transaction(reader: CardReader, line: Line) -> said.StatusInformation | None:
    """Ask for the last transaction that the reader keeps; None when there is none. ReaderGoneError."""
    ended = line.do(RepeatReceipt(reader.password))
    match ended:
        case Done(_, information):
            return information
        case Failed(code) if code not in _BUSY:
            return None  # it keeps nothing
        case Failed() | Declined() | Lost():
            raise ReaderGoneError("the reader does not tell its last transaction")


_BUSY = frozenset({0x9C, 0xA0, 0xC2})
"""Please wait, receiver not ready, diagnosis required (chapter 10)."""
