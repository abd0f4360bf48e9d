"""Data groups of the eID application: what real cards hold, and nothing else (TR-03110-4 2.2.3)."""

import contextlib
import zlib
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cardreader import tlv
from sandbox.eid_server import data_groups
from sandbox.eid_server.data_groups import READABLE, DataGroupError
from sandbox.eid_server.personal_data import FreeTextPlace, NoPlaceInfo, PersonalData, StructuredPlace


def application(number: int, tag: int, text: str) -> bytes:
    return tlv.encode(0x60 | number, tlv.encode(tag, text.encode()))


def place(**parts: str) -> bytes:
    tags = {"street": 0xAA, "city": 0xAB, "state": 0xAC, "country": 0xAD, "zip": 0xAE}
    inner = b"".join(
        tlv.encode(tags[name], tlv.encode(0x13 if name in {"country", "zip"} else 0x0C, text.encode()))
        for name, text in parts.items()
    )
    return tlv.encode(0x30, inner)


HOME = place(street="HEIDESTRASSE 17", city="KÖLN", country="D", zip="51147")


def test_a_usual_identity_card() -> None:
    decoded = data_groups.decode(
        {
            1: application(1, 0x13, "ID"),
            2: application(2, 0x13, "D"),
            3: application(3, 0x12, "20291031"),
            4: application(4, 0x0C, "ERIKA"),
            5: application(5, 0x0C, "MUSTERMANN"),
            7: application(7, 0x0C, "DR."),
            8: application(8, 0x12, "19640812"),
            9: tlv.encode(0x69, tlv.encode(0xA1, tlv.encode(0x0C, b"BERLIN"))),
            10: application(10, 0x13, "D"),
            13: application(13, 0x0C, "GABLER"),
            17: tlv.encode(0x71, HOME),
            18: tlv.encode(0x72, tlv.encode(0x04, bytes.fromhex("02760503150000"))),
        }
    )
    assert decoded == PersonalData(
        document_type="ID",
        issuing_state="D",
        date_of_expiry=date(2029, 10, 31),
        given_names="ERIKA",
        family_names="MUSTERMANN",
        doctoral_degree="DR.",
        date_of_birth="1964-08-12",
        place_of_birth=FreeTextPlace("BERLIN"),
        nationality="D",
        birth_name="GABLER",
        place_of_residence=(StructuredPlace("HEIDESTRASSE 17", "KÖLN", "", "D", "51147"),),
        community_id="02760503150000",
    )


@pytest.mark.parametrize(
    ("on_card", "edtf"),
    [("19940908", "1994-09-08"), ("199409  ", "1994-09-XX"), ("1989    ", "1989-XX-XX")],
)
def test_unknown_parts_of_a_birth_date(on_card: str, edtf: str) -> None:
    assert data_groups.decode({8: application(8, 0x12, on_card)}).date_of_birth == edtf


@pytest.mark.parametrize(
    "on_card",
    [
        "1994",
        "19941308",
        "19940230",
        "1994  08",
        "        ",
        "00000101",
        "199409__",
        "1994090 ",
        "１９９４０９０８",
    ],
)
def test_impossible_birth_dates(on_card: str) -> None:
    with pytest.raises(DataGroupError, match="data group 8"):
        data_groups.decode({8: application(8, 0x12, on_card)})


def test_an_expiry_date_has_no_unknown_parts() -> None:
    with pytest.raises(DataGroupError, match="eight digits"):
        data_groups.decode({3: application(3, 0x12, "202910  ")})


