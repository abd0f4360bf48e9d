"""What is said of the texts: languages that are missing, sentences that are long, easy German that is not."""

from collections import Counter
from collections.abc import Iterator
from typing import Final

from kiosk.bochum_id.values import DEFAULT_LANGUAGE, JsonValue
from kiosk.services.checking.finding import Finding, advised, mistake
from kiosk.services.checking.readability import (
    EASY_GRADE,
    FEWEST_WORDS,
    LONGEST_SENTENCE,
    grade,
    sentences,
    words,
)
from kiosk.services.pointer import join

EASY: Final = "de-x-leicht"
"""The language code of easy German (a private subtag, BCP 47 2.2.7)."""
NEEDED: Final = (DEFAULT_LANGUAGE, "en")
_LEGAL: Final = frozenset({"dataSchema", "legalBasis"})
"""Members whose texts nobody translates."""


def text_findings(document: JsonValue) -> Iterator[Finding]:
    """Look at every text of a document, wherever it stands."""
    texts = list(_localised(document, ""))
    for pointer, said in texts:
        for language in NEEDED:
            if language not in said:
                yield mistake(pointer, f"the language {language!r} is missing", f'add "{language}": …')
        for language in (DEFAULT_LANGUAGE, EASY):
            yield from _long_sentences(pointer + join(language), said.get(language, ""))
    yield from _incomplete([said for _, said in texts])
    yield from _not_easy(texts)


def _localised(value: JsonValue, pointer: str) -> Iterator[tuple[str, dict[str, str]]]:
    if isinstance(value, dict):
        said = {name: inner for name, inner in value.items() if isinstance(inner, str)}
        if DEFAULT_LANGUAGE in said and len(said) == len(value):
            yield pointer, said
            return
        for name, inner in value.items():
            if pointer or name not in _LEGAL:
                yield from _localised(inner, pointer + join(name))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _localised(inner, pointer + join(index))


def _long_sentences(pointer: str, text: str) -> Iterator[Finding]:
    for sentence in sentences(text):
        count = len(words(sentence))
        if count > LONGEST_SENTENCE:
            start = " ".join(sentence.split()[:5])
            yield advised(
                pointer,
                f"the sentence “{start} …” has {count} words",
                f"make two of it, of {LONGEST_SENTENCE} words at most",
            )


def _incomplete(texts: list[dict[str, str]]) -> Iterator[Finding]:
    """Name other languages that some of the texts have, but not all."""
    there = Counter(language for said in texts for language in said if language not in NEEDED)
    for language, count in sorted(there.items()):
        if count < len(texts):
            yield advised(
                "",
                f"the language {language!r} is not complete: {count} of {len(texts)} texts",
                "translate the others, or people read German in between",
            )


def _not_easy(texts: list[tuple[str, dict[str, str]]]) -> Iterator[Finding]:
    """Measure easy German as a whole, and each text that is long enough to be measured."""
    easy = [(pointer + join(EASY), said[EASY]) for pointer, said in texts if EASY in said]
    whole = "\n".join(text for _, text in easy)
    measured = [("", whole), *easy] if len(easy) > 1 else easy
    for pointer, text in measured:
        found = grade(text)
        if len(words(text)) >= FEWEST_WORDS and found > EASY_GRADE:
            name = "this easy German" if pointer else "the easy German as a whole"
            yield advised(
                pointer,
                f"{name} is as hard as school grade {found:.1f}",
                f"use shorter words and sentences, down to grade {EASY_GRADE:g}",
            )
