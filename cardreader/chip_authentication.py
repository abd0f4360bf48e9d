"""Chip authentication version 2: the card proves its key, fresh session keys follow (TR-03110-3 A.4, B.2)."""

import hmac
from dataclasses import dataclass, field

from cardreader import tlv
from cardreader.apdu import CommandApdu
from cardreader.card import holds_an_object, read_file
from cardreader.channel import CardOperation
from cardreader.elliptic import CurveError, Point, PrivateKey, shared_x
from cardreader.errors import ProtocolError, UnexpectedStatus
from cardreader.key_derivation import authentication_token, cipher_by_protocol, kdf_enc, kdf_mac
from cardreader.secure_messaging import SessionKeys
from cardreader.security_infos import ChipAuthenticationInfo, SecurityInfos

_OK = 0x9000
_SFI_CARD_SECURITY = 0x1D
_LE_ANY = 256
_LE_EXTENDED = 65536
_TAG_DYNAMIC_AUTHENTICATION = 0x7C
_SIGNED_DATA = "1.2.840.113549.1.7.2"
_SEQUENCE, _EXPLICIT_0, _OCTETS, _OID = 0x30, 0xA0, 0x04, 0x06


@dataclass(frozen=True, slots=True)
class ChipAuthenticated:
    """What the server needs to check the card and to derive the keys of its own channel."""

    nonce: bytes = field(repr=False)
    token: bytes = field(repr=False)
    ef_card_security: bytes = field(repr=False)


def authenticate_chip(ephemeral_key: Point) -> CardOperation[ChipAuthenticated]:
    """Read EF.CardSecurity and have the card agree on keys with the server's `ephemeral_key` (04 ‖ x ‖ y).

    Only the server can tell whether the card's answer is right: it alone holds the private key. Afterwards
    the card speaks secure messaging with the new keys only.
    """
    ef_card_security = yield from read_card_security()
    info = chip_authentication_info(ef_card_security)
    data = tlv.encode(0x80, tlv.oid_bytes(info.protocol))
    if info.key_id is not None:
        data += tlv.encode(0x84, info.key_id.to_bytes(max(1, (info.key_id.bit_length() + 7) // 8)))
    response = yield CommandApdu(0x00, 0x22, 0x41, 0xA4, data)
    if response.sw != _OK:
        raise UnexpectedStatus("MSE:Set AT (chip authentication)", response.sw)
    key_object = tlv.encode(_TAG_DYNAMIC_AUTHENTICATION, tlv.encode(0x80, ephemeral_key))
    response = yield CommandApdu(0x00, 0x86, 0x00, 0x00, key_object, _LE_ANY)
    if response.sw != _OK:
        raise UnexpectedStatus("GENERAL AUTHENTICATE of chip authentication", response.sw)
    nonce, token = _nonce_and_token(response.data)
    return ChipAuthenticated(nonce, token, ef_card_security)


def read_card_security() -> CardOperation[bytes]:
    """Read EF.CardSecurity, without padding after it; the card allows it after terminal authentication."""
    content = yield from read_file(
        _SFI_CARD_SECURITY, "EF.CardSecurity", chunk_bytes=_LE_EXTENDED, is_whole=holds_an_object
    )
    try:
        first, _ = tlv.parse_prefix(content)
    except tlv.TlvError as error:
        raise ProtocolError("EF.CardSecurity is malformed") from error
    return tlv.encode(first.tag, first.value)


def chip_authentication_info(ef_card_security: bytes) -> ChipAuthenticationInfo:
    """Return the first version-2 entry (real cards list version 3 before it); ProtocolError without one."""
    info = signed_security_infos(ef_card_security).chip_authentication_version_2()
    if info is None:
        raise ProtocolError("EF.CardSecurity offers no chip authentication of version 2 with ECDH and AES")
    return info


def signed_security_infos(ef_card_security: bytes) -> SecurityInfos:
    """Return the SecurityInfos inside the CMS SignedData, whose signature is not checked here.

    The server checks it: the terminal trusts the card no further than the server does (TR-03110-2 3.1).
    """
    try:
        content_info = _inner(ef_card_security, _SEQUENCE)
        if len(content_info) != 2 or content_info[0] != tlv.Tlv(_OID, tlv.oid_bytes(_SIGNED_DATA)):
            raise ProtocolError("EF.CardSecurity is not CMS SignedData")
        signed_data = _child(content_info[1], _EXPLICIT_0)
        encapsulated = next(part for part in tlv.parse_all(signed_data.value) if part.tag == _SEQUENCE)
        content = next(part for part in tlv.parse_all(encapsulated.value) if part.tag == _EXPLICIT_0)
        return SecurityInfos.parse(_child(content, _EXPLICIT_0, _OCTETS).value)
    except (tlv.TlvError, StopIteration) as error:
        raise ProtocolError("EF.CardSecurity is malformed") from error


def derive_keys(key: PrivateKey, card_key: Point, nonce: bytes, protocol: str) -> SessionKeys:
    """Return the new session keys, on the server's side; `protocol` is id-CA-ECDH-AES-… (dotted).

    ProtocolError if the protocol is not spoken here or `card_key` is not on the curve (A.4.3, A.2.3.2).
    """
    cipher = cipher_by_protocol(protocol)
    if cipher is None:
        raise ProtocolError(f"chip authentication {protocol} is not spoken here")
    try:
        secret = shared_x(key, card_key)
    except CurveError as error:
        raise ProtocolError("the card's public key is not on the curve of the server's key") from error
    return SessionKeys(kdf_enc(secret, cipher, nonce), kdf_mac(secret, cipher, nonce))


def is_token_of_card(keys: SessionKeys, token: bytes, ephemeral_key: Point, protocol: str) -> bool:
    """Say whether the card's token covers the server's key: only then has the card its own key (A.4.3)."""
    return hmac.compare_digest(token, authentication_token(keys.mac, protocol, ephemeral_key))


def _nonce_and_token(data: bytes) -> tuple[bytes, bytes]:
    try:
        outer = tlv.parse_one(data)
        objects = tlv.fields(outer.value)
    except tlv.TlvError as error:
        raise ProtocolError("the card's answer in chip authentication is malformed") from error
    nonce, token = objects.get(0x81, b""), objects.get(0x82, b"")
    if outer.tag != _TAG_DYNAMIC_AUTHENTICATION or len(nonce) != 8 or len(token) != 8:
        raise ProtocolError("the card did not answer with a nonce and a token of 8 bytes")
    return nonce, token


def _inner(data: bytes, tag: int) -> tuple[tlv.Tlv, ...]:
    outer = tlv.parse_one(data)
    if outer.tag != tag:
        raise tlv.TlvError(f"expected {tag:X}, found {outer.tag:X}")
    return tlv.parse_all(outer.value)


def _child(parent: tlv.Tlv, parent_tag: int, child_tag: int = _SEQUENCE) -> tlv.Tlv:
    if parent.tag != parent_tag:
        raise tlv.TlvError(f"expected {parent_tag:X}, found {parent.tag:X}")
    child = tlv.parse_one(parent.value)
    if child.tag != child_tag:
        raise tlv.TlvError(f"expected {child_tag:X}, found {child.tag:X}")
    return child
