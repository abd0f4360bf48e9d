"""Changes to TLV that keep the lengths around them right, so that the inside of a parser is reached."""

import random

from cardreader import tlv

_CONSTRUCTED = 0x20
_INTERESTING = (b"", b"\x00", b"\x7f", b"\x80", b"\xff", bytes(8), b"\x04" + bytes(64), b"\xff" * 300)


def mutate(data: bytes, seed: int) -> bytes:
    """Return `data` with one object changed at a random depth; the same seed gives the same change."""
    return _mutate(data, random.Random(seed))  # noqa: S311  # not for secrets


def _mutate(data: bytes, dice: random.Random) -> bytes:
    try:
        items = list(tlv.parse_all(data))
    except tlv.TlvError:
        return _scramble(data, dice)
    if not items:
        return tlv.encode(dice.choice((0x04, 0x06, 0x30, 0x53, 0x73)), _scramble(data, dice))
    index = dice.randrange(len(items))
    match dice.randrange(8):
        case 0:
            del items[index]
        case 1:
            items.insert(index, items[dice.randrange(len(items))])
        case 2:
            other = dice.randrange(len(items))
            items[index], items[other] = items[other], items[index]
        case 3:
            items[index] = tlv.Tlv(items[dice.randrange(len(items))].tag, items[index].value)
        case _:
            items[index] = tlv.Tlv(items[index].tag, _inside(items[index], dice))
    return b"".join(tlv.encode(item.tag, item.value) for item in items)


def _inside(item: tlv.Tlv, dice: random.Random) -> bytes:
    first = item.tag >> 8 * ((item.tag.bit_length() - 1) // 8)
    return _mutate(item.value, dice) if first & _CONSTRUCTED else _scramble(item.value, dice)


def _scramble(value: bytes, dice: random.Random) -> bytes:
    position = dice.randrange(len(value) + 1)
    match dice.randrange(5):
        case 0:
            return dice.choice(_INTERESTING)
        case 1:
            return value[:position]
        case 2:
            return value[:position] + dice.randbytes(dice.randrange(1, 9)) + value[position:]
        case 3:
            return value[:position] + bytes([dice.randrange(256)]) + value[position + 1 :]
        case _:
            return value + value[position:]
