"""JSON Pointers (RFC 6901) into an application's data: look up, set, remove, compare."""

from enum import Enum
from typing import Final

from kiosk.bochum_id.values import JsonObject, JsonValue


class Undefined(Enum):
    """The one value of "there is nothing at this pointer"; JSON null is something."""

    UNDEFINED = "undefined"


UNDEFINED: Final = Undefined.UNDEFINED


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
    first, *rest = tokens(pointer)
    if not rest:
        data.pop(first, None)
        return
    below = data.get(first)
    if isinstance(below, dict):
        remove(below, join(*rest))
        if not below:
            del data[first]
