"""Frames and fields as a card terminal writes them (PA00P015); none of the product's own byte code.

What the kiosk misread, it would otherwise misread on both sides.
"""

from collections.abc import Sequence

YES = b"\x80\x00\x00"


def no(code: int) -> bytes:
    return bytes((0x84, code, 0))


def frame(control: str, body: bytes = b"") -> bytes:
    """Write a frame; from 255 bytes on, FF announces a length of two bytes, the low one first."""
    head = bytes.fromhex(control)
    if len(body) < 255:
        return head + bytes([len(body)]) + body
    return head + bytes([255, len(body) % 256, len(body) // 256]) + body


def split(stream: bytes) -> tuple[list[bytes], bytes]:
    """Cut whole frames off a stream; give them, and what is left."""
    found: list[bytes] = []
    while len(stream) >= 3:
        size, start = stream[2], 3
        if size == 255:
            if len(stream) < 5:
                break
            size, start = stream[3] + 256 * stream[4], 5
        if len(stream) < start + size:
            break
        found.append(stream[: start + size])
        stream = stream[start + size :]
    return found, stream


def control_of(whole: bytes) -> str:
    return whole[:2].hex()


def body_of(whole: bytes) -> bytes:
    return whole[5:] if whole[2] == 255 else whole[3:]


def number(value: int, digits: int) -> bytes:
    """Write a packed decimal of so many digits."""
    return bytes.fromhex(str(value).rjust(digits, "0"))


def amount(cents: int) -> bytes:
    return b"\x04" + number(cents, 12)


def counted(bitmap: int, value: bytes, places: int = 2) -> bytes:
    """Write an LL-Var or LLL-Var field: every digit of the count with an F before it."""
    return bytes([bitmap]) + bytes.fromhex("".join(f"F{each}" for each in f"{len(value):0{places}}")) + value


def tagged(tag: str, value: bytes) -> bytes:
    """Write an object of a TLV container."""
    size = len(value)
    if size < 128:
        length = bytes([size])
    elif size < 256:
        length = bytes([0x81, size])
    else:
        length = bytes([0x82, size // 256, size % 256])
    return bytes.fromhex(tag) + length + value


def container(*objects: bytes) -> bytes:
    return tagged("06", b"".join(objects))


def text_block(kind: int, lines: Sequence[str]) -> bytes:
    """Write 06 D3: a whole receipt, for the merchant (1), the customer (2) or the administration (3)."""
    rows = b"".join(tagged("07", line.encode("cp437")) for line in lines)
    return frame("06D3", container(tagged("1F07", bytes([kind])), tagged("25", rows + tagged("09", b"\x81"))))


def text_line(line: str) -> bytes:
    return frame("06D1", b"\x00" + line.encode("cp437"))


def decimal(data: bytes) -> int:
    return int(data.hex())
