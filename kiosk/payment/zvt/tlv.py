"""The TLV container of bitmap 06 (chapter 9): tags of one or more bytes, lengths of up to three."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from kiosk.payment.zvt.errors import ZvtError

_DEEPEST: Final = 8
_CONSTRUCTED: Final = 0x20
_LONG_TAG: Final = 0x1F
_MORE: Final = 0x80


@dataclass(frozen=True, slots=True)
class Tlv:
    """One data object; a constructed one has objects inside."""

    tag: int
    value: bytes = field(default=b"", repr=False)

    @property
    def inside(self) -> "tuple[Tlv, ...]":
        """Read the objects of a constructed one; ZvtError when they are none."""
        return parse(self.value)

    @property
    def is_constructed(self) -> bool:
        first = self.tag.to_bytes(max(1, (self.tag.bit_length() + 7) // 8), "big")[0]
        return bool(first & _CONSTRUCTED)

    def __bytes__(self) -> bytes:
        """Write tag, length and value; ValueError when the value is too long."""
        tag = self.tag.to_bytes(max(1, (self.tag.bit_length() + 7) // 8), "big")
        return tag + length_field(len(self.value)) + self.value


def length_field(length: int) -> bytes:
    """Write a length in its shortest form (9.3.2); ValueError beyond 65535."""
    if length < 0x80:
        return bytes((length,))
    if length <= 0xFF:
        return bytes((0x81, length))
    if length <= 0xFFFF:
        return b"\x82" + length.to_bytes(2, "big")
    raise ValueError(f"{length} bytes do not fit into an object")


def read_length(data: bytes, at: int) -> tuple[int, int]:
    """Read a length at `at`: the length, and where the value begins; ZvtError when there is none."""
    if at >= len(data):
        raise ZvtError("a length is missing")
    first = data[at]
    if first < _MORE:
        return first, at + 1
    size = first - _MORE
    if size not in (1, 2) or at + 1 + size > len(data):
        raise ZvtError("a length is none")
    return int.from_bytes(data[at + 1 : at + 1 + size], "big"), at + 1 + size


def parse(data: bytes) -> tuple[Tlv, ...]:
    """Read objects that follow each other; ZvtError when they do not fill `data` exactly."""
    found, at = [], 0
    while at < len(data):
        tag_end = _tag_end(data, at)
        length, start = read_length(data, tag_end)
        if start + length > len(data):
            raise ZvtError("an object is cut off")
        found.append(Tlv(int.from_bytes(data[at:tag_end], "big"), data[start : start + length]))
        at = start + length
    return tuple(found)


def _tag_end(data: bytes, at: int) -> int:
    end = at + 1
    if data[at] & _LONG_TAG == _LONG_TAG:
        while end < len(data) and data[end] & _MORE:
            end += 1
        end += 1
    if end > len(data):
        raise ZvtError("a tag is cut off")
    return end


def walk(objects: tuple[Tlv, ...], depth: int = 0) -> Iterator[Tlv]:
    """Give every object and all that is inside, from the outside in; ZvtError where they nest too deep."""
    if depth > _DEEPEST:
        raise ZvtError("objects nest too deep")
    for each in objects:
        yield each
        if each.is_constructed:
            yield from walk(each.inside, depth + 1)
