"""Finds services by what people call them, with slips of the finger, in whatever language they think."""

import math
from collections.abc import Iterator, Mapping
from typing import Final

from rapidfuzz.distance import OSA

from kiosk.bochum_id.values import DEFAULT_LANGUAGE, ServiceSummary
from kiosk.services.folding import words_of
from kiosk.services.search_index import SearchIndex

MOST_RESULTS: Final = 12
_EXACT, _BEGINS, _INSIDE, _PART_OF_IT, _A_SLIP = 1.0, 0.92, 0.8, 0.68, 0.75
"""How well a typed word fits one of the catalogue's."""
_PER_SLIP: Final = 0.12
_OF_GERMAN, _OF_ANOTHER_LANGUAGE = 0.93, 0.85
"""How much a word counts that is not of the visitor's language."""
_OF_TWO_PARTS: Final = 0.9
_LINKS: Final = ("", "s", "n", "e", "es", "en", "er")
"""What German puts between the parts of a word."""
_ENOUGH: Final = 0.45
_SHORTEST_INSIDE, _SHORTEST_PART, _SHORTEST_WITH_SLIP = 3, 4, 4
"""In letters."""
_LONG: Final = 8
"""Words of so many letters may have two slips, shorter ones have one."""
_LONGEST: Final = 32
_MOST_WORDS: Final = 8
_MOST_INSIDE: Final = 400


def search(index: SearchIndex, typed: str, language: str) -> tuple[ServiceSummary, ...]:
    """Give the services that `typed` may mean, the likeliest first; none for nothing.

    `language` is the visitor's (BCP 47): its words come first, then German ones, then all others. The last
    word may be unfinished. Words that mean nothing to any service ("I have lost my …") are passed over.
    """
    words = [word[:_LONGEST] for word in words_of(typed)[:_MOST_WORDS]]
    fits = [_fitting_whole(index, word, language) for word in words]
    ranked = _ranked([found for found in fits if found], len(index.services))
    if len(words) > 1:
        for service, score in _fitting(index, "".join(words)[:_LONGEST], language).items():
            ranked[service] = max(score, ranked.get(service, 0))
    best = sorted(
        (number for number, score in ranked.items() if score >= _ENOUGH),
        key=lambda number: (-round(ranked[number], 6), number),
    )
    return tuple(index.services[number] for number in best[:MOST_RESULTS])


def _ranked(fits: list[Mapping[int, float]], services: int) -> dict[int, float]:
    """Weigh the words against each other: what few services are called says more."""
    rarity = [math.log(1 + services / len(found)) for found in fits]
    total = sum(rarity)
    ranked: dict[int, float] = {}
    for found, weight in zip(fits, rarity, strict=True):
        for service, score in found.items():
            ranked[service] = ranked.get(service, 0) + score * weight / total
    return ranked


def _fitting_whole(index: SearchIndex, word: str, language: str) -> Mapping[int, float]:
    """As `_fitting`; a word that the catalogue has in two parts fits best where both are."""
    found = _fitting(index, word, language)
    if max(found.values(), default=0) >= _INSIDE * _OF_ANOTHER_LANGUAGE:
        return found
    for head, tail in _halves(index, word):
        both = _ranked([_fitting(index, part, language) for part in (head, tail)], len(index.services))
        for service, score in both.items():
            found[service] = max(score * _OF_TWO_PARTS, found.get(service, 0))
    return found


def _halves(index: SearchIndex, word: str) -> Iterator[tuple[str, str]]:
    for cut in range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1):
        tail = word[cut:]
        if index.exactly(tail) is None:
            continue
        for link in _LINKS:
            head = word[:cut].removesuffix(link)
            if word[:cut].endswith(link) and index.exactly(head) is not None:
                yield head, tail
                break


def _fitting(index: SearchIndex, word: str, language: str) -> dict[int, float]:
    """Give how well each service fits one typed word, from 0 to 1; only those that do."""
    found: dict[int, float] = {}
    weights = [each.weight * _share(each.language, language) for each in index.standings]
    kinds = len(weights)
    for number, fit in _candidates(index, word):
        for place in index.places[number]:
            service, standing = divmod(place, kinds)
            score = fit * weights[standing]
            if score > found.get(service, 0):
                found[service] = score
    return found


def _share(of_word: str, of_visitor: str) -> float:
    if of_word == of_visitor:
        return 1.0
    return _OF_GERMAN if of_word == DEFAULT_LANGUAGE else _OF_ANOTHER_LANGUAGE


def _candidates(index: SearchIndex, word: str) -> Iterator[tuple[int, float]]:
    """Give words of the catalogue and how well each fits; a word may come several times."""
    for number in index.beginning_with(word):
        rest = len(index.words[number]) - len(word)
        yield number, _EXACT if rest == 0 else _BEGINS - min(rest, 10) / 200
    if len(word) >= _SHORTEST_INSIDE:
        for number in index.containing(word, _MOST_INSIDE):
            yield number, _INSIDE
    yield from _parts(index, word)
    if len(word) >= _SHORTEST_WITH_SLIP:
        yield from _with_slips(index, word)


def _parts(index: SearchIndex, word: str) -> Iterator[tuple[int, float]]:
    """Take a long word apart: "Hundeanmeldung" is about dogs, and about registering."""
    for length in range(_SHORTEST_PART, len(word)):
        for part in (word[:length], word[-length:]):
            number = index.exactly(part)
            if number is not None:
                yield number, _PART_OF_IT * (0.7 + 0.3 * length / len(word))


def _with_slips(index: SearchIndex, word: str) -> Iterator[tuple[int, float]]:
    """Find words that differ by a letter or two, left out, added, exchanged or in the wrong order.

    One half of the word is right where the slips are in the other. The half before the slip may have been
    typed only so far: it is held against as much of a longer word.
    """
    slips = 2 if len(word) >= _LONG else 1
    half = len(word) // 2
    for number in index.beginning_with(word[: max(1, half - 1)]):
        known = index.words[number]
        distance = OSA.distance(word, known[: len(word)], score_cutoff=slips)
        if distance > slips and abs(len(known) - len(word)) <= slips:
            distance = OSA.distance(word, known, score_cutoff=slips)
        if distance <= slips:
            yield number, _A_SLIP - _PER_SLIP * (distance - 1) - min(abs(len(known) - len(word)), 10) / 200
    for known in index.ending_with(word[half + 1 :] if len(word) > _SHORTEST_WITH_SLIP else word[half:]):
        if abs(len(known) - len(word)) <= slips:
            distance = OSA.distance(word, known, score_cutoff=slips)
            found = index.exactly(known) if distance <= slips else None
            if found is not None:
                yield found, _A_SLIP - _PER_SLIP * (distance - 1)
