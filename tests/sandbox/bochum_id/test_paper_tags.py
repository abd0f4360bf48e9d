"""Every paper of the city, as a screen reader takes it: tagged to the last word, in the right languages."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from itertools import pairwise

import pytest

from sandbox.bochum_id.paper_words import both
from sandbox.bochum_id.papers import Papers
from sandbox.bochum_id.sheets import (
    Bill,
    CertificateSheet,
    ConfirmationSheet,
    DeskSlip,
    Entry,
    Expected,
    ReceiptSheet,
    SlipLine,
)
from tests.tagged_pdf import BLOCKS, GROUPS, Tag, TaggedPdf, read_tagged

ISSUED = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
NUMBER, TITLE, SECOND = "BO260000001", ("Ummeldung", "Change of address"), ("Ausweis", "Identity card")
ENTRIES = (
    Entry("Familienname", "Family name", "Öztürk-Łęcka"),
    Entry("Zweck", "Purpose", "Rente", "pension"),
)
LINE = SlipLine("1 × Bewohnerparkausweis", "Resident parking permit", 9000)
EXPECTED = Expected(ISSUED, "Bürgerbüro Mitte", "Willy-Brandt-Platz 2", "B-0472", (SECOND,))
SEAL = (ISSUED, "BO-2026-0000001", "A1B2-C3D4", "https://id.example/p/A1B2-C3D4")
TWO_WITH_ALL = (True, 2, ENTRIES, *SEAL)
"""An extended certificate, twice."""

PAPERS: dict[str, Callable[[Papers, str], bytes]] = {
    "certificate": lambda papers, language: papers.certificate(CertificateSheet(language, *TWO_WITH_ALL)),
    "confirmation": lambda papers, language: papers.confirmation(
        ConfirmationSheet(language, TITLE, "§ 17 BMG", ENTRIES, *SEAL)
    ),
    "desk slip": lambda papers, language: papers.desk_slip(
        DeskSlip(language, 9000, NUMBER, (LINE,), ISSUED, ISSUED, EXPECTED)
    ),
    "bill": lambda papers, language: papers.bill(
        Bill(language, 9000, NUMBER, (LINE,), ISSUED, date(2026, 12, 7))
    ),
    "receipt": lambda papers, language: papers.receipt(
        ReceiptSheet(
            language=language,
            title=both("receiptSubmission", language),
            reference_label=both("referenceSubmission", language),
            reference="BO-2026-0000001",
            facts=((both("receiptIssued", language), ("23.11.2026", "")),),
            lines=(LINE,),
            issued_at=ISSUED,
            card_lines=("girocard", "Zahlung erfolgt"),
            expected=EXPECTED,
        )
    ),
}

SAID = {
    "certificate": ("Familienname", "Family name"),
    "confirmation": TITLE,
    "desk slip": SECOND,
    "bill": both("billTitle", "en"),
    "receipt": SECOND,
}
"""Something that stands on each, in German and in English."""


@pytest.fixture(scope="module")
def papers() -> Papers:
    return Papers()


def roles(tag: Tag) -> list[str]:
    return [each.role for each in tag.all()]


def read(papers: Papers, paper: str, language: str = "en") -> TaggedPdf:
    return read_tagged(PAPERS[paper](papers, language))


@pytest.mark.parametrize("paper", PAPERS)
def test_a_viewer_learns_title_language_and_that_there_are_tags(papers: Papers, paper: str) -> None:
    pdf = read(papers, paper)
    assert pdf.catalogue[b"Lang"] == b"de-DE"
    assert pdf.catalogue[b"MarkInfo"][b"Marked"] is True
    assert pdf.catalogue[b"ViewerPreferences"][b"DisplayDocTitle"] is True


@pytest.mark.parametrize("paper", PAPERS)
def test_all_that_is_marked_belongs_to_the_tree_and_the_rest_is_ornament(papers: Papers, paper: str) -> None:
    pdf = read(papers, paper)
    assert pdf.strays == ()
    told = [place for tag in pdf.tree.all() for place in tag.marks]
    assert sorted(told) == sorted(pdf.marks), "every piece has one place in the tree"
    assert dict.fromkeys(pdf.marks, True) == pdf.parents


@pytest.mark.parametrize("paper", PAPERS)
def test_the_tree_has_headings_paragraphs_tables_and_pictures(papers: Papers, paper: str) -> None:
    pdf = read(papers, paper)
    assert pdf.tree.role == "Document"
    for tag in pdf.tree.all():
        assert tag.role in BLOCKS | GROUPS, "text stands in a paragraph, a heading or a cell"
        assert not tag.marks or tag.role in BLOCKS
    copies = 2 if paper == "certificate" else 1
    headings = [role for role in roles(pdf.tree) if role in ("H1", "H2")]
    assert headings.count("H1") == copies
    assert headings[0] == "H1"
    figures = [tag.alt for tag in pdf.tree.all() if tag.role == "Figure"]
    assert len(figures) == 2 * copies, "the city's sign and the code"
    assert sum(alt.startswith("QR-Code ") for alt in figures) == copies
    assert all(" / " in alt for alt in figures), "in both languages"


@pytest.mark.parametrize("paper", PAPERS)
def test_every_table_has_a_row_of_heads_and_as_many_cells_below(papers: Papers, paper: str) -> None:
    pdf = read(papers, paper)
    tables = [tag for tag in pdf.tree.all() if tag.role == "Table"]
    assert tables
    for table in tables:
        head, body = table.inside
        assert (head.role, body.role) == ("THead", "TBody")
        assert [roles(row) for row in head.inside] == [["TR", "TH", "TH"]]
        assert body.inside
        assert all(roles(row) == ["TR", "TD", "TD"] for row in body.inside)
        assert all(pdf.text(cell).strip() for row in (*head.inside, *body.inside) for cell in row.inside)


@pytest.mark.parametrize("paper", PAPERS)
def test_every_letter_can_be_shown_and_read_anywhere(papers: Papers, paper: str) -> None:
    fonts = read(papers, paper).fonts
    assert fonts
    assert all(font.embedded and font.to_unicode for font in fonts)


@pytest.mark.parametrize("paper", PAPERS)
def test_the_visitors_words_are_read_in_the_visitors_language(papers: Papers, paper: str) -> None:
    german = read(papers, paper, "de")
    assert {mark.language for mark in german.marks.values()} == {""}
    pdf = read(papers, paper)
    assert {mark.language for mark in pdf.marks.values()} == {"", "en-DE"}
    foreign = " ".join(mark.text for mark in pdf.marks.values() if mark.language)
    own = " ".join(mark.text for mark in pdf.marks.values() if not mark.language)
    assert "Sandbox – specimen" in foreign
    assert "Sandbox – Muster" in own
    official, gloss = SAID[paper]
    assert official in own
    assert official not in foreign
    assert gloss in foreign
    assert gloss not in own


def test_a_heading_is_followed_by_its_translation(papers: Papers) -> None:
    pdf = read(papers, "bill")
    spoken = [(tag.role, pdf.text(tag)) for tag in pdf.tree.inside]
    pairs = [(above, below) for above, below in pairwise(spoken) if above[0] in ("H1", "H2")]
    title, further = both("billTitle", "en"), both("nextTitle", "en")
    assert pairs == [(("H1", title[0]), ("P", title[1])), (("H2", further[0]), ("P", further[1]))]
