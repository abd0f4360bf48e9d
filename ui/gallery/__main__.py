"""`python -m ui.gallery`: a picture of every screen; without arguments also the sheets in docs/screens/."""

import argparse
import os
import sys
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from kiosk.session.preferences import Contrast, Language, Preferences, TextSize
from ui.gallery.overview import save_overview
from ui.gallery.pictures import save_small
from ui.gallery.render import LANDSCAPE, PORTRAIT, studio
from ui.gallery.samples import samples
from ui.gallery.sheets import save_sheets
from ui.pages import PageMissingError

SIZES = {"S": TextSize.SMALL, "M": TextSize.MEDIUM, "L": TextSize.LARGE, "XL": TextSize.LARGEST}
SHEETS = Path("docs/screens")
ORIENTATIONS = {"portrait": PORTRAIT, "landscape": LANDSCAPE}


@dataclass(frozen=True, slots=True)
class Wish:
    out: Path
    only: str
    languages: tuple[Language, ...]
    orientations: tuple[str, ...]
    size: TextSize
    contrast: Contrast
    scale: float
    right_to_left: bool
    low: bool


def wish(arguments: list[str]) -> Wish:
    parser = argparse.ArgumentParser(prog="python -m ui.gallery", description=__doc__)
    parser.add_argument("--out", type=Path, default=Path("out/screens"))
    parser.add_argument("--only", default="", help="part of a name, such as EnterPin")
    parser.add_argument("--language", choices=[each.value for each in Language])
    parser.add_argument("--orientation", choices=list(ORIENTATIONS))
    parser.add_argument("--size", choices=list(SIZES), default="M")
    parser.add_argument("--contrast", choices=[each.value for each in Contrast], default="default")
    parser.add_argument("--scale", type=float, default=0.5, help="size of the pictures; 1 is every pixel")
    parser.add_argument("--rtl", action="store_true", help="mirror the layout")
    parser.add_argument("--low", action="store_true", help="every control in the lower half")
    given = parser.parse_args(arguments)
    return Wish(
        out=given.out,
        only=given.only,
        languages=(Language(given.language),) if given.language else tuple(Language),
        orientations=(given.orientation,) if given.orientation else tuple(ORIENTATIONS),
        size=SIZES[given.size],
        contrast=Contrast(given.contrast),
        scale=given.scale,
        right_to_left=given.rtl,
        low=given.low,
    )


def render(wanted: Wish) -> list[str]:
    """Draw what is wanted; give what is missing or what Qt complained of."""
    wrong: list[str] = []
    for orientation in wanted.orientations:
        with studio(ORIENTATIONS[orientation], right_to_left=wanted.right_to_left) as room:
            for language in wanted.languages:
                folder = wanted.out / f"{orientation}-{language.value}"
                folder.mkdir(parents=True, exist_ok=True)
                for sample in samples(Preferences(language, wanted.size, wanted.contrast, wanted.low)):
                    if wanted.only not in sample.name:
                        continue
                    try:
                        save_small(
                            _scaled(room.picture(sample.visit), wanted.scale), folder / f"{sample.name}.png"
                        )
                    except PageMissingError as error:
                        wrong.append(str(error))
            wrong += room.complaints
    return list(dict.fromkeys(wrong))


def _scaled(picture: QImage, scale: float) -> QImage:
    if scale == 1:
        return picture
    return picture.scaledToHeight(round(picture.height() * scale), Qt.TransformationMode.SmoothTransformation)


def main(arguments: list[str]) -> int:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    wanted = wish(arguments)
    wrong = render(wanted)
    if not arguments:
        save_overview(wanted.out / "portrait-de", SHEETS / "overview.png")
        save_sheets(wanted.out / "portrait-de", "portrait", SHEETS)
        save_sheets(wanted.out / "landscape-en", "landscape", SHEETS)
    for each in wrong:
        print(each, file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
