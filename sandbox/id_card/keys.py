"""What personalisation puts into a card: its keys and the files that tell a terminal about them."""

from dataclasses import dataclass, field

from cardreader import tlv
from cardreader.security_infos import (
    ChipAuthenticationDomainParameterInfo,
    ChipAuthenticationInfo,
    ChipAuthenticationPublicKeyInfo,
    PaceInfo,
    SecurityInfo,
    SecurityInfos,
    TerminalAuthenticationInfo,
    UnknownInfo,
)

DOMAIN_PARAMETERS = 13
"""brainpoolP256r1, the card's only curve (TR-03110-3 A.2.1.1)."""
CHIP_KEY_ID = 0x29
"""Chip authentication key every terminal may use; its public key is in EF.CardSecurity."""
PRIVILEGED_CHIP_KEY_ID = 0x2D
"""Chip authentication key of privileged terminals; this card announces it and keeps it to itself."""
VERSION_3_KEY_ID = 0x2E
"""Key of chip authentication version 3, announced as real cards do, not played here."""
REVOCATION_KEY_ID = 0x01
"""Restricted identification key of the revocation token: any authenticated terminal (TR-03127 4.4.2.1)."""
PSEUDONYM_KEY_ID = 0x02
"""Restricted identification key of the pseudonym: terminals with the right (TR-03127 4.4.2.2)."""

_SMARTCARD = "0.4.0.127.0.7.2.2"
PACE_PROTOCOL = f"{_SMARTCARD}.4.2.2"
"""id-PACE-ECDH-GM-AES-CBC-CMAC-128."""
CHIP_AUTHENTICATION_PROTOCOL = f"{_SMARTCARD}.3.2.2"
"""id-CA-ECDH-AES-CBC-CMAC-128."""
RESTRICTED_IDENTIFICATION_PROTOCOL = f"{_SMARTCARD}.5.2.3"
"""id-RI-ECDH-SHA-256."""
SECURITY_OBJECT_OID = "0.4.0.127.0.7.3.2.1"
"""Content type of the CMS signed data in EF.CardSecurity (TR-03110-3 A.1.2.5)."""

_RESTRICTED_IDENTIFICATION_ECDH = f"{_SMARTCARD}.5.2"
_CARD_INFO = f"{_SMARTCARD}.6"
_PRIVILEGED_TERMINAL = f"{_SMARTCARD}.8"
_STANDARDISED_DOMAIN_PARAMETERS = "0.4.0.127.0.7.1.2"
_CARD_INFO_URL = b"http://bsi.bund.de/cif/npa.xml"


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
    """The trust point at personalisation: a whole CV certificate (7F21 …) with domain parameters."""


def ef_card_access() -> bytes:
    """Encode EF.CardAccess, the card's abilities, in the order real cards list them (TR-03127 3.4.5)."""
    privileged = SecurityInfos(_chip_authentication(PRIVILEGED_CHIP_KEY_ID)).encode()
    return SecurityInfos((*_abilities(), UnknownInfo(_PRIVILEGED_TERMINAL, privileged))).encode()


def card_security_infos(chip_public_point: bytes) -> bytes:
    """Encode the SecurityInfos that EF.CardSecurity signs (TR-03110-3 A.1.2.2).

    `chip_public_point` is the uncompressed point 04 || x || y of the chip authentication key. Everything in
    EF.CardAccess is repeated, except what concerns privileged terminals.
    """
    return SecurityInfos(
        (
            *_abilities(),
            ChipAuthenticationPublicKeyInfo(DOMAIN_PARAMETERS, chip_public_point, CHIP_KEY_ID),
            _restricted_identification(REVOCATION_KEY_ID, authorised_only=False),
            _restricted_identification(PSEUDONYM_KEY_ID, authorised_only=True),
            UnknownInfo(_RESTRICTED_IDENTIFICATION_ECDH, _domain_parameters()),
        )
    ).encode()


def _abilities() -> tuple[SecurityInfo, ...]:
    return (
        PaceInfo(PACE_PROTOCOL, 2, DOMAIN_PARAMETERS),
        TerminalAuthenticationInfo(2),
        # Real cards list version 3 first: a client that takes the first entry takes the wrong one.
        ChipAuthenticationInfo(CHIP_AUTHENTICATION_PROTOCOL, 3, VERSION_3_KEY_ID),
        ChipAuthenticationDomainParameterInfo(DOMAIN_PARAMETERS, VERSION_3_KEY_ID),
        *_chip_authentication(CHIP_KEY_ID),
        UnknownInfo(_CARD_INFO, tlv.encode(0x16, _CARD_INFO_URL)),
    )


def _chip_authentication(key_id: int) -> tuple[SecurityInfo, ...]:
    return (
        ChipAuthenticationInfo(CHIP_AUTHENTICATION_PROTOCOL, 2, key_id),
        ChipAuthenticationDomainParameterInfo(DOMAIN_PARAMETERS, key_id),
    )


def _restricted_identification(key_id: int, *, authorised_only: bool) -> UnknownInfo:
    parameters = _integer(1) + _integer(key_id) + tlv.encode(0x01, b"\xff" if authorised_only else b"\x00")
    return UnknownInfo(RESTRICTED_IDENTIFICATION_PROTOCOL, tlv.encode(0x30, parameters))


def _domain_parameters() -> bytes:
    oid = tlv.encode(0x06, tlv.oid_bytes(_STANDARDISED_DOMAIN_PARAMETERS))
    return tlv.encode(0x30, oid + _integer(DOMAIN_PARAMETERS))


def _integer(small: int) -> bytes:
    return tlv.encode(0x02, bytes([small]))
