"""Restricted identification: a name for this card that means nothing in other sectors (TR-03110-2 3.6)."""

import hashlib

from cardreader import tlv
from cardreader.chat import AccessRight
from cardreader.cv_certificate import SECTOR_EXTENSION
from cardreader.elliptic import CurveError, PrivateKey, shared_x
from sandbox.id_card.chip import CURVE, Chip
from sandbox.id_card.keys import PSEUDONYM_KEY_ID
from sandbox.id_card.session import (
    AuthenticatedTerminal,
    RestrictedIdentificationSelected,
    Session,
)
from sandbox.id_card.status import RefusedError, Status

_PUBLIC_KEY = 0x7F49
_PRIME, _POINT = 0x81, 0x86
# Tag of the sector's key → tag of its hash in the certificate, tag of the identifier (B.4, C.3.2.1).
_SECTORS = {0xA0: (0x80, 0x81), 0xA2: (0x81, 0x83)}


def select(chip: Chip, session: Session, key_id: bytes | None) -> RestrictedIdentificationSelected:
    """Name the key: the pseudonym's needs the right, the revocation token's only authentication."""
    if not session.chip_authenticated:
        raise RefusedError(Status.SECURITY_STATUS_NOT_SATISFIED)
    identifier = int.from_bytes(key_id or b"")
    if identifier not in chip.sector_keys:
        raise RefusedError(Status.NOT_FOUND)
    if identifier == PSEUDONYM_KEY_ID and AccessRight.RESTRICTED_IDENTIFICATION not in session.rights:
        raise RefusedError(Status.SECURITY_STATUS_NOT_SATISFIED)
    return RestrictedIdentificationSelected(identifier)


def identify(
    chip: Chip, session: Session, selected: RestrictedIdentificationSelected, objects: dict[int, bytes]
) -> bytes:
    """Compute the identifier for each sector key given, if the terminal's certificate names that sector."""
    if session.terminal is None or not objects or objects.keys() - _SECTORS.keys():
        raise RefusedError(Status.WRONG_DATA)
    answer = b""
    for tag in sorted(objects):
        hash_tag, answer_tag = _SECTORS[tag]
        _check_sector(session.terminal, hash_tag, objects[tag])
        answer += tlv.encode(answer_tag, _identifier(chip.sector_keys[selected.key_id], objects[tag]))
    return answer


def pseudonym(chip: Chip, sector_public_key: bytes) -> bytes:
    """Compute the card's pseudonym in the sector of a key (7F49 …), as a terminal with the right gets it."""
    sector = tlv.fields(sector_public_key)[_PUBLIC_KEY]
    return _identifier(chip.sector_keys[PSEUDONYM_KEY_ID], sector)


def _identifier(key: PrivateKey, public_key: bytes) -> bytes:
    try:
        return hashlib.sha256(shared_x(key, _sector_point(public_key))).digest()
    except CurveError as error:
        raise RefusedError(Status.WRONG_DATA) from error


def _check_sector(terminal: AuthenticatedTerminal, hash_tag: int, public_key: bytes) -> None:
    digest = hashlib.new(terminal.certificate.hash_name, tlv.encode(_PUBLIC_KEY, public_key)).digest()
    for extension in terminal.certificate.extensions:
        if extension.oid == SECTOR_EXTENSION and tlv.Tlv(hash_tag, digest) in extension.parts:
            return
    raise RefusedError(Status.WRONG_DATA)


def _sector_point(public_key: bytes) -> bytes:
    try:
        parts = tlv.fields(public_key)
    except tlv.TlvError as error:
        raise RefusedError(Status.WRONG_DATA) from error
    if int.from_bytes(parts.get(_PRIME, b"")) != CURVE.p or _POINT not in parts:
        raise RefusedError(Status.WRONG_DATA)
    return parts[_POINT]
