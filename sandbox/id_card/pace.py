"""PACE with generic mapping, the card's side, and its secret counters (TR-03110-2 3.2, TR-03110-3 B.1)."""

import hmac
import secrets

from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import CBC

from cardreader import tlv
from cardreader.apdu import CommandApdu, ResponseApdu
from cardreader.chat import AccessRight, Chat, ChatError, TerminalType
from cardreader.elliptic import CurveError, generate_key, map_nonce, multiply, shared_x, x_coordinate
from cardreader.key_derivation import AES_128, BLOCK_BYTES, authentication_token, kdf_enc, kdf_mac, kdf_pi
from cardreader.secure_messaging import SecureMessaging, SessionKeys
from sandbox.id_card import retry_counters
from sandbox.id_card.certificates import trust_point_references
from sandbox.id_card.chip import CURVE, Chip
from sandbox.id_card.keys import DOMAIN_PARAMETERS, PACE_PROTOCOL
from sandbox.id_card.retry_counters import Password
from sandbox.id_card.session import (
    PaceAgreed,
    PaceMapped,
    PaceNonceSent,
    PaceSelected,
    Session,
    VerifiedPassword,
)
from sandbox.id_card.status import RefusedError, Status

_PROTOCOL, _PASSWORD, _PARAMETERS, _CHAT, _EXTENSIONS = 0x80, 0x83, 0x84, 0x7F4C, 0x65


def select(chip: Chip, session: Session, command: CommandApdu) -> ResponseApdu:
    """MSE:Set AT for PACE: name a password; the answer tells the PIN's counter and spends no attempt."""
    objects = _parameters(command)
    if objects.get(_PROTOCOL) != tlv.oid_bytes(PACE_PROTOCOL):
        raise RefusedError(Status.WRONG_DATA)
    if objects.get(_PARAMETERS, bytes([DOMAIN_PARAMETERS])) != bytes([DOMAIN_PARAMETERS]):
        raise RefusedError(Status.NOT_FOUND)
    password = _password(objects.get(_PASSWORD))
    session.protocol = PaceSelected(password, _confined(objects.get(_CHAT), password))
    return ResponseApdu(b"", retry_counters.selection_status(chip.memory.read(), password))


def send_nonce(chip: Chip, session: Session, selected: PaceSelected, objects: dict[int, bytes]) -> bytes:
    """Step 1: send the nonce, enciphered under the password."""
    if objects:
        raise RefusedError(Status.WRONG_DATA)
    _check_allowed(chip, session, selected)
    state = chip.memory.read()
    password = {Password.CAN: chip.persona.can, Password.PIN: state.pin, Password.PUK: chip.persona.puk}
    nonce = secrets.token_bytes(BLOCK_BYTES)
    session.protocol = PaceNonceSent(selected, nonce)
    key = kdf_pi(password[selected.password].encode(), AES_128)
    return tlv.encode(0x80, Cipher(AES(key), CBC(bytes(BLOCK_BYTES))).encryptor().update(nonce))


def map_generator(session: Session, sent: PaceNonceSent, objects: dict[int, bytes]) -> bytes:
    """Step 2: exchange mapping keys; both sides compute the ephemeral generator."""
    key = generate_key(CURVE)
    try:
        generator = map_nonce(key, _only(objects, 0x81), sent.nonce)
    except CurveError as error:
        raise RefusedError(Status.WRONG_DATA) from error
    session.protocol = PaceMapped(sent.selected, generator)
    return tlv.encode(0x82, key.public)


def agree(session: Session, mapped: PaceMapped, objects: dict[int, bytes]) -> bytes:
    """Step 3: exchange ephemeral keys on that generator and derive the session keys."""
    their_point = _only(objects, 0x83)
    key = generate_key(CURVE)
    own_point = multiply(key, mapped.generator)
    try:
        secret = shared_x(key, their_point)
    except CurveError as error:
        raise RefusedError(Status.WRONG_DATA) from error
    keys = SessionKeys(kdf_enc(secret, AES_128), kdf_mac(secret, AES_128))
    session.protocol = PaceAgreed(mapped.selected, keys, own_point, their_point)
    return tlv.encode(0x84, own_point)


