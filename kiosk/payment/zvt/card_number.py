"""Card numbers, cut down where they come in: nothing but the last four digits goes any further."""

import re
from typing import Final

_SHOWN: Final = 4
_FEWEST_STARS, _MOST_STARS = 4, 13
_LONG_NUMBER: Final = re.compile(r"(?:\d[ -]?){12,18}\d")
"""13 to 19 digits, as card numbers have (ISO/IEC 7812-1), perhaps in groups."""


def truncated(pan: bytes) -> str | None:
    """Read bitmap 22 as stars and the last four digits; None when these are masked as well.

    Two signs a byte: digits, E for a masked one, D before what is no number any more, F to fill up.
    """
    signs = re.split("[df]", pan.hex())[0]
    last = signs[-_SHOWN:]
    if len(last) < _SHOWN or not last.isdecimal():
        return None
    stars = min(_MOST_STARS, max(_FEWEST_STARS, len(signs) - _SHOWN))
    return "*" * stars + last


def without_card_number(line: str) -> str:
    """Hide every number in a line of a receipt that is as long as a card's, but for its last four digits."""
    return _LONG_NUMBER.sub(_hidden, line)


def _hidden(found: re.Match[str]) -> str:
    number = re.sub(r"[^0-9]", "", found[0])
    return "*" * (len(number) - _SHOWN) + number[-_SHOWN:]
