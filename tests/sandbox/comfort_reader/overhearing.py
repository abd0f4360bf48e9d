"""Everything that passes between a terminal and its reader, written down byte for byte."""

from collections.abc import Iterable

from cardreader.apdu import CommandApdu, ResponseApdu
from cardreader.part10 import Feature
from cardreader.reader import Connection


class Overhearing:
    """A connection that writes down every byte between terminal and reader."""

    def __init__(self, inner: Connection, heard: list[bytes]) -> None:
        self._inner = inner
        self._heard = heard

    @property
    def features(self) -> frozenset[Feature]:
        return self._inner.features

    def transmit(self, command: CommandApdu) -> ResponseApdu:
        answer = self._inner.transmit(command)
        self._heard += (command.to_bytes(), answer.to_bytes())
        return answer

    def use(self, feature: Feature, data: bytes) -> bytes:
        answer = self._inner.use(feature, data)
        self._heard += (data, answer)
        return answer

    def close(self) -> None:
        self._inner.close()


def assert_unheard(heard: Iterable[bytes], *numbers: str) -> None:
    """Fail if one of `numbers` passed the terminal, or a step of PACE, which would mean that it had one."""
    for each in heard:
        for number in numbers:
            assert number.encode() not in each
        # GENERAL AUTHENTICATE in a chain is PACE's; the one of chip authentication stands alone.
        assert each[:2] != b"\x10\x86"
