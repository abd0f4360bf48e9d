"""PACE with ECDH and generic mapping, the terminal's side (TR-03110-2 3.2, TR-03110-3 A.3 and B.1)."""

import hmac
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import IntEnum
from typing import Literal, overload

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import CBC

from cardreader import tlv
from cardreader.apdu import CommandApdu, ResponseApdu
from cardreader.channel import CardOperation
from cardreader.elliptic import (
    Curve,
    CurveError,
    Point,
    PrivateKey,
    check_point,
    ephemeral_point,
    generate_key,
    map_nonce,
    shared_x,
    x_coordinate,
)
from cardreader.errors import PasswordState, PasswordUnusableError, ProtocolError, UnexpectedStatus
from cardreader.key_derivation import (
    BLOCK_BYTES,
    CipherSuite,
    authentication_token,
    kdf_enc,
    kdf_mac,
    kdf_pi,
)
from cardreader.secret import Secret
from cardreader.secure_messaging import SessionKeys
from cardreader.security_infos import PaceInfo

PIN_ATTEMPTS = 3
"""How many attempts a PIN has that was not used wrongly (TR-03127)."""

_LE_ANY = 256
_TAG_DYNAMIC_AUTHENTICATION = 0x7C


class PasswordId(IntEnum):
    """The passwords of a card (TR-03110-3 B.14.1, object 83)."""

    MRZ = 1
    CAN = 2
    PIN = 3
    PUK = 4


@dataclass(frozen=True, slots=True)
class PaceEstablished:
    """The channel is there: from now on only secure messaging with `keys` is understood by the card."""

    keys: SessionKeys
    id_picc: bytes
    """x-coordinate of the card's ephemeral key: the channel's name in terminal authentication."""
    certification_authorities: tuple[str, ...]
    """The CVCAs the card trusts, current one first; empty only if no CHAT was sent."""

    @property
    def car(self) -> str:
        """The reference of the current CVCA; ProtocolError if the card named none (no CHAT was sent)."""
        if not self.certification_authorities:
            raise ProtocolError("the card named no certification authority; send a CHAT with PACE")
        return self.certification_authorities[0]

    @property
    def previous_car(self) -> str | None:
        """The reference of the previous CVCA, if the card still trusts one."""
        return self.certification_authorities[1] if len(self.certification_authorities) > 1 else None


@dataclass(frozen=True, slots=True)
class PaceRejected:
    """The PIN was wrong; `attempts_left` of three are left (1: suspended, 0: blocked)."""

    attempts_left: int


@dataclass(frozen=True, slots=True)
class PasswordRejected:
    """An MRZ, CAN or PUK was wrong; cards do not count these."""


type KeySource = Callable[[Curve], PrivateKey]
"""Gives the terminal's keys: asked first for the mapping key, then for the ephemeral one."""


