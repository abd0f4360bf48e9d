"""A slip on A4 as a screen reader takes it: tagged to the last word, each of them in its own language."""

from dataclasses import replace

import pytest

from kiosk.paper.slip_sheet import slip_sheet
from tests.samples import SLIP
from tests.tagged_pdf import BLOCKS, GROUPS, read_tagged

WHOLE = replace(SLIP, verbatim=("girocard", "Zahlung erfolgt"))


@pytest.mark.parametrize("language", ["de", "en", "ar"])
def test_every_word_stands_in_a_paragraph_a_heading_or_a_list(language: str) -> None:
    pdf = read_tagged(slip_sheet(WHOLE, language))
    assert pdf.catalogue[b"Lang"] == language.encode()
    assert pdf.catalogue[b"MarkInfo"][b"Marked"] is True
    assert pdf.catalogue[b"ViewerPreferences"][b"DisplayDocTitle"] is True
    assert pdf.strays == ()
    assert sorted(place for tag in pdf.tree.all() for place in tag.marks) == sorted(pdf.marks)
    assert dict.fromkeys(pdf.marks, True) == pdf.parents
    assert {tag.role for tag in pdf.tree.all()} <= BLOCKS | GROUPS
    assert {tag.role for tag in pdf.tree.all() if tag.marks} <= BLOCKS
    assert all(tag.alt for tag in pdf.tree.all() if tag.role == "Figure")
    assert all(font.embedded and font.to_unicode for font in pdf.fonts)


def test_german_beside_another_language_is_read_as_german() -> None:
    pdf = read_tagged(slip_sheet(WHOLE, "en"))
    assert {mark.language for mark in pdf.marks.values()} == {"", "de"}
    german = [mark.text for mark in pdf.marks.values() if mark.language]
    own = [mark.text for mark in pdf.marks.values() if not mark.language]
    assert {"Stadt Bochum", "Ihre Wartenummer", "Zahlung erfolgt"} <= set(german)
    assert {"Your waiting number", "Please bring along"} <= set(own)
    (title,) = (tag for tag in pdf.tree.all() if tag.role == "H1")
    assert [pdf.marks[place].text for place in title.marks] == ["Your waiting number", "Ihre Wartenummer"]
