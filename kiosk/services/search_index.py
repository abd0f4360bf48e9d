"""All words of a catalogue, laid out so that one keystroke's search is done before the next frame."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from threading import Lock
from typing import Final

from kiosk.bochum_id.values import Catalogue, ServiceSummary
from kiosk.services.folding import words_of_each

TITLE, KEYWORD, SUMMARY = 1.0, 0.95, 0.6
"""How much a word counts, by where it stands."""
AMONG_OTHERS: Final = 0.95
"""The same, where it stands among others: several words are about each of them a little less."""
_LAST: Final = "\U0010ffff"
_LONGEST_PHRASE: Final = 3


@dataclass(frozen=True, slots=True)
class Standing:
    """In which language a word stands, and how much it counts there."""

    language: str
    weight: float


@dataclass(frozen=True, slots=True, eq=False)
class SearchIndex:
    """Every folded word once, in order, and where it stands."""

    services: tuple[ServiceSummary, ...]
    words: tuple[str, ...]
    places: tuple[tuple[int, ...], ...]
    """One entry a word: number of the service times `len(standings)`, plus that of the standing."""
    standings: tuple[Standing, ...]
    backwards: tuple[str, ...]
    """The words from their end to their beginning, in order: to find what ends alike."""
    text: str
    """The words, each after a line feed: to find what stands inside of them."""
    starts: tuple[int, ...]
    """Where in the text each word begins, and where another one would."""

    def exactly(self, word: str) -> int | None:
        """Give the place of `word` among the words; None when there is none."""
        at = bisect_left(self.words, word)
        return at if at < len(self.words) and self.words[at] == word else None

    def beginning_with(self, begin: str) -> range:
        return range(bisect_left(self.words, begin), bisect_right(self.words, begin + _LAST))

    def ending_with(self, end: str) -> Iterator[str]:
        """Give the words that end like that."""
        turned = end[::-1]
        for at in range(bisect_left(self.backwards, turned), bisect_right(self.backwards, turned + _LAST)):
            yield self.backwards[at][::-1]

    def containing(self, part: str, most: int) -> Iterator[int]:
        """Give the places of words with `part` in them, `most` at most."""
        at, found = self.text.find(part), 0
        while at != -1 and found < most:
            number = bisect_right(self.starts, at) - 1
            yield number
            found += 1
            at = self.text.find(part, self.starts[number + 1])


def index_of(services: Sequence[ServiceSummary]) -> SearchIndex:
    """Index titles, key words and summaries of all languages."""
    told = [(number, *each) for number, service in enumerate(services) for each in _texts(service)]
    standings = list(dict.fromkeys((language, weight) for _, language, _, weight in told))
    numbers = {standing: 2 * number for number, standing in enumerate(standings)}
    kinds = 2 * len(standings)
    where: dict[str, list[int]] = defaultdict(list)
    for (service, language, _, weight), words in zip(
        told, words_of_each([each[2] for each in told]), strict=True
    ):
        alone = service * kinds + numbers[language, weight]
        if len(words) == 1:
            where[words[0]].append(alone)
            continue
        for word in words:
            where[word].append(alone + 1)
        if weight != SUMMARY and len(words) <= _LONGEST_PHRASE:
            # "PIN-Brief" is typed in two words and in one.
            where["".join(words)].append(alone)
    known = tuple(sorted(where))
    return SearchIndex(
        services=tuple(services),
        words=known,
        places=tuple(tuple(where[word]) for word in known),
        standings=tuple(
            Standing(language, weight * share)
            for language, weight in standings
            for share in (1.0, AMONG_OTHERS)
        ),
        backwards=tuple(sorted(word[::-1] for word in known)),
        text="\n" + "\n".join(known),
        starts=tuple(accumulate((len(word) + 1 for word in known), initial=1)),
    )


def _texts(service: ServiceSummary) -> Iterator[tuple[str, str, float]]:
    """Give language, text and weight of all that people may think of."""
    for language, text in service.title.entries:
        yield language, text, TITLE
    for language, words in service.keywords.entries:
        for word in words:
            yield language, word, KEYWORD
    for language, text in service.summary.entries:
        yield language, text, SUMMARY


class KeptIndex:
    """The index of the catalogue that was asked for last: a terminal has one at a time.

    Laying out a thousand services takes a moment that no visitor should wait for: whoever fetches a catalogue
    asks for its index there and then.
    """

    def __init__(self) -> None:
        self._made: tuple[Catalogue, SearchIndex] | None = None
        self._lock = Lock()

    def of(self, catalogue: Catalogue) -> SearchIndex:
        with self._lock:
            if self._made is None or self._made[0] is not catalogue:
                self._made = catalogue, index_of(catalogue.services)
            return self._made[1]


KEPT_INDEX: Final = KeptIndex()
"""This process's own."""
