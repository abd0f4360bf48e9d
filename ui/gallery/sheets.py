"""Sheets of many small pictures, so that every screen can be seen without opening hundreds of files."""

from itertools import batched
from pathlib import Path

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter

from ui.gallery.pictures import save_small

COLUMNS = {"portrait": 9, "landscape": 5}
ROWS = {"portrait": 4, "landscape": 7}
WIDTH = {"portrait": 200, "landscape": 360}
GAP, CAPTION = 16, 24
"""Pixels, as is WIDTH."""


def save_sheets(folder: Path, orientation: str, out: Path) -> None:
    """Lay the pictures of `folder` onto `out`/`folder.name`-1.png and so on; older sheets of that name go."""
    for old in out.glob(f"{folder.name}-*.png"):
        old.unlink()
    screens = sorted(folder.glob("*.png"), key=_place)
    for number, some in enumerate(
        batched(screens, COLUMNS[orientation] * ROWS[orientation], strict=False), start=1
    ):
        save_small(_sheet(some, orientation), out / f"{folder.name}-{number}.png")


def _place(file: Path) -> tuple[int, str]:
    number, _, name = file.stem.partition("-")
    return int(number), name


def _sheet(files: tuple[Path, ...], orientation: str) -> QImage:
    width, columns = WIDTH[orientation], COLUMNS[orientation]
    pictures = [
        QImage(str(file)).scaledToWidth(width, Qt.TransformationMode.SmoothTransformation) for file in files
    ]
    height = max(picture.height() for picture in pictures)
    rows = -(-len(files) // columns)
    step = height + CAPTION + GAP
    sheet = QImage(columns * (width + GAP) + GAP, rows * step + GAP, QImage.Format.Format_RGB32)
    sheet.fill(QColor("white"))
    painter = QPainter(sheet)
    font = QFont(painter.font())
    font.setPixelSize(13)
    painter.setFont(font)
    painter.setPen(QColor("#5E5348"))
    for index, (file, picture) in enumerate(zip(files, pictures, strict=True)):
        left, top = GAP + index % columns * (width + GAP), GAP + index // columns * step
        painter.drawImage(left, top, picture)
        painter.drawRect(left, top, width - 1, picture.height() - 1)
        caption = QRect(left, top + picture.height(), width, CAPTION)
        painter.drawText(caption, Qt.AlignmentFlag.AlignVCenter, _place(file)[1])
    painter.end()
    return sheet
