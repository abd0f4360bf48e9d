"""The data groups of the eID application, encoded as on German cards (TR-03110-4 2.2.3.1, TR-03127 3.4.2)."""

from collections.abc import Mapping

from cardreader.tlv import encode
from sandbox.id_card.personas import FreeTextPlace, Holder, NoPlace, Place, StructuredPlace

_OCTET_STRING, _UTF8, _NUMERIC, _PRINTABLE = 0x04, 0x0C, 0x12, 0x13
_SEQUENCE = 0x30
_APPLICATION = 0x60  # [APPLICATION n], explicit
_FREE_TEXT, _NO_PLACE = 0xA1, 0xA2
_STREET, _CITY, _COUNTRY, _ZIP_CODE = 0xAA, 0xAB, 0xAD, 0xAE


def encode_data_groups(holder: Holder) -> Mapping[int, bytes]:
    """Return the contents of every data group the card has, by number 1 to 22."""
    return {
        number: encode(_APPLICATION + number, value)
        for number, value in {
            1: _printable(holder.document_type),
            2: _printable(holder.issuing_state),
            3: _numeric(holder.date_of_expiry.strftime("%Y%m%d")),
            4: _utf8(holder.given_names),
            5: _utf8(holder.family_names),
            6: _utf8(holder.artistic_name),
            7: _utf8(holder.doctoral_degree),
            8: _numeric(holder.date_of_birth.replace("_", " ")),
            9: encode(_FREE_TEXT, _utf8(holder.place_of_birth)),
            10: _printable(holder.nationality),
            13: _utf8(holder.birth_name),
            17: _place(holder.residence),
            18: encode(_OCTET_STRING, bytes.fromhex(holder.municipality)),
        }.items()
    }


def _place(place: Place) -> bytes:
    match place:
        case FreeTextPlace(text):
            return encode(_FREE_TEXT, _utf8(text))
        case NoPlace(text):
            return encode(_NO_PLACE, _utf8(text))
        case StructuredPlace():
            street = encode(_STREET, _utf8(place.street)) if place.street else b""
            zip_code = encode(_ZIP_CODE, _printable(place.zip_code)) if place.zip_code else b""
            city, country = encode(_CITY, _utf8(place.city)), encode(_COUNTRY, _printable(place.country))
            return encode(_SEQUENCE, street + city + country + zip_code)


def _utf8(text: str) -> bytes:
    return encode(_UTF8, text.encode())


def _printable(text: str) -> bytes:
    return encode(_PRINTABLE, text.encode("ascii"))


def _numeric(text: str) -> bytes:
    return encode(_NUMERIC, text.encode("ascii"))
