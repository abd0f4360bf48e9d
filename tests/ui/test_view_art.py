"""Every drawing is recoloured for every mode and holds no letters of its own."""

import re

import pytest

from kiosk.session.preferences import Contrast
from ui.art import ArtMissingError, drawing
from ui.resources import ART
from ui.tokens import tokens

NAMES = sorted(path.stem for path in ART.glob("*.svg"))


@pytest.mark.parametrize("name", NAMES)
def test_words_are_left_to_qml(name: str) -> None:
    assert b"<text" not in drawing(name, Contrast.DEFAULT)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("contrast", Contrast)
def test_only_colours_of_the_mode_appear(name: str, contrast: Contrast) -> None:
    allowed = {colour.upper() for colour in tokens().colours[contrast].values()}
    found = {each.upper() for each in re.findall(r"#[0-9A-Fa-f]{6}", drawing(name, contrast).decode())}
    assert found <= allowed


def test_lines_turn_into_the_asked_colour() -> None:
    colours = tokens().colours[Contrast.DEFAULT]
    drawn = drawing("icon-go", Contrast.DEFAULT, "onGo").decode()
    assert colours["onGo"] in drawn
    assert colours["ink"] not in drawn


def test_a_missing_drawing_says_its_name() -> None:
    with pytest.raises(ArtMissingError, match="icon-unicorn"):
        drawing("icon-unicorn", Contrast.DEFAULT)
