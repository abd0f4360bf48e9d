"""Pictures of sheets: where the paper lies, and the file that is made of them. In memory only."""

from collections.abc import Sequence
from io import BytesIO
from typing import Final

from PIL import Image, ImageChops, ImageFilter, UnidentifiedImageError

from kiosk.scanning.page import WHOLE, Box, ScannedPage

RESOLUTION_DPI: Final = 200
_KEPT_QUALITY: Final = 90
_QUALITIES: Final = (85, 70, 55, 40)
"""Of the file that is sent; the next one is tried where it is still too large."""
_DARK_ENOUGH: Final = 24
"""How much a paper or its print differs from the lid behind it, of 255."""
_MARGIN: Final = 12
"""Left around what was found, in thousandths."""
_WORTH_CUTTING: Final = 0.97
"""A paper that fills more of the picture than this is left as it is."""
_TOO_LITTLE: Final = 0.02
"""What fills less is a speck, and no paper."""
_LONGEST_SIDE_PX: Final = 12_000


class NoPictureError(ValueError):
    """What came from the scanner cannot be read."""


class TooLargeError(ValueError):
    """Not even the plainest file is small enough."""


def page_of(came: bytes) -> ScannedPage:
    """Take in a scanner's picture and find the sheet on it; NoPictureError when it is none."""
    try:
        with Image.open(BytesIO(came), formats=("PPM",)) as opened:
            if max(opened.size) > _LONGEST_SIDE_PX:
                raise NoPictureError("a picture of this size is no sheet")
            picture = opened.convert("RGB")
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError) as error:
        raise NoPictureError("this is no picture, or only a part of one") from error
    paper = find_paper(picture)
    kept = BytesIO()
    picture.save(kept, "JPEG", quality=_KEPT_QUALITY)
    return ScannedPage(kept.getvalue(), picture.width, picture.height, paper, paper)


def find_paper(picture: Image.Image) -> Box:
    """Give the part that differs from the lid, which is what the picture's corners show; else all of it."""
    small = picture.convert("L")
    small.thumbnail((400, 400))
    small = small.filter(ImageFilter.MedianFilter(3))
    width, height = small.size
    grey = small.tobytes()
    lid = sorted(grey[at] for at in (0, width - 1, -width, -1))[1]
    differs = ImageChops.difference(small, Image.new("L", small.size, lid))
    found = differs.point(lambda value: 255 if value > _DARK_ENOUGH else 0).getbbox()
    if found is None:
        return Box()
    left, top, right, bottom = found
    share = (right - left) * (bottom - top) / (width * height)
    if not _TOO_LITTLE < share < _WORTH_CUTTING:
        return Box()
    return Box(
        max(0, left * WHOLE // width - _MARGIN),
        max(0, top * WHOLE // height - _MARGIN),
        min(WHOLE, -(-right * WHOLE // width) + _MARGIN),
        min(WHOLE, -(-bottom * WHOLE // height) + _MARGIN),
    )


def as_seen(page: ScannedPage) -> Image.Image:
    """Give the page as it will be sent: cut first, then turned."""
    with Image.open(BytesIO(page.picture), formats=("JPEG",)) as opened:
        cut = page.cut
        part = opened.crop(
            (
                opened.width * cut.left // WHOLE,
                opened.height * cut.top // WHOLE,
                opened.width * cut.right // WHOLE,
                opened.height * cut.bottom // WHOLE,
            )
        )
    return part if page.turns == 0 else part.transpose(_TURNS[page.turns - 1])


_TURNS: Final = (Image.Transpose.ROTATE_270, Image.Transpose.ROTATE_180, Image.Transpose.ROTATE_90)
"""Pillow turns against the clock."""


def as_pdf(pages: Sequence[ScannedPage], max_bytes: int) -> bytes:
    """Make one PDF file of at least one page; TooLargeError when it cannot be small enough."""
    first, *others = [as_seen(page) for page in pages]
    for quality in _QUALITIES:
        made = BytesIO()
        first.save(
            made, "PDF", save_all=True, append_images=others, resolution=RESOLUTION_DPI, quality=quality
        )
        if made.tell() <= max_bytes:
            return made.getvalue()
    raise TooLargeError(f"{len(pages)} pages do not fit into {max_bytes} bytes")


def as_jpeg(page: ScannedPage, max_bytes: int) -> bytes:
    """Make a JPEG file of one page, where no PDF is taken."""
    picture = as_seen(page)
    for quality in _QUALITIES:
        made = BytesIO()
        picture.save(made, "JPEG", quality=quality)
        if made.tell() <= max_bytes:
            return made.getvalue()
    raise TooLargeError(f"the page does not fit into {max_bytes} bytes")
