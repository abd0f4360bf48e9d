"""JSON Pointers, with the escapes of RFC 6901."""

import pytest

from kiosk.bochum_id.values import JsonObject
from kiosk.services.pointer import UNDEFINED, covers, join, look_up, put, tokens, with_value, without


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


def test_putting_makes_the_way() -> None:
    data: JsonObject = {"a": 1}
    put(data, "/a/b/c", 2)
    put(data, "/d", 3)
    assert data == {"a": {"b": {"c": 2}}, "d": 3}


def test_a_copy_with_a_value_leaves_the_original() -> None:
    data: JsonObject = {"a": 1, "e": {"f": 4}}
    changed = with_value(data, "/a/b/c", 2)
    assert changed == {"a": {"b": {"c": 2}}, "e": {"f": 4}}
    assert with_value(changed, "/e/f", 5) == {"a": {"b": {"c": 2}}, "e": {"f": 5}}
    assert data == {"a": 1, "e": {"f": 4}}


@pytest.mark.parametrize(
    ("pointer", "left"),
    [
        ("/a/b/c", {"d": 3, "e": {}}),
        ("/a/b/x", {"a": {"b": {"c": 2}}, "d": 3, "e": {}}),
        ("/d/e", {"a": {"b": {"c": 2}}, "d": 3, "e": {}}),
        ("/d", {"a": {"b": {"c": 2}}, "e": {}}),
        ("/e/f", {"a": {"b": {"c": 2}}, "d": 3}),
        ("/x", {"a": {"b": {"c": 2}}, "d": 3, "e": {}}),
    ],
)
def test_a_copy_without_a_value_has_no_empty_objects_on_its_way(pointer: str, left: JsonObject) -> None:
    data: JsonObject = {"a": {"b": {"c": 2}}, "d": 3, "e": {}}
    assert without(data, pointer) == left
    assert data == {"a": {"b": {"c": 2}}, "d": 3, "e": {}}


def test_covering_is_by_whole_members() -> None:
    assert covers("/a", "/a/b")
    assert covers("/a", "/a")
    assert not covers("/a", "/ab")
    assert not covers("/a/b", "/a")
