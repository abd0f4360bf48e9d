"""What a provider says of itself in its certificate, cut into what a person reads before the PIN."""

import re
from dataclasses import dataclass

LONGEST_PURPOSE = 160
"""Letters. Longer ones are no help on a screen with one question."""
LONGEST_TEXT = 280
"""Letters of one section, so that it fits on a page in any size."""

_PURPOSE = re.compile(
    r"(?:Geschäftszweck|Zweck des Auslesevorgangs|Purpose)\s*:\s*(.*)", re.IGNORECASE | re.DOTALL
)
_CUTS = re.compile(r"(\s+)")


@dataclass(frozen=True, slots=True)
class Section:
    """A paragraph; a first line that ends with a colon is its heading."""

    heading: str
    text: str


def short_purpose(terms: str) -> str:
    """Find the purpose by the heading that providers must use, or take short terms whole; else nothing."""
    blocks = _blocks(terms)
    for block in blocks:
        if found := _PURPOSE.match(block):
            return _short(found[1])
    return _short(" ".join(blocks))


def sections(terms: str) -> list[Section]:
    """Cut at empty lines; what is still too long goes on in a section without a heading."""
    found: list[Section] = []
    for block in _blocks(terms):
        first, _, rest = block.partition("\n")
        heading = first if first.endswith(":") and rest and len(first) <= LONGEST_TEXT else ""
        texts = _fitting(rest if heading else block)
        found += [Section(heading if not n else "", text) for n, text in enumerate(texts)]
    return found


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_PURPOSE else ""


def _blocks(terms: str) -> list[str]:
    lines = "\n".join(line.strip() for line in terms.splitlines())
    return [block.strip() for block in re.split(r"\n{2,}", lines) if block.strip()]


def _fitting(text: str) -> list[str]:
    """Cut at words, or anywhere in a word that is too long itself."""
    texts: list[str] = []
    now = ""
    for piece in _CUTS.split(text):
        for at in range(0, len(piece), LONGEST_TEXT):
            part = piece[at : at + LONGEST_TEXT]
            if now and len(now) + len(part) > LONGEST_TEXT:
                texts.append(now.strip())
                now = ""
            now += part
    return [*texts, now.strip()] if now.strip() else texts
