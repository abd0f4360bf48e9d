"""The card's files: SELECT and READ BINARY with their access rules (ISO 7816-4 11.1, 11.2; TR-03127 3.4)."""

from cardreader import tlv
from cardreader.apdu import CommandApdu, ResponseApdu
from cardreader.chat import AccessRight
from sandbox.id_card.chip import Chip
from sandbox.id_card.session import Directory, Session
from sandbox.id_card.status import RefusedError, Status, done

EID_APPLICATION = bytes.fromhex("E80704007F00070302")
MASTER_FILE = 0x3F00
EF_ATR = 0x2F01
EF_DIR = 0x2F00
EF_CARD_ACCESS = 0x011C
EF_CARD_SECURITY = 0x011D
_DATA_GROUP_BASE = 0x0100

_BY_SFI = {
    Directory.MASTER_FILE: {0x01: EF_ATR, 0x1E: EF_DIR, 0x1C: EF_CARD_ACCESS, 0x1D: EF_CARD_SECURITY},
    Directory.EID: {number: _DATA_GROUP_BASE + number for number in range(1, 23)},
}
# Card capabilities and buffer sizes of 2048 bytes for extended length (ISO 7816-4 12.1.1, 12.7.1).
_ATR_CONTENT = bytes.fromhex("4703F741E0 7F6608 02020800 02020800")
_DIR_CONTENT = tlv.encode(0x61, tlv.encode(0x4F, EID_APPLICATION) + tlv.encode(0x50, b"eID"))
_SHORT_ANSWER_BYTES = 0xDF  # what fits enciphered into 256 bytes


def select(chip: Chip, session: Session, command: CommandApdu) -> ResponseApdu:
    """SELECT: the master file, a file by its identifier, an application by its name."""
    if command.p2 not in {0x00, 0x04, 0x0C}:
        raise RefusedError(Status.WRONG_PARAMETERS)
    match command.p1:
        case 0x00 if command.data in {b"", MASTER_FILE.to_bytes(2)}:
            session.directory, session.current_file = Directory.MASTER_FILE, None
        case 0x00 | 0x02:
            session.current_file = _existing(chip, session, command.data)
        case 0x04 if command.data == EID_APPLICATION:
            session.directory, session.current_file = Directory.EID, None
        case 0x04:
            raise RefusedError(Status.FILE_NOT_FOUND)
        case _:
            raise RefusedError(Status.WRONG_PARAMETERS)
    return done(b"" if command.p2 == 0x0C else _control_information(chip, session, command.p2))


def read_binary(chip: Chip, session: Session, command: CommandApdu) -> ResponseApdu:
    """READ BINARY by short file identifier and offset, or by offset in the current file."""
    if command.data or command.le is None:
        raise RefusedError(Status.WRONG_LENGTH)
    if command.p1 & 0x80:
        if command.p1 & 0x60:
            raise RefusedError(Status.WRONG_PARAMETERS)
        file = _BY_SFI[session.directory].get(command.p1 & 0x1F)
        offset = command.p2
    else:
        if session.current_file is None:
            raise RefusedError(Status.NO_CURRENT_FILE)
        file, offset = session.current_file, command.p1 << 8 | command.p2
    content = None if file is None else _content(chip, file)
    if file is None or content is None:
        raise RefusedError(Status.FILE_NOT_FOUND)
    _check_readable(session, file)
    session.current_file = file
    return _part(content, offset, command.le, is_protected=session.messaging is not None)


def _part(content: bytes, offset: int, le: int, *, is_protected: bool) -> ResponseApdu:
    if offset >= len(content):
        raise RefusedError(Status.WRONG_OFFSET)
    wants_all = le in {0x100, 0x10000}
    if is_protected and le == 0x100:
        le = _SHORT_ANSWER_BYTES
    part = content[offset : offset + le]
    return ResponseApdu(part, Status.OK if wants_all or len(part) == le else Status.END_OF_FILE)


def _existing(chip: Chip, session: Session, identifier: bytes) -> int:
    if len(identifier) != 2:
        raise RefusedError(Status.WRONG_LENGTH)
    file = int.from_bytes(identifier)
    if file not in _BY_SFI[session.directory].values() or _content(chip, file) is None:
        raise RefusedError(Status.FILE_NOT_FOUND)
    return file


def _content(chip: Chip, file: int) -> bytes | None:
    in_master_file = {
        EF_ATR: _ATR_CONTENT,
        EF_DIR: _DIR_CONTENT,
        EF_CARD_ACCESS: chip.ef_card_access,
        EF_CARD_SECURITY: chip.ef_card_security,
    }
    return in_master_file.get(file) or chip.data_groups.get(file - _DATA_GROUP_BASE)


def _check_readable(session: Session, file: int) -> None:
    if file in {EF_ATR, EF_DIR, EF_CARD_ACCESS}:
        return
    if file == EF_CARD_SECURITY:
        if session.terminal is None:
            raise RefusedError(Status.SECURITY_STATUS_NOT_SATISFIED)
    elif AccessRight.reading(file - _DATA_GROUP_BASE) not in session.rights:
        raise RefusedError(Status.SECURITY_STATUS_NOT_SATISFIED)


def _control_information(chip: Chip, session: Session, kind: int) -> bytes:
    """Describe what was selected (ISO 7816-4 7.4.3), as 6F or, on request, 62."""
    file = session.current_file
    if file is not None:
        size = len(_content(chip, file) or b"").to_bytes(2)
        inner = tlv.encode(0x80, size) + tlv.encode(0x82, b"\x01") + tlv.encode(0x83, file.to_bytes(2))
    elif session.directory is Directory.EID:
        inner = tlv.encode(0x82, b"\x38") + tlv.encode(0x84, EID_APPLICATION)
    else:
        inner = tlv.encode(0x82, b"\x38") + tlv.encode(0x83, MASTER_FILE.to_bytes(2))
    return tlv.encode(0x62 if kind == 0x04 else 0x6F, inner)
