"""All that makes a document unreadable: mistake after mistake, each with what is around it left out."""

import copy
from collections.abc import Iterator
from typing import Final

from kiosk.bochum_id.values import JsonObject, JsonValue
from kiosk.services.checking.finding import Finding, mistake
from kiosk.services.definition import ServiceDefinition
from kiosk.services.document import DefinitionError
from kiosk.services.pointer import join, tokens
from kiosk.services.reading import read_definition

MOST: Final = 50
"""Mistakes that are named in one go."""

_BARE: Final[JsonObject] = {
    "id": "svc_unknown",
    "version": 1,
    "title": {"de": "?"},
    "requiredLevel": "normal",
    "kioskMode": "submit",
    "duration": {"min": 0, "max": 0, "unit": "day"},
    "payment": {"channels": []},
    "delivery": {"channels": ["mailbox"], "default": "mailbox"},
    "privacy": {"notice": "?", "retentionDays": 1},
    "dataSchema": {"type": "object"},
    "steps": [],
}
"""What a member is taken for when it cannot be read, so that the others are."""


def read_all(document: JsonValue) -> tuple[ServiceDefinition | None, tuple[Finding, ...]]:
    """Read strictly and go on after a mistake; give the definition as well where there was none."""
    rest = copy.deepcopy(document)
    origins = dict(_origins(rest, ""))
    found: list[Finding] = []
    while len(found) < MOST:
        try:
            definition = read_definition(rest, strict=True)
        except DefinitionError as error:
            way, container = _walk(rest, error.pointer)
            place = origins.get(id(container), "") + "".join(join(token) for token in way)
            found.append(mistake(place, error.problem, error.advice))
            if not _leave_out(rest, error.pointer):
                return None, tuple(found)
        else:
            return (None if found else definition), tuple(found)
    return None, tuple(found)


def _origins(value: JsonValue, pointer: str) -> Iterator[tuple[int, str]]:
    """Say where every object and list stood before anything was left out."""
    if isinstance(value, dict):
        yield id(value), pointer
        for name, inner in value.items():
            yield from _origins(inner, pointer + join(name))
    elif isinstance(value, list):
        yield id(value), pointer
        for index, inner in enumerate(value):
            yield from _origins(inner, pointer + join(index))


def _walk(document: JsonValue, pointer: str) -> tuple[tuple[str, ...], JsonValue]:
    """Give the innermost object or list that a pointer leads into, and the tokens beyond it."""
    value, way = document, tokens(pointer)
    while way:
        inner = _inside(value, way[0])
        if not isinstance(inner, dict | list):
            break
        value, way = inner, way[1:]
    return way, value


def _inside(value: JsonValue, token: str) -> JsonValue:
    if isinstance(value, dict):
        return value.get(token)
    if isinstance(value, list) and token.isdecimal() and int(token) < len(value):
        return value[int(token)]
    return None


def _leave_out(document: JsonValue, pointer: str) -> bool:
    """Take away the innermost item of a list that the mistake lies in, or put a bare member in its place."""
    if not isinstance(document, dict):
        return False
    way = tokens(pointer)
    if way[:1] == ("dataSchema",):
        return False  # everything else hangs on it
    if not way:
        lacking = [name for name in _BARE if name not in document]
        document.update({name: copy.deepcopy(_BARE[name]) for name in lacking[:1]})
        return bool(lacking)
    value: JsonValue = document
    items: list[tuple[list[JsonValue], int]] = []
    for token in way:
        if isinstance(value, list) and token.isdecimal():
            items.append((value, int(token)))
        value = _inside(value, token)
    if items:
        inside, index = items[-1]
        del inside[index]
        return True
    if way[0] in _BARE and document.get(way[0]) != _BARE[way[0]]:
        document[way[0]] = copy.deepcopy(_BARE[way[0]])
        return True
    return document.pop(way[0], None) is not None
