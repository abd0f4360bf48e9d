"""The streets of Bochum with their postcodes: what an address is found by."""

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from rapidfuzz import fuzz

_ALIKE = 80
"""Of 100: how much the beginning of a street has to be like what was typed to be offered for it."""
_FEWEST_LETTERS = 2
"""Before so many, any offer would be a guess."""
_STREET = frozenset({"street", "strasse", "strassenname"})
_POSTCODE = frozenset({"postcode", "plz", "postleitzahl"})
"""What a column is called, folded as by `plain`; others, such as house numbers, are passed over."""


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
        """Read a table with a street and a postcode a line, however an office wrote it.

        Separated by comma, semicolon or tab, in UTF-8 or Windows-1252, with columns in any order.
        StreetsError names a line that is wrong.
        """
        found: dict[str, tuple[str, ...]] = {}
        for street, postcode in _rows(file, _text(file.read_bytes())):
            if postcode not in found.get(street, ()):
                found[street] = (*found.get(street, ()), postcode)
        if not found:
            raise StreetsError(f"{file} has no streets; write a street and its postcode into each line")
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


def _text(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def _rows(file: Path, text: str) -> Iterator[tuple[str, str]]:
    head, _, _ = text.partition("\n")
    lines = csv.reader(text.splitlines(), delimiter=max(",;\t", key=head.count))
    titles = [plain(title) for title in next(lines, [])]
    street_at, postcode_at = _column(titles, _STREET), _column(titles, _POSTCODE)
    if street_at is None or postcode_at is None:
        raise StreetsError(f"{file}, line 1: name the columns there, as in: street,postcode")
    for row in lines:
        if not any(cell.strip() for cell in row):
            continue
        street, postcode = ([*row, *("",) * len(titles)][at].strip() for at in (street_at, postcode_at))
        if not street or not _is_postcode(postcode):
            raise StreetsError(f"{file}, line {lines.line_num}: write a street and a postcode of five digits")
        yield street, postcode


def _column(titles: Sequence[str], called: frozenset[str]) -> int | None:
    return next((at for at, title in enumerate(titles) if title in called), None)


def _is_postcode(text: str) -> bool:
    return len(text) == 5 and text.isascii() and text.isdigit()
