"""Makes an instance of any value class, with a marker wherever there is room for a text or a secret."""

import dataclasses
import typing
from collections.abc import Callable, Collection, Mapping
from types import UnionType

from cardreader.secret import Secret

MARKER = "S3cret271828"
HARMLESS = "x"
_TEXTS = (str, object, typing.Any)
_RAW = (bytes, bytearray, memoryview, Secret)


class _Anything:
    """In the place of what is no value: a port, a function, a key of a library."""

    def __repr__(self) -> str:
        return "<anything>"


def shows(text: str, secret: str) -> bool:
    """Whether a text holds a secret, as it is or as the bytes of it are usually written."""
    raw = secret.encode()
    written = (secret.lower(), raw.hex(), raw.hex(" "), ", ".join(map(str, raw)), ", ".join(map(hex, raw)))
    return any(each in text.lower() for each in written)


def shows_marker(text: str) -> bool:
    return shows(text, MARKER)


def instance[Value](value: type[Value], is_harmless: Callable[[type, str], bool]) -> Value:
    """Make one past its constructor, so that no check stands in the way.

    Fields that `is_harmless` names by class and name get a text without the marker. Other values inside are
    stood in for: each is a class to be looked at by itself.
    """
    made = object.__new__(value)
    for name, kind in field_types(value).items():
        object.__setattr__(made, name, _of(kind, HARMLESS if is_harmless(value, name) else MARKER))
    return made


def holds_secret(value: type) -> bool:
    """Whether a field's type names `Secret`."""
    return any(Secret in _members(kind) for kind in field_types(value).values())


def field_types(value: type) -> dict[str, object]:
    hints = typing.get_type_hints(value)
    return {field.name: hints[field.name] for field in dataclasses.fields(value)}


def _members(kind: object) -> tuple[object, ...]:
    """Take a union apart, and whatever names one."""
    while isinstance(kind, typing.TypeAliasType):
        kind = kind.__value__
    if isinstance(kind, UnionType) or typing.get_origin(kind) is typing.Union:
        return tuple(member for each in typing.get_args(kind) for member in _members(each))
    return (kind,)


def _of(kind: object, text: str) -> object:
    """Give a value of a type; of a union the member that tells most."""
    members = _members(kind)
    found = next((each for each in (str, bytes, Secret) if each in members), members[0])
    origin, arguments = typing.get_origin(found), typing.get_args(found)
    if found in _TEXTS:
        return text
    if found in _RAW:
        return found(text.encode())  # type: ignore[operator]
    if not isinstance(origin, type):
        return _Anything()
    if issubclass(origin, Mapping):
        return {_of(arguments[0], text): _of(arguments[1], text)}
    if issubclass(origin, Collection):
        return tuple(_of(each, text) for each in arguments if each is not Ellipsis)
    return _Anything()
