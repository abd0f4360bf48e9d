"""The diagram in docs/architecture.md is the one that `step` draws. `UPDATE_DIAGRAM=1` rewrites it."""

import os
from pathlib import Path

import diagram
import pytest

from kiosk.session import states as st
from tests.unions import members

DOCUMENT = Path(__file__).resolve().parents[3] / "docs" / "architecture.md"


def test_the_documented_diagram_is_the_true_one() -> None:
    written = DOCUMENT.read_text(encoding="utf-8")
    drawn = diagram.replaced(written)
    if os.environ.get("UPDATE_DIAGRAM"):
        DOCUMENT.write_text(drawn, encoding="utf-8")
        return
    assert written == drawn, (
        "the visit has changed: run this test with UPDATE_DIAGRAM=1 and commit the result"
    )


def test_every_scene_is_drawn_once_and_leads_on() -> None:
    placed = [scene for part in diagram.PARTS.values() for scene in part]
    assert sorted(placed, key=lambda scene: scene.__name__) == sorted(
        members(st.Scene), key=lambda scene: scene.__name__
    )
    drawn = diagram.edges()
    names = {scene.__name__ for scene in placed}
    assert {here for here, _ in drawn} == names - {"Goodbye"}
    assert {there for _, there in drawn} == names - {"Preparing"}


@pytest.mark.parametrize(
    ("way", "by"),
    [
        (("EnterPin", "SigningIn"), ["PinEntered"]),
        (("TakeCard", "Printing"), ["ReaderChanged"]),
        (("WhoAsks", "Failed"), ["SignInDeclined", "ReaderChanged"]),
    ],
)
def test_the_drawing_knows_the_way(way: tuple[str, str], by: list[str]) -> None:
    assert diagram.edges()[way] == by


def test_what_every_scene_shares_is_left_out() -> None:
    assert ("ChooseTopic", "Goodbye") not in diagram.edges()
    assert ("Review", "Failed") not in diagram.edges()


def test_a_document_without_the_markers_is_refused() -> None:
    with pytest.raises(ValueError, match="needs the markers"):
        diagram.replaced("# Architecture")
