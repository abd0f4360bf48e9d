"""Pages: where the paper lies, turning and trimming, and the file that is made of them."""

from io import BytesIO

import pytest
from fake_evidence import glass
from hypothesis import given
from hypothesis import strategies as some
from PIL import Image

from kiosk.scanning.page import LEAST, STEP, WHOLE, Box, Edge, ScannedPage, seen_size, trimmed, turned, whole
from kiosk.scanning.pictures import TooLargeError, as_jpeg, as_pdf, as_seen, find_paper, page_of

PAGE = page_of(glass())


def test_the_paper_is_found_on_the_dark_lid() -> None:
    box = PAGE.paper
    assert 70 <= box.left <= 110
    assert 70 <= box.top <= 110
    assert 690 <= box.right <= 740
    assert 790 <= box.bottom <= 840
    assert PAGE.cut == box


@pytest.mark.parametrize("colour", [(0, 0, 0), (255, 255, 255)])
def test_an_empty_glass_is_left_whole(colour: tuple[int, int, int]) -> None:
    assert find_paper(Image.new("RGB", (200, 280), colour)) == Box()


def test_a_speck_is_no_paper() -> None:
    picture = Image.new("RGB", (400, 400), (255, 255, 255))
    picture.paste((0, 0, 0), (100, 100, 112, 112))
    assert find_paper(picture) == Box()


def test_what_is_seen_is_cut_and_turned() -> None:
    upright = as_seen(PAGE)
    lying = as_seen(turned(PAGE))
    assert abs(upright.width - seen_size(PAGE)[0]) <= 1
    assert (lying.width, lying.height) == (upright.height, upright.width)
    assert turned(turned(turned(turned(PAGE)))) == PAGE


@pytest.mark.parametrize("turns", range(4))
@pytest.mark.parametrize("edge", Edge)
def test_an_edge_is_moved_where_it_is_seen(edge: Edge, turns: int) -> None:
    """What is cut off at an edge is missing at that edge of what is seen."""
    page = whole(PAGE)
    for _ in range(turns):
        page = turned(page)
    before, after = as_seen(page), as_seen(trimmed(page, edge, inwards=True))
    across = edge in (Edge.LEFT, Edge.RIGHT)
    lost = (before.width - after.width) if across else (before.height - after.height)
    assert lost > 0
    kept = after.convert("L").resize((8, 8))
    left = lost if edge is Edge.LEFT else 0
    top = lost if edge is Edge.TOP else 0
    expected = before.crop((left, top, left + after.width, top + after.height)).convert("L").resize((8, 8))
    assert max(abs(a - b) for a, b in zip(kept.tobytes(), expected.tobytes(), strict=True)) < 40


@given(some.lists(some.tuples(some.sampled_from(Edge), some.booleans()), max_size=80))
def test_whatever_is_touched_something_is_left(touches: list[tuple[Edge, bool]]) -> None:
    page = ScannedPage(b"", 100, 100, Box(), Box())
    for edge, inwards in touches:
        page = trimmed(page, edge, inwards=inwards)
        assert page.cut.right - page.cut.left >= LEAST
        assert page.cut.bottom - page.cut.top >= LEAST
        assert page.cut.left >= 0
        assert page.cut.bottom <= WHOLE
    assert trimmed(whole(page), Edge.TOP, inwards=True).cut.top == STEP


def test_pages_become_one_pdf() -> None:
    three = as_pdf([PAGE, turned(PAGE), PAGE], 1_000_000)
    assert three.startswith(b"%PDF-")
    assert b"/Count 3" in three
    assert b"/Count 1" in as_pdf([PAGE], 1_000_000)


def test_a_jpeg_is_what_is_seen() -> None:
    with Image.open(BytesIO(as_jpeg(PAGE, 1_000_000))) as made:
        assert made.format == "JPEG"
        assert made.size == as_seen(PAGE).size


def test_what_cannot_be_small_enough_says_so() -> None:
    with pytest.raises(TooLargeError):
        as_pdf([PAGE], 200)
    with pytest.raises(TooLargeError):
        as_jpeg(PAGE, 200)
