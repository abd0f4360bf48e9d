"""What ESC/POS does to a roll of paper: commands in, a picture of each slip out."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Final

from PIL import Image, ImageDraw, ImageFont

LETTER: Final = (12, 24)
"""Dots of one letter of font A, wide and high."""
_FONT: Final = Path(__file__).parents[2] / "resources" / "fonts" / "noto-sans" / "NotoSans_400Regular.ttf"
_ESC, _GS, _DLE, _FF, _LF = 0x1B, 0x1D, 0x10, 0x0C, 0x0A
_WITHOUT_TRACE: Final = b"tEG-M{3RBbhw"
"""Second bytes of commands for looks that this printer does without: bold, underline, line spacing …"""
_RESET: Final = b"\x1b@"


@cache
def _font(tall: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(_FONT), round(LETTER[1] * 0.8 * tall))


@dataclass(frozen=True, slots=True)
class Question:
    """A status that the other side wants to know: `DLE EOT number`, or `GS r 1` as number 0."""

    number: int


@dataclass(frozen=True, slots=True)
class Cut:
    """The slip is off."""


@dataclass(slots=True)
class PaperRoll:
    """Interprets a stream of bytes, however it is cut up; raises ValueError for what it does not know."""

    dots: int = 576
    _waiting: bytes = b""
    _rows: list[Image.Image] = field(default_factory=list)
    _text: list[tuple[str, int, int]] = field(default_factory=list)
    _wide: int = 1
    _high: int = 1
    _align: int = 0
    words: list[str] = field(default_factory=list)
    """What was printed as text, line by line, since the last cut."""

    def feed(self, received: bytes) -> Iterator[Question | Cut]:
        """Take bytes; tell what has to be answered, and where a slip ends."""
        self._waiting += received
        while (taken := self._take(self._waiting)) is not None:
            length, news = taken
            self._waiting = self._waiting[length:]
            if news is not None:
                yield news

    def slip(self) -> Image.Image:
        """Take off what is printed, as a picture; begin afresh."""
        self._end_line()
        whole = Image.new("1", (self.dots, max(1, sum(row.height for row in self._rows))), 1)
        top = 0
        for row in self._rows:
            whole.paste(row, (0, top))
            top += row.height
        self._rows, self.words = [], []
        return whole

    def _take(self, data: bytes) -> tuple[int, Question | Cut | None] | None:
        """Do the first command; None while it is not whole."""
        if not data:
            return None
        if data[0] not in (_ESC, _GS, _DLE):
            return self._letter(data[0])
        if data[:2] == _RESET:
            self._wide = self._high = 1
            self._align = 0
            return 2, None
        return self._command(data, data[2]) if len(data) > 2 else None

    def _letter(self, byte: int) -> tuple[int, None]:
        if byte == _LF:
            self._end_line(even_if_empty=True)
        elif byte != _FF:
            self._text.append((bytes([byte]).decode("cp858"), self._wide, self._high))
        return 1, None

    def _command(  # noqa: C901 - a table of commands
        self, data: bytes, argument: int
    ) -> tuple[int, Question | Cut | None] | None:
        match data[0], data[1]:
            case 0x10, 0x04:
                return 3, Question(argument)
            case 0x1D, 0x72:
                return 3, Question(0)
            case 0x1D, 0x21:
                self._wide, self._high = (argument >> 4) + 1, (argument & 15) + 1
                return 3, None
            case 0x1B, 0x61:
                self._align = argument
                return 3, None
            case 0x1B, 0x64:
                for _ in range(argument):
                    self._end_line(even_if_empty=True)
                return 3, None
            case 0x1B, 0x21:
                self._wide, self._high = (2 if argument & 0x20 else 1), (2 if argument & 0x10 else 1)
                return 3, None
            case 0x1B | 0x1D, second if second in _WITHOUT_TRACE:
                return 3, None
            case 0x1D, 0x56:
                length = 4 if argument in (0x41, 0x42) else 3
                return (length, Cut()) if len(data) >= length else None
            case 0x1D, 0x76:
                return self._raster(data)
            case _:
                raise ValueError(f"this printer does not know {data[:3].hex(' ')}")

    def _raster(self, data: bytes) -> tuple[int, None] | None:
        """`GS v 0 m xL xH yL yH`: a picture, eight dots a byte, 1 is black."""
        if len(data) < 8:
            return None
        across, down = int.from_bytes(data[4:6], "little"), int.from_bytes(data[6:8], "little")
        if len(data) < 8 + across * down:
            return None
        inverted = bytes(byte ^ 0xFF for byte in data[8 : 8 + across * down])
        picture = Image.frombytes("1", (across * 8, down), inverted)
        row = Image.new("1", (self.dots, down), 1)
        row.paste(picture, (0, 0))
        self._end_line()
        self._rows.append(row)
        return 8 + across * down, None

    def _end_line(self, *, even_if_empty: bool = False) -> None:
        if not self._text and not even_if_empty:
            return
        high = max((high for _, _, high in self._text), default=1) * LETTER[1]
        row = Image.new("1", (self.dots, high + 6), 1)
        pen = ImageDraw.Draw(row)
        length = sum(wide * LETTER[0] for _, wide, _ in self._text)
        at = {0: 0, 1: (self.dots - length) // 2, 2: self.dots - length}[self._align]
        if length > self.dots:
            raise ValueError(f"a line of {length} dots does not fit on {self.dots}")
        for letter, wide, tall in self._text:
            pen.text((at + wide * LETTER[0] / 2, high - 4), letter, font=_font(tall), fill=0, anchor="ms")
            at += wide * LETTER[0]
        self._rows.append(row)
        self.words.append("".join(letter for letter, _, _ in self._text))
        self._text = []
