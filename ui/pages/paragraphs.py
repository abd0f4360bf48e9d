"""A letter in paragraphs that fit on a screen: nothing scrolls, so nothing may be too high for a page."""

import re
from collections.abc import Iterator
from typing import Final

LONGEST: Final = 240
"""In characters: a paragraph of any text size that fits on a page."""

SHORTEST: Final = 90
"""In characters: what the largest text still shows on half a landscape screen."""


def paragraphs(text: str, longest: int = LONGEST) -> Iterator[str]:
    """Give the paragraphs of a plain text, the long ones cut after a sentence, or else between words."""
    for block in re.split(r"\n\s*\n|\n", text):
        words = block.strip()
        while len(words) > longest:
            end = _end_of_sentence(words, longest) or words.rfind(" ", 0, longest)
            cut = end if end > 0 else longest
            yield words[:cut].rstrip()
            words = words[cut:].lstrip()
        if words:
            yield words


def _end_of_sentence(text: str, longest: int) -> int:
    """Find where the last sentence that fits ends; 0 where not even one does."""
    ends = [found.end() for found in re.finditer(r"[.!?](?=\s)", text[: longest + 1])]
    return ends[-1] if ends else 0
