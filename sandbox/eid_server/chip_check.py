"""The server's half of chip authentication version 2: is the chip genuine, and what keys does it share."""

import hmac
from dataclasses import dataclass, field
from datetime import datetime

from cryptography import x509

from cardreader import elliptic, tlv
from cardreader.elliptic import Curve, CurveError, PrivateKey
from cardreader.errors import ProtocolError
from cardreader.key_derivation import authentication_token, cipher_by_protocol, kdf_enc, kdf_mac
from cardreader.secure_messaging import SessionKeys
from cardreader.security_infos import (
    ChipAuthenticationDomainParameterInfo,
    ChipAuthenticationInfo,
    SecurityInfos,
)
from sandbox.eid_server import card_security, restricted_identification
from sandbox.eid_server.card_security import CardSecurityError
from sandbox.eid_server.restricted_identification import PseudonymKey

_NONCE_BYTES = 8  # TR-03110-3 B.2.2
_PRIVILEGED_TERMINAL_INFO = tlv.encode(0x06, tlv.oid_bytes("0.4.0.127.0.7.2.2.8"))


class ChipCheckError(Exception):
    """The chip is not genuine, or speaks no chip authentication that this server knows."""


@dataclass(frozen=True, slots=True)
class ChipChallenge:
    """What the server fixes before terminal authentication: the variant and its own ephemeral key."""

    ef_card_access: bytes
    variant: ChipAuthenticationInfo
    ephemeral_key: PrivateKey = field(repr=False)


@dataclass(frozen=True, slots=True)
class GenuineChip:
    """A chip that proved itself: the keys shared with it, and what else EF.CardSecurity says it can do."""

    keys: SessionKeys
    pseudonym_key: PseudonymKey | None


def challenge(ef_card_access: bytes) -> ChipChallenge:
    """Choose variant and key from EF.CardAccess; ChipCheckError when there is nothing to choose."""
    try:
        infos = SecurityInfos.parse(ef_card_access)
    except ProtocolError as error:
        raise ChipCheckError("EF.CardAccess is malformed") from error
    variant = infos.chip_authentication_version_2()
    if variant is None:
        raise ChipCheckError("the card does not offer chip authentication version 2 with ECDH and AES")
    return ChipChallenge(ef_card_access, variant, elliptic.generate_key(_curve(infos, variant)))


def verify(
    sent: ChipChallenge,
    ef_card_security: bytes,
    nonce: bytes,
    token: bytes,
    trusted: tuple[x509.Certificate, ...],
    now: datetime,
) -> GenuineChip:
    """Do passive authentication, then check the chip's token (TR-03110-2 2.3.4, 3.4).

    Raises ChipCheckError when any of it fails: the card must not be believed anything.
    """
    try:
        content = card_security.verify(ef_card_security, trusted, now)
        signed = SecurityInfos.parse(content)
        pseudonym_key = restricted_identification.find_key(content)
        unsigned = _members(sent.ef_card_access) - _members(content)
    except (CardSecurityError, ProtocolError, tlv.TlvError) as error:
        raise ChipCheckError(f"passive authentication failed: {error}") from error
    if any(not info.value.startswith(_PRIVILEGED_TERMINAL_INFO) for info in unsigned):
        raise ChipCheckError("EF.CardAccess promises what EF.CardSecurity does not sign")
    return GenuineChip(_session_keys(sent, signed, nonce, token), pseudonym_key)


def _members(security_infos: bytes) -> frozenset[tlv.Tlv]:
    return frozenset(tlv.parse_all(tlv.parse_one(security_infos).value))


def _session_keys(sent: ChipChallenge, signed: SecurityInfos, nonce: bytes, token: bytes) -> SessionKeys:
    chip_key = signed.chip_authentication_public_key(sent.variant.key_id)
    cipher = cipher_by_protocol(sent.variant.protocol)
    if chip_key is None or cipher is None:
        raise ChipCheckError("EF.CardSecurity lacks the public key of the chip")
    if len(nonce) != _NONCE_BYTES:
        raise ChipCheckError(f"the chip's nonce has {len(nonce)} bytes, not {_NONCE_BYTES}")
    try:
        shared = elliptic.shared_x(sent.ephemeral_key, chip_key.public_key)
    except CurveError as error:
        raise ChipCheckError("the chip's public key is not on the agreed curve") from error
    keys = SessionKeys(kdf_enc(shared, cipher, nonce), kdf_mac(shared, cipher, nonce))
    expected = authentication_token(keys.mac, sent.variant.protocol, sent.ephemeral_key.public)
    if not hmac.compare_digest(expected, token):
        raise ChipCheckError("the chip's token is wrong: it does not have the private key of its file")
    return keys


def _curve(infos: SecurityInfos, variant: ChipAuthenticationInfo) -> Curve:
    for info in infos.infos:
        if isinstance(info, ChipAuthenticationDomainParameterInfo) and info.key_id == variant.key_id:
            try:
                return elliptic.curve_by_parameter_id(info.parameter_id)
            except CurveError as error:
                raise ChipCheckError(str(error)) from error
    raise ChipCheckError("EF.CardAccess names no curve for chip authentication")