def authenticate(chip: Chip, session: Session, agreed: PaceAgreed, objects: dict[int, bytes]) -> bytes:
    """Step 4: check the terminal's token, which only whoever knows the password can make.

    The attempt is counted in the memory before the token is looked at: a card pulled now has spent it.
    """
    token = _only(objects, 0x85)
    password = agreed.selected.password
    _check_allowed(chip, session, agreed.selected)
    state = retry_counters.attempt_begun(chip.memory.read(), password)
    chip.memory.write(state)
    session.protocol = None
    if not hmac.compare_digest(token, _token(agreed.keys, agreed.own_point)):
        raise RefusedError(retry_counters.attempt_failed_status(state, password))
    state = retry_counters.attempt_succeeded(state, password)
    chip.memory.write(state)
    session.verified = VerifiedPassword(
        password, agreed.selected.confined, x_coordinate(CURVE, agreed.own_point)
    )
    session.next_messaging = SecureMessaging(agreed.keys)
    answer = tlv.encode(0x86, _token(agreed.keys, agreed.their_point))
    if agreed.selected.confined is not None:
        for tag, reference in zip((0x87, 0x88), trust_point_references(state), strict=False):
            answer += tlv.encode(tag, reference.encode("latin-1"))
    return answer


def _token(keys: SessionKeys, point: bytes) -> bytes:
    return authentication_token(keys.mac, PACE_PROTOCOL, point)


def _check_allowed(chip: Chip, session: Session, selected: PaceSelected) -> None:
    """Allow one PACE a session, and a second one only to resume the PIN after the CAN (TR-03110-2 3.2.2)."""
    state = chip.memory.read()
    verified = session.verified
    resumed = verified is not None and verified.password is Password.CAN and session.terminal is None
    retry_counters.check_usable(state, selected.password, resumed=resumed)
    is_resumption = selected.password is Password.PIN and state.pin_attempts == retry_counters.SUSPENDED
    if verified is not None and not (resumed and is_resumption):
        raise RefusedError(Status.SECURITY_STATUS_NOT_SATISFIED)


def _parameters(command: CommandApdu) -> dict[int, bytes]:
    if not command.data:
        raise RefusedError(Status.WRONG_LENGTH)
    try:
        objects = tlv.fields(command.data)
    except tlv.TlvError as error:
        raise RefusedError(Status.WRONG_DATA) from error
    if objects.keys() - {_PROTOCOL, _PASSWORD, _PARAMETERS, _CHAT, _EXTENSIONS}:
        raise RefusedError(Status.WRONG_DATA)
    return objects


def _password(reference: bytes | None) -> Password:
    if reference is None or len(reference) != 1:
        raise RefusedError(Status.WRONG_DATA)
    try:
        return Password(reference[0])
    except ValueError as error:
        raise RefusedError(Status.NOT_FOUND) from error


def _confined(template: bytes | None, password: Password) -> Chat | None:
    """Read the rights the terminal wants; not every password is good for a terminal (TR-03127 3.4.2)."""
    if template is None:
        return None
    try:
        chat = Chat.from_value(template)
    except ChatError as error:
        raise RefusedError(Status.WRONG_DATA) from error
    by_can = password is Password.CAN and AccessRight.CAN_ALLOWED in chat.rights
    if chat.terminal_type is not TerminalType.AUTHENTICATION or not (password is Password.PIN or by_can):
        raise RefusedError(Status.WRONG_DATA)
    return chat


def _only(objects: dict[int, bytes], tag: int) -> bytes:
    if objects.keys() != {tag}:
        raise RefusedError(Status.WRONG_DATA)
    return objects[tag]
