"""A receipt on paper: the slip for the cash desk, or the proof of what was sent, paid or arranged."""

from zoneinfo import ZoneInfo

from sandbox.bochum_id import paper_words as words
from sandbox.bochum_id import receipt_words as said
from sandbox.bochum_id.backend import Backend
from sandbox.bochum_id.paper_words import Both, amount_in_words
from sandbox.bochum_id.receipts import ReceiptLine, kind_of, lines_of, meeting_of, proof_of, title_in
from sandbox.bochum_id.sheets import DeskSlip, Expected, ReceiptSheet, SlipLine
from sandbox.bochum_id.tables import Receipt

_TIME_ZONE = ZoneInfo("Europe/Berlin")


def receipt_pdf(backend: Backend, receipt: Receipt, language: str) -> bytes:
    """Set a receipt as PDF/UA."""
    lines = slip_lines(lines_of(receipt), language)
    if receipt.due:
        slip = DeskSlip(
            language=language,
            total_cents=receipt.total_cents,
            reference=receipt.reference,
            lines=lines,
            issued_at=receipt.issued_at,
            valid_until=receipt.issued_at + backend.lifetimes.payment,
            expected=_expected(receipt, language),
        )
        return backend.papers.desk_slip(slip)
    kind = kind_of(receipt)
    sheet = ReceiptSheet(
        language=language,
        title=words.both(said.TITLES[kind], language),
        reference_label=words.both(said.REFERENCES[kind], language),
        reference=receipt.reference,
        facts=_facts(receipt, language),
        lines=lines,
        issued_at=receipt.issued_at,
        card_lines=() if (proof := proof_of(receipt)) is None else proof.card_lines,
        expected=_expected(receipt, language),
    )
    return backend.papers.receipt(sheet)


def slip_lines(lines: list[ReceiptLine], language: str) -> tuple[SlipLine, ...]:
    """Write what was ordered in German and in `language`."""
    return tuple(
        SlipLine(f"{line.quantity} × {german}", gloss, line.cents)
        for line in lines
        for german, gloss in (_both(line.title, language),)
    )


def _facts(receipt: Receipt, language: str) -> tuple[tuple[Both, Both], ...]:
    issued = receipt.issued_at.astimezone(_TIME_ZONE).strftime("%d.%m.%Y, %H:%M Uhr")
    title = (title_in(receipt, "de"), title_in(receipt, language))
    facts = [
        (words.both("receiptService", language), (title[0], "" if title[0] == title[1] else title[1])),
        (words.both("receiptIssued", language), (issued, "")),
    ]
    if receipt.lines:
        facts.append((words.both("receiptTotal", language), (amount_in_words(receipt.total_cents), "")))
    proof = proof_of(receipt)
    if proof is not None:
        facts.append(said.payment_in_words(proof, language))
        if proof.reference != receipt.reference:
            facts.append((words.both("receiptPaidUnder", language), (proof.reference, "")))
    return tuple(facts)


def _expected(receipt: Receipt, language: str) -> Expected | None:
    meeting = meeting_of(receipt)
    if meeting is None:
        return None
    bring = tuple(_both(each, language) for each in meeting.bring)
    return Expected(meeting.start, meeting.office, meeting.address, meeting.number, bring)


def _both(texts: dict[str, str], language: str) -> Both:
    return texts["de"], "" if language == "de" else texts.get(language, "")
