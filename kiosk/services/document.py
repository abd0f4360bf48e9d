"""Read a JSON document member by member; every objection names the JSON Pointer and what to do."""

import difflib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import Enum

from kiosk.bochum_id.values import JsonObject, JsonValue, LocalisedText, Money
from kiosk.services.pointer import join


class DefinitionError(ValueError):
    """A service definition cannot be used; `pointer` says where, `advice` what to change."""

    def __init__(self, pointer: str, problem: str, advice: str) -> None:
        super().__init__(f"service definition, at {pointer or 'the top'}: {problem}; {advice}")
        self.pointer = pointer
        self.problem = problem
        self.advice = advice


def nearest(word: str, known: Iterable[str]) -> str:
    """Give advice for a word nobody knows: the nearest known one, or all of them."""
    words = sorted(known)
    close = difflib.get_close_matches(word, words, n=1)
    if close:
        return f"did you mean {close[0]!r}?"
    return f"use one of {', '.join(words)}" if words else "leave it out"


@dataclass(frozen=True, slots=True)
class Node:
    """A value of the document and where it stands."""

    value: JsonValue = field(repr=False)
    pointer: str = ""
    strict: bool = False
    """True refuses members that nobody reads; a server is read tolerantly (contract, section 1)."""

    def _at(self, value: JsonValue, token: str | int) -> "Node":
        return Node(value, self.pointer + join(token), self.strict)

    def refuse(self, problem: str, advice: str) -> DefinitionError:
        return DefinitionError(self.pointer, problem, advice)

    def as_object(self) -> JsonObject:
        if not isinstance(self.value, dict):
            raise self.refuse(f"this is {_kind(self.value)}", "write an object {…}")
        return self.value

    def has(self, name: str) -> bool:
        return name in self.as_object()

    def member(self, name: str) -> "Node":
        """Give a member that has to be there."""
        here = self.as_object()
        if name not in here:
            raise self.refuse(f"the member {name!r} is missing", self._advice_for_missing(name))
        return self._at(here[name], name)

    def _advice_for_missing(self, name: str) -> str:
        close = difflib.get_close_matches(name, self.as_object(), n=1)
        return f"is {close[0]!r} a slip for it?" if close else "add it"

    def members(self) -> Iterator[tuple[str, "Node"]]:
        for name, value in self.as_object().items():
            yield name, self._at(value, name)

    def items(self) -> Iterator["Node"]:
        if not isinstance(self.value, list):
            raise self.refuse(f"this is {_kind(self.value)}", "write a list […]")
        for index, value in enumerate(self.value):
            yield self._at(value, index)

    def items_of(self, name: str) -> Iterator["Node"]:
        """Give the items of a list that may be left out."""
        if self.has(name):
            yield from self.member(name).items()

    def text(self) -> str:
        if not isinstance(self.value, str) or not self.value:
            raise self.refuse(f"this is {_kind(self.value)}", "write a text of at least one character")
        return self.value

    def whole_number(self) -> int:
        if not isinstance(self.value, int) or isinstance(self.value, bool):
            raise self.refuse(f"this is {_kind(self.value)}", "write a whole number")
        return self.value

    def truth(self) -> bool:
        if not isinstance(self.value, bool):
            raise self.refuse(f"this is {_kind(self.value)}", "write true or false")
        return self.value

    def one_of[E: Enum](self, choices: type[E]) -> E:
        """Read an enum by its value."""
        word = self.text()
        try:
            return choices(word)
        except ValueError as error:
            known = [str(choice.value) for choice in choices]
            raise self.refuse(f"{word!r} is not known here", nearest(word, known)) from error

    def localised(self) -> LocalisedText:
        texts = {code: node.text() for code, node in self.members()}
        try:
            return LocalisedText.of(texts)
        except ValueError as error:
            raise self.refuse(
                "German is missing", 'add "de": the office answers for the German text'
            ) from error

    def localised_or_none(self, name: str) -> LocalisedText | None:
        return self.member(name).localised() if self.has(name) else None

    def money(self) -> Money:
        currency = self.member("currency")
        if currency.text() != "EUR":
            raise currency.refuse(f"{currency.text()!r} cannot be added up here", 'write "EUR"')
        return Money(self.member("amount").whole_number(), currency.text())

    def knows(self, *names: str) -> None:
        """Say which members are read here; a strict reading refuses all others."""
        for name, node in self.members() if self.strict else ():
            if name not in names:
                raise node.refuse(f"the member {name!r} is not known here", nearest(name, names))


def _kind(value: JsonValue) -> str:
    match value:
        case None:
            return "null"
        case bool():
            return "true or false"
        case int() | float():
            return "a number"
        case "":
            return "an empty text"
        case str():
            return "a text"
        case list():
            return "a list"
        case dict():
            return "an object"
