"""Looking after a card's PIN on a reader with a pad: each number is typed there, and none comes here.

The same steps as in `pin_management`; the channel that a number opens is the reader's, which protects what is
sent through the connection from then on.
"""

from dataclasses import dataclass
from enum import Enum
from typing import assert_never

from cardreader.card import read_retry_counter
from cardreader.channel import run
from cardreader.pace import PaceRejected, PasswordId, PasswordRejected
from cardreader.part10 import (
    EntriesDifferError,
    EntryLengthError,
    Feature,
    PadCancelledError,
    PadTimeOutError,
    change_pin_order,
    check_pin_changed,
)
from cardreader.pin_management import (
    NotThisNumber,
    PinSet,
    PinWrong,
    PukUsedUp,
    SeenCard,
    Swapped,
    Unblocked,
    attempts_of,
    counter_of,
    judge_reset,
    reset_counter_order,
)
from cardreader.reader import Connection
from cardreader.reader_pace import NothingTyped, ReaderChannel, establish_order, read_outcome


class Pad(Enum):
    """What a reader's own pad can do for a PIN."""

    NONE = "none"
    """A basic reader: numbers are typed on the screen."""
    WITHOUT_CHANGE = "withoutChange"
    """It opens the card with a number, and cannot give it a new PIN."""
    FULL = "full"


class NewPinRefused(Enum):
    """Why the reader gave the card no new PIN; the channel is still open."""

    DIFFERENT = "different"
    """The two entries were not the same."""
    LENGTH = "length"


@dataclass(frozen=True, slots=True)
class OpenOnReader:
    """The reader has a channel to the card, and keeps its keys."""


OPEN_ON_READER = OpenOnReader()


def pad_of(connection: Connection) -> Pad:
    """Tell what the pad of the reader behind `connection` can do."""
    if Feature.EXECUTE_PACE not in connection.features:
        return Pad.NONE
    return Pad.FULL if Feature.MODIFY_PIN_DIRECT in connection.features else Pad.WITHOUT_CHANGE


def open_by_can(
    seen: SeenCard, connection: Connection
) -> OpenOnReader | NotThisNumber | Swapped | NothingTyped:
    """Have the CAN typed, and resume a suspended PIN: the next PIN is tried inside this channel.

    Raises what `read_outcome` and the connection raise.
    """
    return _opened(seen, PasswordId.CAN, connection)


def open_by_pin(seen: SeenCard, connection: Connection) -> OpenOnReader | PinWrong | Swapped | NothingTyped:
    """Have the PIN typed and tried, once; a suspended one inside the channel that the CAN opened.

    Raises what `read_outcome` and the connection raise.
    """
    answer = _answer(seen, PasswordId.PIN, connection)
    if isinstance(answer, Swapped):
        return answer
    outcome = read_outcome(answer, PasswordId.PIN, attempts_of(seen.counter))
    match outcome:
        case ReaderChannel():
            return OPEN_ON_READER
        case PaceRejected(attempts_left):
            return PinWrong(counter_of(attempts_left))
        case NothingTyped():
            return outcome
        case _:
            assert_never(outcome)


def set_pin(connection: Connection) -> PinSet | NewPinRefused | NothingTyped:
    """Have a new PIN typed twice, and given to a card that the old one has opened.

    Raises UnexpectedStatus if the card keeps the old one, and what the connection raises.
    """
    try:
        check_pin_changed(connection.use(Feature.MODIFY_PIN_DIRECT, change_pin_order()))
    except PadCancelledError:
        return NothingTyped.CANCELLED
    except PadTimeOutError:
        return NothingTyped.TIMED_OUT
    except EntriesDifferError:
        return NewPinRefused.DIFFERENT
    except EntryLengthError:
        return NewPinRefused.LENGTH
    return PinSet()


def unblock(
    seen: SeenCard, connection: Connection
) -> Unblocked | NotThisNumber | PukUsedUp | Swapped | NothingTyped:
    """Have the PUK typed, and give a blocked PIN its attempts back, which takes one of the PUK's ten uses.

    Raises what `read_outcome` and the connection raise, and UnexpectedStatus.
    """
    opened = _opened(seen, PasswordId.PUK, connection)
    if not isinstance(opened, OpenOnReader):
        return opened
    return judge_reset(connection.transmit(reset_counter_order()).sw)


def _opened(
    seen: SeenCard, password: PasswordId, connection: Connection
) -> OpenOnReader | NotThisNumber | Swapped | NothingTyped:
    answer = _answer(seen, password, connection)
    if isinstance(answer, Swapped):
        return answer
    outcome = read_outcome(answer, password)
    match outcome:
        case ReaderChannel():
            return OPEN_ON_READER
        case PaceRejected() | PasswordRejected():
            return NotThisNumber()
        case NothingTyped():
            return outcome
        case _:
            assert_never(outcome)


def _answer(seen: SeenCard, password: PasswordId, connection: Connection) -> bytes | Swapped:
    """Have `password` typed, unless another card lies there by now."""
    counter = run(read_retry_counter(seen.id_card.pace_info), connection)
    if counter != seen.counter:
        return Swapped(counter)
    return connection.use(Feature.EXECUTE_PACE, establish_order(password, None, b""))
