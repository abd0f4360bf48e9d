"""Watches all that the suite and its processes write for what must stand nowhere: secrets, names, addresses.

Only the standard library is used, since this also runs first in each Python process that a test starts.
"""

import logging
import os
import re
import sys
from pathlib import Path
from typing import Self, TextIO

FOLDER = "LOG_WATCH"
"""The variable that names the folder through which processes share the words, and what was found."""

WORDS = "words"
"""The file in it with the regular expression of the words."""

LOUD = (
    "kiosk",
    "cardreader",
    "ui",
    "asyncio",
    "urllib3.connectionpool",
    "urllib3.util.retry",
    "keyring.backend",
)
"""The product and what it uses: looked at in all that they would say at the most verbose level."""


class LogWatch:
    """Notes where a watched word was written, never the word."""

    def __init__(self, folder: Path) -> None:
        """`folder` has the words, and takes the places where they were found."""
        self._words = re.compile((folder / WORDS).read_text(encoding="utf-8"))
        self._found = folder / "found"

    @classmethod
    def of_this_run(cls) -> Self | None:
        """Find the watch that this process runs under; None outside of the suite."""
        folder = os.environ.get(FOLDER)
        return cls(Path(folder)) if folder else None

    def look_at(self, text: str, place: str) -> None:
        """Note `place` if the text says what it must not."""
        if self._words.search(text):
            with self._found.open("a", encoding="utf-8") as found:
                found.write(f"{place}\n")

    def look(self, record: logging.LogRecord) -> None:
        """Look at a record in all its parts, an exception with its traceback included."""
        raised = logging.Formatter().formatException(record.exc_info) if record.exc_info else ""
        place = f"{record.name}, {record.funcName}, line {record.lineno}"
        self.look_at(f"{record.msg} {record.args!r} {raised}", place)

    def take_found(self) -> list[str]:
        """Give the places noted so far, by any process, and forget them."""
        if not self._found.exists():
            return []
        places = self._found.read_text(encoding="utf-8").splitlines()
        self._found.unlink()
        return places

    def install(self) -> None:
        """See every record from now on, of the loud ones at any level, without a change for anybody else."""
        enabled, handle = logging.Logger.isEnabledFor, logging.Logger.handle

        def is_enabled(logger: logging.Logger, level: int) -> bool:
            return is_loud(logger.name) or enabled(logger, level)

        def look_and_handle(logger: logging.Logger, record: logging.LogRecord) -> None:
            self.look(record)
            if enabled(logger, record.levelno):
                handle(logger, record)

        logging.Logger.isEnabledFor = is_enabled  # type: ignore[method-assign, assignment]  # what would be said is made
        logging.Logger.handle = look_and_handle  # type: ignore[method-assign, assignment]  # and comes by here first

    def follow(self, stream: TextIO | None) -> None:
        """Look at all that is written to a stream, as a crash and `print` do."""
        if stream is None:
            return
        write = stream.write

        def look_and_write(text: str) -> int:
            self.look_at(text, f"{stream.name} of {' '.join(sys.argv)}")
            return write(text)

        stream.write = look_and_write  # type: ignore[method-assign]  # whoever holds the stream writes here


def is_loud(name: str) -> bool:
    return any(name == each or name.startswith(f"{each}.") for each in LOUD)


def python_path(folder: Path) -> str:
    """Give the search path for a process that is to find a folder, and the watch as well."""
    return os.pathsep.join(filter(None, (str(folder), os.environ.get("PYTHONPATH"))))
