"""Status words the card answers with, and the exception that carries one (ISO 7816-4 5.6)."""

from enum import IntEnum

from cardreader.apdu import ResponseApdu


class Status(IntEnum):
    """Every status word of this card except 63Cx, which carries a counter."""

    OK = 0x9000
    END_OF_FILE = 0x6282
    DEACTIVATED = 0x6283
    AUTHENTICATION_FAILED = 0x6300
    MEMORY_FAILURE = 0x6581
    WRONG_LENGTH = 0x6700
    LAST_COMMAND_EXPECTED = 0x6883
    CHAINING_NOT_SUPPORTED = 0x6884
    SECURITY_STATUS_NOT_SATISFIED = 0x6982
    PASSWORD_BLOCKED = 0x6983
    PASSWORD_DEACTIVATED = 0x6984
    CONDITIONS_NOT_SATISFIED = 0x6985
    NO_CURRENT_FILE = 0x6986
    SECURE_MESSAGING_MISSING = 0x6987
    SECURE_MESSAGING_INCORRECT = 0x6988
    WRONG_DATA = 0x6A80
    FILE_NOT_FOUND = 0x6A82
    WRONG_PARAMETERS = 0x6A86
    NOT_FOUND = 0x6A88
    WRONG_OFFSET = 0x6B00
    UNKNOWN_INSTRUCTION = 0x6D00
    UNKNOWN_CLASS = 0x6E00


class RefusedError(Exception):
    """The card answers with this status word and no data."""

    def __init__(self, status: int) -> None:
        super().__init__(f"refused with {status:04X}")
        self.status = int(status)


def attempts(left: int) -> int:
    """Return 63Cx, which says how many attempts a password has left."""
    return 0x63C0 | left


def done(data: bytes = b"") -> ResponseApdu:
    """Answer with 9000."""
    return ResponseApdu(data, Status.OK)
