"""A PDF as a screen reader has to take it: its facts, its tree of tags, and what is marked on its pages."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from PIL.PdfParser import IndirectReference, PdfParser, PdfStream

type Place = tuple[int, int]
"""A piece of marked content: the page it is on, from 0, and its number there (MCID)."""

BLOCKS: Final = frozenset({"H1", "H2", "P", "Figure", "TH", "TD", "Lbl", "LBody"})
"""Tags that may hold content on a paper of ours; a span among them would be read without a pause."""
GROUPS: Final = frozenset({"Document", "Div", "Table", "THead", "TBody", "TR", "L", "LI"})
"""Tags that hold others alone."""

_TOKEN: Final = re.compile(rb"(\()|(<<|>>|<[0-9A-Fa-f\s]*>)|/([^\s()<>\[\]/]*)|([A-Za-z'\"][A-Za-z0-9*'\"]*)")
"""Of a content stream: where a string begins, what opens a dictionary, a name, an operator."""
_PAINTS: Final = {b"Tj", b"TJ", b"'", b'"', b"f", b"f*", b"B", b"B*", b"b", b"b*", b"S", b"s", b"sh", b"Do"}
_LARGEST_STREAM: Final = 4_000_000


@dataclass(frozen=True, slots=True)
class Tag:
    """One element of the structure tree."""

    role: str
    alt: str
    marks: tuple[Place, ...]
    inside: tuple["Tag", ...]

    def all(self) -> Iterator["Tag"]:
        """Give this one and every one below it, in reading order."""
        yield self
        for tag in self.inside:
            yield from tag.all()


@dataclass(frozen=True, slots=True)
class Mark:
    """A piece of marked content: what it says, and in which language where that is not the document's."""

    language: str
    text: str


@dataclass(frozen=True, slots=True)
class Font:
    name: str
    embedded: bool
    to_unicode: bool


@dataclass(frozen=True, slots=True)
class TaggedPdf:
    catalogue: Mapping[Any, Any]
    tree: Tag
    marks: Mapping[Place, Mark]
    parents: Mapping[Place, bool]
    """For each piece that the parent tree has: whether the element it names has that piece."""
    strays: tuple[str, ...]
    """Operators that paint outside marked content, or pieces marked within another."""
    fonts: tuple[Font, ...]

    def text(self, tag: Tag) -> str:
        """Read out what a tag holds."""
        return "".join(self.marks[place].text for each in tag.all() for place in each.marks)


def read_tagged(content: bytes) -> TaggedPdf:
    """Read what Typst writes: a classical table of references, no streams of objects; raises for others."""
    return _Reading(content).whole()


