"""Folds words so that what people type meets what the city wrote: case, accents, umlauts, scripts."""

import re
import unicodedata
from collections.abc import Sequence
from typing import Final

_LETTERS: Final = {
    "ı": "i",
    "ł": "l",
    "ø": "o",
    "đ": "d",
    "æ": "ae",
    "œ": "oe",
    "ъ": "",
    "ь": "",
    # Arabic and Persian keyboards write the same letter in several forms.
    "ٱ": "ا",
    "ى": "ي",
    "ی": "ي",
    "ک": "ك",
    "ة": "ه",
    "ـ": "",
    "\u200c": "",
}
_LETTER: Final = re.compile("[" + "".join(_LETTERS) + "]")
_MARKS: Final = re.compile(
    "["
    + "".join(
        chr(code)
        for first, last in (
            (0x300, 0x1100),
            (0x1AB0, 0x1B00),
            (0x1DC0, 0x1E00),
            (0x20D0, 0x2100),
            (0xFE20, 0xFE30),
        )
        for code in range(first, last)
        if unicodedata.category(chr(code)).startswith("M")
    )
    + "]+"
)
"""What stands over, under and between letters, once they are taken apart."""
_UMLAUT_IN_TWO: Final = re.compile("([aou])e")
_NO_WORD: Final = re.compile(r"[^\w\n]+|_+")


def fold(text: str) -> str:
    """Write `text` as it is compared: "Müll", "MUELL", "mull" are one, and so are "Straße", "strasse"."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    plain = _LETTER.sub(lambda found: _LETTERS[found.group()], _MARKS.sub("", apart))
    return _UMLAUT_IN_TWO.sub(r"\1", plain)


def words_of(text: str) -> list[str]:
    """Give the folded words of `text`, in order; signs and hyphens part them."""
    return _NO_WORD.sub(" ", fold(text)).split()


def words_of_each(texts: Sequence[str]) -> list[list[str]]:
    """Do as `words_of` for many texts in one go, which takes a tenth of the time."""
    if not texts:
        return []
    whole = "\n".join(text.replace("\n", " ") for text in texts)
    return [line.split() for line in _NO_WORD.sub(" ", fold(whole)).split("\n")]
