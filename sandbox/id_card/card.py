"""The simulated identity card: power, secure messaging, and which command goes where."""

from collections.abc import Callable
from functools import reduce
from operator import xor

from cardreader import tlv
from cardreader.apdu import ApduError, CommandApdu, ResponseApdu
from cardreader.secure_messaging import SecureMessagingError
from sandbox.id_card import (
    auxiliary_verification,
    file_system,
    general_authenticate,
    pin_management,
    security_environment,
    terminal_authentication,
)
from sandbox.id_card.chip import Chip
from sandbox.id_card.keys import CardKeys
from sandbox.id_card.memory import CardMemory, CardMemoryError
from sandbox.id_card.personas import Persona
from sandbox.id_card.session import PaceAgreed, PaceMapped, PaceNonceSent, Session
from sandbox.id_card.status import RefusedError, Status

_SECURED = 0x0C
_CHAINED = 0x10
_PROPRIETARY = 0x80
_READER_CLASS = 0xFF  # pseudo commands, which a real reader keeps to itself
_KNOWN_CLASSES = frozenset({0x00, 0x10, 0x0C, 0x1C, 0x80, 0x8C})
_CHECKSUM = 0x8E

# T=0 and T=1; historical bytes: service data, capabilities (command chaining, extended length), status.
_ATR_WITHOUT_CHECK = bytes.fromhex("3B8A80018031F873F741E0829000")
ATR = _ATR_WITHOUT_CHECK + bytes([reduce(xor, _ATR_WITHOUT_CHECK[1:])])

type _Handler = Callable[[Chip, Session, CommandApdu], ResponseApdu]

_VERIFY = 0x20
_GENERAL_AUTHENTICATE = 0x86
_HANDLERS: dict[int, _Handler] = {
    0x04: pin_management.deactivate,
    _VERIFY: auxiliary_verification.verify,
    0x22: security_environment.manage,
    0x2A: terminal_authentication.verify_certificate,
    0x2C: pin_management.reset_retry_counter,
    0x44: pin_management.activate,
    0x82: terminal_authentication.external_authenticate,
    0x84: terminal_authentication.get_challenge,
    _GENERAL_AUTHENTICATE: general_authenticate.authenticate,
    0xA4: file_system.select,
    0xB0: file_system.read_binary,
}
_FIXED_PARAMETERS = {0x2A: (0x00, 0xBE), 0x82: (0x00, 0x00), 0x84: (0x00, 0x00)}


class IdCard:
    """A German identity card at APDU level; one object is one card, over all its power cycles."""

    def __init__(self, persona: Persona, keys: CardKeys, memory: CardMemory) -> None:
        self._chip = Chip.personalised(persona, keys, memory)
        self._session = Session()

    @property
    def persona(self) -> Persona:
        return self._chip.persona

    @property
    def memory(self) -> CardMemory:
        return self._chip.memory

    def power_on(self) -> bytes:
        """Give power; everything volatile begins anew. Returns the answer to reset."""
        self._session = Session()
        return ATR

    def power_off(self) -> None:
        """Take power: everything volatile is gone."""
        self._session = Session()

    def reset(self) -> bytes:
        """Reset; everything volatile begins anew. Returns the answer to reset."""
        return self.power_on()

    def process(self, raw_command: bytes) -> bytes:
        """Answer one command APDU with one response APDU, whatever the bytes are."""
        try:
            command = CommandApdu.from_bytes(raw_command)
        except ApduError:
            self._session = Session()  # no secure messaging survives it
            return Status.WRONG_LENGTH.to_bytes(2)
        if command.cla not in _KNOWN_CLASSES:
            if command.cla != _READER_CLASS:
                self._session = Session()
            return Status.UNKNOWN_CLASS.to_bytes(2)
        answer = self._process_secured if command.cla & _SECURED else self._process_plain
        return answer(command).to_bytes()

    def _process_plain(self, command: CommandApdu) -> ResponseApdu:
        if self._session.messaging is not None:
            self._session = Session()  # a plain command ends the session (TR-03110-3 F.6)
        response = self._execute(command)
        self._switch_messaging()
        return response

    def _process_secured(self, command: CommandApdu) -> ResponseApdu:
        messaging = self._session.messaging
        if messaging is None:
            return ResponseApdu(b"", Status.SECURE_MESSAGING_INCORRECT)
        try:
            plain = messaging.unprotect_command(command)
        except SecureMessagingError:
            self._session = Session()  # for good: a broken channel is not repaired (F.6)
            return ResponseApdu(b"", _broken_status(command))
        response = messaging.protect_response(self._execute(plain))
        self._switch_messaging()
        return response

    def _execute(self, command: CommandApdu) -> ResponseApdu:
        session = self._session
        if command.ins != _GENERAL_AUTHENTICATE and isinstance(
            session.protocol, PaceNonceSent | PaceMapped | PaceAgreed
        ):
            session.protocol = None  # a command in between breaks the chain
        try:
            _check_header(command)
            return _HANDLERS[command.ins](self._chip, session, command)
        except RefusedError as refused:
            return ResponseApdu(b"", refused.status)
        except CardMemoryError:
            return ResponseApdu(b"", Status.MEMORY_FAILURE)

    def _switch_messaging(self) -> None:
        if self._session.next_messaging is not None:
            self._session.messaging, self._session.next_messaging = self._session.next_messaging, None


def _check_header(command: CommandApdu) -> None:
    if command.ins not in _HANDLERS:
        raise RefusedError(Status.UNKNOWN_INSTRUCTION)
    if bool(command.cla & _PROPRIETARY) != (command.ins == _VERIFY):
        raise RefusedError(Status.UNKNOWN_CLASS)
    if command.cla & _CHAINED and command.ins != _GENERAL_AUTHENTICATE:
        raise RefusedError(Status.CHAINING_NOT_SUPPORTED)
    if (command.p1, command.p2) != _FIXED_PARAMETERS.get(command.ins, (command.p1, command.p2)):
        raise RefusedError(Status.WRONG_PARAMETERS)


def _broken_status(command: CommandApdu) -> Status:
    """Tell missing secure messaging objects from wrong ones (TR-03110-3 F.6)."""
    try:
        is_missing = _CHECKSUM not in tlv.fields(command.data)
    except tlv.TlvError:
        is_missing = False
    return Status.SECURE_MESSAGING_MISSING if is_missing else Status.SECURE_MESSAGING_INCORRECT
