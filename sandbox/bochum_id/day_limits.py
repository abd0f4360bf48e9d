"""`notBefore` and `notAfter` of a data schema: days of the calendar, or counted from today (Appendix A)."""

import calendar
import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final, cast

from sandbox.bochum_id.data_formats import first_day
from sandbox.bochum_id.json_documents import ABSENT, lookup, pointer_of
from sandbox.bochum_id.problems import FieldError
from sandbox.bochum_id.tables import JsonObject, JsonValue

_RULE: Final = re.compile(r"today(?:([+-][0-9]{1,5})([dwmy]))?")
_DEEPEST: Final = 8


def untimely(schema: JsonObject, data: JsonObject, today: date) -> tuple[FieldError, ...]:
    """List the dates that lie outside their limits; one with blanks counts with its kindest day."""
    found = []
    for pointer, part in _limited(schema, schema, "", 0):
        text = lookup(data, pointer)
        if text is ABSENT or not isinstance(text, str) or first_day(text) is None:
            continue
        first, last = cast("date", first_day(text)), _last_day(text)
        if "notBefore" in part and last < resolved(str(part["notBefore"]), today):
            found.append(FieldError(pointer, "notBefore"))
        if "notAfter" in part and first > resolved(str(part["notAfter"]), today):
            found.append(FieldError(pointer, "notAfter"))
    return tuple(found)


def resolved(rule: str, today: date) -> date:
    """Give the day that a rule means; ValueError for what is none."""
    parts = _RULE.fullmatch(rule)
    if parts is None:
        return date.fromisoformat(rule)
    count, unit = int(parts[1] or 0), parts[2] or "d"
    if unit in "dw":
        return today + timedelta(count * (7 if unit == "w" else 1))
    year, month = divmod(today.year * 12 + today.month - 1 + count * (12 if unit == "y" else 1), 12)
    return date(year, month + 1, min(today.day, calendar.monthrange(year, month + 1)[1]))


def _last_day(text: str) -> date:
    year, month, day = text.split("-")
    in_month = 12 if month == "XX" else int(month)
    return date(int(year), in_month, calendar.monthrange(int(year), in_month)[1] if day == "XX" else int(day))


def _limited(root: JsonObject, part: JsonValue, at: str, depth: int) -> Iterator[tuple[str, JsonObject]]:
    """Find every part of the schema that limits a date, and where its data lies."""
    schema = _resolved(root, part)
    if at and ("notBefore" in schema or "notAfter" in schema):
        yield at, schema
    properties = schema.get("properties")
    if isinstance(properties, dict) and depth < _DEEPEST:
        for name, inner in properties.items():
            yield from _limited(root, inner, at + pointer_of([name]), depth + 1)


def _resolved(root: JsonObject, part: JsonValue) -> JsonObject:
    schema = part if isinstance(part, dict) else {}
    for _ in range(_DEEPEST):
        reference = schema.get("$ref")
        if not isinstance(reference, str) or not reference.startswith("#/"):
            break
        target = lookup(root, reference.removeprefix("#"))
        inherited = target if isinstance(target, dict) else {}
        schema = inherited | {name: value for name, value in schema.items() if name != "$ref"}
    return schema
