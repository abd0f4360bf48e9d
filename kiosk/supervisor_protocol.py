"""What a visit process and its supervisor say to each other: JSON lines of fixed shape.

Nothing personal can cross: every message is a truth value, a small number, or one of a few known words.
"""

import json
from dataclasses import dataclass
from enum import Enum
from typing import Final

from kiosk.session.failure import Failure

LONGEST_LINE: Final = 120
"""Bytes; the longest message there is stays well below."""

SHOW: Final = b'{"show":true}\n'
"""The supervisor's only message: come to the front, you are the terminal now."""


class EndedBy(Enum):
    """Why a visit ended, as far as the supervisor may know."""

    FINISHED = "finished"
    LEFT = "left"
    SILENCE = "silence"
    FAILED = "failed"
    CLOSED = "closed"
    """Somebody closed the window, which only the sandbox's has a button for."""


@dataclass(frozen=True, slots=True)
class Ready:
    """The start screen is prepared, behind whatever is on the screen."""


@dataclass(frozen=True, slots=True)
class Heartbeat:
    number: int


@dataclass(frozen=True, slots=True)
class Painted:
    """The start screen is on the screen, `milliseconds` after it was asked for."""

    milliseconds: int


@dataclass(frozen=True, slots=True)
class Ended:
    """The visit is over; the process waits to be killed."""

    by: EndedBy
    code: str
    """The code of a `Failure`, or ""."""


type FromVisit = Ready | Heartbeat | Painted | Ended


class ProtocolError(Exception):
    """A visit process said something that this protocol does not know. What it said is not repeated."""


def parse(line: bytes) -> FromVisit:
    """Read one line; ProtocolError for everything but the four messages, member for member."""
    try:
        message: object = json.loads(line, object_pairs_hook=_without_doubles)
    except ValueError:
        raise ProtocolError("a line is no JSON") from None
    match message:
        case {"ready": bool(ready), **more} if ready and not more:
            return Ready()
        case {"heartbeat": number, **more} if not more:
            return Heartbeat(_small(number, 2**31))
        case {"painted": number, **more} if not more:
            return Painted(_small(number, 600_000))
        case {"ended": by, **more} if not more.keys() - {"code"}:
            return _ended(by, more.get("code", ""))
        case _:
            raise ProtocolError("a message has unknown members")


def _without_doubles(members: list[tuple[str, object]]) -> dict[str, object]:
    if len(dict(members)) != len(members):
        raise ProtocolError("a message names a member twice")
    return dict(members)


def _small(number: object, below: int) -> int:
    if isinstance(number, bool) or not isinstance(number, int) or not 0 <= number < below:
        raise ProtocolError("a number is no number, or out of range")
    return number


def _ended(by: object, code: object) -> Ended:
    if code != "" and code not in [failure.value for failure in Failure]:
        raise ProtocolError("the code of the end is unknown")
    try:
        return Ended(EndedBy(by), str(code))
    except ValueError:
        raise ProtocolError("the reason of the end is unknown") from None


class Lines:
    """Cuts a stream into lines, and refuses one that grows too long."""

    def __init__(self) -> None:
        self._rest = b""

    def feed(self, received: bytes) -> list[bytes]:
        *lines, self._rest = (self._rest + received).split(b"\n")
        if any(len(line) > LONGEST_LINE for line in (*lines, self._rest)):
            raise ProtocolError("a line is too long")
        return lines
