"""Secure messaging with AES-CBC and CMAC (TR-03110-3 F, ICAO 9303-11 9.8), for the terminal and the card."""

import hmac
from dataclasses import dataclass, field

from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import CBC, ECB

from cardreader import tlv
from cardreader.apdu import CommandApdu, ResponseApdu
from cardreader.channel import Channel
from cardreader.errors import CardError
from cardreader.key_derivation import BLOCK_BYTES, cmac

_CLA_SECURED = 0x0C  # secure messaging with authenticated header
_TAG_CRYPTOGRAM = 0x87
_TAG_LE = 0x97
_TAG_STATUS = 0x99
_TAG_MAC = 0x8E
_PADDING_INDICATOR = b"\x01"

_SHORT_DATA_MAX = 0xFF
_LE_SHORT = 0x100
_LE_EXTENDED = 0x10000
_SHORT_ANSWER_MAX = 0xDF
"""How much plain data fits, once enciphered (14 blocks) and tagged, into an answer of 256 bytes."""


class SecureMessagingError(CardError):
    """A protected message is malformed or its checksum is wrong; the session must not be used again."""


class UnprotectedStatusError(SecureMessagingError):
    """The card answered a protected command with a bare status word."""

    def __init__(self, sw: int) -> None:
        super().__init__(f"the card left secure messaging with status {sw:04X}")
        self.sw = sw


@dataclass(frozen=True, slots=True)
class SessionKeys:
    """The two AES keys of a session."""

    enc: bytes = field(repr=False)
    mac: bytes = field(repr=False)