def test_places_in_all_their_forms() -> None:
    nowhere = tlv.encode(0xA2, tlv.encode(0x0C, b"keine Wohnung in Deutschland"))
    abroad = tlv.encode(0xA1, tlv.encode(0x0C, "Wien, Österreich".encode()))
    village = place(city="HALLE", country="D")
    assert data_groups.decode({17: tlv.encode(0x71, nowhere)}).place_of_residence == (
        NoPlaceInfo("keine Wohnung in Deutschland"),
    )
    several = tlv.encode(0x71, tlv.encode(0x31, HOME + abroad + village))
    assert data_groups.decode({17: several}).place_of_residence == (
        StructuredPlace("HEIDESTRASSE 17", "KÖLN", "", "D", "51147"),
        FreeTextPlace("Wien, Österreich"),
        StructuredPlace("", "HALLE", "", "D", ""),
    )
    assert data_groups.decode({2: tlv.encode(0x62, village)}).issuing_state == "D"


def test_a_person_without_a_given_name_and_one_of_unknown_sex() -> None:
    decoded = data_groups.decode({4: application(4, 0x0C, ""), 11: application(11, 0x13, " ")})
    assert (decoded.given_names, decoded.sex) == ("", "")


def deflated(text: str) -> bytes:
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return packer.compress(text.encode()) + packer.flush()


def long_text(tag: int, value: bytes) -> dict[int, bytes]:
    return {19: tlv.encode(0x73, tlv.encode(tag, value))}


def test_residence_permits_plain_and_compressed() -> None:
    text = "Erwerbstätigkeit gestattet. " * 20
    plain = long_text(0xA1, tlv.encode(0x0C, text.encode()))
    packed = long_text(0xA2, tlv.encode(0x04, deflated(text)))
    assert data_groups.decode(plain).residence_permit_1 == text
    assert data_groups.decode(packed).residence_permit_1 == text


@pytest.mark.parametrize("packed", [b"", b"\xff\xff", deflated("abc")[:-1], deflated("abc") + b"\x00"])
def test_broken_compression(packed: bytes) -> None:
    with pytest.raises(DataGroupError, match="data group 19"):
        data_groups.decode(long_text(0xA2, tlv.encode(0x04, packed)))


def test_a_compressed_text_does_not_fill_the_memory() -> None:
    with pytest.raises(DataGroupError, match="too long"):
        data_groups.decode(long_text(0xA2, tlv.encode(0x04, deflated("x" * 10_000_000))))


@pytest.mark.parametrize(
    "content",
    [
        b"",
        application(5, 0x0C, "ERIKA"),
        application(4, 0x13, "ERIKA"),
        application(4, 0x0C, "ERIKA") + b"\x00",
        tlv.encode(0x64, tlv.encode(0x0C, b"\xff\xfe")),
        tlv.encode(0x64, b"ERIKA"),
        b"\x64\x81\x07\x0c\x05ERIKA",
    ],
)
def test_malformed_given_names(content: bytes) -> None:
    with pytest.raises(DataGroupError) as caught:
        data_groups.decode({4: content})
    assert "ERIKA" not in str(caught.value)


@pytest.mark.parametrize(
    "parts",
    [
        {"street": "A", "country": "D"},
        {"city": "A"},
        {"country": "D", "city": "A"},
    ],
)
def test_malformed_places(parts: dict[str, str]) -> None:
    with pytest.raises(DataGroupError, match="data group 17"):
        data_groups.decode({17: tlv.encode(0x71, place(**parts))})


def test_personal_data_does_not_print() -> None:
    decoded = data_groups.decode({4: application(4, 0x0C, "ERIKA"), 17: tlv.encode(0x71, HOME)})
    assert "ERIKA" not in repr(decoded)
    assert "HEIDE" not in repr(decoded)
    assert "HEIDE" not in repr(decoded.place_of_residence)


def test_groups_without_meaning_are_refused() -> None:
    with pytest.raises(DataGroupError, match="data group 14"):
        data_groups.decode({14: tlv.encode(0x6E, b"")})


@given(st.sampled_from(sorted(READABLE)), st.binary(max_size=60))
def test_garbage_is_always_a_data_group_error(number: int, garbage: bytes) -> None:
    for content in (garbage, tlv.encode(0x60 | number, garbage)):
        with contextlib.suppress(DataGroupError):
            data_groups.decode({number: content})
