"""Terminal authentication version 2, the card's side: who asks, and may they (TR-03110-2 3.3, -3 B.3)."""

import secrets

from cardreader import tlv
from cardreader.apdu import CommandApdu, ResponseApdu
from cardreader.chat import AccessRight, Role
from sandbox.id_card import certificates, retry_counters
from sandbox.id_card.chip import CURVE, Chip
from sandbox.id_card.retry_counters import Password
from sandbox.id_card.session import (
    AnnouncedTerminal,
    AuthenticatedTerminal,
    Issuer,
    Session,
    VerifiedPassword,
)
from sandbox.id_card.status import RefusedError, Status, done

_CHALLENGE_BYTES = 8
_PROTOCOL, _REFERENCE, _AUXILIARY, _EPHEMERAL_KEY = 0x80, 0x83, 0x67, 0x91


def get_challenge(_chip: Chip, session: Session, command: CommandApdu) -> ResponseApdu:
    """GET CHALLENGE: 8 random bytes, kept until a signature comes."""
    _check_awaited(session)
    if command.data or command.le != _CHALLENGE_BYTES:
        raise RefusedError(Status.WRONG_LENGTH)
    session.challenge = secrets.token_bytes(_CHALLENGE_BYTES)
    return done(session.challenge)


def select_issuer(chip: Chip, session: Session, command: CommandApdu) -> ResponseApdu:
    """MSE:Set DST: name the key that the next certificate is verified with."""
    _check_awaited(session)
    objects = _objects(command.data)
    if objects.keys() != {_REFERENCE}:
        raise RefusedError(Status.WRONG_DATA)
    reference = objects[_REFERENCE].decode("latin-1")
    imported = session.imported
    if imported is not None and imported.certificate.chr == reference:
        session.selected_issuer = imported
    else:
        session.selected_issuer = certificates.find_trust_point(chip.memory.read(), reference)
    if session.selected_issuer is None:
        raise RefusedError(Status.NOT_FOUND)
    return done()


def verify_certificate(chip: Chip, session: Session, command: CommandApdu) -> ResponseApdu:
    """PSO:Verify Certificate: believe a certificate its issuer signed, and import its key."""
    _check_awaited(session)
    if session.selected_issuer is None:
        raise RefusedError(Status.CONDITIONS_NOT_SATISFIED)
    before = chip.memory.read()
    after, session.imported = certificates.verify(before, session.selected_issuer, command.data)
    session.selected_issuer = None
    if after != before:
        chip.memory.write(after)  # date and trust points in one step (TR-03110-3 2.5.1)
    return done()


def announce(_chip: Chip, session: Session, command: CommandApdu) -> ResponseApdu:
    """MSE:Set AT for terminal authentication: whose signature, which commitments, which key afterwards."""
    _check_awaited(session)
    objects = _objects(command.data)
    if (
        not {_PROTOCOL, _REFERENCE, _EPHEMERAL_KEY}
        <= objects.keys()
        <= {
            _PROTOCOL,
            _REFERENCE,
            _AUXILIARY,
            _EPHEMERAL_KEY,
        }
    ):
        raise RefusedError(Status.WRONG_DATA)
    holder = session.imported
    if holder is None or holder.certificate.chr.encode("latin-1") != objects[_REFERENCE]:
        raise RefusedError(Status.NOT_FOUND)
    fits = (
        holder.certificate.chat.role is Role.TERMINAL
        and objects[_PROTOCOL] == tlv.oid_bytes(holder.key.algorithm)
        and len(objects[_EPHEMERAL_KEY]) == CURVE.size_bytes
    )
    if not fits:
        raise RefusedError(Status.WRONG_DATA)
    auxiliary = tlv.encode(_AUXILIARY, objects[_AUXILIARY]) if _AUXILIARY in objects else b""
    session.announced = AnnouncedTerminal(holder, auxiliary, objects[_EPHEMERAL_KEY])
    return done()


def external_authenticate(chip: Chip, session: Session, command: CommandApdu) -> ResponseApdu:
    """EXTERNAL AUTHENTICATE: check the terminal's signature, then compute what it may do."""
    verified = _check_awaited(session)
    announced, challenge = session.announced, session.challenge
    session.announced = session.challenge = None
    if announced is None or challenge is None:
        raise RefusedError(Status.CONDITIONS_NOT_SATISFIED)
    signed = verified.id_picc + challenge + announced.ephemeral_x + announced.auxiliary_data
    if not announced.holder.key.is_signed(signed, command.data):
        raise RefusedError(Status.AUTHENTICATION_FAILED)
    rights = _effective_rights(verified, announced.holder)
    if verified.password is Password.PIN and retry_counters.has_transport_pin(chip.memory.read()):
        raise RefusedError(Status.SECURITY_STATUS_NOT_SATISFIED)
    auxiliary = _commitments(announced.auxiliary_data)
    session.terminal = AuthenticatedTerminal(
        announced.holder.certificate, rights, auxiliary, announced.ephemeral_x
    )
    return done()


def _check_awaited(session: Session) -> VerifiedPassword:
    """Terminal authentication comes once, after PACE with rights wanted, under its secure messaging."""
    verified = session.verified
    if session.messaging is None or verified is None or verified.confined is None or session.terminal:
        raise RefusedError(Status.SECURITY_STATUS_NOT_SATISFIED)
    return verified


def _effective_rights(verified: VerifiedPassword, holder: Issuer) -> frozenset[AccessRight]:
    """Intersect what PACE announced with the chain: CVCA, document verifier, terminal (TR-03110-3 2.7)."""
    if verified.confined is None or holder.terminal_types != {verified.confined.terminal_type}:
        raise RefusedError(Status.CONDITIONS_NOT_SATISFIED)
    rights = verified.confined.rights & holder.rights
    if verified.password is not Password.PIN and AccessRight.CAN_ALLOWED not in rights:
        raise RefusedError(Status.CONDITIONS_NOT_SATISFIED)
    return rights


def _commitments(auxiliary_data: bytes) -> dict[str, bytes]:
    """Read 67 {73 {06, 53}}; unknown entries do no harm, of two of one kind the last counts (A.7.5)."""
    found: dict[str, bytes] = {}
    try:
        for template in tlv.parse_all(tlv.parse_one(auxiliary_data).value if auxiliary_data else b""):
            parts = tlv.fields(template.value)
            found[tlv.oid_text(parts[0x06])] = parts[0x53]
    except (tlv.TlvError, KeyError) as error:
        raise RefusedError(Status.WRONG_DATA) from error
    return found


def _objects(data: bytes) -> dict[int, bytes]:
    try:
        return tlv.fields(data)
    except tlv.TlvError as error:
        raise RefusedError(Status.WRONG_DATA) from error
