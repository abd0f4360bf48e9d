"""The difference between two objects, merged into the first, gives the second; nothing needless is in it."""

from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.bochum_id.merge_patch import patch_between, with_kept
from kiosk.bochum_id.values import JsonObject
from sandbox.bochum_id.json_documents import merged

NAMES = st.sampled_from(["a", "b", "c"])
VALUES = st.recursive(
    st.booleans() | st.integers(0, 2) | st.sampled_from(["", "x"]),
    lambda inner: st.dictionaries(NAMES, inner, max_size=3) | st.lists(inner, max_size=2),
    max_leaves=8,
)
OBJECTS = st.dictionaries(NAMES, VALUES, max_size=3)


@settings(deadline=None)
@given(OBJECTS, OBJECTS)
def test_there_and_back(before: JsonObject, after: JsonObject) -> None:
    assert merged(before, patch_between(before, after)) == after


@settings(deadline=None)
@given(OBJECTS)
def test_nothing_to_say_about_the_same(value: JsonObject) -> None:
    assert patch_between(value, value) == {}


def test_true_is_not_one() -> None:
    assert patch_between({"a": 1}, {"a": True}) == {"a": True}


def test_null_counts_as_absent() -> None:
    assert patch_between({"a": 1}, {"a": None, "b": None}) == {"a": None}


def test_only_what_changed_is_sent() -> None:
    before: JsonObject = {"applicant": {"name": "X", "town": "Y"}, "copies": 1}
    after: JsonObject = {"applicant": {"name": "X", "town": "Z"}, "copies": 1}
    assert patch_between(before, after) == {"applicant": {"town": "Z"}}


def test_what_is_locked_is_kept_when_left_out_and_not_when_said_otherwise() -> None:
    kept: JsonObject = {"applicant": {"name": "X", "town": "Y"}, "a/b": 1}
    locked = frozenset({"/applicant/name", "/applicant/nothing", "/a~1b"})
    assert with_kept({"copies": 1}, kept, locked) == {"copies": 1, "applicant": {"name": "X"}, "a/b": 1}
    assert with_kept({"applicant": {"name": "Z"}}, kept, locked)["applicant"] == {"name": "Z"}
    assert with_kept({"applicant": "?"}, kept, locked)["applicant"] == "?"
