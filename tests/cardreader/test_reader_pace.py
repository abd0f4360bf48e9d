"""PACE that the reader runs: what it is told, and every answer it can give (PC/SC part 10 amendment 1)."""

import struct
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cardreader.errors import (
    CardError,
    CardGoneError,
    PasswordState,
    PasswordUnusableError,
    ProtocolError,
    UnexpectedStatus,
)
from cardreader.pace import PaceRejected, PasswordId, PasswordRejected
from cardreader.reader_pace import NothingTyped, ReaderChannel, establish_order, read_outcome

ACCESS = bytes.fromhex("3114300D060804007F00070202020201020209")
ID_PICC = bytes(range(32))


def answer(result: int, data: bytes = b"") -> bytes:
    return struct.pack("<IH", result, len(data)) + data


def channel(current: bytes = b"DECVCA1", previous: bytes = b"") -> bytes:
    body = b"\x90\x00" + struct.pack("<H", len(ACCESS)) + ACCESS
    body += b"".join(bytes([len(each)]) + each for each in (current, previous))
    return body + struct.pack("<H", len(ID_PICC)) + ID_PICC


def test_the_order_has_no_pin_and_says_who_asks() -> None:
    order = establish_order(PasswordId.PIN, b"\x7f\x4c\x00", b"x" * 300)
    assert order == bytes.fromhex("02 3401 03 03 7F4C00 00 2C01") + b"x" * 300
    assert establish_order(PasswordId.PUK, None, b"") == bytes.fromhex("02 0500 04 00 00 0000")
    with pytest.raises(ProtocolError):
        establish_order(PasswordId.PIN, None, bytes(0x10000))


def test_a_channel_tells_its_name_and_whom_the_card_trusts() -> None:
    both = read_outcome(answer(0, channel(previous=b"DECVCA0")), PasswordId.PIN)
    assert both == ReaderChannel(ID_PICC, ("DECVCA1", "DECVCA0"), ACCESS)
    one = read_outcome(answer(0, channel()), PasswordId.PIN)
    assert isinstance(one, ReaderChannel)
    assert one.certification_authorities == ("DECVCA1",)
    bare = read_outcome(answer(0, b"\x90\x00" + struct.pack("<H", len(ACCESS)) + ACCESS), PasswordId.PUK)
    assert bare == ReaderChannel(b"", (), ACCESS)


@pytest.mark.parametrize("length", range(len(channel())))
def test_a_channel_cut_anywhere_is_none(length: int) -> None:
    cut = channel()[:length]
    if length == 4 + len(ACCESS):
        return  # whole: a reader need not tell more
    with pytest.raises(ProtocolError):
        read_outcome(answer(0, cut), PasswordId.PIN)


@pytest.mark.parametrize("data", [channel() + b"\x00", channel(current=b"\x00")])
def test_a_channel_with_anything_else_is_none(data: bytes) -> None:
    with pytest.raises(ProtocolError):
        read_outcome(answer(0, data), PasswordId.PIN)


@pytest.mark.parametrize(
    ("result", "data", "before", "left"),
    [
        (0xF00663C2, b"\x90\x00", 3, 2),
        (0xF00663C1, b"", 2, 1),
        (0xF00663C0, b"\x63\xc1", 1, 0),
        (0xF0066300, b"\x90\x00", 3, 2),
        (0xF0066300, b"\x63\xc2", 2, 1),
        (0xF0066300, b"", 3, 2),  # readers that do not tell what MSE:Set AT was answered with
        (0xF0066300, b"", 2, 1),
    ],
)
def test_a_wrong_pin_tells_what_is_left(result: int, data: bytes, before: int, left: int) -> None:
    assert read_outcome(answer(result, data), PasswordId.PIN, before) == PaceRejected(left)
    assert read_outcome(answer(result, data), PasswordId.CAN, before) == PasswordRejected()


def test_nothing_typed_is_no_error() -> None:
    assert read_outcome(answer(0xF0200001), PasswordId.PIN) is NothingTyped.CANCELLED
    assert read_outcome(answer(0xF0200002), PasswordId.PIN) is NothingTyped.TIMED_OUT


@pytest.mark.parametrize(
    ("result", "state"),
    [
        (0xF00263C0, PasswordState.BLOCKED),
        (0xF0036983, PasswordState.BLOCKED),
        (0xF0026283, PasswordState.DEACTIVATED),
        (0xF0036984, PasswordState.DEACTIVATED),
        (0xF00263C1, PasswordState.SUSPENDED),
        (0xF0036985, PasswordState.SUSPENDED),
    ],
)
def test_an_unusable_pin_is_told_apart(result: int, state: PasswordState) -> None:
    with pytest.raises(PasswordUnusableError) as told:
        read_outcome(answer(result), PasswordId.PIN)
    assert told.value.state is state


@pytest.mark.parametrize(
    ("result", "error"),
    [
        (0xF0100001, CardGoneError),
        (0xF0100002, CardGoneError),
        (0xF0016A82, UnexpectedStatus),
        (0xF0056700, UnexpectedStatus),
        (0xD0000001, ProtocolError),
        (0xE0000006, ProtocolError),
        (0xF0070000, ProtocolError),
    ],
)
def test_every_other_result_is_an_error(result: int, error: type[CardError]) -> None:
    with pytest.raises(error):
        read_outcome(answer(result), PasswordId.PIN)


@given(st.binary(max_size=80), st.sampled_from(PasswordId))
def test_any_bytes_are_an_outcome_or_a_card_error(data: bytes, password: PasswordId) -> None:
    for given_back in (data, answer(0, data)):
        with suppress(CardError):
            read_outcome(given_back, password)
