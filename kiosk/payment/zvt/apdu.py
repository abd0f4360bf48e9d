"""Frames of the protocol over TCP: two bytes of control field, a length of one or three bytes, the data."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from kiosk.payment.zvt.errors import ZvtError

LONGEST_DATA: Final = 0xFFFF
_EXTENDED: Final = 0xFF


@dataclass(frozen=True, slots=True)
class Apdu:
    """One message, or the answer to one."""

    control: int
    """Class and instruction, or CCRC and APRC, as one number: 0x0601."""
    data: bytes = field(default=b"", repr=False)
    """May hold a card number: never kept, never logged."""

    def __bytes__(self) -> bytes:
        """Write the frame; ValueError when the data is longer than a frame can be."""
        length = len(self.data)
        if length > LONGEST_DATA:
            raise ValueError(f"{length} bytes do not fit into a frame")
        # FF announces two more bytes, the low one first.
        size = bytes((length,)) if length < _EXTENDED else b"\xff" + length.to_bytes(2, "little")
        return self.control.to_bytes(2, "big") + size + self.data


POSITIVE: Final = Apdu(0x8000)
"""80 00 00: understood."""


def negative(code: int) -> Apdu:
    """84 xx 00: not done, and why (chapter 10)."""
    return Apdu(0x8400 | code)


@dataclass(slots=True)
class Frames:
    """Cuts a stream into frames. Bytes may arrive in any portions."""

    longest_data: int = LONGEST_DATA
    _pending: bytearray = field(default_factory=bytearray, repr=False)

    def feed(self, data: bytes) -> Iterator[Apdu]:
        """Take bytes, and give every frame that they complete; ZvtError when one would be too long."""
        self._pending += data
        while (frame := self._next()) is not None:
            yield frame

    def _next(self) -> Apdu | None:
        held = self._pending
        if len(held) < 3:
            return None
        start, length = 3, held[2]
        if length == _EXTENDED:
            if len(held) < 5:
                return None
            start, length = 5, int.from_bytes(held[3:5], "little")
        if length > self.longest_data:
            raise ZvtError("a frame is too long")
        if len(held) < start + length:
            return None
        frame = Apdu(int.from_bytes(held[:2], "big"), bytes(held[start : start + length]))
        held[: start + length] = bytes(start + length)  # it may have held a card number
        del held[: start + length]
        return frame
