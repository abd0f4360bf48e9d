"""The papers: tagged for reading aloud, in the repository's own fonts, right in German and in the gloss."""

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from sandbox.bochum_id.certificate import certificate_sheet
from sandbox.bochum_id.paper_words import amount_in_words, date_in_words
from sandbox.bochum_id.papers import Papers
from sandbox.bochum_id.sheets import CertificateSheet, DeskSlip, SlipLine
from sandbox.bochum_id.tables import JsonObject

PAGE = re.compile(rb"/Type\s*/Page\b")
ISSUED = datetime(2026, 11, 23, 23, 30, tzinfo=UTC)
DATA: JsonObject = {
    "applicant": {
        "familyName": "Öztürk-Łęcka",
        "givenNames": "Zoë",
        "dateOfBirth": "1964-08-12",
        "address": "Musterstraße 12, 44787 BOCHUM",
    },
    "kind": "simple",
    "purpose": "pension",
    "copies": 1,
}


def sheet(data: JsonObject, language: str = "de") -> CertificateSheet:
    return certificate_sheet(
        data, language=language, issued_at=ISSUED, reference="BO-2026-0000001", code="A", url="https://x/A"
    )


@pytest.fixture(scope="module")
def papers() -> Papers:
    return Papers()


@pytest.mark.parametrize("language", ["de", "en"])
def test_the_certificate_is_a_tagged_pdf_in_the_repositorys_fonts(papers: Papers, language: str) -> None:
    pdf = papers.certificate(sheet(DATA, language))
    assert pdf.startswith(b"%PDF-")
    assert b"pdfuaid" in pdf
    assert b"AtkinsonHyperlegible" in pdf
    assert b"/Lang" in pdf


@pytest.mark.parametrize("copies", [1, 2, 3])
def test_every_copy_is_a_page(papers: Papers, copies: int) -> None:
    pdf = papers.certificate(sheet({**DATA, "copies": copies}))
    assert len(PAGE.findall(pdf)) == copies


def test_the_desk_slip_is_tagged_too_and_one_page(papers: Papers) -> None:
    line = SlipLine("2 × Meldebescheinigung (Beispielwert)", "Certificate of registration", 1800)
    slip = DeskSlip("en", 1800, "BO260000001", (line,), ISSUED, ISSUED + timedelta(days=14))
    pdf = papers.desk_slip(slip)
    assert b"pdfuaid" in pdf
    assert len(PAGE.findall(pdf)) == 1


EVERYTHING: JsonObject = {
    **DATA,
    "kind": "extended",
    "extras": ["formerAddresses", "maritalStatus", "religion", "nationality", "spouse", "children"],
    "purpose": "authority",
    "authority": "Amt für Soziales und Wohnen der Stadt Bochum",
}


def test_all_that_can_be_asked_for_fits_a_page(papers: Papers) -> None:
    assert len(PAGE.findall(papers.certificate(sheet(EVERYTHING, "en")))) == 1


def test_the_longest_names_of_all_spill_over_and_lose_nothing(papers: Papers) -> None:
    name = "Nepomuk-Bartholomäus von und zu Hohenstein-Sayn-Wittgenstein "
    applicant = {
        "familyName": (name * 2)[:120],
        "givenNames": (name * 2)[:120],
        "doctoralDegree": "Prof. Dr. Dr. h. c. mult. " * 2,
        "dateOfBirth": "1964-08-12",
        "address": (name * 4)[:200],
    }
    data: JsonObject = {**EVERYTHING, "applicant": dict(applicant), "copies": 2}
    assert len(PAGE.findall(papers.certificate(sheet(data, "en")))) == 4


def test_a_german_reader_gets_no_gloss_and_an_english_one_a_whole_one() -> None:
    assert all(not entry.label_gloss and not entry.value_gloss for entry in sheet(DATA).entries)
    english = {entry.label: entry for entry in sheet(DATA, "en").entries}
    assert english["Geburtsdatum"].value == "12. August 1964"
    assert english["Geburtsdatum"].value_gloss == "12 August 1964"
    assert english["Familienname"].label_gloss == "Family name"
    assert english["Familienname"].value_gloss == ""
    assert english["Zweck"].value_gloss == "pension or social benefit, free of charge"


@pytest.mark.parametrize(
    ("stated", "printed"),
    [
        ("1964-08-12", "12. August 1964"),
        ("1964-12-XX", "XX.12.1964"),
        ("1964-XX-XX", "XX.XX.1964"),
    ],
)
def test_unknown_days_stay_unknown(stated: str, printed: str) -> None:
    applicant = {"familyName": "X", "dateOfBirth": stated}
    entries = {entry.label: entry.value for entry in sheet({**DATA, "applicant": dict(applicant)}).entries}
    assert entries["Geburtsdatum"] == printed
    assert "Vornamen" not in entries


def test_an_authority_is_named_and_extras_are_listed() -> None:
    data: JsonObject = {
        **DATA,
        "kind": "extended",
        "extras": ["religion", "children"],
        "purpose": "authority",
        "authority": " Amtsgericht Bochum ",
    }
    entries = {entry.label: entry for entry in sheet(data, "en").entries}
    assert entries["Zweck"].value == "Vorlage bei einer Behörde: Amtsgericht Bochum"
    assert entries["Zweck"].value_gloss == "for a public authority"
    assert "Beispieleintrag" in entries["Religion"].value
    assert "Minderjährige Kinder" in entries


def test_the_day_is_that_of_bochum() -> None:
    """23:30 in UTC is half past midnight in Bochum."""
    from sandbox.bochum_id.papers import _date  # noqa: PLC0415 - the one private function under test

    assert _date(ISSUED, "de") == "24. November 2026"


def test_words_and_amounts() -> None:
    assert amount_in_words(0) == "0,00 €"
    assert amount_in_words(1805) == "18,05 €"
    assert amount_in_words(123_456_789) == "1.234.567,89 €"
    assert date_in_words(2026, 3, 1, "de") == "1. März 2026"


def test_nothing_personal_prints() -> None:
    shown = repr(sheet(DATA)) + repr(sheet(DATA).entries) + repr(replace(sheet(DATA), copies=2))
    assert "Öztürk" not in shown
    assert "Musterstraße" not in shown
