"""The formats that a data schema may name beside JSON Schema's own (Appendix A)."""

import re
from collections.abc import Callable
from datetime import date
from typing import Final

from stdnum import iban

_PHONE: Final = re.compile(r"\+?[0-9](?:[ /()-]*[0-9]){4,19}")
_EMAIL: Final = re.compile(r"[^@\s]{1,64}@[^@\s.]+(?:\.[^@\s.]+)+")
_PARTIAL_DATE: Final = re.compile(r"[0-9]{4}-(?:XX-XX|[0-9]{2}-(?:[0-9]{2}|XX))")


def _is_email(text: str) -> bool:
    return len(text) <= 254 and _EMAIL.fullmatch(text) is not None


def _is_iban(text: str) -> bool:
    return re.fullmatch(r"[A-Z0-9]+", text) is not None and bool(iban.is_valid(text))


def _is_partial_date(text: str) -> bool:
    return _PARTIAL_DATE.fullmatch(text) is not None and first_day(text) is not None


def _is_phone(text: str) -> bool:
    return _PHONE.fullmatch(text) is not None


def first_day(text: str) -> date | None:
    """Give the first day that a date may stand for, whose day and month may be XX; None for no date."""
    try:
        return date.fromisoformat(text.replace("XX", "01"))
    except ValueError:
        return None


FORMATS: Final[dict[str, Callable[[str], bool]]] = {
    "email": _is_email,
    "iban": _is_iban,
    "partialDate": _is_partial_date,
    "phone": _is_phone,
}
