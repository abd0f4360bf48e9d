"""Authenticated auxiliary data: the layout of TR-03110-3 A.6.5.1, unknown and repeated entries, garbage."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cardreader.auxiliary_data import AuxiliaryData, AuxiliaryDataError

AGE = "7315060904007f000703010401530831393932313131 39"
VALID_ON = "7315060904007f000703010402530832303130313131 39"
MUNICIPALITY = "730e060904007f0007030104035301 02"


def _object(*entries: str) -> bytes:
    inner = bytes.fromhex("".join(entries))
    return bytes([0x67, len(inner)]) + inner


def test_all_three_entries_in_any_order() -> None:
    raw = _object(MUNICIPALITY, VALID_ON, AGE)
    read = AuxiliaryData.from_bytes(raw)
    assert read.born_on_or_before == date(1992, 11, 19)
    assert read.valid_on == date(2010, 11, 19)
    assert read.municipality_id == b"\x02"
    assert read.to_bytes() == raw, "the terminal signs the bytes it was sent"


def test_made_data_is_what_the_standard_prints() -> None:
    made = AuxiliaryData.of(
        born_on_or_before=date(1992, 11, 19), valid_on=date(2010, 11, 19), municipality_id=b"\x02"
    )
    assert made.to_bytes() == _object(AGE, VALID_ON, MUNICIPALITY)


def test_values_are_not_printed_for_the_municipality() -> None:
    assert "0276" not in repr(AuxiliaryData.of(municipality_id=b"0276"))


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"\x66\x00",
        _object(AGE, AGE),
        _object("7315060904007f00070301040453083139393231313139"),
        _object("7315060904007f00070301040153083139393231333139"),
        _object("7315060904007f0007030104015308313939322d313139"),
        _object("7314060904007f000703010401530731393932313131"),
        _object("731553083139393231313139060904007f000703010401"),
        _object("7415060904007f00070301040153083139393231313139"),
        _object(AGE) + b"\0",
    ],
)
def test_malformed_data_is_refused(raw: bytes) -> None:
    with pytest.raises(AuxiliaryDataError):
        AuxiliaryData.from_bytes(raw)


@given(
    st.none() | st.dates(min_value=date(1000, 1, 1)),
    st.none() | st.dates(min_value=date(1000, 1, 1)),
    st.none() | st.binary(min_size=1, max_size=7),
)
def test_round_trip(born: date | None, valid: date | None, municipality: bytes | None) -> None:
    made = AuxiliaryData.of(born_on_or_before=born, valid_on=valid, municipality_id=municipality)
    assert AuxiliaryData.from_bytes(made.to_bytes()) == made


@given(st.binary(max_size=60) | st.binary(max_size=60).map(lambda tail: bytes([0x67, len(tail)]) + tail))
def test_garbage_raises_nothing_but_its_own_error(data: bytes) -> None:
    try:
        AuxiliaryData.from_bytes(data)
    except AuxiliaryDataError:
        return
    assert data == b"\x67\x00"
