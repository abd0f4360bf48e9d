"""Command and response APDUs of ISO 7816-4 as values, in short and extended length."""

from dataclasses import dataclass, field
from typing import Self

_SHORT_DATA_MAX = 0xFF
_SHORT_LE_MAX = 0x100
_DATA_MAX = 0xFFFF
_LE_MAX = 0x10000


class ApduError(ValueError):
    """The values or bytes do not make an APDU."""


@dataclass(frozen=True, slots=True)
class CommandApdu:
    """A command; `le` is how many bytes the answer may have (1 to 65536), None for none."""

    cla: int
    ins: int
    p1: int
    p2: int
    data: bytes = field(default=b"", repr=False)
    le: int | None = None

    def __post_init__(self) -> None:
        for name, value in (("CLA", self.cla), ("INS", self.ins), ("P1", self.p1), ("P2", self.p2)):
            if not 0 <= value <= 0xFF:
                raise ApduError(f"{name} is {value}, it must fit one byte")
        if len(self.data) > _DATA_MAX:
            raise ApduError(f"a command carries at most {_DATA_MAX} bytes, not {len(self.data)}")
        if self.le is not None and not 1 <= self.le <= _LE_MAX:
            raise ApduError(f"Le is {self.le}, it must be 1 to {_LE_MAX}")

    @property
    def header(self) -> bytes:
        """CLA INS P1 P2."""
        return bytes((self.cla, self.ins, self.p1, self.p2))

    @property
    def is_extended(self) -> bool:
        """Whether data or Le need extended length fields."""
        return len(self.data) > _SHORT_DATA_MAX or (self.le or 0) > _SHORT_LE_MAX

    def to_bytes(self) -> bytes:
        """Encode it (ISO 7816-4 5.1): with short length fields where they do, else extended ones."""
        if not self.is_extended:
            lc = bytes([len(self.data)]) if self.data else b""
            le = bytes([self.le % _SHORT_LE_MAX]) if self.le is not None else b""
            return self.header + lc + self.data + le
        lc = b"\0" + len(self.data).to_bytes(2) if self.data else b""
        le = b""
        if self.le is not None:
            le = (b"" if self.data else b"\0") + (self.le % _LE_MAX).to_bytes(2)
        return self.header + lc + self.data + le

    @classmethod
    def from_bytes(cls, raw: bytes) -> Self:
        """Return the command in `raw`; ApduError if its length fields do not add up."""
        if len(raw) < 4:
            raise ApduError(f"a command has at least 4 bytes, not {len(raw)}")
        data, le = _split_body(raw[4:])
        return cls(raw[0], raw[1], raw[2], raw[3], data, le)


@dataclass(frozen=True, slots=True)
class ResponseApdu:
    """A card's answer: data and the status word."""

    data: bytes = field(repr=False)
    sw: int

    def __post_init__(self) -> None:
        if not 0 <= self.sw <= 0xFFFF:
            raise ApduError(f"status word {self.sw} must fit two bytes")

    def to_bytes(self) -> bytes:
        return self.data + self.sw.to_bytes(2)

    @classmethod
    def from_bytes(cls, raw: bytes) -> Self:
        """Return the answer in `raw`; ApduError if there is no status word."""
        if len(raw) < 2:
            raise ApduError(f"an answer has at least 2 bytes, not {len(raw)}")
        return cls(raw[:-2], int.from_bytes(raw[-2:]))


def _split_body(body: bytes) -> tuple[bytes, int | None]:
    """Return data and Le of what follows the header (ISO 7816-4 5.1, cases 1 to 4)."""
    if not body:
        return b"", None
    if len(body) == 1:
        return b"", body[0] or _SHORT_LE_MAX
    if body[0] != 0:
        return _split_data(body[1:], body[0], le_size=1)
    if len(body) == 3:
        return b"", int.from_bytes(body[1:]) or _LE_MAX
    lc = int.from_bytes(body[1:3])
    if len(body) < 3 or lc == 0:
        raise ApduError("the extended Lc field is cut off or zero")
    return _split_data(body[3:], lc, le_size=2)


def _split_data(rest: bytes, lc: int, *, le_size: int) -> tuple[bytes, int | None]:
    data, le = rest[:lc], rest[lc:]
    if len(data) < lc or len(le) not in {0, le_size}:
        raise ApduError(f"Lc announces {lc} bytes, {len(rest)} follow")
    return data, (int.from_bytes(le) or 1 << (8 * le_size)) if le else None
