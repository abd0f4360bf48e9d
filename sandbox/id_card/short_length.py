"""A card behind a reader without extended length: long commands come in parts, long answers are fetched."""

from cardreader.apdu import ApduError, CommandApdu, ResponseApdu
from sandbox.id_card.card import IdCard
from sandbox.id_card.status import Status

_CHAINED = 0x10
_GENERAL_AUTHENTICATE, _GET_RESPONSE = 0x86, 0xC0  # the first one's chain is a protocol's, not a transport's
_LONGEST_ANSWER = 0x100


class ShortLengthCard:
    """Takes commands of at most 261 bytes for a card that takes any (ISO 7816-4 5.1.1.1 and 5.3.4)."""

    def __init__(self, card: IdCard) -> None:
        self._card = card
        self._begun = b""
        self._waiting = b""
        self._status = b""

    def process(self, raw_command: bytes) -> bytes:
        """Answer one command; 6700 to an extended length, which the card does not get to see."""
        try:
            command = CommandApdu.from_bytes(raw_command)
        except ApduError:
            return Status.WRONG_LENGTH.to_bytes(2)
        if command.is_extended or len(raw_command) > 261:
            return Status.WRONG_LENGTH.to_bytes(2)
        if command.ins == _GET_RESPONSE:
            return self._portion()
        if command.cla & _CHAINED and command.ins != _GENERAL_AUTHENTICATE:
            self._begun += command.data
            return b"\x90\x00"
        data, self._begun = self._begun + command.data, b""
        whole = CommandApdu(command.cla, command.ins, command.p1, command.p2, data, command.le)
        answer = self._card.process(whole.to_bytes())
        self._waiting, self._status = answer[:-2], answer[-2:]
        return self._portion()

    def _portion(self) -> bytes:
        portion, self._waiting = self._waiting[:_LONGEST_ANSWER], self._waiting[_LONGEST_ANSWER:]
        if not self._waiting:
            return portion + self._status
        left = len(self._waiting)
        return ResponseApdu(portion, 0x6100 | (left if left < _LONGEST_ANSWER else 0)).to_bytes()
