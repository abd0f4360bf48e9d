"""The bitmaps of a data block (chapter 13): a number, then a value whose length the number decides."""

from collections.abc import Mapping
from enum import IntEnum
from typing import Final

from kiosk.payment.zvt.errors import ZvtError
from kiosk.payment.zvt.tlv import length_field, read_length


class Bmp(IntEnum):
    """Those that this terminal writes or reads."""

    SERVICE_BYTE = 0x03
    AMOUNT = 0x04
    TLV = 0x06
    TRACE = 0x0B
    TIME = 0x0C
    DATE = 0x0D
    PAYMENT_TYPE = 0x19
    """Also the status byte in a completion."""
    PAN = 0x22
    RESULT_CODE = 0x27
    TERMINAL_ID = 0x29
    CONTRACT = 0x2A
    ORIGINAL_TRACE = 0x37
    CURRENCY = 0x49
    TOTALS = 0x60
    RECEIPT = 0x87
    CARD_NAME = 0x8B


_FIXED: Final[Mapping[int, int]] = {
    **dict.fromkeys((0x01, 0x02, 0x03, 0x05, 0x19, 0x27, 0x8A, 0x8C, 0xA0, 0xD2, 0xFA), 1),
    **dict.fromkeys((0x0D, 0x0E, 0x17, 0x3A, 0x49, 0x87), 2),
    **dict.fromkeys((0x0B, 0x0C, 0x37, 0x3D, 0x88, 0xAA), 3),
    **dict.fromkeys((0x29, 0x70, 0x71), 4),
    0xBA: 5,
    0x04: 6,
    0x3B: 8,
    0x2A: 15,
}
"""Bytes of a value."""

_COUNTED: Final[Mapping[int, int]] = {
    **dict.fromkeys((0x22, 0x23, 0x2D, 0x4C, 0x8B, 0xA7), 2),
    **dict.fromkeys((0x24, 0x2E, 0x3C, 0x60, 0x9A), 3),
}
"""LL-Var and LLL-Var: so many digits F0 to F9 count the bytes that follow."""

type Bitmaps = Mapping[int, bytes]


def parse(data: bytes) -> dict[int, bytes]:
    """Read a data block; ZvtError where it is cut off, or names a bitmap of unknown length.

    Of a bitmap that comes twice the first counts.
    """
    found: dict[int, bytes] = {}
    at = 0
    while at < len(data):
        number = data[at]
        length, start = _length(number, data, at + 1)
        if start + length > len(data):
            raise ZvtError(f"bitmap {number:02X} is cut off")
        found.setdefault(number, data[start : start + length])
        at = start + length
    return found


def _length(number: int, data: bytes, at: int) -> tuple[int, int]:
    if number in _FIXED:
        return _FIXED[number], at
    if number in _COUNTED:
        return _counted(number, data, at)
    if number == Bmp.TLV:
        return read_length(data, at)  # a length of chapter 9, not LLL-Var
    raise ZvtError(f"bitmap {number:02X} is unknown")


def _counted(number: int, data: bytes, at: int) -> tuple[int, int]:
    counter = data[at : at + _COUNTED[number]]
    if len(counter) < _COUNTED[number] or any(not 0xF0 <= each <= 0xF9 for each in counter):
        raise ZvtError(f"bitmap {number:02X} has no count")
    return int("".join(str(each & 0x0F) for each in counter)), at + len(counter)


def encode[Number: int](bitmaps: Mapping[Number, bytes]) -> bytes:
    """Write bitmaps in their order; ValueError for a value that does not fit its bitmap."""
    return b"".join(_encoded(number, value) for number, value in bitmaps.items())


def _encoded(number: int, value: bytes) -> bytes:
    if number in _FIXED:
        if len(value) != _FIXED[number]:
            raise ValueError(f"bitmap {number:02X} has {_FIXED[number]} bytes")
        return bytes((number,)) + value
    if number in _COUNTED:
        digits = f"{len(value):0{_COUNTED[number]}d}"
        if len(digits) > _COUNTED[number]:
            raise ValueError(f"bitmap {number:02X} cannot count so far")
        return bytes((number, *(0xF0 | int(each) for each in digits))) + value
    if number == Bmp.TLV:
        return bytes((number,)) + length_field(len(value)) + value
    raise ValueError(f"bitmap {number:02X} is unknown")
