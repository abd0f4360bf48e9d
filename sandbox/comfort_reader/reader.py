"""What such a reader does with a control code and with a command (PC/SC part 10 and its amendment 1)."""

import struct
from collections.abc import Callable
from typing import Final

from cardreader.apdu import ApduError, CommandApdu, ResponseApdu
from cardreader.card import read_card_access
from cardreader.channel import run
from cardreader.errors import CardError, CardGoneError, PasswordState, PasswordUnusableError, UnexpectedStatus
from cardreader.pace import PaceEstablished, PaceRejected, PasswordId, PasswordRejected, pace
from cardreader.secret import Secret
from cardreader.secure_messaging import SecureMessaging, SecureMessagingError, UnprotectedStatusError
from cardreader.security_infos import SecurityInfos
from sandbox.comfort_reader.pad import Ended, Pad

type ToCard = Callable[[bytes], bytes]
"""Sends one command to the card on the reader; CardGoneError without one."""

GET_FEATURES: Final = 0x42000000 + 3400
_MODIFY_PIN, _EXECUTE_PACE = 0x07, 0x20
_CODES: Final = {_MODIFY_PIN: 0x42330007, _EXECUTE_PACE: 0x42330020}
_CAPABILITIES: Final = 0xE0  # ends channels, any PACE, the eID's

_OK = 0
_WRONG_LENGTHS, _UNEXPECTED_DATA = 0xD0000001, 0xD0000002
_CARD_DATA_MISSING, _UNKNOWN_PASSWORD = 0xE0000002, 0xE0000003
_READING, _SELECTING, _FIRST_STEP, _LAST_STEP = 0xF001, 0xF002, 0xF003, 0xF006
_NO_CARD, _CANCELLED, _TIMED_OUT = 0xF0100002, 0xF0200001, 0xF0200002
_NAMES: Final = {PasswordId.CAN: "CAN", PasswordId.PIN: "PIN", PasswordId.PUK: "PUK"}
_SECURED: Final = 0x0C


class UnknownControlError(Exception):
    """The reader has no such control code."""


class ComfortReader:
    """Runs PACE with the card by itself; what it was typed never leaves it. One card at a time."""

    def __init__(self, pad: Pad) -> None:
        self.pad = pad
        self.shown: bytes | None = None
        """The description of who asks that the display was last given."""
        self._messaging: SecureMessaging | None = None

    def control(self, code: int, data: bytes, to_card: ToCard) -> bytes:
        """Answer SCardControl; UnknownControlError for a code that is not this reader's."""
        if code == GET_FEATURES:
            return b"".join(struct.pack(">BBI", tag, 4, own) for tag, own in _CODES.items())
        if code == _CODES[_EXECUTE_PACE]:
            result, output = self._execute_pace(data, to_card)
            return struct.pack("<IH", result, len(output)) + output
        if code == _CODES[_MODIFY_PIN]:
            return self._modify_pin(data, to_card).to_bytes(2)
        raise UnknownControlError(f"{code:08X}")

    def transmit(self, raw: bytes, to_card: ToCard) -> bytes:
        """Answer SCardTransmit: protected on its way while there is a channel here."""
        try:
            command = CommandApdu.from_bytes(raw)
        except ApduError:
            return to_card(raw)
        if command.cla & _SECURED:
            self.reset()  # somebody else's channel from here on
        if self._messaging is None:
            return to_card(raw)
        try:
            answer = to_card(self._messaging.protect(command).to_bytes())
            return self._messaging.unprotect(ResponseApdu.from_bytes(answer)).to_bytes()
        except UnprotectedStatusError as refused:
            self.reset()
            return refused.sw.to_bytes(2)
        except (SecureMessagingError, ApduError):
            self.reset()
            return b"\x6f\x00"

    def reset(self) -> None:
        """Forget the channel: the card lost power, or speaks through another one."""
        self._messaging = None

    # ------------------------------------------------------------ EXECUTE_PACE

    def _execute_pace(self, data: bytes, to_card: ToCard) -> tuple[int, bytes]:
        if len(data) < 3 or len(data) != 3 + int.from_bytes(data[1:3], "little"):
            return _WRONG_LENGTHS, b""
        match data[0]:
            case 0x01:
                return _OK, bytes([_CAPABILITIES])
            case 0x02:
                return self._establish(data[3:], to_card)
            case 0x03:
                self.reset()
                return _OK, b""
            case _:
                return _UNEXPECTED_DATA, b""

    def _establish(self, data: bytes, to_card: ToCard) -> tuple[int, bytes]:
        try:
            number, rights, given, self.shown = _establish_input(data)
        except (struct.error, IndexError, ValueError):
            return _WRONG_LENGTHS, b""
        if given:
            return _UNEXPECTED_DATA, b""  # this one takes its PIN from nobody but its pad
        if number not in _NAMES:
            return _UNKNOWN_PASSWORD, b""
        typed = self.pad.ask(_NAMES[PasswordId(number)])
        if isinstance(typed, Ended):
            return _RESULT_OF[typed], b""
        # Inside the channel there may be: that is how a CAN opens a suspended PIN's last attempt.
        card = _Listening(lambda raw: self.transmit(raw, to_card))
        try:
            return self._pace(card, PasswordId(number), Secret(typed.encode()), rights)
        except CardGoneError:
            return _NO_CARD, b""
        except PasswordUnusableError as error:
            return _status(_FIRST_STEP, _STATUS_OF[error.state]), card.selected
        except UnexpectedStatus as error:
            return _status(_FIRST_STEP if card.selected else _READING, error.sw), card.selected
        except (CardError, ApduError):
            return _CARD_DATA_MISSING, b""

    def _pace(
        self, card: "_Listening", password: PasswordId, secret: Secret, rights: bytes
    ) -> tuple[int, bytes]:
        ef_card_access = run(read_card_access(), card)
        info = SecurityInfos.parse(ef_card_access).supported_pace()
        if info is None:
            return _CARD_DATA_MISSING, b""
        match run(pace(info, password, secret, rights or None), card):
            case PaceEstablished(keys, id_picc, authorities):
                self._messaging = SecureMessaging(keys)
                current, previous = ((*authorities, "", ""))[:2]
                output = card.selected + struct.pack("<H", len(ef_card_access)) + ef_card_access
                output += b"".join(
                    struct.pack("<B", len(name)) + name.encode() for name in (current, previous)
                )
                return _OK, output + struct.pack("<H", len(id_picc)) + id_picc
            case PaceRejected(left):
                return _status(_LAST_STEP, 0x63C0 | left), card.selected
            case PasswordRejected():
                return _status(_LAST_STEP, 0x6300), card.selected

    # ------------------------------------------------------------ MODIFY_PIN_DIRECT

    def _modify_pin(self, data: bytes, to_card: ToCard) -> int:
        """Have a new PIN typed twice and give it to the card; returns a status word."""
        most, least, command = _modify_input(data)
        if command is None:
            return 0x6A80
        entries: list[str] = []
        for what in ("new PIN", "new PIN again"):
            typed = self.pad.ask(what)
            if typed is Ended.CARD_GONE:
                raise CardGoneError("the card has been removed")
            if isinstance(typed, Ended):
                return _CHANGE_STATUS_OF[typed]
            if not least <= len(typed) <= most:
                return 0x6403
            entries.append(typed)
        if entries[0] != entries[1]:
            return 0x6402
        new = CommandApdu(command[0], command[1], command[2], command[3], entries[0].encode())
        return ResponseApdu.from_bytes(self.transmit(new.to_bytes(), to_card)).sw


