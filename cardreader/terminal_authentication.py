"""Terminal authentication version 2: the card checks who asks (TR-03110-2 3.3, TR-03110-3 B.3)."""

from collections.abc import Iterable

from cardreader import tlv
from cardreader.apdu import CommandApdu
from cardreader.channel import CardOperation
from cardreader.cv_certificate import CvCertificate
from cardreader.elliptic import Point
from cardreader.errors import ProtocolError, UnexpectedStatus

CHALLENGE_BYTES = 8
_OK = 0x9000
_TAG_PROTOCOL = 0x80
_TAG_REFERENCE = 0x83
_TAG_EPHEMERAL_KEY = 0x91


def signature_input(
    id_picc: bytes, challenge: bytes, ephemeral_key: Point, auxiliary_data: bytes | None
) -> bytes:
    """Return what the terminal signs: ID_PICC ‖ r_PICC ‖ Comp(PK_PCD) ‖ A_PCD (TR-03110-3 A.6.3.1).

    `id_picc` is the x-coordinate of the card's PACE key, `ephemeral_key` the terminal's uncompressed point,
    `auxiliary_data` the complete object 67 or none.
    """
    return id_picc + challenge + compressed(ephemeral_key) + (auxiliary_data or b"")


def compressed(point: Point) -> bytes:
    """Return Comp() of an EC key: its x-coordinate (TR-03110-3 A.2.2.3)."""
    return point[1 : 1 + len(point) // 2]


def get_challenge() -> CardOperation[bytes]:
    """Ask the card for the 8 random bytes that the terminal's signature must cover."""
    response = yield CommandApdu(0x00, 0x84, 0x00, 0x00, le=CHALLENGE_BYTES)
    if response.sw != _OK:
        raise UnexpectedStatus("GET CHALLENGE", response.sw)
    if len(response.data) != CHALLENGE_BYTES:
        raise ProtocolError(f"the card's challenge has {len(response.data)} bytes instead of 8")
    return response.data


def verify_certificates(chain: Iterable[CvCertificate]) -> CardOperation[None]:
    """Have the card verify `chain`, beginning with the certificate its own trust point issued."""
    for certificate in chain:
        reference = tlv.encode(_TAG_REFERENCE, certificate.car.encode("latin-1"))
        response = yield CommandApdu(0x00, 0x22, 0x81, 0xB6, reference)
        if response.sw != _OK:
            raise UnexpectedStatus("MSE:Set DST", response.sw)
        response = yield CommandApdu(
            0x00, 0x2A, 0x00, 0xBE, certificate.body + certificate.signature_object()
        )
        if response.sw != _OK:
            raise UnexpectedStatus("PSO:Verify Certificate", response.sw)


def authenticate(
    terminal: CvCertificate, ephemeral_key: Point, signature: bytes, auxiliary_data: bytes | None
) -> CardOperation[None]:
    """Prove to the card that the server holds `terminal`'s key, after `verify_certificates`.

    `ephemeral_key` is the server's uncompressed point for chip authentication, `signature` is over
    `signature_input`, `auxiliary_data` the complete object 67 or none.
    """
    data = tlv.encode(_TAG_PROTOCOL, tlv.oid_bytes(terminal.public_key.algorithm))
    data += tlv.encode(_TAG_REFERENCE, terminal.chr.encode("latin-1"))
    data += auxiliary_data or b""
    data += tlv.encode(_TAG_EPHEMERAL_KEY, compressed(ephemeral_key))
    response = yield CommandApdu(0x00, 0x22, 0x81, 0xA4, data)
    if response.sw != _OK:
        raise UnexpectedStatus("MSE:Set AT (terminal authentication)", response.sw)
    response = yield CommandApdu(0x00, 0x82, 0x00, 0x00, signature)
    if response.sw != _OK:
        raise UnexpectedStatus("EXTERNAL AUTHENTICATE", response.sw)
