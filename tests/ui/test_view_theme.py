"""Measures in millimetres and colours with enough contrast, computed and not believed."""

import pytest

from kiosk.session.preferences import Contrast, Preferences, TextSize
from ui.app import application
from ui.gallery.render import LANDSCAPE, PORTRAIT
from ui.theme import Theme
from ui.tokens import TokensError, tokens

CONTROLS = (
    ("line", "surface"),
    ("line", "ground"),
    ("line", "sky"),
    ("line", "bar"),
    ("ink", "clay"),
    ("ink", "sky"),
    ("ink", "ground"),
    ("focusInner", "focusOuter"),
    ("disabledLine", "disabledGround"),
)


def luminance(colour: str) -> float:
    """Relative luminance, WCAG 2.2."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def ratio(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("contrast", Contrast)
def test_text_is_readable_on_its_ground(contrast: Contrast) -> None:
    colours = tokens().colours[contrast]
    for text, ground in tokens().text_pairs:
        assert ratio(colours[text], colours[ground]) >= tokens().text_minimum[contrast] - 0.005, (
            text,
            ground,
        )


@pytest.mark.parametrize("contrast", Contrast)
def test_controls_stand_out_from_what_surrounds_them(contrast: Contrast) -> None:
    colours = tokens().colours[contrast]
    for one, other in CONTROLS:
        assert ratio(colours[one], colours[other]) >= 3, (one, other)


def test_ratio_of_black_and_white_is_21() -> None:
    assert ratio("#000000", "#FFFFFF") == pytest.approx(21)


@pytest.mark.parametrize(("window", "per_mm"), [(PORTRAIT, 4.034), (LANDSCAPE, 5.559), ((540, 960), 2.017)])
def test_a_millimetre_is_a_millimetre(window: tuple[int, int], per_mm: float) -> None:
    application()
    theme = Theme()
    theme.set_window(*window)
    assert theme.property("mm") == pytest.approx(per_mm, abs=0.001)


@pytest.mark.parametrize("size", TextSize)
def test_capitals_are_as_high_as_chosen(size: TextSize) -> None:
    application()
    theme = Theme()
    theme.set_window(*PORTRAIT)
    theme.set_preferences(Preferences(text_size=size))
    capital = theme.property("bodyPx") * 0.668 / theme.property("mm")
    assert capital == pytest.approx(size.value / 10, abs=0.09)


def test_missing_tokens_say_so(tmp_path) -> None:
    file = tmp_path / "tokens.json"
    file.write_text('{"models": {}}')
    with pytest.raises(TokensError, match="modes"):
        tokens(file)
