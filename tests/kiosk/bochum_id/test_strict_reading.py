"""Every resource's answer bent in every place: a value, or garbage that names the place, not the value."""

import json

import pytest
from bending import SECRET, Bent, absent, nonsense, of_another_type, places, with_strangers
from canned import Canned
from good_answers import GOOD, Good
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.bochum_id.errors import BackendError, Garbage


def outcome(good: Good, bent: Bent) -> object | Garbage:
    """Read it; whatever is no value has to be garbage without the value that was wrong."""
    try:
        return good.read(Canned(bent.document))
    except BackendError as error:
        caught = error
    assert SECRET not in f"{caught!r} {caught}"
    assert isinstance(caught.fault, Garbage)
    return caught.fault


def names_the_place(fault: Garbage, bent: Bent) -> bool:
    """The member itself, or what holds it where the objection is about the whole."""
    above = bent.place.rpartition("[" if bent.place.endswith("]") else ".")[0]
    return f"answer{bent.place} " in f"{fault.what} " or f"answer{above} " in f"{fault.what} "


each = pytest.mark.parametrize("good", GOOD.values(), ids=GOOD.keys())


@each
def test_the_good_answer_is_read_and_strangers_are_welcome(good: Good) -> None:
    first = good.read(Canned(good.document))
    assert first is not None
    assert good.read(Canned(with_strangers(good.document, good.names))) == first


@each
def test_what_is_absent_is_named_unless_it_may_be(good: Good) -> None:
    for bent in absent(good.document):
        result = outcome(good, bent)
        a_mere_name = bent.above in good.names and bent.how == "left out" and bent.path[-1] != "de"
        if bent.pattern in good.optional | good.unread or a_mere_name:
            assert not isinstance(result, Garbage), (bent.pattern, bent.how)
        else:
            assert isinstance(result, Garbage), (bent.pattern, bent.how)
            assert names_the_place(result, bent), (bent.pattern, bent.how, result.what)


@each
def test_another_type_is_named(good: Good) -> None:
    for bent in of_another_type(good.document):
        if bent.pattern not in good.unread:
            result = outcome(good, bent)
            assert isinstance(result, Garbage), (bent.pattern, bent.how)
            assert names_the_place(result, bent), (bent.pattern, bent.how, result.what)


@each
def test_nonsense_is_named_where_not_every_text_is_good(good: Good) -> None:
    for bent in nonsense(good.document):
        result = outcome(good, bent)
        if bent.pattern in good.free | good.unread:
            assert not isinstance(result, Garbage), bent.pattern
        elif bent.pattern.endswith("mount"):
            assert result is not None  # money may be less than nothing
        else:
            assert isinstance(result, Garbage), bent.pattern
            assert names_the_place(result, bent), (bent.pattern, result.what)


@each
def test_what_is_somebodys_is_in_no_repr(good: Good) -> None:
    """Put a mark into every text that takes one: only what is nobody's may show it."""
    for bent in nonsense(good.document):
        if bent.how == "another text" and bent.pattern in good.free:
            shown = SECRET in repr(outcome(good, bent))
            assert not shown or bent.pattern in good.shown, bent.pattern


_LEAVES = st.none() | st.booleans() | st.integers() | st.floats() | st.text()
_NAMES = sorted({str(step) for good in GOOD.values() for path, _ in places(good.document) for step in path})
_ANYTHING = st.recursive(
    _LEAVES, lambda inner: st.lists(inner) | st.dictionaries(st.sampled_from(_NAMES), inner), max_leaves=20
)


@settings(deadline=None, max_examples=50)
@given(st.sampled_from(sorted(GOOD)), _ANYTHING)
def test_whatever_comes_is_a_value_or_garbage(name: str, document: object) -> None:
    good = GOOD[name]
    try:
        good.read(Canned(document))
    except BackendError as error:
        fault = error.fault
    else:
        return
    assert isinstance(fault, Garbage)


@settings(deadline=None, max_examples=50)
@given(st.sampled_from(sorted(GOOD)), st.data())
def test_whatever_stands_in_one_place_is_a_value_or_garbage(name: str, data: st.DataObject) -> None:
    good = GOOD[name]
    where = data.draw(st.sampled_from([path for path, _ in places(good.document)] or [()]))
    document = json.loads(json.dumps(good.document))
    holder = document
    for step in where[:-1]:
        holder = holder[step]
    if where:
        holder[where[-1]] = data.draw(_ANYTHING)
    try:
        good.read(Canned(document))
    except BackendError as error:
        fault = error.fault
    else:
        return
    assert isinstance(fault, Garbage)
