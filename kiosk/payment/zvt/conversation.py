"""One command and all that follows it, as a generator: it yields what it wants, and is sent what happened.

Nothing in here reads a socket, a clock or a disk. Whoever drives it does, and may drop, delay or double
whatever it likes: the conversation always ends in one of four values.
"""

from collections.abc import Generator
from dataclasses import dataclass, field
from typing import Final, assert_never

from kiosk.payment.zvt import messages as said
from kiosk.payment.zvt.apdu import POSITIVE, Apdu, negative
from kiosk.payment.zvt.commands import Abort, Authorise, Command, LogOff, to_apdu
from kiosk.payment.zvt.errors import ZvtError

UNKNOWN_COMMAND: Final = 0x83
"""Function not possible (chapter 10)."""

NOT_KEPT: Final = 0x6C
"""Any code but 00 and 9C undoes a payment (3.1.1); this one is "aborted"."""


# ---------------------------------------------------------------- what it wants


@dataclass(frozen=True, slots=True)
class Write:
    """Send these bytes, without waiting; sent None, or Broken."""

    apdu: Apdu


@dataclass(frozen=True, slots=True)
class AwaitAnswer:
    """Wait for the next frame within T3: from a command to its acknowledgement (PA00P016, 5.2.5)."""


@dataclass(frozen=True, slots=True)
class AwaitEnd:
    """Wait for the next frame within T4, which every frame begins anew (PA00P016, 5.2.6)."""

    may_stop: bool
    """True while the visitor may still stop it."""


@dataclass(frozen=True, slots=True)
class Tell:
    """The reader says what it waits for, or does; sent None."""

    status: said.IntermediateStatus


@dataclass(frozen=True, slots=True)
class Keep:
    """Write this down for good before anything else; sent None.

    The reader stores a payment only once this is acknowledged, and undoes it itself otherwise (2.2.8). What
    the terminal does not remember, it must not acknowledge.
    """

    information: said.StatusInformation


type Wish = Write | AwaitAnswer | AwaitEnd | Tell | Keep


# ---------------------------------------------------------------- what happened


@dataclass(frozen=True, slots=True)
class Silence:
    """The time was over, and nothing had come."""


@dataclass(frozen=True, slots=True)
class Broken:
    """The connection is gone, or carried what is no ZVT."""


@dataclass(frozen=True, slots=True)
class StopAsked:
    """The visitor wants to stop."""


type Happened = Apdu | Silence | Broken | StopAsked | None


# ---------------------------------------------------------------- how it ends


@dataclass(frozen=True, slots=True)
class Done:
    """The reader completed it."""

    completed: said.Completed
    information: said.StatusInformation | None
    lines: tuple[said.ReceiptLines, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class Failed:
    """The reader gave up, for the reason in `code` (chapter 10)."""

    code: int
    information: said.StatusInformation | None


@dataclass(frozen=True, slots=True)
class Declined:
    """The reader did not even begin."""

    code: int


@dataclass(frozen=True, slots=True)
class Lost:
    """Nobody knows: the connection went while it was under way."""

    information: said.StatusInformation | None


type Ended = Done | Failed | Declined | Lost


def converse(command: Command) -> Generator[Wish, Happened, Ended]:  # noqa: C901, PLR0912 - flat: a case a message
    """Have `command` done."""
    if isinstance((yield Write(to_apdu(command))), Broken):
        return Lost(None)
    refusal = yield from _accepted()
    if refusal is not None:
        return refusal
    if isinstance(command, LogOff):
        return Done(said.Completed(0), None)  # nothing follows its acknowledgement (2.24)
    information: said.StatusInformation | None = None
    lines: list[said.ReceiptLines] = []
    may_stop = isinstance(command, Authorise)
    while True:
        match (yield AwaitEnd(may_stop)):
            case StopAsked():
                may_stop = False
                yield Write(to_apdu(Abort()))  # its answer comes among the others, and says nothing
                continue
            case Apdu() as apdu:
                message = _read(apdu)
            case _:
                return Lost(information)
        match message:
            case None:
                return Lost(information)
            case said.IntermediateStatus():
                yield Write(POSITIVE)
                yield Tell(message)
            case said.StatusInformation():
                information = message
                yield Keep(message)
                yield Write(POSITIVE)
            case said.ReceiptLines():
                lines.append(message)
                yield Write(POSITIVE)
            case said.Completed():
                yield Write(POSITIVE)
                return Done(message, information, tuple(lines))
            case said.Aborted(code):
                yield Write(POSITIVE)
                return Failed(code, information)
            case said.Unknown():
                yield Write(negative(UNKNOWN_COMMAND))
            case said.Acknowledged() | said.NotDone():
                pass  # of the wish to stop, or said twice
            case _:
                assert_never(message)


def _accepted() -> Generator[Wish, Happened, Declined | Lost | None]:
    """Wait for the acknowledgement; what a command before left on the line is answered and forgotten.

    A payment that nobody kept is refused, so that the reader undoes it.
    """
    while True:
        happened = yield AwaitAnswer()
        message = _read(happened) if isinstance(happened, Apdu) else None
        match message:
            case None:
                return Lost(None)
            case said.Acknowledged():
                return None
            case said.NotDone(code):
                return Declined(code)
            case said.StatusInformation():
                yield Write(negative(NOT_KEPT))
            case _:
                yield Write(POSITIVE)


def _read(apdu: Apdu) -> said.Message | None:
    try:
        return said.parse(apdu)
    except ZvtError:
        return None
