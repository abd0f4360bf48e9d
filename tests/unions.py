"""The members of a union, those of unions inside it as well."""

from collections.abc import Iterator
from typing import Any, TypeAliasType, get_args


def members(union: Any) -> tuple[type, ...]:
    """The classes of `type X = A | B | Y`, where Y may be such a union itself."""
    return tuple(_members(union))


def _members(union: Any) -> Iterator[type]:
    for each in get_args(union.__value__):
        if isinstance(each, TypeAliasType):
            yield from _members(each)
        else:
            yield each
