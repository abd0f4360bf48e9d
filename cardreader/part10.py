"""Readers with a pad of their own: what PC/SC part 10 has them say and be told, as bytes (TR-03119 A.11).

The person types on the reader; neither PIN nor session keys ever come to the terminal.
"""

from collections.abc import Mapping
from enum import IntEnum, IntFlag
from typing import Final

from cardreader.errors import ProtocolError, UnexpectedStatus


class Feature(IntEnum):
    """The features a terminal uses; a reader may have others (PC/SC part 10, 2.3)."""

    VERIFY_PIN_DIRECT = 0x06
    MODIFY_PIN_DIRECT = 0x07
    EXECUTE_PACE = 0x20


class PaceCapability(IntFlag):
    """What a reader's PACE can do (PC/SC part 10 amendment 1, GetReaderPACECapabilities)."""

    SIGNATURE = 0x10
    EID = 0x20
    GENERIC = 0x40
    DESTROY_CHANNEL = 0x80


GET_CAPABILITIES: Final = b"\x01\x00\x00"
"""Input of EXECUTE_PACE: ask what the reader can do."""
DESTROY_CHANNEL: Final = b"\x03\x00\x00"
"""Input of EXECUTE_PACE: end the channel; what follows goes to the card as it is."""

_CONTROL_CODE_BYTES: Final = 4
_RESULT_BYTES: Final = 4
_LENGTH_BYTES: Final = 2
_PIN_DIGITS: Final = 6
_TYPING_SECONDS: Final = 60
_CHANGE_PIN: Final = bytes.fromhex("002C0203")


class PadTimeOutError(Exception):
    """Nobody typed on the reader in time; no attempt was spent."""


class PadCancelledError(Exception):
    """The person pressed the reader's cancel key; no attempt was spent."""


class EntriesDifferError(Exception):
    """The two entries of a new PIN were not the same; the card did not see them."""


class EntryLengthError(Exception):
    """What was typed on the reader had the wrong length; the card did not see it."""


def read_features(answer: bytes) -> Mapping[Feature, int]:
    """Read the answer to CM_IOCTL_GET_FEATURE_REQUEST: the control code of each feature known here.

    Raises ProtocolError if it is not whole entries of a tag, the length four and a code, or names one twice.
    """
    found: dict[int, int] = {}
    rest = answer
    while rest:
        tag, length, code = rest[0], rest[1:2], rest[2 : 2 + _CONTROL_CODE_BYTES]
        if length != bytes([_CONTROL_CODE_BYTES]) or len(code) != _CONTROL_CODE_BYTES or tag in found:
            raise ProtocolError("the reader's list of features is malformed")
        found[tag] = int.from_bytes(code)
        rest = rest[2 + _CONTROL_CODE_BYTES :]
    return {feature: found[feature] for feature in Feature if feature in found}


def take_output(answer: bytes) -> tuple[int, bytes]:
    """Split an answer of EXECUTE_PACE into its result code and its data; ProtocolError if it is malformed."""
    header = _RESULT_BYTES + _LENGTH_BYTES
    length = int.from_bytes(answer[_RESULT_BYTES:header], "little")
    if len(answer) != header + length:
        raise ProtocolError("the reader's answer has another length than it says")
    return int.from_bytes(answer[:_RESULT_BYTES], "little"), answer[header:]


def read_capabilities(answer: bytes) -> PaceCapability:
    """Read the answer to `GET_CAPABILITIES`; ProtocolError if it is malformed or reports an error."""
    result, data = take_output(answer)
    if result != 0 or len(data) != 1:
        raise ProtocolError("the reader does not say what its PACE can do")
    return PaceCapability(data[0] & 0xF0)


def change_pin_order() -> bytes:
    """Build the PIN_MODIFY structure: a new PIN of six digits, typed twice (PC/SC part 10, 2.5.3).

    The channel with the old PIN is open already, so the old one is not asked for.
    """
    return (
        bytes(
            [
                _TYPING_SECONDS,
                _TYPING_SECONDS,  # after the first key
                0x82,  # ASCII digits, left justified, counted in bytes
                0x00,  # no block for the PIN: the command's data are its digits
                0x00,
                0x00,  # offset of the old PIN
                0x00,  # offset of the new PIN
                _PIN_DIGITS,  # at most, the lower byte of a little-endian word
                _PIN_DIGITS,  # at least
                0x01,  # the new PIN is to be confirmed by a second entry
                0x02,  # an entry ends with the confirm key
                0x02,  # two messages: new PIN, and again
                *(0x07, 0x04),  # German
                *(
                    0x00,
                    0x01,
                    0x02,
                ),  # the third index is for readers that ask for three whatever is confirmed
                *(0x00, 0x00, 0x00),  # prologue of T=1, unused
                *len(_CHANGE_PIN).to_bytes(4, "little"),
            ]
        )
        + _CHANGE_PIN
    )


def check_pin_changed(answer: bytes) -> None:
    """Judge the status words that MODIFY_PIN_DIRECT gives back; returns when the card has its new PIN.

    Raises PadTimeOutError, PadCancelledError, EntriesDifferError, EntryLengthError, UnexpectedStatus for what
    the card said against it, or ProtocolError for anything else than a status word.
    """
    if len(answer) != 2:
        raise ProtocolError("the reader answered a change of PIN with something that is no status word")
    match int.from_bytes(answer):
        case 0x9000:
            return
        case 0x6400:
            raise PadTimeOutError
        case 0x6401:
            raise PadCancelledError
        case 0x6402:
            raise EntriesDifferError
        case 0x6403:
            raise EntryLengthError
        case sw:
            raise UnexpectedStatus("a change of PIN on the reader", sw)
