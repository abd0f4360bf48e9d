"""Commands that fit through any reader: of extended length where that works, else in parts (ISO 7816-4)."""

from dataclasses import replace

from cardreader.apdu import CommandApdu, ResponseApdu
from cardreader.channel import Channel

_CHAINED = 0x10
_SECURED = 0x0C
_GET_RESPONSE = 0xC0
_LONGEST_PART = 0xFF
_LE_SHORT = 0x100
_WRONG_LENGTH = 0x6700
_MORE_BYTES, _OTHER_LE = 0x61, 0x6C
_NOT_UNDERSTOOD = frozenset({0x6700, 0x6883, 0x6884, 0x6987, 0x6988, 0x6D00, 0x6E00})
"""Answers that say nothing about the command itself: wrong length, no chaining, a channel that has ended."""
_LONGEST_ANSWER = 0x10000


class LengthFit:
    """A channel over another one that may refuse extended lengths.

    The first extended command that is answered with 6700 goes out once more in short parts, byte for byte the
    same: a reader that refused it has not shown it to the card, so a secure channel goes on. If that works,
    all long commands go so from then on; if not, 6700 is what the caller sees.
    """

    def __init__(self, inner: Channel) -> None:
        self._inner = inner
        self._is_short = False

    def transmit(self, command: CommandApdu) -> ResponseApdu:
        """Send a command and give its whole answer; raises what the inner channel raises."""
        if not command.is_extended:
            return self._whole(command)
        if self._is_short:
            return self._in_parts(command)
        refused = self._whole(command)
        if refused.sw != _WRONG_LENGTH or refused.data:
            return refused
        answer = self._in_parts(command)
        if not answer.data and answer.sw in _NOT_UNDERSTOOD:
            return refused
        self._is_short = True
        return answer

    def _in_parts(self, command: CommandApdu) -> ResponseApdu:
        data = command.data
        while len(data) > _LONGEST_PART:
            part, data = data[:_LONGEST_PART], data[_LONGEST_PART:]
            answer = self._inner.transmit(replace(command, cla=command.cla | _CHAINED, data=part, le=None))
            if answer.sw != 0x9000:
                return answer
        le = None if command.le is None else min(command.le, _LE_SHORT)
        return self._whole(replace(command, data=data, le=le))

    def _whole(self, command: CommandApdu) -> ResponseApdu:
        """Send one command and fetch what its answer leaves waiting."""
        answer = self._inner.transmit(command)
        if answer.sw >> 8 == _OTHER_LE:
            answer = self._inner.transmit(replace(command, le=answer.sw & 0xFF or _LE_SHORT))
        data = answer.data
        while answer.sw >> 8 == _MORE_BYTES and len(data) < _LONGEST_ANSWER:
            cla = command.cla & ~(_SECURED | _CHAINED)  # fetching is below secure messaging
            answer = self._inner.transmit(
                CommandApdu(cla, _GET_RESPONSE, 0x00, 0x00, le=answer.sw & 0xFF or _LE_SHORT)
            )
            data += answer.data
        return ResponseApdu(data, answer.sw)
