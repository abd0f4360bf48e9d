"""Drawings for QML, recoloured for each contrast mode and crisp at any size: `image://art/<name>?<mode>`."""

import re
from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtQuick import QQuickImageProvider
from PySide6.QtSvg import QSvgRenderer

from kiosk.session.preferences import Contrast
from ui.resources import ART
from ui.tokens import tokens

PALETTE = {
    "#16212B": "ink",
    "#FFFFFF": "surface",
    "#F0CBA6": "clay",
    "#FFC14A": "lamp",
    "#0A4740": "go",
    "#16212C": "onLamp",
}
"""The colours the drawings are written in, and what each stands for."""

EXCEPTIONS = {
    (Contrast.BLACK_ON_WHITE, "lamp"): "surface",
    (Contrast.BLACK_ON_WHITE, "onLamp"): "ink",
    (Contrast.LOW_GLARE, "go"): "ink",
}
"""Where a mode's own colour would swallow the lines of a drawing."""

KEPT_PX = 256 * 256
"""Up to so many pixels a drawing is kept once it is drawn: each screen asks for the same small ones again."""

_COLOUR = re.compile("|".join(PALETTE), re.IGNORECASE)


class ArtMissingError(LookupError):
    """A screen asks for a drawing that does not exist."""


@lru_cache(maxsize=256)
def drawing(name: str, contrast: Contrast, ink: str = "", ground: str = "") -> bytes:
    """Give the SVG of a drawing in the colours of a mode.

    `ink` and `ground` name other colours for its lines and its fills, for pictures on a button.
    Raises ArtMissingError when resources/art has no such drawing.
    """
    file = ART / f"{name}.svg"
    if not file.is_file():
        raise ArtMissingError(f"{name}: resources/art has no {file.name}")
    colours = tokens().colours[contrast]

    def recoloured(found: re.Match[str]) -> str:
        part = PALETTE[found[0].upper()]
        if ink and part in ("ink", "onLamp"):
            return colours[ink]
        if ground and part in ("surface", "clay"):
            return colours[ground]
        return colours[EXCEPTIONS.get((contrast, part), part)]

    return _COLOUR.sub(recoloured, file.read_text(encoding="utf-8")).encode()


class ArtProvider(QQuickImageProvider):
    """Answers `image://art/icon-home?default,ink,ground`; the last two may be left empty."""

    def __init__(self) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)

    def requestImage(self, id: str, size: QSize, requestedSize: QSize) -> QImage:  # noqa: A002 - Qt names it so
        width, height = requestedSize.width(), requestedSize.height()
        small = not requestedSize.isEmpty() and width * height <= KEPT_PX
        image = (_kept if small else _painted)(id, width, height)
        size.setWidth(image.width())
        size.setHeight(image.height())
        return image


@lru_cache(maxsize=128)
def _kept(asked: str, width: int, height: int) -> QImage:
    return _painted(asked, width, height)


def _painted(asked: str, width: int, height: int) -> QImage:
    """Draw at this size; at the drawing's own when either is not positive."""
    name, _, query = asked.partition("?")
    mode, ink, ground = (*query.split(","), "", "")[:3]
    renderer = QSvgRenderer(QByteArray(drawing(name, Contrast(mode), ink, ground)))
    wanted = QSize(width, height) if width > 0 and height > 0 else renderer.defaultSize()
    image = QImage(wanted, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    renderer.render(painter, QRectF(0, 0, wanted.width(), wanted.height()))
    painter.end()
    return image
