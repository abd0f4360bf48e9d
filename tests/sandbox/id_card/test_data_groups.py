"""Personal data on the chip, byte for byte as German cards encode it, and as the server decodes it."""

from dataclasses import replace

import pytest

from sandbox.eid_server import data_groups as server_side
from sandbox.id_card.data_groups import encode_data_groups
from sandbox.id_card.personas import FreeTextPlace, StructuredPlace
from tests.sandbox.id_card.authority import EVERYTHING, PERSONAS, Authority
from tests.sandbox.id_card.terminal import Terminal

ERIKA = PERSONAS["erika"].holder


@pytest.mark.parametrize(
    ("persona", "group", "encoded"),
    [
        # Forms of TR-03110-4 2.2.3.1: [APPLICATION n] around the string types named there.
        ("erika", 1, "6104 1302 4944"),
        ("erika", 2, "6203 1301 44"),
        ("erika", 3, "630A 1208 3230333330353331"),
        ("erika", 4, "6407 0C05 4572696B61"),
        ("erika", 5, "650C 0C0A 4D75737465726D616E6E"),
        ("erika", 6, "6602 0C00"),
        ("erika", 7, "6702 0C00"),
        ("erika", 8, "680A 1208 3139383430383132"),
        ("erika", 9, "690A A108 0C06 426F6368756D"),
        ("erika", 10, "6A03 1301 44"),
        ("erika", 13, "6D08 0C06 4761626C6572"),
        (
            "erika",
            17,
            (
                "712F 302D AA13 0C11 4B6F7274756D73747261C39F6520313132 "
                "AB08 0C06 426F6368756D AD03 1301 44 AE07 1305 3434373837"
            ),
        ),
        ("erika", 18, "7209 0407 02760509110000"),
        ("no_given_name", 4, "6405 0C03 2D2D2D"),
        ("no_given_name", 8, "680A 1208 3139383920202020"),
        ("no_given_name", 17, "711A 3018 AB08 0C06 426F6368756D AD03 1301 44 AE07 1305 3434373935"),
        ("eu_citizen", 1, "6104 1302 5542"),
        ("eu_citizen", 8, "680A 1208 3139393430392020"),
        ("eu_citizen", 10, "6A05 1303 475243"),
        ("abroad", 17, "7120 A21E 0C1C 6B65696E6520576F686E756E6720696E20446575747363686C616E64"),
        ("abroad", 18, "7202 0400"),
    ],
)
def test_encoding(persona: str, group: int, encoded: str) -> None:
    assert encode_data_groups(PERSONAS[persona].holder)[group] == bytes.fromhex(encoded)


def test_other_places_and_optional_parts() -> None:
    abroad = replace(ERIKA, residence=FreeTextPlace("Wien"))
    assert encode_data_groups(abroad)[17] == bytes.fromhex("7108 A106 0C04 5769656E")
    terse = replace(ERIKA, residence=StructuredPlace("", "", "Wien", "A"))
    assert encode_data_groups(terse)[17] == bytes.fromhex("710F 300D AB06 0C04 5769656E AD03 1301 41")


@pytest.mark.parametrize("persona", PERSONAS)
def test_every_persona_is_readable_for_the_eid_server(persona: str) -> None:
    holder = PERSONAS[persona].holder
    read = server_side.decode(encode_data_groups(holder))
    assert (read.given_names, read.family_names) == (holder.given_names, holder.family_names)
    assert read.date_of_birth is not None
    assert read.date_of_birth.replace("-", "").replace("X", "_") == holder.date_of_birth
    assert read.date_of_expiry == holder.date_of_expiry
    assert read.community_id == holder.municipality


@pytest.mark.parametrize("persona", ["erika", "long_names"])
def test_reading_them_all_through_the_card(authority: Authority, persona: str) -> None:
    terminal = Terminal(authority.card(persona))
    terminal.enter(authority, EVERYTHING)
    expected = encode_data_groups(terminal.card.persona.holder)
    read = {number: terminal.read(number) for number in range(1, 23)}
    assert {number: answer.data for number, answer in read.items() if answer.sw == 0x9000} == expected
    assert {answer.sw for number, answer in read.items() if number not in expected} == {0x6A82}
