"""JSON Merge Patch against the test cases of RFC 7396 appendix A; pointers against RFC 6901."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sandbox.bochum_id.json_documents import (
    ABSENT,
    lookup,
    merged,
    overlaps,
    pointer_of,
    with_value,
    without,
    written_pointers,
)
from sandbox.bochum_id.tables import JsonObject, JsonValue

RFC_7396_APPENDIX_A: list[tuple[JsonValue, JsonValue, JsonValue]] = [
    ({"a": "b"}, {"a": "c"}, {"a": "c"}),
    ({"a": "b"}, {"b": "c"}, {"a": "b", "b": "c"}),
    ({"a": "b"}, {"a": None}, {}),
    ({"a": "b", "b": "c"}, {"a": None}, {"b": "c"}),
    ({"a": ["b"]}, {"a": "c"}, {"a": "c"}),
    ({"a": "c"}, {"a": ["b"]}, {"a": ["b"]}),
    ({"a": {"b": "c"}}, {"a": {"b": "d", "c": None}}, {"a": {"b": "d"}}),
    ({"a": [{"b": "c"}]}, {"a": [1]}, {"a": [1]}),
    (["a", "b"], ["c", "d"], ["c", "d"]),
    ({"a": "b"}, ["c"], ["c"]),
    ({"a": "foo"}, None, None),
    ({"a": "foo"}, "bar", "bar"),
    ({"e": None}, {"a": 1}, {"e": None, "a": 1}),
    ([1, 2], {"a": "b", "c": None}, {"a": "b"}),
    ({}, {"a": {"bb": {"ccc": None}}}, {"a": {"bb": {}}}),
]


@pytest.mark.parametrize(("target", "patch", "result"), RFC_7396_APPENDIX_A)
def test_merge_patch_as_the_standard_has_it(target: JsonValue, patch: JsonValue, result: JsonValue) -> None:
    assert merged(target, patch) == result


NAMES = st.sampled_from(["a", "b", "a/b", "m~n", ""])
OBJECTS = st.recursive(
    st.none() | st.integers() | st.text(max_size=3),
    lambda inner: st.dictionaries(NAMES, inner, max_size=3) | st.lists(inner, max_size=2),
    max_leaves=8,
)


@settings(deadline=None)
@given(st.dictionaries(NAMES, OBJECTS, max_size=3), st.lists(NAMES, min_size=1, max_size=3), st.integers())
def test_what_is_put_at_a_pointer_is_found_there_and_can_be_taken_away(
    document: JsonObject, path: list[str], value: int
) -> None:
    pointer = pointer_of(list(path))
    put = with_value(document, pointer, value)
    assert lookup(put, pointer) == value
    assert lookup(without(put, pointer), pointer) is ABSENT


@settings(deadline=None)
@given(st.dictionaries(NAMES, OBJECTS, max_size=3), st.dictionaries(NAMES, OBJECTS, max_size=3))
def test_a_patch_changes_nothing_but_the_pointers_it_writes(target: JsonObject, patch: JsonObject) -> None:
    written = set(written_pointers(patch))
    result = merged(target, patch)
    for pointer in written_pointers(target):
        if not any(overlaps(pointer, other) for other in written):
            assert lookup(result, pointer) == lookup(target, pointer)


def test_pointers_escape_as_the_standard_has_it() -> None:
    assert lookup({"a/b": {"m~n": 8}}, "/a~1b/m~0n") == 8
    with pytest.raises(ValueError, match="slash"):
        lookup({}, "a")


@pytest.mark.parametrize(
    ("one", "other", "do"),
    [
        ("/a", "/a", True),
        ("/a", "/a/b", True),
        ("/a/b", "/a", True),
        ("/a", "/ab", False),
        ("/a/b", "/a/c", False),
    ],
)
def test_overlap(one: str, other: str, do: bool) -> None:  # noqa: FBT001 - a table's column
    assert overlaps(one, other) is do
