"""One picture of the whole way, for the README: six screens side by side."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter

from ui.gallery.pictures import save_small

WAY = ("Start", "AboutService", "PlaceCard", "EnterPin", "Review-declared", "Done")
"""Endings of the pictures' names, in the order of the visit."""
HEIGHT, GAP = 720, 24
"""Pixels."""


def save_overview(folder: Path, file: Path) -> None:
    """Put the pictures of `folder` (upright screens) into one; FileNotFoundError when one is missing."""
    screens = [_picture(folder, name) for name in WAY]
    width = sum(screen.width() + GAP for screen in screens) + GAP
    whole = QImage(width, HEIGHT + 2 * GAP, QImage.Format.Format_RGB32)
    whole.fill(QColor("white"))
    painter = QPainter(whole)
    left = GAP
    for screen in screens:
        painter.drawImage(left, GAP, screen)
        painter.setPen(QColor("#5E5348"))
        painter.drawRect(left, GAP, screen.width() - 1, screen.height() - 1)
        left += screen.width() + GAP
    painter.end()
    save_small(whole, file)


def _picture(folder: Path, name: str) -> QImage:
    found = sorted(folder.glob(f"[0-9]*-{name}.png"))
    if not found:
        raise FileNotFoundError(f"{folder} has no picture of {name}; draw all screens first")
    return QImage(str(found[0])).scaledToHeight(HEIGHT, Qt.TransformationMode.SmoothTransformation)
