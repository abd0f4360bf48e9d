"""Where a technician's numbers come from: typed unseen, or a line each from standard input."""

import getpass
from typing import BinaryIO, Protocol

from cardreader.secret import Secret

_LONGEST = 64  # bytes of one line; the longest number, the PUK, has ten


class Keyboard(Protocol):
    """Whoever gives the numbers."""

    def ask(self, name: str) -> Secret | None:
        """Ask for one number and wait for it; None for whoever gives none, which ends the run."""
        ...


class Unseen:
    """A terminal that does not show what is typed."""

    def ask(self, name: str) -> Secret | None:
        """Ask on the terminal itself, whatever the streams are; an empty line, or a break, gives none."""
        try:
            typed = getpass.getpass(f"{name}: ")
        except (EOFError, KeyboardInterrupt):
            return None
        return Secret(typed.encode()) if typed else None


class Lines:
    """Standard input, or a file in its place."""

    def __init__(self, source: BinaryIO) -> None:
        self._source = source

    def ask(self, name: str) -> Secret | None:  # noqa: ARG002  # nobody is there to be asked
        """Take the next line; the end gives none."""
        line = self._source.readline(_LONGEST).strip()
        return Secret(line) if line else None
