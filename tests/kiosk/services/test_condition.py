"""The condition grammar, as a table."""

from typing import Any

import pytest

from kiosk.services.condition import holds, read_condition, scopes
from kiosk.services.document import Node

KNOWN = ("/kind", "/copies", "/person/name", "/person")
SIMPLE = {"scope": "/kind", "schema": {"const": "simple"}}
MANY = {"scope": "/copies", "schema": {"minimum": 2}}
NAMED = {"scope": "/person/name", "schema": True}


@pytest.mark.parametrize(
    ("condition", "data", "expected"),
    [
        (SIMPLE, {"kind": "simple"}, True),
        (SIMPLE, {"kind": "extended"}, False),
        (SIMPLE, {}, False),
        ({"not": SIMPLE}, {}, True),
        ({"not": SIMPLE}, {"kind": "simple"}, False),
        ({"scope": "/kind", "schema": {"not": {"const": "simple"}}}, {}, False),
        (NAMED, {"person": {"name": None}}, True),
        (NAMED, {"person": {}}, False),
        (NAMED, {"person": "name"}, False),
        (NAMED, {"person": ["name"]}, False),
        ({"all": []}, {}, True),
        ({"any": []}, {}, False),
        ({"all": [SIMPLE, MANY]}, {"kind": "simple", "copies": 2}, True),
        ({"all": [SIMPLE, MANY]}, {"kind": "simple", "copies": 1}, False),
        ({"any": [SIMPLE, MANY]}, {"kind": "extended", "copies": 2}, True),
        ({"any": [SIMPLE, MANY]}, {"kind": "extended"}, False),
        ({"all": [{"any": [SIMPLE, NAMED]}, {"not": MANY}]}, {"person": {"name": ""}, "copies": 1}, True),
    ],
)
def test_truth(condition: Any, data: Any, expected: object) -> None:
    assert holds(read_condition(Node(condition), KNOWN), data) is expected


def test_scopes_are_all_that_a_condition_looks_at() -> None:
    condition = read_condition(Node({"all": [{"not": SIMPLE}, {"any": [MANY, NAMED]}]}), KNOWN)
    assert scopes(condition) == {"/kind", "/copies", "/person/name"}
