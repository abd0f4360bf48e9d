"""Between what a citizen types and what the data keeps: numbers, dates, bank accounts, addresses."""

import re
from typing import Final

from kiosk.bochum_id.values import JsonObject, JsonValue
from kiosk.services import days
from kiosk.services.address import Address
from kiosk.services.asking import AsDay, InUnits
from kiosk.services.definition import Answer, Field, Widget
from kiosk.services.formats import grouped_iban, kept_iban
from kiosk.services.pointer import UNDEFINED, Undefined

EXACT_IN_JSON: Final = 2**53 - 1
"""The largest integer that every JSON reader keeps (RFC 8259, section 6)."""

_NUMBER = re.compile(r"(-?)([0-9]{1,15})(?:[.,]([0-9]*))?")
_TYPED: Final = frozenset(
    {
        Widget.TEXT,
        Widget.CHOICE_CARDS,
        Widget.NUMBER,
        Widget.DATE,
        Widget.EMAIL,
        Widget.PHONE,
        Widget.IBAN,
    }
)
"""Widgets whose answer is a text."""
_NO_DAY = days.as_typed(("", "", ""))


def shaped(asked: Field, value: JsonValue) -> Answer | Undefined | None:
    """Take a value as an answer to this question; UNDEFINED when its widget never gives such a value."""
    match asked.widget, value:
        case _, None:
            return None
        case Widget.STEPPER, int() if _is_exact(value):
            return value
        case Widget.NUMBER, int() if _is_exact(value):
            return written(asked, value)
        case Widget.YES_NO, bool():
            return value
        case Widget.CONSENT, bool():
            return value or None
        case Widget.CHECK_CARDS, list():
            chosen = tuple(dict.fromkeys(each for each in value if isinstance(each, str) and _is_text(each)))
            return chosen if chosen or not asked.least else None
        case Widget.ADDRESS, dict():
            return _address(value)
        case _, str() if asked.widget in _TYPED and _is_text(value):
            return _text(asked.widget, value)
        case _:
            return UNDEFINED


def _text(widget: Widget, value: str) -> str | None:
    """Take what was typed; nothing of it takes an answer back."""
    if widget is Widget.DATE and value == _NO_DAY:
        return None
    return (grouped_iban(value) if widget is Widget.IBAN else value) or None


def _address(value: JsonObject) -> Address | Undefined | None:
    address = Address.parse(value)
    if address is None or not all(_is_text(each) for each in value.values() if isinstance(each, str)):
        return UNDEFINED
    return None if address.is_blank else address


def meant(asked: Field, answer: Answer) -> JsonValue:
    """Give what an answer stands for in the data; what is unfinished stays as it is, and is not valid."""
    match answer, asked.asking:
        case tuple(), _:
            return list[JsonValue](answer)
        case Address(), _:
            return answer.as_json()
        case str(), InUnits(_, decimals):
            return _number(answer, decimals)
        case str(), AsDay(_, _, partial):
            return days.kept(answer, partial=partial)
        case str(), _ if asked.widget is Widget.IBAN:
            return kept_iban(answer)
        case str(), _ if asked.widget in (Widget.EMAIL, Widget.PHONE):
            return answer.strip()
        case _:
            return answer


def written(asked: Field, value: JsonValue) -> Answer | None:
    """Give a value of the data as the answer that would have led to it; None when none would."""
    match asked.widget, value:
        case Widget.NUMBER, int() if _is_exact(value):
            return in_units(value, asked.asking.decimals if isinstance(asked.asking, InUnits) else 0)
        case Widget.DATE, str() if any(days.typed(value)):
            return days.as_typed(days.typed(value))
        case _:
            given = shaped(asked, value)
            return None if given is UNDEFINED else given


def in_units(value: int, decimals: int) -> str:
    """Write a number of the smallest unit with its decimals, behind a comma."""
    if not decimals:
        return str(value)
    whole, parts = divmod(abs(value), 10**decimals)
    return f"{'-' if value < 0 else ''}{whole},{parts:0{decimals}}"


def _number(text: str, decimals: int) -> int | str:
    parts = _NUMBER.fullmatch(text.strip())
    if parts is None or len(parts[3] or "") > decimals or (parts[3] is not None and not decimals):
        return text
    count = int(parts[2]) * 10**decimals + int((parts[3] or "").ljust(decimals, "0") or 0)
    return text if count > EXACT_IN_JSON else -count if parts[1] else count


def _is_exact(value: int) -> bool:
    return not isinstance(value, bool) and abs(value) <= EXACT_IN_JSON


def _is_text(value: str) -> bool:
    """Say whether the text can leave the house; a lone surrogate cannot."""
    return not any("\ud800" <= character <= "\udfff" for character in value)