class _Reading:
    def __init__(self, content: bytes) -> None:
        self._pdf = PdfParser(buf=content)
        self._pages = list(self._pdf.pages)
        self._marks: dict[Place, Mark] = {}
        self._strays: list[str] = []
        self._fonts: dict[str, Font] = {}

    def whole(self) -> TaggedPdf:
        for number, page in enumerate(self._pages):
            self._read_page(number, self._at(page))
        root = self._at(self._pdf.root[b"StructTreeRoot"])
        (top,) = self._several(root[b"K"])
        return TaggedPdf(
            self._pdf.root,
            self._tag(self._at(top), ""),
            self._marks,
            dict(self._parents(self._several(self._at(root[b"ParentTree"])[b"Nums"]))),
            tuple(self._strays),
            tuple(self._fonts.values()),
        )

    def _at(self, value: Any) -> Any:
        while isinstance(value, IndirectReference):
            value = self._pdf.cached_objects.get(value) or self._pdf.read_indirect(value)
        return value

    def _several(self, value: Any) -> list[Any]:
        value = self._at(value)
        return value if isinstance(value, list) else [value]

    def _tag(self, element: Any, language: str) -> Tag:
        """Read an element that stands in `language`, and tell its marks if they have none of their own."""
        language = _text(element.get(b"Lang", b"")) or language
        kids = [self._at(kid) for kid in self._several(element.get(b"K", []))]
        places = tuple(self._places(element))
        for place in places:
            told = self._marks[place]
            self._marks[place] = Mark(told.language or language, told.text)
        return Tag(
            element[b"S"].name_as_str(),
            _text(element.get(b"Alt", b"")),
            places,
            tuple(self._tag(kid, language) for kid in kids if isinstance(kid, Mapping) and b"S" in kid),
        )

    def _places(self, element: Any) -> Iterator[Place]:
        for kid in map(self._at, self._several(element.get(b"K", []))):
            if isinstance(kid, int):
                yield self._pages.index(element[b"Pg"]), kid
            elif kid.get(b"Type") == b"MCR":
                yield self._pages.index(kid.get(b"Pg") or element[b"Pg"]), kid[b"MCID"]

    def _parents(self, numbers: list[Any]) -> Iterator[tuple[Place, bool]]:
        named = dict(zip(numbers[::2], numbers[1::2], strict=True))
        for page, reference in enumerate(self._pages):
            for mark, element in enumerate(self._at(named[self._at(reference)[b"StructParents"]])):
                yield (page, mark), (page, mark) in self._places(self._at(element))

    def _read_page(self, number: int, page: Any) -> None:
        letters: dict[bytes, dict[int, str]] = {}
        for name, reference in self._at(self._at(page[b"Resources"])[b"Font"]).items():
            font = self._at(reference)
            letters[bytes(name.name)] = self._letters(font)
            (below,) = map(self._at, self._at(font[b"DescendantFonts"]))
            embedded = any(key.startswith(b"FontFile") for key in _keys(self._at(below[b"FontDescriptor"])))
            known = font[b"BaseFont"].name_as_str()
            self._fonts[known] = Font(known, embedded, b"ToUnicode" in font)
        self._read_content(number, b"\n".join(map(self._stream, self._several(page[b"Contents"]))), letters)

    def _letters(self, font: Any) -> dict[int, str]:
        if b"ToUnicode" not in font:
            return {}
        pairs = re.findall(rb"^<(\w+)> <(\w+)>$", self._stream(font[b"ToUnicode"]), re.MULTILINE)
        return {int(code, 16): bytes.fromhex(text.decode()).decode("utf-16-be") for code, text in pairs}

    def _stream(self, reference: Any) -> bytes:
        stream = self._at(reference)
        if not isinstance(stream, PdfStream):
            raise TypeError("a stream was expected")
        return stream.decode(_LARGEST_STREAM)

    def _read_content(self, page: int, content: bytes, letters: Mapping[bytes, Mapping[int, str]]) -> None:
        font: Mapping[int, str] = {}
        open_marks: list[Place | None] = []
        for operator, name, shown, begins in _operations(content):
            match operator:
                case b"Tf":
                    font = letters[name]
                case b"BDC" | b"BMC":
                    if open_marks:
                        self._strays.append(f"page {page}: a mark within another")
                    open_marks.append(self._begin(page, content, begins) if operator == b"BDC" else None)
                case b"EMC":
                    open_marks.pop()
                case _ if operator in _PAINTS and not open_marks:
                    self._strays.append(f"page {page}: {operator.decode()} outside marked content")
                case _ if open_marks and (place := open_marks[-1]) is not None:
                    told = self._marks[place]
                    self._marks[place] = Mark(told.language, told.text + _decoded(shown, font))
                case _:
                    pass

    def _begin(self, page: int, content: bytes, begins: int) -> Place | None:
        """Take in the operands of `BDC`; None for an artefact, which nobody reads out."""
        tag, after = PdfParser.get_value(content, begins)
        facts, _ = PdfParser.get_value(content, after or begins)
        if b"MCID" not in facts:
            if tag != b"Artifact":
                self._strays.append(f"page {page}: {tag!r} is neither content nor artefact")
            return None
        place = (page, facts[b"MCID"])
        if place in self._marks:
            self._strays.append(f"page {page}: two pieces have the number {place[1]}")
        self._marks[place] = Mark(_text(facts.get(b"Lang", b"")), "")
        return place


def _operations(content: bytes) -> Iterator[tuple[bytes, bytes, bytes, int]]:
    """Give each operator of a content stream, with its name, its strings, and where its operands begin."""
    at = begins = 0
    name = shown = b""
    while (token := _TOKEN.search(content, at)) is not None:
        at = token.end()
        begins_string, _, named, operator = token.groups()
        if begins_string:
            more, at = PdfParser.get_literal_string(content, at)
            shown += more
        elif named is not None:
            name = named
        elif operator is not None:
            yield operator, name, shown, begins
            name, shown, begins = b"", b"", at


def _keys(found: Any) -> list[bytes]:
    return [bytes(key.name) for key in found]


def _text(raw: bytes) -> str:
    """Text of a dictionary: UTF-16 behind its mark, else a byte a letter."""
    raw = bytes(raw)
    return raw[2:].decode("utf-16-be") if raw.startswith(b"\xfe\xff") else raw.decode("latin-1")


def _decoded(codes: bytes, font: Mapping[int, str]) -> str:
    return "".join(font.get(int.from_bytes(codes[at : at + 2]), "") for at in range(0, len(codes), 2))
