"""Decode the data groups of the eID application, strictly (TR-03110-4 2.2.3.1)."""

import re
import zlib
from collections.abc import Callable, Mapping
from datetime import date

from cardreader import tlv
from sandbox.eid_server.personal_data import FreeTextPlace, NoPlaceInfo, PersonalData, Place, StructuredPlace

_OCTETS, _UTF8, _NUMERIC, _PRINTABLE, _IA5 = 0x04, 0x0C, 0x12, 0x13, 0x16
_SEQUENCE, _SET = 0x30, 0x31
_FREE_TEXT, _NO_PLACE = 0xA1, 0xA2
_PLAIN, _DEFLATED = 0xA1, 0xA2
_STREET, _CITY, _STATE, _COUNTRY, _ZIP = range(0xAA, 0xAF)
_PLACE_STRINGS = {_STREET: _UTF8, _CITY: _UTF8, _STATE: _UTF8, _COUNTRY: _PRINTABLE, _ZIP: _PRINTABLE}
_MAX_INFLATED_BYTES = 65536


class DataGroupError(ValueError):
    """A data group is not encoded as TR-03110-4 says; the text names the group, never its contents."""


def decode(data_groups: Mapping[int, bytes]) -> PersonalData:
    """Decode whole data groups, by number (1 to 22); DataGroupError on the first that is malformed."""
    values: dict[str, str | date | Place | tuple[Place, ...]] = {}
    for number, content in data_groups.items():
        if number not in _DECODERS:
            raise DataGroupError(f"data group {number} has no meaning for an eID server")
        name, decoder = _DECODERS[number]
        try:
            values[name] = decoder(_unwrapped(content, 0x60 | number))  # APPLICATION, constructed
        except DataGroupError as error:
            raise DataGroupError(f"data group {number}: {error}") from error
        except ValueError as error:  # TLV, UTF-8, calendar; their texts may quote contents
            raise DataGroupError(f"data group {number} is malformed ({type(error).__name__})") from None
    return PersonalData(**values)  # type: ignore[arg-type] # each decoder returns its field's type


def _unwrapped(value: bytes, tag: int) -> bytes:
    found = tlv.parse_one(value)
    if found.tag != tag:
        raise DataGroupError(f"tag {found.tag:X} where {tag:X} belongs")
    return found.value


def _string(value: bytes, tag: int) -> str:
    return _unwrapped(value, tag).decode("utf-8" if tag == _UTF8 else "ascii")


def _text(value: bytes) -> str:
    return _string(value, _UTF8)


def _icao(value: bytes) -> str:
    text = _string(value, _PRINTABLE)
    if re.fullmatch(r"[A-Z ]{1,3}", text) is None:
        raise DataGroupError("an ICAO code has one to three capital letters")
    return text.rstrip()


def _sex(value: bytes) -> str:
    text = _string(value, _PRINTABLE)
    if text not in {"M", "F", " "}:
        raise DataGroupError("the sex is M, F or blank")
    return text.strip()


def _full_date(value: bytes) -> date:
    text = _string(value, _NUMERIC)
    if re.fullmatch(r"[0-9]{8}", text) is None:
        raise DataGroupError("a date is eight digits")
    return date(int(text[:4]), int(text[4:6]), int(text[6:]))


def _partial_date(value: bytes) -> str:
    """YYYYMMDD in which an unknown day, or month and day, is blank; returned as EDTF."""
    text = _string(value, _NUMERIC)
    if re.fullmatch(r"[0-9]{4}([0-9]{4}|[0-9]{2}  | {4})", text) is None:
        raise DataGroupError("a date of birth is eight digits, blanks only for an unknown day or month")
    year, month, day = text[:4], text[4:6], text[6:]
    date(int(year), 1 if month.isspace() else int(month), 1 if day.isspace() else int(day))
    return f"{year}-{month.replace(' ', 'X')}-{day.replace(' ', 'X')}"


def _place(value: bytes) -> Place:
    found = tlv.parse_one(value)
    match found.tag:
        case 0x30:
            return _structured(found.value)
        case 0xA1:
            return FreeTextPlace(_text(found.value))
        case 0xA2:
            return NoPlaceInfo(_text(found.value))
        case other:
            raise DataGroupError(f"no kind of place has tag {other:X}")


def _structured(value: bytes) -> StructuredPlace:
    parts = tlv.parse_all(value)
    tags = [part.tag for part in parts]
    if tags != sorted(set(tags)) or not {_CITY, _COUNTRY} <= set(tags) <= set(_PLACE_STRINGS):
        raise DataGroupError("a place has a city, a country and at most street, state and zip code")
    texts = {part.tag: _string(part.value, _PLACE_STRINGS[part.tag]) for part in parts}
    return StructuredPlace(
        street=texts.get(_STREET, ""),
        city=texts[_CITY],
        state=texts.get(_STATE, ""),
        country=texts[_COUNTRY].rstrip(),
        zip_code=texts.get(_ZIP, ""),
    )


def _places(value: bytes) -> tuple[Place, ...]:
    found = tlv.parse_one(value)
    if found.tag != _SET:
        return (_place(value),)
    return tuple(_place(tlv.encode(member.tag, member.value)) for member in tlv.parse_all(found.value))


def _issuing_entity(value: bytes) -> str:
    """A country, or a place of which only the country is of use to a service."""
    if tlv.parse_one(value).tag == _SEQUENCE:
        return _structured(tlv.parse_one(value).value).country
    return _icao(value)


def _octets_in_hex(value: bytes) -> str:
    return _unwrapped(value, _OCTETS).hex()


def _long_text(value: bytes) -> str:
    found = tlv.parse_one(value)
    if found.tag == _PLAIN:
        return _text(found.value)
    if found.tag != _DEFLATED:
        raise DataGroupError(f"no kind of text has tag {found.tag:X}")
    inflater = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        text = inflater.decompress(_unwrapped(found.value, _OCTETS), _MAX_INFLATED_BYTES)
    except zlib.error as error:
        raise DataGroupError("a compressed text cannot be inflated") from error
    if not inflater.eof or inflater.unused_data:
        raise DataGroupError("a compressed text is cut off, too long or has bytes after its end")
    return text.decode()


type _Decoder = Callable[[bytes], str | date | Place | tuple[Place, ...]]

_DECODERS: dict[int, tuple[str, _Decoder]] = {
    1: ("document_type", _icao),
    2: ("issuing_state", _issuing_entity),
    3: ("date_of_expiry", _full_date),
    4: ("given_names", _text),
    5: ("family_names", _text),
    6: ("artistic_name", _text),
    7: ("doctoral_degree", _text),
    8: ("date_of_birth", _partial_date),
    9: ("place_of_birth", _place),
    10: ("nationality", _icao),
    11: ("sex", _sex),
    13: ("birth_name", _text),
    15: ("date_of_issuance", _full_date),
    17: ("place_of_residence", _places),
    18: ("community_id", _octets_in_hex),
    19: ("residence_permit_1", _long_text),
    20: ("residence_permit_2", _long_text),
    21: ("phone_number", lambda value: _string(value, _PRINTABLE)),
    22: ("email_address", lambda value: _string(value, _IA5)),
}

READABLE = frozenset(_DECODERS)
"""The data groups a service can ask for; 12, 14 and 16 hold nothing for it."""
