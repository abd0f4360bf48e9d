"""The list of streets: its shape, and how a street is found by whatever is typed of it."""

from pathlib import Path

import pytest

from kiosk.services.streets import Streets, StreetsError
from ui.resources import STREETS

BOCHUM = {
    *("44787", "44789", "44791", "44793", "44795", "44797", "44799", "44801", "44803", "44805", "44807"),
    *("44809", "44866", "44867", "44869", "44879", "44892", "44894"),
}
"""Every postcode that houses in Bochum have."""
LIST = Streets.read(STREETS)


def test_the_list_is_sorted_and_of_bochum() -> None:
    lines = STREETS.read_text(encoding="utf-8").splitlines()
    assert lines[0] == "street,postcode"
    assert lines[1:] == sorted(set(lines[1:]))
    assert {code for codes in LIST.postcodes_of.values() for code in codes} <= BOCHUM
    assert len(LIST.postcodes_of) > 100
    assert not [name for name in LIST.postcodes_of if name.endswith("str.") or any(map(str.isdigit, name))]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("kort", "Kortumstraße"),
        ("KORTUMSTR", "Kortumstraße"),
        ("kortmst", "Kortumstraße"),
        ("universitatsstr", "Universitätsstraße"),
        ("Böck", "Hans-Böckler-Straße"),
        ("boeckler", "Hans-Böckler-Straße"),
        ("schlossstr", "Schloßstraße"),
    ],
)
def test_a_street_is_found_by_its_beginning_a_word_in_it_or_a_slip(typed: str, first: str) -> None:
    assert LIST.like(typed, 2)[0] == first


def test_one_letter_is_no_beginning() -> None:
    assert LIST.like("k", 2) == ()
    assert LIST.like("", 2) == ()


@pytest.mark.parametrize(
    ("typed", "codes"),
    [
        ("Kortumstraße", ("44787",)),
        ("kortumstr.", ("44787",)),
        ("Josephinenstraße", ("44791", "44807")),
        ("Beispielweg", ()),
        ("", ()),
    ],
)
def test_a_street_knows_its_postcodes(typed: str, codes: tuple[str, ...]) -> None:
    assert LIST.postcodes(typed) == codes


@pytest.mark.parametrize(
    "content",
    [
        "street,postcode\nAm Ring,44787\nÖlweg,44789\n".encode(),
        "\ufeffStraße;PLZ\r\nAm Ring;44787\r\nÖlweg;44789\r\n".encode(),
        "PLZ\tStraßenname\n44787\tAm Ring\n44789\tÖlweg\n".encode("cp1252"),
        b'"Strasse";"Hausnummer";"PLZ"\n"Am Ring";"1-3";"44787"\n"Am Ring";5;44787\n\n"\xd6lweg";;44789\n',
    ],
    ids=["ours", "a spreadsheet's", "in another order", "a line a house"],
)
def test_an_offices_table_is_read_as_it_was_saved(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "streets.csv"
    file.write_bytes(content)
    assert Streets.read(file).postcodes_of == {"Am Ring": ("44787",), "Ölweg": ("44789",)}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "line 1: name the columns"),
        ("Am Ring,44787\n", "line 1: name the columns"),
        ("street,place\nAm Ring,44787\n", "line 1: name the columns"),
        ("street,postcode\n", "has no streets"),
        ("street,postcode\nAm Ring\n", "line 2: write a street"),
        ("street,postcode\nAm Ring,4478\n", "line 2: write a street"),
        ("street,postcode\n\n,44787\n", "line 3: write a street"),
        ("street,postcode\nAm Ring,44787\nÖlweg,4478٩\n", "line 3: write a street"),
    ],
)
def test_a_wrong_line_is_named(tmp_path: Path, text: str, said: str) -> None:
    file = tmp_path / "streets.csv"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(StreetsError, match=said):
        Streets.read(file)