_RESULT_OF: Final = {Ended.CANCELLED: _CANCELLED, Ended.TIMED_OUT: _TIMED_OUT, Ended.CARD_GONE: _NO_CARD}
_CHANGE_STATUS_OF: Final = {Ended.CANCELLED: 0x6401, Ended.TIMED_OUT: 0x6400}
_STATUS_OF: Final = {
    PasswordState.BLOCKED: 0x6983,
    PasswordState.DEACTIVATED: 0x6984,
    PasswordState.SUSPENDED: 0x6985,
}


class _Listening:
    """A channel to the card that remembers how MSE:Set AT was answered."""

    def __init__(self, to_card: ToCard) -> None:
        self._to_card = to_card
        self.selected = b""

    def transmit(self, command: CommandApdu) -> ResponseApdu:
        response = ResponseApdu.from_bytes(self._to_card(command.to_bytes()))
        if command.ins == 0x22:
            self.selected = response.sw.to_bytes(2)
        return response


def _status(step: int, sw: int) -> int:
    return step << 16 | sw


def _establish_input(data: bytes) -> tuple[int, bytes, bytes, bytes]:
    """Take apart: which password, CHAT, PIN, description; ValueError if anything is left or missing."""
    number, chat_length = data[0], data[1]
    rest = data[2:]
    rights, pin_length, rest = rest[:chat_length], rest[chat_length], rest[chat_length + 1 :]
    pin, rest = rest[:pin_length], rest[pin_length:]
    (described,) = struct.unpack_from("<H", rest)
    if len(rest) != 2 + described:
        raise ValueError("lengths do not fit")
    return number, rights, pin, rest[2:]


def _modify_input(data: bytes) -> tuple[int, int, bytes | None]:
    """Take apart a PIN_MODIFY structure: most and least digits, and the command's header if it fits."""
    whole = struct.Struct("<BBBBBBBHBBBHBBB3sI")
    if len(data) != whole.size + 4:
        return 0, 0, None
    parts = whole.unpack_from(data)
    sizes, length, header = parts[7], parts[16], data[whole.size :]
    return sizes & 0xFF, sizes >> 8, header if length == 4 else None
