"""Letters in paragraphs that fit on a screen: nothing is lost, nothing is too long."""

from hypothesis import given
from hypothesis import strategies as some

from ui.pages.paragraphs import SHORTEST, paragraphs


@given(some.text(alphabet="ab .!?\n", max_size=900), some.sampled_from([SHORTEST, 240]))
def test_every_letter_is_kept_and_no_paragraph_is_too_long(text: str, longest: int) -> None:
    cut = list(paragraphs(text, longest))
    assert all(0 < len(each) <= longest for each in cut)
    assert "".join("".join(each.split()) for each in cut) == "".join(text.split())


def test_a_long_paragraph_ends_with_a_sentence() -> None:
    assert list(paragraphs("Eins. Zwei drei vier.", 10)) == ["Eins.", "Zwei drei", "vier."]
