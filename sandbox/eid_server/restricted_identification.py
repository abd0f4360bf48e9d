"""Restricted identification: the sector's key, and asking a card for its pseudonym (TR-03110-3 B.4)."""

from dataclasses import dataclass

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat, load_der_public_key

from cardreader import tlv
from cardreader.apdu import CommandApdu, ResponseApdu
from cardreader.cv_public_key import CvPublicKey
from sandbox.eid_server.state_directory import StateDirectory

_PROTOCOLS = "0.4.0.127.0.7.2.2.5.2."  # id-RI-ECDH, with a hash below
_RI_ECDH_SHA_256 = f"{_PROTOCOLS}3"
_FILE = "sector.pub.der"
_TAG_PUBLIC_KEY = 0x7F49


class PseudonymError(ValueError):
    """The card's answer holds no pseudonym."""


@dataclass(frozen=True, slots=True)
class PseudonymKey:
    """A key in the card that computes pseudonyms for terminals with the right (TR-03127 4.4.2.2)."""

    protocol: str
    key_id: int


def open_sector_public_key(state: StateDirectory) -> bytes:
    """Return the sector's key as 7F49 with domain parameters, the same for ever.

    Its private key is thrown away at once: with it, pseudonyms of two sectors could be linked (A.5.2).
    """
    key = state.load(_FILE, _public_key)
    if key is None:
        key = ec.generate_private_key(ec.BrainpoolP256R1()).public_key()
        state.write(_FILE, key.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo))
    return CvPublicKey.of(key, _RI_ECDH_SHA_256, with_domain_parameters=True).to_bytes()


def find_key(security_infos: bytes) -> PseudonymKey | None:
    """Find the key that only authorised terminals may use; TlvError on malformed SecurityInfos.

    A second key, free for all, makes revocation tokens (TR-03110-3 A.1.1.4, TR-03127 4.4.2.1).
    """
    for info in tlv.parse_all(tlv.parse_one(security_infos).value):
        parts = tlv.parse_all(info.value)
        protocol = tlv.oid_text(parts[0].value) if parts and parts[0].tag == 0x06 else ""
        if not protocol.startswith(_PROTOCOLS) or len(parts) < 2:
            continue
        params = tlv.parse_all(parts[1].value)
        if [part.tag for part in params] == [0x02, 0x02, 0x01] and params[2].value == b"\xff":
            return PseudonymKey(protocol, int.from_bytes(params[1].value, signed=True))
    return None


def commands(key: PseudonymKey, sector_public_key: bytes) -> tuple[CommandApdu, CommandApdu]:
    """Return MSE:Set AT and GENERAL AUTHENTICATE; the key object changes its tag to A0 (B.4.1)."""
    key_id = key.key_id.to_bytes(max(1, (key.key_id.bit_length() + 7) // 8))
    selection = tlv.encode(0x80, tlv.oid_bytes(key.protocol)) + tlv.encode(0x84, key_id)
    sector = tlv.encode(0xA0, tlv.fields(sector_public_key)[_TAG_PUBLIC_KEY])
    return (
        CommandApdu(0x00, 0x22, 0x41, 0xA4, selection),
        CommandApdu(0x00, 0x86, 0x00, 0x00, tlv.encode(0x7C, sector), le=256),
    )


def pseudonym(response: ResponseApdu) -> bytes:
    """Return the sector-specific identifier from the answer to GENERAL AUTHENTICATE."""
    try:
        found = tlv.fields(tlv.fields(response.data)[0x7C])[0x81]
    except (tlv.TlvError, KeyError) as error:
        raise PseudonymError("the card's answer to restricted identification is malformed") from error
    if response.sw != 0x9000 or not found:
        raise PseudonymError(f"restricted identification was answered with {response.sw:04X}")
    return found


def _public_key(der: bytes) -> ec.EllipticCurvePublicKey:
    key = load_der_public_key(der)
    if not isinstance(key, ec.EllipticCurvePublicKey):
        raise TypeError("the sector key is not on an elliptic curve")
    return key
