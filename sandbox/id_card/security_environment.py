"""MANAGE SECURITY ENVIRONMENT: which protocol comes next, by P1-P2 (TR-03110-3 B.14.1, B.14.4)."""

from cardreader import tlv
from cardreader.apdu import CommandApdu, ResponseApdu
from sandbox.id_card import chip_authentication, pace, restricted_identification, terminal_authentication
from sandbox.id_card.chip import Chip
from sandbox.id_card.keys import CHIP_AUTHENTICATION_PROTOCOL, RESTRICTED_IDENTIFICATION_PROTOCOL
from sandbox.id_card.session import Session
from sandbox.id_card.status import RefusedError, Status, done

_PROTOCOL, _PRIVATE_KEY, _SESSION_CONTEXT = 0x80, 0x84, 0xE0


def manage(chip: Chip, session: Session, command: CommandApdu) -> ResponseApdu:
    """MSE:Set AT for PACE, terminal, chip authentication and restricted identification; MSE:Set DST."""
    match command.p1, command.p2:
        case 0xC1, 0xA4:
            return pace.select(chip, session, command)
        case 0x81, 0xA4:
            return terminal_authentication.announce(chip, session, command)
        case 0x81, 0xB6:
            return terminal_authentication.select_issuer(chip, session, command)
        case 0x41, 0xA4:
            return _select_internal(chip, session, command)
        case _:
            raise RefusedError(Status.WRONG_PARAMETERS)


def _select_internal(chip: Chip, session: Session, command: CommandApdu) -> ResponseApdu:
    try:
        objects = tlv.fields(command.data)
        protocol = tlv.oid_text(objects.get(_PROTOCOL, b""))
    except tlv.TlvError as error:
        raise RefusedError(Status.WRONG_DATA) from error
    if objects.keys() - {_PROTOCOL, _PRIVATE_KEY, _SESSION_CONTEXT}:
        raise RefusedError(Status.WRONG_DATA)
    key_id = objects.get(_PRIVATE_KEY)
    if protocol == CHIP_AUTHENTICATION_PROTOCOL:
        session.protocol = chip_authentication.select(session, key_id)
    elif protocol == RESTRICTED_IDENTIFICATION_PROTOCOL:
        session.protocol = restricted_identification.select(chip, session, key_id)
    else:
        raise RefusedError(Status.WRONG_DATA)
    return done()
