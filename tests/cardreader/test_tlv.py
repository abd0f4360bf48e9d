"""Strict BER-TLV: round trips, and every way to be wrong."""

import pytest
from asn1crypto.core import ObjectIdentifier
from hypothesis import given
from hypothesis import strategies as st

from cardreader import tlv
from cardreader.tlv import Tlv, TlvError

TAGS = st.one_of(
    st.integers(0x01, 0xFF).filter(lambda tag: tag & 0x1F != 0x1F),
    st.sampled_from([0x5F20, 0x5F37, 0x7F21, 0x7F49, 0x7F4C, 0x5F8101]),
)
BOUNDARIES = [0, 1, 127, 128, 255, 256, 65535, 65536]


@given(TAGS, st.binary(max_size=300))
def test_what_is_encoded_is_read_back(tag: int, value: bytes) -> None:
    assert tlv.parse_one(tlv.encode(tag, value)) == Tlv(tag, value)


@pytest.mark.parametrize("size", BOUNDARIES)
def test_lengths_around_the_boundaries(size: int) -> None:
    encoded = tlv.encode(0x53, bytes(size))
    assert tlv.parse_one(encoded) == Tlv(0x53, bytes(size))
    with pytest.raises(TlvError):
        tlv.parse_one(encoded[:-1])
    with pytest.raises(TlvError):
        tlv.parse_one(encoded + b"\0")


@pytest.mark.parametrize(
    ("size", "length_field"),
    [(127, "7f"), (128, "8180"), (255, "81ff"), (256, "820100"), (65535, "82ffff"), (65536, "83010000")],
)
def test_lengths_are_written_in_their_shortest_form(size: int, length_field: str) -> None:
    assert tlv.encode(0x04, bytes(size))[1:-size].hex() == length_field


@given(st.lists(st.tuples(TAGS, st.binary(max_size=40)), max_size=6))
def test_a_sequence_is_read_back_in_its_order(items: list[tuple[int, bytes]]) -> None:
    data = b"".join(tlv.encode(tag, value) for tag, value in items)
    assert tlv.parse_all(data) == tuple(Tlv(tag, value) for tag, value in items)


@given(TAGS, st.binary(max_size=40), st.binary(max_size=40))
def test_prefix_leaves_the_rest_alone(tag: int, value: bytes, rest: bytes) -> None:
    assert tlv.parse_prefix(tlv.encode(tag, value) + rest) == (Tlv(tag, value), rest)


@given(st.binary(max_size=60))
def test_garbage_is_refused_or_encodes_back_to_itself(data: bytes) -> None:
    try:
        items = tlv.parse_all(data)
    except TlvError:
        return
    assert b"".join(tlv.encode(item.tag, item.value) for item in items) == data


@pytest.mark.parametrize(
    ("data", "complaint"),
    [
        ("", "no tag"),
        ("30", "no length"),
        ("3080 0000", "indefinite"),
        ("30 8105 0000000000", "shortest"),
        ("30 820005 0000000000", "shortest"),
        ("30 82ff", "cut off"),
        ("30 8500000000 01 00", "not allowed"),
        ("3002 00", "announces 2"),
        ("0000", "not a tag"),
        ("5f8037 00", "zero bits"),
        ("5f", "cut off"),
        ("5f818181 00", "longer than 3"),
    ],
)
def test_malformed_objects_say_what_is_wrong(data: str, complaint: str) -> None:
    with pytest.raises(TlvError, match=complaint):
        tlv.parse_one(bytes.fromhex(data))


@pytest.mark.parametrize("tag", [0, -1, 0x5F, 0x1234, 0x5F80, 0x5F8080, 0x30FF, 0x5F81818101])
def test_numbers_that_are_no_tags_are_not_encoded(tag: int) -> None:
    with pytest.raises(TlvError, match="not a BER tag"):
        tlv.encode(tag, b"")


def test_fields_by_tag() -> None:
    assert tlv.fields(bytes.fromhex("8001aa 7f4c02bbcc")) == {0x80: b"\xaa", 0x7F4C: b"\xbb\xcc"}


def test_a_tag_that_comes_twice_is_an_error() -> None:
    with pytest.raises(TlvError, match="80 comes twice"):
        tlv.fields(bytes.fromhex("8001aa 8101aa 8001bb"))


@pytest.mark.parametrize(
    ("dotted", "content"),
    [
        ("0.4.0.127.0.7.2.2.4.2.2", "04007f00070202040202"),
        ("1.3.36.3.3.2.8.1.1.7", "2b2403030208010107"),
        ("2.16.840.1.101.3.4.2.1", "608648016503040201"),
        ("2.999.3", "883703"),
    ],
)
def test_object_identifiers_both_ways(dotted: str, content: str) -> None:
    assert tlv.oid_bytes(dotted).hex() == content
    assert tlv.oid_text(bytes.fromhex(content)) == dotted


@given(st.integers(0, 2), st.integers(0, 39), st.lists(st.integers(0, 2**40), max_size=8))
def test_object_identifiers_agree_with_another_implementation(
    first: int, second: int, rest: list[int]
) -> None:
    dotted = ".".join(str(number) for number in (first, second, *rest))
    content = bytes(ObjectIdentifier(dotted).contents)
    assert tlv.oid_bytes(dotted) == content
    assert tlv.oid_text(content) == dotted


@pytest.mark.parametrize("dotted", ["", "1", "x.y", "1.2.-3", "1.40", "3.1", "1.02", "1.2.", "1..2", "0.4\n"])
def test_what_is_no_object_identifier_is_refused(dotted: str) -> None:
    with pytest.raises(TlvError, match="not an object identifier"):
        tlv.oid_bytes(dotted)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", "cut off"),
        ("2a86", "cut off"),
        ("80", "cut off"),
        ("8001", "zero bits"),
        ("2a8001", "zero bits"),
        ("2a" * 65, "65 bytes"),
    ],
)
def test_what_encodes_no_object_identifier_is_refused(content: str, said: str) -> None:
    with pytest.raises(TlvError, match=said):
        tlv.oid_text(bytes.fromhex(content))


@given(st.binary(min_size=1, max_size=12))
def test_any_bytes_as_object_identifier_are_read_or_refused(content: bytes) -> None:
    try:
        dotted = tlv.oid_text(content)
    except TlvError:
        return
    assert tlv.oid_bytes(dotted) == content


def test_the_value_is_not_printed() -> None:
    assert "MUSTERMANN" not in repr(Tlv(0x0C, b"MUSTERMANN"))
