"""JSON Pointers, with the escapes of RFC 6901."""

import pytest

from kiosk.bochum_id.values import JsonObject
from kiosk.services.pointer import UNDEFINED, covers, join, look_up, put, remove, tokens


@pytest.mark.parametrize(
    ("pointer", "expected"),
    [("", ()), ("/", ("",)), ("/a/b", ("a", "b")), ("/a~1b/m~0n/~01", ("a/b", "m~n", "~1"))],
)
def test_tokens_and_back(pointer: str, expected: tuple[str, ...]) -> None:
    assert tokens(pointer) == expected
    assert join(*expected) == pointer


def test_a_pointer_starts_with_a_slash() -> None:
    with pytest.raises(ValueError, match="starts with '/'"):
        tokens("a")


def test_looking_up() -> None:
    data: JsonObject = {"a": {"b": None, "c/d": 1}, "l": [1]}
    assert look_up(data, "/a/b") is None
    assert look_up(data, "/a/c~1d") == 1
    assert look_up(data, "/a/x") is UNDEFINED
    assert look_up(data, "/a/b/c") is UNDEFINED
    assert look_up(data, "/l/0") is UNDEFINED
    assert look_up(data, "") is data


def test_putting_makes_the_way_and_removing_clears_it() -> None:
    data: JsonObject = {"a": 1}
    put(data, "/a/b/c", 2)
    put(data, "/d", 3)
    assert data == {"a": {"b": {"c": 2}}, "d": 3}
    remove(data, "/a/b/x")
    remove(data, "/d/e")
    assert data == {"a": {"b": {"c": 2}}, "d": 3}
    remove(data, "/a/b/c")
    assert data == {"d": 3}


def test_covering_is_by_whole_members() -> None:
    assert covers("/a", "/a/b")
    assert covers("/a", "/a")
    assert not covers("/a", "/ab")
    assert not covers("/a/b", "/a")
