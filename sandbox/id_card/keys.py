"""What personalisation puts into a card: its keys and the files that tell a terminal about them."""

from dataclasses import dataclass, field

from asn1crypto.core import ObjectIdentifier

from cardreader.tlv import encode

CHIP_KEY_ID = 0x29
"""Chip authentication key every terminal may use; its public key is in EF.CardSecurity."""
PRIVILEGED_CHIP_KEY_ID = 0x2D
"""Chip authentication key of privileged terminals; this card announces it and keeps it to itself."""
SECTOR_KEY_ID = 0x01
"""Restricted identification key that terminals with the right may use."""
AUTHORISED_SECTOR_KEY_ID = 0x02
"""Restricted identification key for authorised revocation services only."""

SECURITY_OBJECT_OID = "0.4.0.127.0.7.3.2.1"
"""Content type of the CMS signed data in EF.CardSecurity (TR-03110-3 A.1.2.5)."""

_SMARTCARD = "0.4.0.127.0.7.2.2"
_STANDARDIZED_DOMAIN_PARAMETERS = "0.4.0.127.0.7.1.2"
_BRAINPOOL_P256R1 = 13
_CARD_INFO = b"https://www.bsi.bund.de/cif/npa.xml"


@dataclass(frozen=True, slots=True)
class CardKeys:
    """The secrets and signed files of one card, as the sandbox PKI's personalisation returns them."""

    ca_private_key_der: bytes = field(repr=False)
    """PKCS#8 DER, brainpoolP256r1: the static chip authentication key with id `CHIP_KEY_ID`."""
    ef_card_access: bytes
    """Contents of EF.CardAccess, as `ef_card_access()` builds them."""
    ef_card_security: bytes
    """CMS SignedData over `card_security_infos(point of the public chip key)`."""
    cvca_certificate: bytes
    """The trust point at personalisation: a whole self-signed CV certificate (7F21 …), P-256 or brainpool."""


def ef_card_access() -> bytes:
    """Encode EF.CardAccess, the card's abilities, in the order real cards list them (TR-03110-3 A.1.1)."""
    return encode(0x31, _abilities())


def card_security_infos(chip_public_point: bytes) -> bytes:
    """Encode the SecurityInfos that EF.CardSecurity signs (TR-03110-3 A.1.1).

    `chip_public_point` is the uncompressed point 04 || x || y of the chip authentication key.
    """
    public_key = _sequence(
        _oid(f"{_SMARTCARD}.1.2"),  # id-PK-ECDH
        _sequence(_domain_parameters(), encode(0x03, b"\x00" + chip_public_point)),
        _integer(CHIP_KEY_ID),
    )
    return encode(
        0x31,
        _abilities()
        + _sector_identity(SECTOR_KEY_ID, authorised_only=False)
        + _sector_identity(AUTHORISED_SECTOR_KEY_ID, authorised_only=True)
        + _sequence(_oid(f"{_SMARTCARD}.5.2"), _domain_parameters())
        + public_key,
    )


def _abilities() -> bytes:
    return b"".join(
        (
            _sequence(_oid(f"{_SMARTCARD}.4.2.2"), _integer(2), _integer(_BRAINPOOL_P256R1)),  # PACE
            _sequence(_oid(f"{_SMARTCARD}.2"), _integer(2)),  # terminal authentication
            # Real cards list version 3 first: a client that takes the first entry takes the wrong one.
            _sequence(_oid(f"{_SMARTCARD}.3.2.2"), _integer(3), _integer(CHIP_KEY_ID)),
            _chip_authentication(CHIP_KEY_ID),
            _sequence(_oid(f"{_SMARTCARD}.6"), encode(0x16, _CARD_INFO)),
            _sequence(_oid(f"{_SMARTCARD}.8"), encode(0x31, _chip_authentication(PRIVILEGED_CHIP_KEY_ID))),
        )
    )


def _chip_authentication(key_id: int) -> bytes:
    info = _sequence(_oid(f"{_SMARTCARD}.3.2.2"), _integer(2), _integer(key_id))
    return info + _sequence(_oid(f"{_SMARTCARD}.3.2"), _domain_parameters(), _integer(key_id))


def _sector_identity(key_id: int, *, authorised_only: bool) -> bytes:
    only = encode(0x01, b"\xff" if authorised_only else b"\x00")
    return _sequence(_oid(f"{_SMARTCARD}.5.2.3"), _sequence(_integer(1), _integer(key_id), only))


def _domain_parameters() -> bytes:
    return _sequence(_oid(_STANDARDIZED_DOMAIN_PARAMETERS), _integer(_BRAINPOOL_P256R1))


def _sequence(*elements: bytes) -> bytes:
    return encode(0x30, b"".join(elements))


def _integer(value: int) -> bytes:
    return encode(0x02, value.to_bytes(value.bit_length() // 8 + 1, "big"))


def _oid(dotted: str) -> bytes:
    encoded: bytes = ObjectIdentifier(dotted).dump()
    return encoded
