"""What readers with a pad say and are told, byte by byte (PC/SC part 10; TR-03119)."""

import struct
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cardreader.errors import ProtocolError, UnexpectedStatus
from cardreader.part10 import (
    EntriesDifferError,
    EntryLengthError,
    Feature,
    PaceCapability,
    PadCancelledError,
    PadTimeOutError,
    change_pin_order,
    check_pin_changed,
    read_capabilities,
    read_features,
    take_output,
)

VERIFY, MODIFY, PACE = (bytes([tag, 4]) + struct.pack(">I", 0x42330000 + tag) for tag in (0x06, 0x07, 0x20))
NOT_TYPED = (PadTimeOutError, PadCancelledError, EntriesDifferError, EntryLengthError)
PROPERTIES = bytes.fromhex("0A0442330010")  # a feature that nothing here uses


def test_features_are_found_whatever_stands_between_them() -> None:
    assert read_features(b"") == {}
    assert read_features(MODIFY + PROPERTIES + PACE) == {
        Feature.MODIFY_PIN_DIRECT: 0x42330007,
        Feature.EXECUTE_PACE: 0x42330020,
    }


@pytest.mark.parametrize(
    "answer",
    [PACE[:-1], PACE[:1], PACE + b"\x07", b"\x20\x03\x42\x33\x00", b"\x20\x05" + bytes(5), PACE + PACE],
    ids=["cut", "tag alone", "cut second", "three bytes", "five bytes", "twice"],
)
def test_a_list_that_is_not_whole_is_none(answer: bytes) -> None:
    with pytest.raises(ProtocolError, match="features"):
        read_features(answer)


@given(st.binary(max_size=40))
def test_any_bytes_are_features_or_refused(answer: bytes) -> None:
    for reads in (read_features, read_capabilities, take_output, check_pin_changed):
        with suppress(ProtocolError, UnexpectedStatus, *NOT_TYPED):
            reads(answer)


def test_an_output_has_the_length_it_says() -> None:
    assert take_output(struct.pack("<IH", 0xF0200001, 2) + b"\x90\x00") == (0xF0200001, b"\x90\x00")
    for wrong in (b"", bytes(5), struct.pack("<IH", 0, 1), struct.pack("<IH", 0, 0) + b"\x00"):
        with pytest.raises(ProtocolError, match="length"):
            take_output(wrong)


def test_capabilities_are_bits() -> None:
    assert read_capabilities(struct.pack("<IHB", 0, 1, 0xE0)) == (
        PaceCapability.DESTROY_CHANNEL | PaceCapability.GENERIC | PaceCapability.EID
    )
    assert PaceCapability.EID not in read_capabilities(struct.pack("<IHB", 0, 1, 0x1F))
    for wrong in (struct.pack("<IHB", 0xD0000001, 1, 0xE0), struct.pack("<IH", 0, 0)):
        with pytest.raises(ProtocolError):
            read_capabilities(wrong)


def test_the_order_to_change_a_pin_is_the_structure_of_part_10() -> None:
    order = change_pin_order()
    parts = struct.unpack("<7BH3BH3B3sI4s", order)
    assert parts[:2] == (60, 60)
    assert parts[2:7] == (0x82, 0, 0, 0, 0)
    assert parts[7] == 0x0606
    assert parts[8:11] == (1, 2, 2)
    assert parts[11] == 0x0407
    assert parts[12:15] == (0, 1, 2)
    assert parts[15:] == (bytes(3), 4, bytes.fromhex("002C0203"))


@pytest.mark.parametrize(
    ("sw", "error"),
    [
        (0x6400, PadTimeOutError),
        (0x6401, PadCancelledError),
        (0x6402, EntriesDifferError),
        (0x6403, EntryLengthError),
        (0x6982, UnexpectedStatus),
    ],
)
def test_every_status_of_a_change_is_told(sw: int, error: type[Exception]) -> None:
    check_pin_changed(b"\x90\x00")
    with pytest.raises(error):
        check_pin_changed(sw.to_bytes(2))
    with pytest.raises(ProtocolError):
        check_pin_changed(b"\x90")
