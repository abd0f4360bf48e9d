"""The words of letters: in the citizen's language, then in official German."""

from typing import Final

from sandbox.bochum_id import paper_words as words

_BETWEEN: Final = "\n\n– – –\n\n"


def subject(key: str, language: str, german: dict[str, str], own: dict[str, str]) -> str:
    """Write a subject; `german` and `own` are what stands in the braces, in each of the two languages."""
    return " / ".join(_parts(key, language, german, own))


def body(key: str, language: str, german: dict[str, str], own: dict[str, str]) -> str:
    """Write a letter; a language that nobody has written is left out, German never is."""
    return _BETWEEN.join(_parts(key, language, german, own))


def _parts(key: str, language: str, german: dict[str, str], own: dict[str, str]) -> list[str]:
    first = words.gloss(key, language, **own)
    return [first, words.german(key, **german)] if first else [words.german(key, **german)]
