"""XML read without any of its dangers: no document type, no entities, bounded size, depth and count.

Prefixes are resolved here, not by expat: it writes the namespace before each name, so that a name of half a
megabyte that is used a thousand times becomes gigabytes.
"""

import html
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NoReturn
from xml.parsers import expat

MAX_BYTES = 1 << 20
MAX_DEPTH = 32
MAX_ELEMENTS = 20_000
MAX_ATTRIBUTES = 64
_SPECIAL = re.compile("[&<>\"'\\r\\n\\t]")
_DECLARATION = "xmlns:"
_WHOLE = True  # expat gives this argument no name


class XmlError(ValueError):
    """The bytes are not XML, or XML of a kind that is refused."""


@dataclass(frozen=True, slots=True)
class Element:
    """One element by its local name; `text` is its own text without surrounding white space."""

    name: str
    text: str = field(default="", repr=False)
    children: tuple["Element", ...] = field(default=(), repr=False)
    attributes: Mapping[str, str] = field(default_factory=dict, repr=False)

    def walk(self) -> Iterator["Element"]:
        """Yield this element and all below it, in document order."""
        yield self
        for child in self.children:
            yield from child.walk()

    def named(self, name: str) -> tuple["Element", ...]:
        """Return the direct children of this local name."""
        return tuple(child for child in self.children if child.name == name)

    def to_xml(self) -> str:
        """Write the element; names and attributes must carry their prefixes already."""
        attributes = "".join(f' {key}="{_escaped(value)}"' for key, value in self.attributes.items())
        inner = _escaped(self.text) + "".join(child.to_xml() for child in self.children)
        return f"<{self.name}{attributes}>{inner}</{self.name}>"


def element(
    name: str, *content: Element | str | None, attributes: Mapping[str, str] | None = None
) -> Element:
    """Make an element of texts and children; content that is None is left out."""
    texts = "".join(part for part in content if isinstance(part, str))
    children = tuple(part for part in content if isinstance(part, Element))
    return Element(name, texts, children, attributes or {})


def elements(name: str, texts: Iterable[str]) -> tuple[Element, ...]:
    """Make one element of the same name a text."""
    return tuple(element(name, text) for text in texts)


def parse(data: bytes) -> Element:
    """Read a document into elements with local names; XmlError on anything doubtful."""
    if len(data) > MAX_BYTES:
        raise XmlError(f"the document is longer than {MAX_BYTES} bytes")
    tree = _Tree()
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse_document_type
    parser.StartElementHandler = tree.start
    parser.EndElementHandler = tree.end
    parser.CharacterDataHandler = tree.characters
    try:
        parser.Parse(data, _WHOLE)
    except XmlError:
        raise
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise XmlError(f"the document is not acceptable XML: {type(error).__name__}") from error
    return tree.root()


class _Tree:
    """Collects expat's events; elements are frozen once they end."""

    def __init__(self) -> None:
        self._roots: list[Element] = []
        self._open: list[tuple[str, dict[str, str], list[str], list[Element]]] = []
        self._declared: list[tuple[str, ...]] = []  # prefixes, by element
        self._in_force = Counter({"xml": 1, "xmlns": 1})
        self._count = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self._count += 1
        if self._count > MAX_ELEMENTS or len(self._open) >= MAX_DEPTH:
            raise XmlError("the document has too many elements or nests too deep")
        if len(attributes) > MAX_ATTRIBUTES:
            raise XmlError("an element has too many attributes")
        plain: dict[str, str] = {}
        declared: tuple[str, ...] = ()
        if attributes:
            declared = tuple(
                key.removeprefix(_DECLARATION) for key in attributes if key.startswith(_DECLARATION)
            )
            self._in_force.update(declared)
        self._declared.append(declared)
        for key, value in attributes.items():
            local = self._local(key)
            if key == "xmlns" or key.startswith(_DECLARATION):
                continue
            if local in plain:
                raise XmlError("two attributes of an element have one name")
            plain[local] = value
        self._open.append((self._local(name), plain, [], []))

    def characters(self, text: str) -> None:
        self._open[-1][2].append(text)

    def end(self, _name: str) -> None:
        name, attributes, texts, children = self._open.pop()
        for prefix in self._declared.pop():
            self._in_force[prefix] -= 1
        done = Element(name, "".join(texts).strip(), tuple(children), attributes)
        siblings = self._open[-1][3] if self._open else self._roots
        siblings.append(done)

    def root(self) -> Element:
        """Return the one outermost element: expat ends no document well that has none, or two."""
        (only,) = self._roots
        return only

    def _local(self, name: str) -> str:
        """Return a name without its prefix; XmlError if the prefix is not declared or the name is none."""
        prefix, colon, local = name.rpartition(":")
        if colon and (not local or self._in_force[prefix] <= 0):
            raise XmlError("a name's prefix is not declared")
        return local


def _refuse_document_type(*_declaration: object) -> NoReturn:
    raise XmlError("the document has a document type declaration")


def _escaped(text: str) -> str:
    """Escape what has a meaning in XML, and the white space that a reader would change."""
    if not _SPECIAL.search(text):
        return text
    return html.escape(text).replace("\r", "&#13;").replace("\n", "&#10;").replace("\t", "&#9;")
