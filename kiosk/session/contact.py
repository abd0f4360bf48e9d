"""Whether an e-mail address or a telephone number can be one (contract section 3, AccountPatch)."""

import re
from typing import Final

from kiosk.session.own_values import ContactDetail

_LONGEST_EMAIL: Final = 254
"""In characters: RFC 5321, 4.5.3.1.3."""

_SHAPES: Final = {
    ContactDetail.EMAIL: re.compile(r"[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(\.[A-Za-z0-9-]{1,63}){1,8}"),
    ContactDetail.PHONE: re.compile(r"\+?[0-9][0-9 ()/-]{4,30}"),
}


def fits(detail: ContactDetail, text: str) -> bool:
    """Say whether the city would take it; nothing at all takes the detail away, which always fits."""
    return text == "" or (len(text) <= _LONGEST_EMAIL and _SHAPES[detail].fullmatch(text) is not None)
