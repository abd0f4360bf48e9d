"""How hard a German text is to read: words a sentence, and the first Wiener Sachtextformel."""

import re
from functools import cache
from typing import Final

import pyphen  # type: ignore[import-untyped]  # it ships no types

LONGEST_SENTENCE: Final = 15
"""Words of a sentence that everybody follows to its end."""
EASY_GRADE: Final = 6.0
"""The grade of school whose pupils understand easy German."""
FEWEST_WORDS: Final = 30
"""Below so many, the formula measures chance."""

_VOWELS: Final = frozenset("aeiouyäöüàáâéèêíîóôúû")
_WORD: Final = re.compile(r"[A-Za-zÄÖÜäöüßÀ-ÿ]+(?:[-'’][A-Za-zÄÖÜäöüßÀ-ÿ]+)*")
_END: Final = re.compile(r"(?<=[.!?:])[\s“”\"')]+(?=[\"„“(]?[A-ZÄÖÜ0-9])|\n+")
_SHORT_FORMS: Final = re.compile(r"\b(?:z\. ?B|d\. ?h|u\. ?a|bzw|ca|Nr|Abs|Art|Str|Dr|St|Std|inkl|ggf)\.")


def sentences(text: str) -> list[str]:
    """Split a text; points of usual short forms and of numbers end nothing."""
    whole = _SHORT_FORMS.sub(lambda found: found[0].replace(".", ""), text)
    return [part for part in (each.strip() for each in _END.split(whole)) if words(part)]


def words(text: str) -> list[str]:
    return _WORD.findall(text)


def syllables(word: str) -> int:
    """Count the parts that a word could be divided into; one without a vowel is none."""
    parts = str(_german().inserted(word.lower(), "|")).split("|")
    return max(1, sum(not _VOWELS.isdisjoint(part) for part in parts))


def grade(text: str) -> float:
    """Give the grade of school that understands a German text (Bamberger and Vanecek, formula 1)."""
    all_words = words(text)
    if not all_words:
        return 0.0
    count = len(all_words)
    lengths = [syllables(word) for word in all_words]
    many = 100 * sum(length >= 3 for length in lengths) / count
    single = 100 * sum(length == 1 for length in lengths) / count
    long = 100 * sum(len(word) > 6 for word in all_words) / count
    mean = count / max(1, len(sentences(text)))
    return 0.1935 * many + 0.1672 * mean + 0.1297 * long - 0.0327 * single - 0.875


@cache
def _german() -> pyphen.Pyphen:
    return pyphen.Pyphen(lang="de_DE", left=1, right=1)