@overload
def pace(
    info: PaceInfo,
    password: Literal[PasswordId.PIN],
    secret: Secret,
    chat: bytes | None,
    *,
    key_source: KeySource = ...,
) -> CardOperation[PaceEstablished | PaceRejected]: ...
@overload
def pace(
    info: PaceInfo,
    password: Literal[PasswordId.MRZ, PasswordId.CAN, PasswordId.PUK],
    secret: Secret,
    chat: bytes | None,
    *,
    key_source: KeySource = ...,
) -> CardOperation[PaceEstablished | PasswordRejected]: ...
@overload
def pace(
    info: PaceInfo,
    password: PasswordId,
    secret: Secret,
    chat: bytes | None,
    *,
    key_source: KeySource = ...,
) -> CardOperation[PaceEstablished | PaceRejected | PasswordRejected]: ...
def pace(
    info: PaceInfo,
    password: PasswordId,
    secret: Secret,
    chat: bytes | None,
    *,
    key_source: KeySource = generate_key,
) -> CardOperation[PaceEstablished | PaceRejected | PasswordRejected]:
    """Agree on session keys with the card by means of a password.

    `secret` is the password's characters (of the MRZ: document number, dates of birth and expiry, with check
    digits). It is wiped as soon as the operation runs, before the first command. `chat` is the complete
    object 7F4C of the rights wanted, None for a channel without terminal authentication. `info` must be
    `is_supported`.

    Raises PasswordUnusableError if the password is suspended, blocked or deactivated, UnexpectedStatus for
    other status words, ProtocolError for nonsense or if the card does not know the password itself.
    """
    try:
        cipher, curve = _algorithms(info)
        password_key = _password_key(password, secret, cipher)
    finally:
        secret.wipe()
    selected = yield set_authentication_template(info, password, chat)
    warning = _selection_warning(selected)
    nonce = _decipher_nonce(password_key, (yield from _exchange(b"", 0x80, warning)))
    generator = yield from _map_generator(curve, nonce, key_source(curve), warning)
    key = key_source(curve)
    own_point = ephemeral_point(key, generator)
    card_point = yield from _exchange_points(curve, 0x83, own_point, warning)
    if card_point == own_point:
        raise ProtocolError("the card returned the terminal's own ephemeral key")
    shared_secret = shared_x(key, card_point)
    keys = SessionKeys(kdf_enc(shared_secret, cipher), kdf_mac(shared_secret, cipher))
    token = authentication_token(keys.mac, info.protocol, card_point)
    answer = yield _general_authenticate(tlv.encode(0x85, token), last=True)
    if answer.sw & 0xFF00 == 0x6300:
        return _rejection(password, answer.sw, selected.sw)
    objects = _answer_objects(answer, warning)
    if not hmac.compare_digest(
        objects.get(0x86, b""), authentication_token(keys.mac, info.protocol, own_point)
    ):
        raise ProtocolError("the card's authentication token is wrong: it does not know the password")
    return PaceEstablished(keys, x_coordinate(curve, card_point), _certification_authorities(objects))


def set_authentication_template(info: PaceInfo, password: PasswordId, chat: bytes | None) -> CommandApdu:
    """Build MSE:Set AT, which selects PACE and a password (TR-03110-3 B.14.1); spends no attempt."""
    data = tlv.encode(0x80, tlv.oid_bytes(info.protocol)) + tlv.encode(0x83, bytes([password]))
    if info.parameter_id is not None:
        data += tlv.encode(0x84, bytes([info.parameter_id]))
    return CommandApdu(0x00, 0x22, 0xC1, 0xA4, data + (chat or b""))


def _algorithms(info: PaceInfo) -> tuple[CipherSuite, Curve]:
    cipher, curve = info.cipher, info.curve
    if cipher is None or curve is None or not info.is_supported:
        raise ProtocolError(f"PACE {info.protocol} with parameters {info.parameter_id} is not spoken here")
    return cipher, curve


def _password_key(password: PasswordId, secret: Secret, cipher: CipherSuite) -> bytes:
    with secret.opened() as characters:
        if password is not PasswordId.MRZ:
            return kdf_pi(characters, cipher)
        digest = hashes.Hash(hashes.SHA1())  # noqa: S303  # ICAO 9303-11 9.7.3 prescribes it
        digest.update(characters)
        return kdf_pi(digest.finalize(), cipher)


def _selection_warning(selected: ResponseApdu) -> PasswordState | None:
    """Interpret the answer to MSE:Set AT; raises where going on cannot succeed.

    A suspended password may have been resumed by the CAN since the card got power: only its use shows.
    """
    match selected.sw:
        case 0x9000:
            return None
        case 0x63C0:
            raise PasswordUnusableError(PasswordState.BLOCKED)
        case 0x6283:
            raise PasswordUnusableError(PasswordState.DEACTIVATED)
        case 0x63C1:
            return PasswordState.SUSPENDED
        case sw if sw & 0xFFF0 == 0x63C0:
            return None
        case sw:
            raise UnexpectedStatus("MSE:Set AT for PACE", sw)


def _general_authenticate(objects: bytes, *, last: bool = False) -> CommandApdu:
    """Build one link of the chain; only the last has CLA 00 (TR-03110-3 B.13)."""
    data = tlv.encode(_TAG_DYNAMIC_AUTHENTICATION, objects)
    return CommandApdu(0x00 if last else 0x10, 0x86, 0x00, 0x00, data, _LE_ANY)