class SecureMessaging:
    """One session's keys and its send sequence counter, which steps before each command and each response.

    Use either the terminal's pair (`protect`, `unprotect`) or the card's (`unprotect_command`,
    `protect_response`). After the first SecureMessagingError every method raises it.
    """

    def __init__(self, keys: SessionKeys, ssc: int = 0) -> None:
        self._keys = keys
        self._single_blocks = Cipher(AES(keys.enc), ECB()).encryptor()  # noqa: S305  # unique blocks, no text
        self._ssc = ssc
        self._broken = False

    def protect(self, command: CommandApdu) -> CommandApdu:
        """Protect a command on the terminal's side."""
        self._step()
        cla = command.cla | _CLA_SECURED
        header = bytes((cla, command.ins, command.p1, command.p2))
        body = self._cryptogram(command.data)
        if command.le is not None:
            body += tlv.encode(_TAG_LE, _encode_le(command.le))
        body += tlv.encode(_TAG_MAC, self._mac(_pad(header) + (_pad(body) if body else b"")))
        needs_extended = len(body) > _SHORT_DATA_MAX or (command.le or 0) > _SHORT_ANSWER_MAX
        le = _LE_EXTENDED if needs_extended else _LE_SHORT
        return CommandApdu(cla, command.ins, command.p1, command.p2, body, le)

    def unprotect(self, response: ResponseApdu) -> ResponseApdu:
        """Check and decipher a card's answer on the terminal's side.

        Raises UnprotectedStatusError for a bare status word, SecureMessagingError for anything that fails.
        """
        self._step()
        if not response.data:
            self._broken = True
            raise UnprotectedStatusError(response.sw)
        objects = self._objects(response.data, {_TAG_CRYPTOGRAM, _TAG_STATUS, _TAG_MAC})
        self._verify(objects, b"")
        if objects.get(_TAG_STATUS) != response.sw.to_bytes(2):
            raise self._failure("the status word differs from the protected one")
        return ResponseApdu(self._decipher(objects), response.sw)

    def unprotect_command(self, command: CommandApdu) -> CommandApdu:
        """Check and decipher a terminal's command on the card's side; SecureMessagingError if it fails."""
        self._step()
        if command.cla & _CLA_SECURED != _CLA_SECURED:
            raise self._failure("the command is not protected")
        objects = self._objects(command.data, {_TAG_CRYPTOGRAM, _TAG_LE, _TAG_MAC})
        self._verify(objects, _pad(command.header))
        data = self._decipher(objects)
        le = self._decode_le(objects.get(_TAG_LE))
        return CommandApdu(command.cla & ~_CLA_SECURED, command.ins, command.p1, command.p2, data, le)

    def protect_response(self, response: ResponseApdu) -> ResponseApdu:
        """Protect an answer on the card's side."""
        self._step()
        body = self._cryptogram(response.data) + tlv.encode(_TAG_STATUS, response.sw.to_bytes(2))
        return ResponseApdu(body + tlv.encode(_TAG_MAC, self._mac(_pad(body))), response.sw)

    def _step(self) -> None:
        if self._broken:
            raise SecureMessagingError("the secure channel has ended; establish a new one")
        self._ssc += 1

    def _failure(self, reason: str) -> SecureMessagingError:
        self._broken = True
        return SecureMessagingError(reason)

    @property
    def _ssc_block(self) -> bytes:
        return self._ssc.to_bytes(BLOCK_BYTES)

    def _mac(self, padded: bytes) -> bytes:
        return cmac(self._keys.mac, self._ssc_block + padded)

    def _cbc(self) -> Cipher[CBC]:
        # F.2.2: the IV is the counter enciphered as a single block.
        return Cipher(AES(self._keys.enc), CBC(self._single_blocks.update(self._ssc_block)))

    def _cryptogram(self, data: bytes) -> bytes:
        if not data:
            return b""
        enciphered = self._cbc().encryptor().update(_pad(data))
        return tlv.encode(_TAG_CRYPTOGRAM, _PADDING_INDICATOR + enciphered)

    def _objects(self, data: bytes, allowed: set[int]) -> dict[int, bytes]:
        try:
            objects = tlv.fields(data)
        except tlv.TlvError as error:
            raise self._failure(f"the protected message is malformed: {error}") from error
        if not objects.keys() <= allowed or list(objects)[-1:] != [_TAG_MAC]:
            raise self._failure("the protected message has wrong parts")
        return objects

    def _verify(self, objects: dict[int, bytes], padded_header: bytes) -> None:
        """Compare the checksum over everything that stands before it, in its order."""
        covered = b"".join(tlv.encode(tag, value) for tag, value in objects.items() if tag != _TAG_MAC)
        expected = self._mac(padded_header + (_pad(covered) if covered else b""))
        if not hmac.compare_digest(expected, objects[_TAG_MAC]):
            raise self._failure("the checksum is wrong")

    def _decipher(self, objects: dict[int, bytes]) -> bytes:
        if _TAG_CRYPTOGRAM not in objects:
            return b""
        value = objects[_TAG_CRYPTOGRAM]
        if value[:1] != _PADDING_INDICATOR or len(value) % BLOCK_BYTES != 1 or len(value) == 1:
            raise self._failure("the cryptogram is not whole blocks with padding indicator 01")
        padded = self._cbc().decryptor().update(value[1:])
        data, marker, zeros = padded.rpartition(b"\x80")
        if not marker or any(zeros) or len(zeros) >= BLOCK_BYTES:
            raise self._failure("the padding is wrong")
        return data

    def _decode_le(self, value: bytes | None) -> int | None:
        if value is None:
            return None
        if len(value) not in {1, 2}:
            raise self._failure("the protected Le has neither one nor two bytes")
        return int.from_bytes(value) or (_LE_SHORT if len(value) == 1 else _LE_EXTENDED)


class SecureChannel:
    """A channel that speaks secure messaging over another one."""

    def __init__(self, inner: Channel, keys: SessionKeys) -> None:
        self._inner = inner
        self._messaging = SecureMessaging(keys)

    def transmit(self, command: CommandApdu) -> ResponseApdu:
        """Send a plain command protected; raises SecureMessagingError and what the inner channel raises."""
        return self._messaging.unprotect(self._inner.transmit(self._messaging.protect(command)))


def _encode_le(le: int) -> bytes:
    return (le % _LE_SHORT).to_bytes(1) if le <= _LE_SHORT else (le % _LE_EXTENDED).to_bytes(2)


def _pad(data: bytes) -> bytes:
    """ISO 7816-4 padding: 80 and zeros up to whole blocks, always at least the 80."""
    return data + b"\x80" + bytes(-(len(data) + 1) % BLOCK_BYTES)
