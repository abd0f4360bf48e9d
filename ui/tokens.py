"""The visual concept's numbers as typed values, read from resources/theme/tokens.json."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kiosk.session.preferences import Contrast
from ui.resources import TOKENS


class TokensError(ValueError):
    """The file with the design tokens lacks something; says what."""


@dataclass(frozen=True, slots=True)
class Model:
    """A terminal's screen."""

    width_mm: float
    height_mm: float


@dataclass(frozen=True, slots=True)
class Role:
    """A way to set text, relative to body text."""

    scale: float
    weight: int
    line_height: float
    scale_large: float
    scale_largest: float
    scale_landscape: float


@dataclass(frozen=True, slots=True)
class Tokens:
    portrait: Model
    landscape: Model
    colours: Mapping[Contrast, Mapping[str, str]]
    """Per contrast mode, colour name to `#RRGGBB`."""
    text_pairs: tuple[tuple[str, str], ...]
    """(text, ground): every pair of colours that text is set in."""
    text_minimum: Mapping[Contrast, float]
    """Lowest contrast ratio of text, WCAG 2.2."""
    roles: Mapping[str, Role]
    cap_ratio: float
    """Height of a capital in the first font, relative to the font size."""


@cache
def tokens(file: Path = TOKENS) -> Tokens:
    """Read the tokens; TokensError names what is missing."""
    try:
        return _read(json.loads(file.read_text(encoding="utf-8")))
    except (KeyError, TypeError, ValueError) as error:
        raise TokensError(f"{file}: {error!r} is missing or wrong; compare with the file in git") from error


def _read(root: dict[str, object]) -> Tokens:
    models = _table(root["models"])
    modes = {contrast: _table(_table(root["modes"])[contrast.value]) for contrast in Contrast}
    kind = _table(root["type"])
    family = _list(kind["family"])[0]
    pairs = [str(pair).split("/") for pair in _table(modes[Contrast.DEFAULT]["contrastText"])]
    return Tokens(
        portrait=_model(_table(models["portrait21"])),
        landscape=_model(_table(models["landscape15"])),
        colours={
            contrast: {name: str(value) for name, value in _table(mode["colors"]).items()}
            for contrast, mode in modes.items()
        },
        text_pairs=tuple((text, ground) for text, ground in pairs),
        text_minimum={contrast: _number(mode["textMin"]) for contrast, mode in modes.items()},
        roles={name: _role(_table(role)) for name, role in _table(kind["roles"]).items()},
        cap_ratio=_number(_table(kind["capRatio"])[str(family)]),
    )


def _model(table: dict[str, object]) -> Model:
    width, height = (_number(px) for px in _list(table["px"]))
    per_mm = _number(table["pxPerMm"])
    return Model(width / per_mm, height / per_mm)


def _role(table: dict[str, object]) -> Role:
    scale = _number(table["scale"])
    return Role(
        scale=scale,
        weight=int(_number(table["weight"])),
        line_height=_number(table["lineHeight"]),
        scale_large=_number(table.get("scaleAtL", scale)),
        scale_largest=_number(table.get("scaleAtXL", scale)),
        scale_landscape=_number(table.get("scaleLandscape", scale)),
    )


def _table(value: object) -> dict[str, object]:
    if not isinstance(value, dict):
        raise TypeError(f"a table is needed instead of {value!r}")
    return value


def _list(value: object) -> list[object]:
    if not isinstance(value, list):
        raise TypeError(f"a list is needed instead of {value!r}")
    return value


def _number(value: object) -> float:
    if not isinstance(value, int | float):
        raise TypeError(f"a number is needed instead of {value!r}")
    return float(value)
