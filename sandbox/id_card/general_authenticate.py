"""GENERAL AUTHENTICATE: one step of the selected protocol, and the rules of its chain (TR-03110-3 B.14.2)."""

from typing import assert_never

from cardreader import tlv
from cardreader.apdu import CommandApdu, ResponseApdu
from sandbox.id_card import chip_authentication, pace, restricted_identification
from sandbox.id_card.chip import Chip
from sandbox.id_card.session import (
    ChipAuthenticationSelected,
    PaceAgreed,
    PaceMapped,
    PaceNonceSent,
    PaceSelected,
    Protocol,
    RestrictedIdentificationSelected,
    Session,
)
from sandbox.id_card.status import RefusedError, Status, done

_DYNAMIC_AUTHENTICATION = 0x7C
_CLA_CHAINED = 0x10


def authenticate(chip: Chip, session: Session, command: CommandApdu) -> ResponseApdu:
    """Take one step; a step refused ends the protocol, which must then be selected anew."""
    protocol, session.protocol = session.protocol, None
    if protocol is None:
        raise RefusedError(Status.CONDITIONS_NOT_SATISFIED)
    if (command.p1, command.p2) != (0x00, 0x00):
        raise RefusedError(Status.WRONG_PARAMETERS)
    goes_on = isinstance(protocol, PaceSelected | PaceNonceSent | PaceMapped)
    if bool(command.cla & _CLA_CHAINED) != goes_on:
        raise RefusedError(Status.WRONG_DATA if goes_on else Status.LAST_COMMAND_EXPECTED)
    answer = _step(chip, session, protocol, _objects(command.data))
    return done(tlv.encode(_DYNAMIC_AUTHENTICATION, answer))


def _step(chip: Chip, session: Session, protocol: Protocol, objects: dict[int, bytes]) -> bytes:
    match protocol:
        case PaceSelected():
            return pace.send_nonce(chip, session, protocol, objects)
        case PaceNonceSent():
            return pace.map_generator(session, protocol, objects)
        case PaceMapped():
            return pace.agree(session, protocol, objects)
        case PaceAgreed():
            return pace.authenticate(chip, session, protocol, objects)
        case ChipAuthenticationSelected():
            return chip_authentication.authenticate(chip, session, objects)
        case RestrictedIdentificationSelected():
            return restricted_identification.identify(chip, session, protocol, objects)
        case _:
            assert_never(protocol)


def _objects(data: bytes) -> dict[int, bytes]:
    try:
        outer = tlv.parse_one(data)
        if outer.tag != _DYNAMIC_AUTHENTICATION:
            raise RefusedError(Status.WRONG_DATA)
        return tlv.fields(outer.value)
    except tlv.TlvError as error:
        raise RefusedError(Status.WRONG_DATA) from error
