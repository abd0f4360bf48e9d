"""Read an answer member by member; whatever breaks the contract becomes Garbage that names the place only."""

import json
import math
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from enum import Enum
from typing import cast

from kiosk.bochum_id.errors import BackendError, Garbage
from kiosk.bochum_id.values import JsonObject, JsonValue, LocalisedText, Money

_ID = re.compile(r"[A-Za-z0-9_-]{1,64}")
_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_WEB_ADDRESS = re.compile(r"https://[!-~]{3,2000}")
_MEDIA_TYPE = re.compile(r"[a-z0-9.+-]+/[a-z0-9.+-]+")
_TEXT_ALONE = frozenset((str,))
_NO_CHARACTER = re.compile("[\0\ud800-\udfff]")


def garbage(what: str) -> BackendError:
    return BackendError(Garbage(what))


@dataclass(frozen=True, slots=True)
class Part:
    """A value of an answer and where it stands; unknown members are ignored (contract section 1)."""

    value: JsonValue = field(repr=False)
    place: str

    def member(self, name: str) -> "Part":
        if not isinstance(self.value, dict):
            raise garbage(f"{self.place} is not an object")
        if name not in self.value:
            raise garbage(f"{self.place}.{name} is missing")
        return Part(self.value[name], f"{self.place}.{name}")

    def optional(self, name: str) -> "Part | None":
        """Give a member that may be missing or null."""
        if not isinstance(self.value, dict):
            raise garbage(f"{self.place} is not an object")
        found = self.value.get(name)
        return None if found is None else Part(found, f"{self.place}.{name}")

    def maybe[T](self, name: str, read: Callable[["Part"], T]) -> T | None:
        """Read a member that may be missing or null."""
        part = self.optional(name)
        return None if part is None else read(part)

    def items(self) -> Iterator["Part"]:
        if not isinstance(self.value, list):
            raise garbage(f"{self.place} is not a list")
        for index, value in enumerate(self.value):
            yield Part(value, f"{self.place}[{index}]")

    def object(self) -> JsonObject:
        if not isinstance(self.value, dict):
            raise garbage(f"{self.place} is not an object")
        return self.value

    def members(self) -> Iterator[tuple[str, "Part"]]:
        for name, value in self.object().items():
            yield name, Part(value, f"{self.place}.{name}")

    def text(self) -> str:
        if not isinstance(self.value, str):
            raise garbage(f"{self.place} is not a text")
        return self.value

    def text_of(self, name: str) -> str:
        """Read a member that is a text; as `member(name).text()`, but the catalogue has thousands of them."""
        found = self.object().get(name)
        return found if isinstance(found, str) else self.member(name).text()

    def identifier(self) -> str:
        """Read an id, which may then stand in a path (contract section 1)."""
        word = self.text()
        if not _ID.fullmatch(word):
            raise garbage(f"{self.place} is not an id")
        return word

    def whole_number(self) -> int:
        if not isinstance(self.value, int) or isinstance(self.value, bool):
            raise garbage(f"{self.place} is not a whole number")
        return self.value

    def count(self) -> int:
        number = self.whole_number()
        if number < 0:
            raise garbage(f"{self.place} is less than nothing")
        return number

    def seconds(self) -> float:
        if isinstance(self.value, bool) or not isinstance(self.value, int | float):
            raise garbage(f"{self.place} is not a number")
        if not math.isfinite(self.value) or self.value < 0:
            raise garbage(f"{self.place} is not a duration")
        return float(self.value)

    def truth(self) -> bool:
        if not isinstance(self.value, bool):
            raise garbage(f"{self.place} is not true or false")
        return self.value

    def moment(self) -> datetime:
        """Read an RFC 3339 time with its zone; gives UTC."""
        text = self.text()
        if not _TIME.fullmatch(text):
            raise garbage(f"{self.place} is not a time")
        try:
            return datetime.fromisoformat(text).astimezone(UTC)
        except (ValueError, OverflowError) as error:
            raise garbage(f"{self.place} is not a time") from error

    def day(self) -> date:
        """Read a calendar date, whole: YYYY-MM-DD."""
        text = self.text()
        if not _DAY.fullmatch(text):
            raise garbage(f"{self.place} is not a day")
        try:
            return date.fromisoformat(text)
        except ValueError as error:
            raise garbage(f"{self.place} is not a day") from error

    def web_address(self) -> str:
        """Read an https address that people may be sent to."""
        address = self.text()
        if not _WEB_ADDRESS.fullmatch(address):
            raise garbage(f"{self.place} is not an https address")
        return address

    def media_type(self) -> str:
        """Read a media type without parameters, in lower case."""
        media_type = self.text()
        if not _MEDIA_TYPE.fullmatch(media_type):
            raise garbage(f"{self.place} is not a media type")
        return media_type

    def one_of[E: Enum](self, choices: type[E]) -> E:
        try:
            return choices(self.text())
        except ValueError as error:
            raise garbage(f"{self.place} is none of the known words") from error

    def localised(self) -> LocalisedText:
        try:
            return LocalisedText.of(self.texts())
        except ValueError as error:
            raise garbage(f"{self.place} has no German") from error

    def texts(self) -> dict[str, str]:
        """Read an object whose members are texts."""
        members = self.object()
        if not _all_texts(members.values()):
            name = next(name for name, value in members.items() if not isinstance(value, str))
            raise garbage(f"{self.place}.{name} is not a text")
        return cast("dict[str, str]", members)

    def list_of_texts(self) -> tuple[str, ...]:
        """Read a list of texts."""
        if not isinstance(self.value, list):
            raise garbage(f"{self.place} is not a list")
        if not _all_texts(self.value):
            raise garbage(f"{self.place} is not a list of texts")
        return cast("tuple[str, ...]", tuple(self.value))

    def texts_by_name(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Read an object whose members are lists of texts."""
        members = self.object()
        for name, value in members.items():
            if not isinstance(value, list) or not _all_texts(value):
                Part(value, f"{self.place}.{name}").list_of_texts()  # raises
        return tuple((name, tuple(cast("list[str]", value))) for name, value in members.items())

    def money(self) -> Money:
        return Money(self.member("amount").whole_number(), self.text_of("currency"))


def parse(body: bytes, place: str) -> Part:
    """Parse a JSON body; `place` names it in objections."""
    try:
        text = body.decode("utf-8")
        value: JsonValue = json.loads(text, parse_constant=_no_number)
    except (ValueError, RecursionError) as error:
        raise garbage(f"{place} is not JSON") from error
    # Only an escape can write what UTF-8 and RFC 8259 7 leave out; most documents have none.
    if "\\u" in text and any(map(_NO_CHARACTER.search, _texts(value))):
        raise garbage(f"{place} holds a text with half a character or NUL")
    return Part(value, place)


def _all_texts(values: Iterable[JsonValue]) -> bool:
    return _TEXT_ALONE.issuperset(map(type, values))


def _no_number(_constant: str) -> float:
    raise ValueError("NaN and Infinity are no JSON (RFC 8259 6)")


def _texts(value: JsonValue) -> Iterator[str]:
    """Every text in it, names of members too."""
    waiting = [value]
    while waiting:
        match waiting.pop():
            case str(text):
                yield text
            case list(items):
                waiting += items
            case dict(members):
                yield from members
                waiting += members.values()
            case bool() | int() | float() | None:
                pass
