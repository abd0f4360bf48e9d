"""A good answer bent in every place: members left out, null, of another type, or nonsense."""

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

SECRET = "Geheim 4711 ☃"
_KINDS: dict[type, tuple[Any, ...]] = {
    str: (7, True, [SECRET], {"x": SECRET}),
    bool: (SECRET, 1, [SECRET], {}),
    int: (SECRET, 1.5, True, [SECRET], {}),
    float: (SECRET, True, [SECRET], {}),
    list: (SECRET, 7, {"x": SECRET}),
    dict: (SECRET, 7, [SECRET]),
}
type Path = tuple[str | int, ...]


@dataclass(frozen=True)
class Bent:
    """A document, where it was bent and how."""

    document: Any
    path: Path
    how: str

    @property
    def place(self) -> str:
        """The path as `Part` names it."""
        return "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in self.path)

    @property
    def above(self) -> str:
        """The pattern of what holds it."""
        return pattern_of(self.path[:-1])

    @property
    def pattern(self) -> str:
        """The path with every index as []."""
        return pattern_of(self.path)


def pattern_of(path: Path) -> str:
    return "".join("[]" if isinstance(step, int) else f".{step}" for step in path).removeprefix(".")


def absent(document: Any) -> Iterator[Bent]:
    """Each member of each object left out, then null; each entry of each list null."""
    for path, _ in places(document):
        if isinstance(path[-1], str):
            without = deepcopy(document)
            del _holder(without, path)[path[-1]]
            yield Bent(without, path, "left out")
        yield _with(document, path, None, "null")


def of_another_type(document: Any) -> Iterator[Bent]:
    for path, value in places(document):
        for wrong in _KINDS[type(value)]:
            yield _with(document, path, wrong, f"{type(wrong).__name__} for {type(value).__name__}")


def nonsense(document: Any) -> Iterator[Bent]:
    """Each text another one, each number another one, all of the right type."""
    for path, value in places(document):
        if isinstance(value, str):
            yield _with(document, path, SECRET, "another text")
        elif type(value) in (int, float):
            yield _with(document, path, -1, "less than nothing")


def with_strangers(document: Any, names: frozenset[str], above: Path = ()) -> Any:
    """Every object with one more member that nobody knows, but for those whose members are mere names."""
    if isinstance(document, list):
        return [with_strangers(value, names, (*above, 0)) for value in document]
    if not isinstance(document, dict):
        return document
    grown = {name: with_strangers(value, names, (*above, name)) for name, value in document.items()}
    return grown if pattern_of(above) in names else {**grown, "newIn1.1": [None]}


def places(value: Any, above: Path = ()) -> Iterator[tuple[Path, Any]]:
    steps: Any = (
        value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    )
    for step, inner in steps:
        yield (*above, step), inner
        yield from places(inner, (*above, step))


def _with(document: Any, path: Path, value: Any, how: str) -> Bent:
    bent = deepcopy(document)
    _holder(bent, path)[path[-1]] = value
    return Bent(bent, path, how)


def _holder(document: Any, path: Path) -> Any:
    for step in path[:-1]:
        document = document[step]
    return document
