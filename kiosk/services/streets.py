"""The streets of Bochum with their postcodes: what an address is found by."""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from rapidfuzz import fuzz

_ALIKE = 80
"""Of 100: how much the beginning of a street has to be like what was typed to be offered for it."""
_FEWEST_LETTERS = 2
"""Before so many, any offer would be a guess."""


class StreetsError(ValueError):
    """A list of streets cannot be used; the text names the file, the line and what to write there."""


@dataclass(frozen=True, slots=True)
class Streets:
    """By the name of the street, the postcodes that it has; a long one has several."""

    postcodes_of: Mapping[str, tuple[str, ...]]
    _plain: Mapping[str, str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_plain", {name: plain(name) for name in self.postcodes_of})

    @classmethod
    def read(cls, file: Path) -> "Streets":
        """Read a CSV file `street,postcode`, a line a postcode; StreetsError names a line that is wrong."""
        found: dict[str, tuple[str, ...]] = {}
        with file.open(encoding="utf-8", newline="") as lines:
            for street, postcode in _rows(file, csv.reader(lines)):
                found[street] = (*found.get(street, ()), postcode)
        return cls(found)

    def postcodes(self, street: str) -> tuple[str, ...]:
        """Give the postcodes of a street, however its name is typed; () where it is not known."""
        typed = plain(street)
        return next((codes for name, codes in self.postcodes_of.items() if self._plain[name] == typed), ())

    def like(self, typed: str, most: int) -> tuple[str, ...]:
        """Give the names that what was typed may become: beginnings first, then words inside, then slips."""
        wanted = plain(typed)
        if len(wanted) < _FEWEST_LETTERS:
            return ()
        begins = [name for name, known in self._plain.items() if known.startswith(wanted)]
        inside = [name for name, known in self._plain.items() if f" {wanted}" in known]
        found = list(dict.fromkeys((*begins, *inside)))
        if len(found) < most:
            likeness = {
                name: fuzz.ratio(wanted, known[: len(wanted)], score_cutoff=_ALIKE)
                for name, known in self._plain.items()
            }
            slips = sorted((name for name in likeness if likeness[name]), key=lambda name: -likeness[name])
            found = list(dict.fromkeys((*found, *slips)))
        return tuple(found[:most])


def plain(name: str) -> str:
    """Fold what people write in different ways: case, hyphens, umlauts, "Str." for "Straße"."""
    folded = name.casefold()  # which makes "ss" of "ß"
    for letter, written in (("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("-", " "), (".", " ")):
        folded = folded.replace(letter, written)
    words = " ".join(folded.split())
    return words + "asse" if words.endswith("str") else words


def _rows(file: Path, lines: Iterator[list[str]]) -> Iterator[tuple[str, str]]:
    if next(lines, None) != ["street", "postcode"]:
        raise StreetsError(f"{file}, line 1: write street,postcode there")
    seen: set[tuple[str, str]] = set()
    for number, row in enumerate(lines, start=2):
        match row:
            case [street, postcode] if street.strip() == street != "" and _is_postcode(postcode):
                if (street, postcode) in seen:
                    raise StreetsError(f"{file}, line {number}: {street} with {postcode} stands here twice")
                seen.add((street, postcode))
                yield street, postcode
            case _:
                raise StreetsError(f"{file}, line {number}: write a street, a comma and five digits")


def _is_postcode(text: str) -> bool:
    return len(text) == 5 and text.isascii() and text.isdigit()