def _answer_objects(answer: ResponseApdu, warning: PasswordState | None) -> dict[int, bytes]:
    """Return what stands in the answer's 7C; raises for a status other than 9000 (TR-03110-3 B.14.2)."""
    match answer.sw:
        case 0x9000:
            pass
        case 0x6983 | 0x63C0:
            raise PasswordUnusableError(PasswordState.BLOCKED)
        case 0x6984:
            raise PasswordUnusableError(PasswordState.DEACTIVATED)
        case 0x6985 | 0x63C1:
            raise PasswordUnusableError(PasswordState.SUSPENDED)
        case 0x6982 if warning is not None:
            raise PasswordUnusableError(warning)
        case sw:
            raise UnexpectedStatus("GENERAL AUTHENTICATE of PACE", sw)
    try:
        outer = tlv.parse_one(answer.data)
        if outer.tag != _TAG_DYNAMIC_AUTHENTICATION:
            raise ProtocolError(f"the card answered object {outer.tag:X} instead of 7C")
        return tlv.fields(outer.value)
    except tlv.TlvError as error:
        raise ProtocolError(f"the card's answer in PACE is malformed: {error}") from error


def _exchange(objects: bytes, answer_tag: int, warning: PasswordState | None) -> CardOperation[bytes]:
    """Send one step of the chain and return the one object of its answer."""
    answer = yield _general_authenticate(objects)
    answered = _answer_objects(answer, warning)
    if answered.keys() != {answer_tag}:
        raise ProtocolError(f"the card did not answer exactly object {answer_tag:X} in PACE")
    return answered[answer_tag]


def _exchange_points(
    curve: Curve, tag: int, own_point: Point, warning: PasswordState | None
) -> CardOperation[Point]:
    """Send our public point and return the card's, which is on the curve."""
    card_point = yield from _exchange(tlv.encode(tag, own_point), tag + 1, warning)
    try:
        check_point(curve, card_point)
    except CurveError as error:
        raise ProtocolError(f"the card's public key in PACE is invalid: {error}") from error
    return card_point


def _decipher_nonce(password_key: bytes, encrypted: bytes) -> bytes:
    """A.3.4: CBC with a zero IV, no padding; the nonce is at least as long as the key, in whole blocks."""
    if not encrypted or len(encrypted) % BLOCK_BYTES:
        raise ProtocolError("the card's nonce is not whole blocks")
    return Cipher(AES(password_key), CBC(bytes(BLOCK_BYTES))).decryptor().update(encrypted)


def _map_generator(
    curve: Curve, nonce: bytes, key: PrivateKey, warning: PasswordState | None
) -> CardOperation[Point]:
    card_point = yield from _exchange_points(curve, 0x81, key.public, warning)
    try:
        return map_nonce(key, card_point, nonce)
    except CurveError as error:
        raise ProtocolError("the card's nonce and mapping key do not make a generator") from error


def _rejection(password: PasswordId, sw: int, selected_sw: int) -> PaceRejected | PasswordRejected:
    if password is not PasswordId.PIN:
        return PasswordRejected()
    return PaceRejected(attempts_after(sw, selected_sw))


def attempts_after(sw: int, selected_sw: int) -> int:
    """How many attempts a wrong PIN left: as its refusal says, else by what MSE:Set AT had said before."""
    if sw & 0xFFF0 == 0x63C0:
        return sw & 0x0F
    return PIN_ATTEMPTS - 1 if selected_sw == 0x9000 else max(0, (selected_sw & 0x0F) - 1)


def _certification_authorities(objects: dict[int, bytes]) -> tuple[str, ...]:
    return authority_references(objects[tag] for tag in (0x87, 0x88) if objects.get(tag))


def authority_references(raw: Iterable[bytes]) -> tuple[str, ...]:
    """Read names of CVCAs as cards give them, in ISO 8859-1 (TR-03110-3 A.7.1); ProtocolError for others."""
    names = tuple(name.decode("latin-1") for name in raw)
    if not all(name.isprintable() for name in names):
        raise ProtocolError("the card's certification authority reference is not text")
    return names
