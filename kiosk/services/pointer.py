"""JSON Pointers (RFC 6901) into an application's data: look up, set, remove, compare."""

from enum import Enum
from functools import lru_cache
from typing import Final

from kiosk.bochum_id.values import JsonObject, JsonValue


class Undefined(Enum):
    """The one value of "there is nothing at this pointer"; JSON null is something."""

    UNDEFINED = "undefined"


UNDEFINED: Final = Undefined.UNDEFINED


@lru_cache(4096)
def tokens(pointer: str) -> tuple[str, ...]:
    """Split a pointer; ValueError when it is neither empty nor starts with a slash."""
    if not pointer:
        return ()
    if not pointer.startswith("/"):
        raise ValueError(f"a JSON Pointer starts with '/': {pointer!r}")
    return tuple(token.replace("~1", "/").replace("~0", "~") for token in pointer[1:].split("/"))


def join(*path: str | int) -> str:
    """Build a pointer from its unescaped tokens."""
    return "".join("/" + str(token).replace("~", "~0").replace("/", "~1") for token in path)


def covers(above: str, pointer: str) -> bool:
    """Say whether `above` is `pointer` itself or something that contains it."""
    return pointer == above or pointer.startswith(above + "/")


def look_up(data: JsonValue, pointer: str) -> JsonValue | Undefined:
    """Give what lies at `pointer`; scopes name members of objects, so arrays are not entered."""
    for token in tokens(pointer):
        if not isinstance(data, dict) or token not in data:
            return UNDEFINED
        data = data[token]
    return data


def put(data: JsonObject, pointer: str, value: JsonValue) -> None:
    """Set `pointer` in place; what is missing on the way, or is no object, becomes one."""
    *way, last = tokens(pointer)
    for token in way:
        below = data.get(token)
        if not isinstance(below, dict):
            below = {}
            data[token] = below
        data = below
    data[last] = value


def remove(data: JsonObject, pointer: str) -> None:
    """Take `pointer` away in place, and with it the objects that it leaves empty."""
    _remove(data, tokens(pointer))


def _remove(data: JsonObject, way: tuple[str, ...]) -> None:
    first, *rest = way
    if not rest:
        data.pop(first, None)
        return
    below = data.get(first)
    if isinstance(below, dict):
        _remove(below, tuple(rest))
        if not below:
            del data[first]


def copied(data: JsonObject) -> JsonObject:
    """Copy an object with the objects in it; `put` and `remove` leave the original as it is."""
    return {name: copied(value) if isinstance(value, dict) else value for name, value in data.items()}


def with_value(data: JsonObject, pointer: str, value: JsonValue) -> JsonObject:
    """Give a copy with `value` at `pointer`; what is missing on the way, or is no object, becomes one.

    The copy shares with `data` whatever does not lie on the way.
    """
    return _with_value(data, tokens(pointer), value)


def _with_value(data: JsonObject, way: tuple[str, ...], value: JsonValue) -> JsonObject:
    first, *rest = way
    if not rest:
        return {**data, first: value}
    below = data.get(first)
    return {**data, first: _with_value(below if isinstance(below, dict) else {}, tuple(rest), value)}


def without(data: JsonObject, pointer: str) -> JsonObject:
    """Give a copy that has nothing at `pointer`, nor the objects that this leaves empty."""
    return _without(data, tokens(pointer))


def _without(data: JsonObject, way: tuple[str, ...]) -> JsonObject:
    first, *rest = way
    if first not in data:
        return data
    kept = {name: value for name, value in data.items() if name != first}
    below = data[first]
    if not rest:
        return kept
    if not isinstance(below, dict):
        return data
    left = _without(below, tuple(rest))
    if not left:
        return kept
    return data if left is below else {**data, first: left}
