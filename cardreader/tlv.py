"""Strict BER-TLV: tags as integers, lengths in their shortest definite form, nothing left over."""

import re
from dataclasses import dataclass, field
from functools import lru_cache

_MAX_TAG_BYTES = 3  # ISO 7816-4 5.2.2.1
_MAX_LENGTH_BYTES = 4  # ISO 7816-4 5.2.2.2
_MAX_OBJECTS = 4096  # side by side; what is read here has some hundred at most
_MAX_OID_BYTES = 64  # far beyond any in use; Python refuses to write very long numbers
_KEPT = 128  # tags and object identifiers, which come again and again
_DOTTED = re.compile(r"[0-2](\.(0|[1-9][0-9]*))+", re.ASCII)


class TlvError(ValueError):
    """The bytes are not the TLV structure they should be."""


@dataclass(frozen=True, slots=True)
class Tlv:
    """One data object; the value may be citizen data and stays out of the repr."""

    tag: int
    value: bytes = field(repr=False)


def encode(tag: int, value: bytes) -> bytes:
    """Encode one data object; `tag` is its bytes read as a number (0x7C, 0x7F49, 0x5F37).

    Raises TlvError for a number that is no tag.
    """
    return _tag_bytes(tag) + _encode_length(len(value)) + value


def parse_one(data: bytes) -> Tlv:
    """Return the data object that `data` is; TlvError if anything follows it."""
    first, rest = parse_prefix(data)
    if rest:
        raise TlvError(f"{len(rest)} bytes follow the object {first.tag:X}")
    return first


def parse_all(data: bytes) -> tuple[Tlv, ...]:
    """Return the data objects that fill `data` without gap; none if it is empty, TlvError for thousands."""
    objects: list[Tlv] = []
    start = 0
    while start < len(data):
        if len(objects) == _MAX_OBJECTS:
            raise TlvError(f"more than {_MAX_OBJECTS} objects stand side by side")
        found, start = _parse_at(data, start)
        objects.append(found)
    return tuple(objects)


def parse_prefix(data: bytes) -> tuple[Tlv, bytes]:
    """Return the first data object and the bytes after it."""
    found, end = _parse_at(data, 0)
    return found, data[end:]


def fields(data: bytes) -> dict[int, bytes]:
    """Return the data objects in `data` by tag; a tag that comes twice is a TlvError."""
    by_tag: dict[int, bytes] = {}
    for item in parse_all(data):
        if item.tag in by_tag:
            raise TlvError(f"object {item.tag:X} comes twice")
        by_tag[item.tag] = item.value
    return by_tag


@lru_cache(maxsize=_KEPT)
def oid_bytes(dotted: str) -> bytes:
    """Return the content octets of a dotted object identifier: "0.4.0.127.0.7" → 04007F0007."""
    if not _DOTTED.fullmatch(dotted):
        raise TlvError(f"{dotted!r} is not an object identifier")
    first, second, *others = (int(arc) for arc in dotted.split("."))
    if first < 2 and second >= 40:
        raise TlvError(f"{dotted!r} is not an object identifier: its second number must be below 40")
    return b"".join(_base_128(number) for number in (40 * first + second, *others))


@lru_cache(maxsize=_KEPT)
def oid_text(content: bytes) -> str:
    """Return the dotted form of an object identifier's content octets."""
    if len(content) > _MAX_OID_BYTES:
        raise TlvError(f"an object identifier of {len(content)} bytes is not allowed")
    if not content or content[-1] & 0x80:
        raise TlvError("the object identifier is cut off")
    numbers = [0]
    for index, octet in enumerate(content):
        if octet == 0x80 and (index == 0 or not content[index - 1] & 0x80):
            raise TlvError("a number of the object identifier starts with zero bits")
        numbers[-1] = numbers[-1] << 7 | octet & 0x7F
        if not octet & 0x80:
            numbers.append(0)
    first = min(numbers[0] // 40, 2)
    return ".".join(str(number) for number in (first, numbers[0] - 40 * first, *numbers[1:-1]))


def _base_128(number: int) -> bytes:
    """Write a number in groups of 7 bits, all but the last marked by the top bit (X.690 8.19)."""
    octets = [number & 0x7F]
    while number := number >> 7:
        octets.append(0x80 | number & 0x7F)
    return bytes(reversed(octets))


def _parse_at(data: bytes, start: int) -> tuple[Tlv, int]:
    """Return the data object at `start` and where it ends; copies its value only, so many cost no more."""
    tag_end = start + 1
    if tag_end < len(data) and data[start] & 0x1F != 0x1F and data[start] and data[tag_end] < 0x80:
        length, value_start = data[tag_end], tag_end + 1  # one byte each, as in nearly all objects
    else:
        tag_end = start + _tag_length(data[start : start + _MAX_TAG_BYTES])
        length, value_start = _decode_length(data, tag_end)
    value_end = value_start + length
    if value_end > len(data):
        raise TlvError(f"object announces {length} bytes, {len(data) - value_start} are there")
    return Tlv(int.from_bytes(data[start:tag_end]), data[value_start:value_end]), value_end


@lru_cache(maxsize=_KEPT)
def _tag_bytes(tag: int) -> bytes:
    octets = tag.to_bytes((tag.bit_length() + 7) // 8) if tag > 0 else b""
    try:
        is_tag = _tag_length(octets) == len(octets)
    except TlvError:
        is_tag = False
    if not is_tag:
        raise TlvError(f"{tag:#x} is not a BER tag")
    return octets


def _tag_length(data: bytes) -> int:
    """How many bytes the tag at the start of `data` has."""
    if not data:
        raise TlvError("no tag: the data end here")
    if data[0] == 0x00:
        raise TlvError("00 is not a tag")
    if data[0] & 0x1F != 0x1F:
        return 1
    if len(data) > 1 and data[1] == 0x80:
        raise TlvError("a tag number starts with zero bits")
    for index in range(1, min(len(data), _MAX_TAG_BYTES)):
        if not data[index] & 0x80:
            return index + 1
    raise TlvError(f"the tag is cut off or longer than {_MAX_TAG_BYTES} bytes")


def _encode_length(length: int) -> bytes:
    if length < 0x80:
        return bytes([length])
    octets = length.to_bytes((length.bit_length() + 7) // 8)
    return bytes([0x80 | len(octets)]) + octets


def _decode_length(data: bytes, start: int) -> tuple[int, int]:
    """Return the length at `start` and where the value begins."""
    if start >= len(data):
        raise TlvError("no length: the data end after the tag")
    first = data[start]
    if first < 0x80:
        return first, start + 1
    count = first & 0x7F
    if count == 0:
        raise TlvError("indefinite length is not allowed")
    if count > _MAX_LENGTH_BYTES:
        raise TlvError(f"a length of {count} bytes is not allowed")
    octets = data[start + 1 : start + 1 + count]
    if len(octets) < count:
        raise TlvError("the length is cut off")
    length = int.from_bytes(octets)
    if _encode_length(length) != data[start : start + 1 + count]:
        raise TlvError("the length is not in its shortest form")
    return length, start + 1 + count
