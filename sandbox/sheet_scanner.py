"""The sandbox's scanner as a program: what lies on its glass comes out as `scanimage` gives it.

`python -m sandbox.sheet_scanner --control URL` writes a picture of the netpbm family, or ends with the
SANE_STATUS that a real device would meet (SANE standard 1.06, table 1).
"""

import argparse
import json
import sys
import urllib.error
import urllib.request
from typing import Final

from PIL import Image, ImageDraw, ImageFont

_PATIENCE_S: Final = 5
_STATUS: Final = {"empty": 7, "jam": 6, "off": 9}
"""SANE_STATUS_NO_DOCS, SANE_STATUS_JAMMED, SANE_STATUS_IO_ERROR."""
_PX_PER_MM: Final = 100 / 25.4
_GLASS_MM: Final = (216, 300)
_PAPER_MM: Final = (148, 210)
_LID, _PAPER, _INK, _PALE = "#a9aaac", "#fdfcf8", "#22252b", "#d8d4ca"


def sheet(number: int) -> Image.Image:
    """Draw what lies on the glass: an invented letter, no two alike, laid down a little askew."""
    paper = Image.new("RGB", _px(_PAPER_MM), _PAPER)
    drawing = ImageDraw.Draw(paper)
    _write(drawing, (14, 14), 7, "Muster")
    _write(drawing, (14, 24), 4, f"Blatt {number} · erfunden, ohne rechtliche Wirkung")
    for line in range(22):
        width = 120 if line % 6 != 5 else 40 + 13 * ((line + number) % 5)
        at = 44 + 6 * line
        drawing.rectangle((*_px((14, at)), *_px((14 + width, at + 1.6))), fill=_PALE)
    _write(drawing, (14, 186), 5, "E. Muster")
    glass = Image.new("RGB", _px(_GLASS_MM), _LID)
    askew = (number % 3 - 1) * 0.9
    laid = paper.rotate(askew, resample=Image.Resampling.BICUBIC, expand=True, fillcolor=_LID)
    glass.paste(laid, _px((9 + number % 4, 8)))
    return glass


def main() -> int:
    """Take the next sheet in; 0, or the status that stands against it."""
    parser = argparse.ArgumentParser(prog="sandbox.sheet_scanner", description=__doc__)
    parser.add_argument("--control", required=True, help="address of the sandbox's controls, on loopback")
    asked = urllib.request.Request(f"{parser.parse_args().control}/control/scanner/sheets", method="POST")  # noqa: S310 - the sandbox's own address
    try:
        with urllib.request.urlopen(asked, timeout=_PATIENCE_S) as answer:  # noqa: S310 - as above
            taken = json.load(answer)
    except (OSError, ValueError):
        return _STATUS["off"]
    if taken["state"] != "page":
        return _STATUS[taken["state"]]
    sheet(taken["sheets"]).save(sys.stdout.buffer, "PPM")
    return 0


def _px(mm: tuple[float, float]) -> tuple[int, int]:
    return round(mm[0] * _PX_PER_MM), round(mm[1] * _PX_PER_MM)


def _write(drawing: ImageDraw.ImageDraw, at_mm: tuple[float, float], height_mm: float, text: str) -> None:
    drawing.text(_px(at_mm), text, fill=_INK, font=ImageFont.load_default(height_mm * _PX_PER_MM))


if __name__ == "__main__":
    sys.exit(main())
