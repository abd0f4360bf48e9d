"""Packed binary-coded decimals: two digits a byte, the first in the high half."""

from kiosk.payment.zvt.errors import ZvtError


def encode(number: int, length: int) -> bytes:
    """Write `number` into `length` bytes, with leading zeros; ValueError when it does not fit."""
    digits = f"{number:0{2 * length}d}"
    if number < 0 or len(digits) > 2 * length:
        raise ValueError(f"a number of more than {2 * length} digits")
    return bytes.fromhex(digits)


def decode(data: bytes) -> int:
    """Read the number; ZvtError where a half is no digit."""
    return int(digits(data) or "0")


def digits(data: bytes) -> str:
    """Read the digits, leading zeros and all; ZvtError where a half is no digit."""
    written = data.hex()
    if not written.isdecimal() and written:
        raise ZvtError("a decimal number has other signs")
    return written
