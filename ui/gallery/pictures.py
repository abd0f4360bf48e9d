"""Small PNG files: a screen of flat colours needs a palette of 256, not 24 bits a pixel."""

from collections import Counter
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

PALETTE = 256
SAMPLED = 5
"""One pixel of so many is counted."""


def save_small(image: QImage, file: Path) -> None:
    """Save with the picture's own most frequent colours; OSError when the file cannot be written."""
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    pixels = memoryview(plain.constBits()).cast("B").cast("I")
    frequent = Counter(pixels[::SAMPLED]).most_common(PALETTE)
    colours = [colour | 0xFF000000 for colour, _ in frequent]
    small = plain.convertToFormat(
        QImage.Format.Format_Indexed8,
        colours,
        Qt.ImageConversionFlag.ThresholdDither | Qt.ImageConversionFlag.AvoidDither,
    )
    if not small.save(str(file), quality=0):
        raise OSError(f"{file} cannot be written")
