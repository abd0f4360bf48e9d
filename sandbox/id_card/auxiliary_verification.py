"""VERIFY of auxiliary data: old enough, still valid, lives there: yes or no, no more (TR-03110-3 B.6)."""

from datetime import date

from cardreader import tlv
from cardreader.apdu import CommandApdu, ResponseApdu
from cardreader.auxiliary_data import DATE_OF_BIRTH, DATE_OF_EXPIRY, MUNICIPALITY_ID
from cardreader.chat import AccessRight
from sandbox.id_card.chip import Chip
from sandbox.id_card.personas import Holder
from sandbox.id_card.session import Session
from sandbox.id_card.status import RefusedError, Status, done

# Validity may be asked by every authenticated terminal (TR-03127 4.4.1).
_RIGHTS = {
    DATE_OF_BIRTH: AccessRight.AGE_VERIFICATION,
    DATE_OF_EXPIRY: None,
    MUNICIPALITY_ID: AccessRight.COMMUNITY_VERIFICATION,
}


def verify(chip: Chip, session: Session, command: CommandApdu) -> ResponseApdu:
    """VERIFY: compare what the terminal committed to in terminal authentication with the chip's data."""
    if (command.p1, command.p2) != (0x80, 0x00):
        raise RefusedError(Status.WRONG_PARAMETERS)
    if not session.chip_authenticated or session.terminal is None:
        raise RefusedError(Status.SECURITY_STATUS_NOT_SATISFIED)
    kind = _kind(command.data)
    if kind not in _RIGHTS:
        raise RefusedError(Status.NOT_FOUND)
    right = _RIGHTS[kind]
    if right is not None and right not in session.rights:
        raise RefusedError(Status.SECURITY_STATUS_NOT_SATISFIED)
    committed = session.terminal.auxiliary.get(kind)
    if committed is None:
        raise RefusedError(Status.NOT_FOUND)
    if not _is_true(kind, committed, chip.persona.holder):
        raise RefusedError(Status.AUTHENTICATION_FAILED)
    return done()


def _kind(data: bytes) -> str:
    """Read the object identifier, which servers send with or without its tag."""
    try:
        return tlv.oid_text(tlv.fields(data)[0x06] if data[:1] == b"\x06" else data)
    except (tlv.TlvError, KeyError) as error:
        raise RefusedError(Status.WRONG_DATA) from error


def _is_true(kind: str, committed: bytes, holder: Holder) -> bool:
    """Compare as TR-03110-3 A.7.5 says; of the municipality, only the leftmost octets given."""
    if kind == DATE_OF_BIRTH:
        return holder.latest_birth_date <= _date(committed)
    if kind == DATE_OF_EXPIRY:
        return holder.date_of_expiry >= _date(committed)
    return bool(committed) and bytes.fromhex(holder.municipality).startswith(committed)


def _date(value: bytes) -> date:
    """Read YYYYMMDD in ASCII, bare or as NumericString."""
    digits = value[2:] if value[:2] == b"\x12\x08" else value
    if len(digits) != 8 or not digits.isdigit():
        raise RefusedError(Status.WRONG_DATA)
    try:
        return date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError as error:
        raise RefusedError(Status.WRONG_DATA) from error
