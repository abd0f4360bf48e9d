"""What makes a PIN easy to guess; a warning only, for the card takes any six digits."""

from enum import Enum
from itertools import pairwise


class Weakness(Enum):
    """Why somebody might guess it."""

    REPEATED = "repeated"
    """One digit or one group of digits over and over: 000000, 121212, 123123."""
    SEQUENCE = "sequence"
    """Counted up or down: 123456, 987654, 246802."""
    DATE = "date"
    """A day or a month of a year, as a birthday is written."""


_MONTH_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def weakness(pin: bytes | bytearray | memoryview) -> Weakness | None:
    """Judge six digits in ASCII; None where nothing speaks against them."""
    digits = [each - ord("0") for each in pin]
    if _repeats(digits):
        return Weakness.REPEATED
    if len({(later - earlier) % 10 for earlier, later in pairwise(digits)}) == 1:
        return Weakness.SEQUENCE
    return Weakness.DATE if _reads_as_date(digits) else None


def _repeats(digits: list[int]) -> bool:
    doubled = digits[::2] == digits[1::2] and len(set(digits[::2])) < len(digits) // 2
    return doubled or any(digits[size:] == digits[:-size] for size in (1, 2, 3))


def _reads_as_date(digits: list[int]) -> bool:
    first, second, third = (10 * digits[i] + digits[i + 1] for i in (0, 2, 4))
    return (
        _is_day(first, second)  # DDMMYY
        or _is_day(third, second)  # YYMMDD
        or (first in {19, 20} and 1 <= third <= 12)  # YYYYMM
        or (second in {19, 20} and 1 <= first <= 12)  # MMYYYY
    )


def _is_day(day: int, month: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= _MONTH_DAYS[month - 1]
