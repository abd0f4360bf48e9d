"""Where each value of a JSON text stands: line and column by JSON Pointer."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from json.decoder import JSONDecodeError
from typing import Final

from kiosk.services.pointer import join

_SPACE: Final = re.compile(r"[ \t\n\r]*")
_TEXT: Final = re.compile(r'"(?:[^"\\]|\\.)*"')
_WORD: Final = re.compile(r"[^\s,\]}]+")


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Both count from 1, as editors do."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Places:
    """The places of all values of one text."""

    at: Mapping[str, Place]

    @classmethod
    def of(cls, text: str) -> "Places":
        """Find them all; the text has to be JSON."""
        starts = [0, *(found.end() for found in re.finditer("\n", text))]
        found: dict[str, Place] = {}
        line = 0
        for pointer, offset in sorted(_offsets(text), key=lambda each: each[1]):
            while line + 1 < len(starts) and starts[line + 1] <= offset:
                line += 1
            found[pointer] = Place(line + 1, offset - starts[line] + 1)
        return cls(found)

    def find(self, pointer: str) -> Place:
        """Give the place of a value; of the nearest thing around it, where it is missing."""
        while pointer not in self.at:
            pointer = pointer.rpartition("/")[0]
        return self.at[pointer]


def place_of_error(error: JSONDecodeError) -> Place:
    return Place(error.lineno, error.colno)


def _offsets(text: str) -> Iterator[tuple[str, int]]:
    """Walk through the text without recursion: a stack of the containers that are open."""
    at = _skip(text, 0)
    yield "", at
    open_ones: list[tuple[str, int | None]] = []  # pointer of the container; next index, None in an object
    pointer = ""
    while True:
        at = _skip(text, at)
        match text[at : at + 1]:
            case "{":
                open_ones.append((pointer, None))
                at += 1
            case "[":
                open_ones.append((pointer, 0))
                at += 1
            case '"':
                _, at = _text(text, at)
            case "}" | "]":
                pass
            case _:
                word = _WORD.match(text, at)
                at = word.end() if word else at + 1
        while open_ones and text[_skip(text, at) : _skip(text, at) + 1] in ("}", "]"):
            at = _skip(text, at) + 1
            open_ones.pop()
        if not open_ones:
            return
        at = _skip(text, at)
        if text[at : at + 1] == ",":
            at = _skip(text, at + 1)
        above, index = open_ones[-1]
        if index is None:
            name, at = _text(text, at)
            at = _skip(text, _skip(text, at) + 1)  # over the colon
            pointer = above + join(name)
        else:
            open_ones[-1] = (above, index + 1)
            pointer = above + join(index)
        yield pointer, at


def _text(text: str, at: int) -> tuple[str, int]:
    found = _TEXT.match(text, at)
    if found is None:
        raise ValueError(f"no text begins at {at}")
    return str(json.loads(found[0])), found.end()


def _skip(text: str, at: int) -> int:
    space = _SPACE.match(text, at)
    return space.end() if space else at
