"""The words of the papers: in every language that the screens offer, and with the same facts in each."""

import string
from datetime import UTC, date, datetime

import pytest

from kiosk.session.preferences import Language
from sandbox.bochum_id.paper_words import TEXTS, both, weekday_in_words
from sandbox.bochum_id.papers import Papers
from sandbox.bochum_id.receipt_words import payment_in_words
from sandbox.bochum_id.receipts import Meeting, Proof
from sandbox.bochum_id.sheets import Bill, DeskSlip, Expected, ReceiptSheet, SlipLine

ISSUED = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
LINE = SlipLine("1 × Bewohnerparkausweis", "Resident parking permit", 9000)
EXPECTED = Expected(ISSUED, "Bürgerbüro Mitte", "Willy-Brandt-Platz 2", "B-0472", (("Ausweis", "Card"),))


def facts(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("language", [each.value for each in Language])
def test_no_paper_lacks_a_language_that_a_screen_offers(language: str) -> None:
    assert [key for key, texts in TEXTS.items() if not texts.get(language, "").strip()] == []
    assert [key for key, texts in TEXTS.items() if facts(texts[language]) != facts(texts["de"])] == []
    assert len(TEXTS["months"][language].split()) == 12
    assert len(TEXTS["weekdays"][language].split()) == 7


def test_who_reads_a_language_nobody_has_written_gets_the_official_one() -> None:
    assert both("billTitle", "uk") == ("Rechnung", "")
    assert weekday_in_words(date(2026, 11, 23), "uk") == "Montag"


def test_a_receipt_says_by_when_a_bill_is_to_be_paid_not_that_it_is_paid() -> None:
    billed = Proof("invoice", "BO260000001", due=date(2026, 12, 7))
    assert payment_in_words(billed, "en") == (
        ("Bezahlung", "Payment"),
        ("auf Rechnung, zu zahlen bis 7. Dezember 2026", "by bill, to be paid by 7 December 2026"),
    )
    paid = Proof("cardTerminal", "BO260000001")
    assert payment_in_words(paid, "de") == (("Bezahlt", ""), ("mit Karte am Terminal", ""))


def test_a_meeting_is_kept_with_its_moment() -> None:
    meeting = Meeting(ISSUED, "Mitte", "Platz 2", "B-1", ({"de": "Ausweis", "en": "Card"},))
    assert meeting.as_json()["start"] == "2026-11-23T09:00:00+00:00"


@pytest.mark.parametrize("language", ["de", "en"])
def test_papers_about_money_are_tagged_and_one_page(language: str) -> None:
    papers = Papers()
    lines, number = (LINE,), "BO260000001"
    made = (
        papers.bill(Bill(language, 9000, number, lines, ISSUED, date(2026, 12, 7))),
        papers.desk_slip(DeskSlip(language, 9000, number, lines, ISSUED, ISSUED, EXPECTED)),
        papers.receipt(
            ReceiptSheet(
                language=language,
                title=both("receiptSubmission", language),
                reference_label=both("referenceSubmission", language),
                reference="BO-2026-0000001",
                facts=((both("receiptIssued", language), ("23.11.2026", "")),),
                lines=lines,
                issued_at=ISSUED,
                expected=EXPECTED,
            )
        ),
    )
    for pdf in made:
        assert b"pdfuaid" in pdf
        assert b"/StructTreeRoot" in pdf
        assert b"/Type/Pages/Count 1/" in pdf
