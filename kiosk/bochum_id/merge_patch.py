"""The smallest JSON Merge Patch that turns one object into another (RFC 7396)."""

from kiosk.bochum_id.values import JsonObject, JsonValue


def patch_between(before: JsonObject, after: JsonObject) -> JsonObject:
    """Say what to merge into `before` to get `after`; {} when they are the same.

    A member that is null in `after` counts as absent: a merge patch cannot write null.
    """
    patch: JsonObject = {}
    for name, old in before.items():
        if name not in after or after[name] is None:
            patch[name] = None
        else:
            _compare(patch, name, old, after[name])
    for name, new in after.items():
        if name not in before and new is not None:
            patch[name] = new
    return patch


def _compare(patch: JsonObject, name: str, old: JsonValue, new: JsonValue) -> None:
    if isinstance(old, dict) and isinstance(new, dict):
        inner = patch_between(old, new)
        if inner:
            patch[name] = inner
    elif old != new or isinstance(old, bool) != isinstance(new, bool):
        patch[name] = new


def with_kept(wanted: JsonObject, kept: JsonObject, pointers: frozenset[str]) -> JsonObject:
    """Copy what stands at `pointers` from `kept` into `wanted` where `wanted` has nothing there."""
    result = wanted
    for pointer in pointers:
        result = _with_one(result, kept, pointer.removeprefix("/").split("/"))
    return result


def _with_one(wanted: JsonObject, kept: JsonObject, tokens: list[str]) -> JsonObject:
    name = tokens[0].replace("~1", "/").replace("~0", "~")
    if name not in kept:
        return wanted
    if len(tokens) == 1:
        return wanted if name in wanted else {**wanted, name: kept[name]}
    below, kept_below = wanted.get(name, {}), kept[name]
    if not isinstance(below, dict) or not isinstance(kept_below, dict):
        return wanted
    return {**wanted, name: _with_one(below, kept_below, tokens[1:])}
