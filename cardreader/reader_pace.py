"""PACE that the reader runs with the card by itself (PC/SC part 10 amendment 1, EstablishPACEChannel)."""

from dataclasses import dataclass, field
from enum import Enum
from typing import Final, Literal, overload

from cardreader.errors import (
    CardGoneError,
    PasswordState,
    PasswordUnusableError,
    ProtocolError,
    UnexpectedStatus,
)
from cardreader.pace import (
    PIN_ATTEMPTS,
    PaceRejected,
    PasswordId,
    PasswordRejected,
    attempts_after,
    authority_references,
)
from cardreader.part10 import take_output

_ESTABLISH: Final = 0x02
_LONGEST_INPUT: Final = 0xFFFF

_GENERAL_AUTHENTICATE_4: Final = 0xF006
_FIRST_STATUS, _LAST_STATUS = 0xF000, 0xF006


@dataclass(frozen=True, slots=True)
class ReaderChannel:
    """The channel is there, and its keys in the reader: plain commands are protected on their way."""

    id_picc: bytes
    certification_authorities: tuple[str, ...]
    ef_card_access: bytes = field(repr=False)


class NothingTyped(Enum):
    """Why the reader has no PIN; no attempt was spent."""

    CANCELLED = "cancelled"
    TIMED_OUT = "timed out"


type ReaderPaceOutcome = ReaderChannel | PaceRejected | PasswordRejected | NothingTyped


def establish_order(password: PasswordId, chat: bytes | None, description: bytes) -> bytes:
    """Build the input of EstablishPACEChannel; the PIN stays empty, so the reader asks for it.

    `chat` is the whole object 7F4C or None, `description` the whole CertificateDescription or empty. A reader
    with a display shows who asks. ProtocolError if the input gets longer than its length field can say.
    """
    rights = chat or b""
    if len(rights) > 0xFF or len(description) > _LONGEST_INPUT - 0x200:
        raise ProtocolError("who asks says more about itself than a reader can be told")
    data = bytes([password, len(rights)]) + rights + b"\x00"
    data += len(description).to_bytes(2, "little") + description
    return bytes([_ESTABLISH]) + len(data).to_bytes(2, "little") + data


@overload
def read_outcome(
    answer: bytes, password: Literal[PasswordId.PIN], attempts_before: int = PIN_ATTEMPTS
) -> ReaderChannel | PaceRejected | NothingTyped: ...
@overload
def read_outcome(
    answer: bytes, password: PasswordId, attempts_before: int = PIN_ATTEMPTS
) -> ReaderPaceOutcome: ...
def read_outcome(
    answer: bytes, password: PasswordId, attempts_before: int = PIN_ATTEMPTS
) -> ReaderPaceOutcome:
    """Read the answer to `establish_order`; `attempts_before` is what the PIN had: not every reader tells.

    Raises PasswordUnusableError, CardGoneError, UnexpectedStatus, or ProtocolError for nonsense and for what
    the reader says of its input or of the card's answers.
    """
    result, data = take_output(answer)
    match result:
        case 0:
            return _channel(data)
        case 0xF0200001:  # the person pressed "cancel"
            return NothingTyped.CANCELLED
        case 0xF0200002:  # nobody pressed anything
            return NothingTyped.TIMED_OUT
        case 0xF0100001 | 0xF0100002:  # communication aborted, no card
            raise CardGoneError("the card stopped answering; place it again and do not move it")
        case _ if _FIRST_STATUS <= result >> 16 <= _LAST_STATUS:
            return _refused(result >> 16, result & 0xFFFF, password, data, attempts_before)
        case _:
            raise ProtocolError(f"the reader's PACE ended with result {result:08X}")


def _refused(
    step: int, sw: int, password: PasswordId, data: bytes, attempts_before: int
) -> PaceRejected | PasswordRejected:
    """Read what the card said in the step that failed."""
    if step == _GENERAL_AUTHENTICATE_4 and sw & 0xFF00 == 0x6300:
        if password is not PasswordId.PIN:
            return PasswordRejected()
        # Some readers give no status of MSE:Set AT with an error: then what was known before counts.
        selected = int.from_bytes(data[:2]) if len(data) >= 2 else 0x63C0 | attempts_before
        return PaceRejected(attempts_after(sw, selected))
    match step, sw:  # F002 is MSE:Set AT
        case (0xF002, 0x63C0) | (_, 0x6983):
            raise PasswordUnusableError(PasswordState.BLOCKED)
        case (0xF002, 0x6283) | (_, 0x6984):
            raise PasswordUnusableError(PasswordState.DEACTIVATED)
        case (0xF002, 0x63C1) | (_, 0x6985):
            raise PasswordUnusableError(PasswordState.SUSPENDED)
        case _:
            raise UnexpectedStatus("PACE on the reader", sw)


def _channel(data: bytes) -> ReaderChannel:
    """Read the status of MSE:Set AT, EF.CardAccess, CAR, CARprev and IDPICC: strictly all of it."""
    fields = _Fields(data)
    fields.take(2)
    ef_card_access = fields.counted(2)
    if not fields.rest:
        return ReaderChannel(b"", (), ef_card_access)
    references = (fields.counted(1), fields.counted(1))
    id_picc = fields.counted(2)
    if fields.rest:
        raise ProtocolError("the reader said more of its channel than there is to say")
    authorities = authority_references(reference for reference in references if reference)
    return ReaderChannel(id_picc, authorities, ef_card_access)


class _Fields:
    """Bytes that are taken away from the front."""

    def __init__(self, data: bytes) -> None:
        self.rest = data

    def take(self, count: int) -> bytes:
        if len(self.rest) < count:
            raise ProtocolError("the reader's answer ends in the middle")
        taken, self.rest = self.rest[:count], self.rest[count:]
        return taken

    def counted(self, length_bytes: int) -> bytes:
        return self.take(int.from_bytes(self.take(length_bytes), "little"))
