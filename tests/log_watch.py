"""Watches every log record of the suite for what must never stand in one: secrets, names, addresses."""

import logging
import re
from collections.abc import Iterable

from sandbox.id_card.personas import Persona, StructuredPlace

PRODUCT = ("kiosk", "cardreader", "ui")
LIBRARIES = ("asyncio", "urllib3.connectionpool", "urllib3.util.retry", "keyring.backend")
"""What the product uses; each of these logs by itself, at levels nobody looks at."""
_SHORTEST = 5
_CANARY = "[Cc]anary"


def words_of(personas: Iterable[Persona]) -> frozenset[str]:
    """Return the secrets, names and streets of people with simulated cards, but for very short ones."""
    words: set[str] = set()
    for each in personas:
        holder = each.holder
        words |= {each.pin, each.can, each.puk, holder.given_names, holder.family_names, holder.birth_name}
        if isinstance(holder.residence, StructuredPlace):
            words.add(holder.residence.street)
    return frozenset(word for word in words if len(word) >= _SHORTEST)


class LogWatch(logging.Handler):
    """Keeps where a watched word was logged, never the word."""

    def __init__(self, words: Iterable[str]) -> None:
        super().__init__(logging.NOTSET)
        either = "|".join((_CANARY, *(rf"(?<!\w){re.escape(word)}(?!\w)" for word in sorted(words))))
        self._words = re.compile(either)
        self.found: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Look at a record in all its parts, an exception with its traceback included."""
        if self._words.search(f"{record.msg} {record.args!r} {_raised(record)}"):
            self.found.append(f"{record.name}, {record.funcName}, line {record.lineno}")

    def filter_of_library(self, record: logging.LogRecord) -> bool:
        """Look at a library's record; let through only what would be without the watch."""
        if record.levelno < logging.WARNING:
            self.emit(record)
        return record.levelno >= logging.WARNING

    def install(self) -> None:
        """See everything from now on, at the most verbose level, without a change for anybody else."""
        logging.getLogger().addHandler(self)
        for name in PRODUCT:
            logging.getLogger(name).setLevel(logging.DEBUG)
        for name in LIBRARIES:
            logging.getLogger(name).setLevel(logging.DEBUG)
            logging.getLogger(name).addFilter(self.filter_of_library)


def _raised(record: logging.LogRecord) -> str:
    return logging.Formatter().formatException(record.exc_info) if record.exc_info else ""
