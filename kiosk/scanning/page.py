"""A scanned page as a value: its picture, where the paper lies on it, and how it is to be turned."""

from dataclasses import dataclass, field, replace
from enum import Enum
from typing import Final, assert_never

WHOLE: Final = 1000
STEP: Final = 40
"""How far one touch moves an edge."""
LEAST: Final = 200
"""What is always left of a page between two edges."""


@dataclass(frozen=True, slots=True)
class Box:
    """A part of a picture, in thousandths of its width and height, from its upper left corner."""

    left: int = 0
    top: int = 0
    right: int = WHOLE
    bottom: int = WHOLE


class Edge(Enum):
    """The edges of a page as it is seen, clockwise."""

    TOP = 0
    RIGHT = 1
    BOTTOM = 2
    LEFT = 3


@dataclass(frozen=True, slots=True)
class ScannedPage:
    """One side of a sheet. The picture stays as it came; `cut` and `turns` say what will be sent of it."""

    picture: bytes = field(repr=False)
    """A PNG or JPEG file."""
    width_px: int
    height_px: int
    paper: Box
    """Where the sheet lies, as far as its borders could be found; else the whole picture."""
    cut: Box
    turns: int = 0
    """Quarter turns clockwise, 0 to 3."""


def turned(page: ScannedPage) -> ScannedPage:
    """Turn it by a quarter, clockwise."""
    return replace(page, turns=(page.turns + 1) % 4)


def trimmed(page: ScannedPage, edge: Edge, *, inwards: bool) -> ScannedPage:
    """Move an edge, as it is seen, one step in or out; the very same page where it can go no further."""
    cut, step = page.cut, STEP if inwards else -STEP
    match Edge((edge.value - page.turns) % 4):  # which edge of the picture is seen there
        case Edge.TOP:
            moved = replace(cut, top=max(0, min(cut.top + step, cut.bottom - LEAST)))
        case Edge.RIGHT:
            moved = replace(cut, right=min(WHOLE, max(cut.right - step, cut.left + LEAST)))
        case Edge.BOTTOM:
            moved = replace(cut, bottom=min(WHOLE, max(cut.bottom - step, cut.top + LEAST)))
        case Edge.LEFT:
            moved = replace(cut, left=max(0, min(cut.left + step, cut.right - LEAST)))
        case _ as never:
            assert_never(never)
    return page if moved == cut else replace(page, cut=moved)


def whole(page: ScannedPage) -> ScannedPage:
    """Cut nothing off."""
    return replace(page, cut=Box())


def seen_size(page: ScannedPage) -> tuple[int, int]:
    """Give width and height in pixels of what will be sent, as it is seen."""
    width = page.width_px * (page.cut.right - page.cut.left) // WHOLE
    height = page.height_px * (page.cut.bottom - page.cut.top) // WHOLE
    return (height, width) if page.turns % 2 else (width, height)
