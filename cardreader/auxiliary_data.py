"""Authenticated auxiliary data: what the card compares without giving it away (TR-03110-4 2.2.4, 3 A.6.5)."""

from dataclasses import dataclass, field
from datetime import date
from typing import Self

from cardreader import tlv

TAG = 0x67
_TAG_TEMPLATE = 0x73
_TAG_OID = 0x06
_TAG_VALUE = 0x53
DATE_OF_BIRTH = "0.4.0.127.0.7.3.1.4.1"
DATE_OF_EXPIRY = "0.4.0.127.0.7.3.1.4.2"
MUNICIPALITY_ID = "0.4.0.127.0.7.3.1.4.3"


class AuxiliaryDataError(ValueError):
    """The bytes are not auxiliary data, or hold an unknown or a repeated entry."""


@dataclass(frozen=True, slots=True)
class AuxiliaryData:
    """The comparison values; `raw` is the object as received, which the terminal signs."""

    born_on_or_before: date | None
    valid_on: date | None
    municipality_id: bytes | None = field(repr=False)
    raw: bytes = field(repr=False)

    @classmethod
    def of(
        cls,
        *,
        born_on_or_before: date | None = None,
        valid_on: date | None = None,
        municipality_id: bytes | None = None,
    ) -> Self:
        """Make auxiliary data; dates are YYYYMMDD in ASCII, the municipality is up to 7 BCD bytes."""
        entries: list[tuple[str, bytes]] = []
        if born_on_or_before is not None:
            entries.append((DATE_OF_BIRTH, born_on_or_before.strftime("%Y%m%d").encode()))
        if valid_on is not None:
            entries.append((DATE_OF_EXPIRY, valid_on.strftime("%Y%m%d").encode()))
        if municipality_id is not None:
            entries.append((MUNICIPALITY_ID, municipality_id))
        inner = b"".join(
            tlv.encode(
                _TAG_TEMPLATE, tlv.encode(_TAG_OID, tlv.oid_bytes(kind)) + tlv.encode(_TAG_VALUE, value)
            )
            for kind, value in entries
        )
        return cls(born_on_or_before, valid_on, municipality_id, tlv.encode(TAG, inner))

    def to_bytes(self) -> bytes:
        """Return the complete object 67."""
        return self.raw

    @classmethod
    def from_bytes(cls, data: bytes) -> Self:
        """Read one complete object 67; AuxiliaryDataError on unknown, repeated or malformed entries."""
        try:
            outer = tlv.parse_one(data)
            if outer.tag != TAG:
                raise AuxiliaryDataError(f"expected tag 67, found {outer.tag:X}")
            entries = _entries(outer.value)
        except tlv.TlvError as error:
            raise AuxiliaryDataError("the auxiliary data is not well-formed") from error
        unknown = entries.keys() - {DATE_OF_BIRTH, DATE_OF_EXPIRY, MUNICIPALITY_ID}
        if unknown:
            raise AuxiliaryDataError("the auxiliary data has an entry of unknown type")
        return cls(
            _date(entries.get(DATE_OF_BIRTH)),
            _date(entries.get(DATE_OF_EXPIRY)),
            entries.get(MUNICIPALITY_ID),
            data,
        )


def _entries(value: bytes) -> dict[str, bytes]:
    found: dict[str, bytes] = {}
    for template in tlv.parse_all(value):
        parts = tlv.parse_all(template.value)
        if template.tag != _TAG_TEMPLATE or [part.tag for part in parts] != [_TAG_OID, _TAG_VALUE]:
            raise AuxiliaryDataError("an entry of auxiliary data is 73 with 06 and 53")
        kind = tlv.oid_text(parts[0].value)
        if kind in found:
            raise AuxiliaryDataError("the auxiliary data has two entries of one type")
        found[kind] = parts[1].value
    return found


def _date(value: bytes | None) -> date | None:
    if value is None:
        return None
    if len(value) != 8 or not value.isdigit():
        raise AuxiliaryDataError("a date of the auxiliary data is not YYYYMMDD")
    try:
        return date(int(value[:4]), int(value[4:6]), int(value[6:]))
    except ValueError as error:
        raise AuxiliaryDataError("a date of the auxiliary data does not exist") from error
