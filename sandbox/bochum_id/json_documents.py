"""JSON Pointer and JSON Merge Patch over an application's data (RFC 6901, RFC 7396)."""

from collections.abc import Iterator

from sandbox.bochum_id.tables import JsonObject, JsonValue


class _Absent:
    """No value at that pointer; None is a value."""


ABSENT = _Absent()


def lookup(document: JsonValue, pointer: str) -> JsonValue | _Absent:
    """Find the value at `pointer`, or ABSENT. Only objects are walked through."""
    value = document
    for token in _tokens(pointer):
        if not isinstance(value, dict) or token not in value:
            return ABSENT
        value = value[token]
    return value


def with_value(document: JsonObject, pointer: str, value: JsonValue) -> JsonObject:
    """Return a copy with `value` at `pointer`; objects on the way are made."""
    first, *rest = _tokens(pointer)
    if not rest:
        return {**document, first: value}
    inner = document.get(first)
    below = inner if isinstance(inner, dict) else {}
    return {**document, first: with_value(below, "".join(f"/{_escape(token)}" for token in rest), value)}


def without(document: JsonObject, pointer: str) -> JsonObject:
    """Return a copy that has nothing at `pointer`."""
    first, *rest = _tokens(pointer)
    if not rest:
        return {name: value for name, value in document.items() if name != first}
    inner = document.get(first)
    if not isinstance(inner, dict):
        return document
    return {**document, first: without(inner, "".join(f"/{_escape(token)}" for token in rest))}


def merged(target: JsonValue, patch: JsonValue) -> JsonValue:
    """Apply a merge patch (RFC 7396 2)."""
    if not isinstance(patch, dict):
        return patch
    result = dict(target) if isinstance(target, dict) else {}
    for name, value in patch.items():
        if value is None:
            result.pop(name, None)
        else:
            result[name] = merged(result.get(name), value)
    return result


def written_pointers(patch: JsonObject, above: str = "") -> Iterator[str]:
    """List every pointer a merge patch writes or removes: its leaves."""
    for name, value in patch.items():
        pointer = f"{above}/{_escape(name)}"
        if isinstance(value, dict) and value:
            yield from written_pointers(value, pointer)
        else:
            yield pointer


def overlaps(pointer: str, other: str) -> bool:
    """Tell whether one pointer is the other or lies above it."""
    return pointer == other or pointer.startswith(f"{other}/") or other.startswith(f"{pointer}/")


def pointer_of(path: list[str | int]) -> str:
    """Write a path of member names and indices as a pointer."""
    return "".join(f"/{_escape(str(token))}" for token in path)


def _tokens(pointer: str) -> list[str]:
    if not pointer.startswith("/"):
        raise ValueError(f"{pointer!r} is not a pointer to a member; start it with a slash")
    return [token.replace("~1", "/").replace("~0", "~") for token in pointer[1:].split("/")]


def _escape(token: str) -> str:
    return token.replace("~", "~0").replace("/", "~1")
