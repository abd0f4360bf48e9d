"""The formats that a data schema may name beside JSON Schema's own; the server has the same."""

import re
from collections.abc import Callable, Mapping
from typing import Final

from stdnum import iban

from kiosk.services.days import is_partial_date

_PHONE: Final = re.compile(r"\+?[0-9](?:[ /()-]*[0-9]){4,19}")
_EMAIL: Final = re.compile(r"[^@\s]{1,64}@[^@\s.]+(?:\.[^@\s.]+)+")


def is_phone(text: str) -> bool:
    """Say whether a text can be dialled: 5 to 20 digits, perhaps grouped, perhaps with a plus."""
    return _PHONE.fullmatch(text) is not None


def is_email(text: str) -> bool:
    """Say whether a text has the look of an e-mail address; only a message to it proves more."""
    return len(text) <= 254 and _EMAIL.fullmatch(text) is not None


def is_iban(text: str) -> bool:
    """Say whether a text is an IBAN as it is kept: without gaps, its check digits right (ISO 13616)."""
    return text == iban.compact(text) and bool(iban.is_valid(text))


def grouped_iban(text: str) -> str:
    """Group an IBAN in fours, whole or not, as it stands on a bank card."""
    plain = iban.compact(text)
    return " ".join(plain[at : at + 4] for at in range(0, len(plain), 4))


def kept_iban(text: str) -> str:
    """Give an IBAN as it is kept: capitals without gaps."""
    return str(iban.compact(text))


FORMATS: Final[Mapping[str, Callable[[str], bool]]] = {
    "email": is_email,
    "iban": is_iban,
    "partialDate": is_partial_date,
    "phone": is_phone,
}
