"""APDUs: the four cases in short and extended length, and malformed ones."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cardreader.apdu import ApduError, CommandApdu, ResponseApdu

BYTE = st.integers(0, 255)
SIZES = [0, 1, 127, 128, 254, 255, 256, 257, 65534, 65535]
EXPECTED = [None, 1, 127, 128, 255, 256, 257, 65535, 65536]


@given(
    BYTE,
    BYTE,
    BYTE,
    BYTE,
    st.binary(max_size=600),
    st.one_of(st.none(), st.integers(1, 65536), st.integers(1, 256)),
)
def test_commands_are_read_back(cla: int, ins: int, p1: int, p2: int, data: bytes, le: int | None) -> None:
    command = CommandApdu(cla, ins, p1, p2, data, le)
    assert CommandApdu.from_bytes(command.to_bytes()) == command


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("le", EXPECTED)
def test_commands_around_the_boundaries(size: int, le: int | None) -> None:
    command = CommandApdu(0x00, 0x86, 0x00, 0x00, bytes(size), le)
    assert CommandApdu.from_bytes(command.to_bytes()) == command
    assert command.is_extended == (size > 255 or (le or 0) > 256)


@pytest.mark.parametrize(
    ("command", "encoded"),
    [
        (CommandApdu(0x00, 0x70, 0x01, 0x02), "00700102"),
        (CommandApdu(0x00, 0xB0, 0x9C, 0x00, le=256), "00b09c0000"),
        (CommandApdu(0x00, 0xB0, 0x9C, 0x00, le=8), "00b09c0008"),
        (CommandApdu(0x00, 0xB0, 0x9D, 0x00, le=65536), "00b09d00000000"),
        (CommandApdu(0x00, 0xB0, 0x9D, 0x00, le=257), "00b09d00000101"),
        (CommandApdu(0x00, 0xA4, 0x00, 0x0C, b"\x3f\x00"), "00a4000c023f00"),
        (CommandApdu(0x10, 0x86, 0x00, 0x00, b"\x7c\x00", 256), "10860000027c0000"),
        (CommandApdu(0x00, 0x86, 0x00, 0x00, b"\x7c\x00", 65536), "008600000000027c000000"),
    ],
)
def test_encodings(command: CommandApdu, encoded: str) -> None:
    assert command.to_bytes().hex() == encoded


def test_long_data_are_sent_extended() -> None:
    command = CommandApdu(0x00, 0x2A, 0x00, 0xBE, bytes(256), 256)
    assert command.to_bytes()[4:7].hex() == "000100"
    assert command.to_bytes()[-2:].hex() == "0100"


@pytest.mark.parametrize(
    "raw",
    [
        "",
        "00",
        "00a400",
        "00a4000c 02 3f",
        "00a4000c 02 3f00 0000",
        "00a4000c 000000 00",
        "00a4000c 0000 02 3f",
        "00a4000c 000002 3f00 00",
        "00a4000c 00ff",
        "00a4000c 000000 0001",
    ],
)
def test_malformed_commands_are_refused(raw: str) -> None:
    with pytest.raises(ApduError):
        CommandApdu.from_bytes(bytes.fromhex(raw))


@given(st.binary(max_size=40))
def test_any_bytes_are_a_command_or_refused(raw: bytes) -> None:
    try:
        command = CommandApdu.from_bytes(raw)
    except ApduError:
        return
    assert CommandApdu.from_bytes(command.to_bytes()) == command
    assert command.header == raw[:4]


@pytest.mark.parametrize(
    "values",
    [
        {"cla": 256},
        {"p2": -1},
        {"data": bytes(65536)},
        {"le": 0},
        {"le": 65537},
    ],
)
def test_values_out_of_range_are_refused(values: dict[str, Any]) -> None:
    with pytest.raises(ApduError):
        CommandApdu(**({"cla": 0, "ins": 0, "p1": 0, "p2": 0} | values))


@given(st.binary(max_size=300), st.integers(0, 0xFFFF))
def test_responses_are_read_back(data: bytes, sw: int) -> None:
    assert ResponseApdu.from_bytes(ResponseApdu(data, sw).to_bytes()) == ResponseApdu(data, sw)


@pytest.mark.parametrize("raw", [b"", b"\x90"])
def test_an_answer_without_status_is_refused(raw: bytes) -> None:
    with pytest.raises(ApduError):
        ResponseApdu.from_bytes(raw)


def test_a_status_of_three_bytes_is_refused() -> None:
    with pytest.raises(ApduError):
        ResponseApdu(b"", 0x10000)


def test_data_are_not_printed() -> None:
    assert "MUSTERMANN" not in repr(CommandApdu(0, 0, 0, 0, b"MUSTERMANN"))
    assert "MUSTERMANN" not in repr(ResponseApdu(b"MUSTERMANN", 0x9000))
