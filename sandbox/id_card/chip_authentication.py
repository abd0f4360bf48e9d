"""Chip authentication version 2, the card's side: the chip is genuine, new keys (TR-03110-2 3.4, -3 B.2)."""

import hmac
import secrets

from cardreader import tlv
from cardreader.elliptic import CurveError, shared_x
from cardreader.key_derivation import AES_128, authentication_token, kdf_enc, kdf_mac
from cardreader.secure_messaging import SecureMessaging, SessionKeys
from sandbox.id_card.chip import CURVE, Chip
from sandbox.id_card.keys import CHIP_AUTHENTICATION_PROTOCOL, CHIP_KEY_ID, PRIVILEGED_CHIP_KEY_ID
from sandbox.id_card.session import ChipAuthenticationSelected, Session
from sandbox.id_card.status import RefusedError, Status

_NONCE_BYTES = 8


def select(session: Session, key_id: bytes | None) -> ChipAuthenticationSelected:
    """Name the key to authenticate with: the key's id is needed, since the card has several (B.14.1)."""
    if session.terminal is None or session.chip_authenticated:
        raise RefusedError(Status.SECURITY_STATUS_NOT_SATISFIED)
    if key_id == bytes([PRIVILEGED_CHIP_KEY_ID]):
        raise RefusedError(Status.SECURITY_STATUS_NOT_SATISFIED)
    if key_id != bytes([CHIP_KEY_ID]):
        raise RefusedError(Status.NOT_FOUND)
    return ChipAuthenticationSelected()


def authenticate(chip: Chip, session: Session, objects: dict[int, bytes]) -> bytes:
    """Agree on keys with the very ephemeral key that terminal authentication was signed over."""
    if session.terminal is None or objects.keys() != {0x80}:
        raise RefusedError(Status.WRONG_DATA)
    point = objects[0x80]
    if not hmac.compare_digest(point[1 : 1 + CURVE.size_bytes], session.terminal.ephemeral_x):
        raise RefusedError(Status.AUTHENTICATION_FAILED)
    try:
        secret = shared_x(chip.chip_key, point)
    except CurveError as error:
        raise RefusedError(Status.WRONG_DATA) from error
    nonce = secrets.token_bytes(_NONCE_BYTES)
    keys = SessionKeys(kdf_enc(secret, AES_128, nonce), kdf_mac(secret, AES_128, nonce))
    session.next_messaging = SecureMessaging(keys)
    session.chip_authenticated = True
    token = authentication_token(keys.mac, CHIP_AUTHENTICATION_PROTOCOL, point)
    return tlv.encode(0x81, nonce) + tlv.encode(0x82, token)
