"""A receipt on paper: the slip for the cash desk, or the proof of what was sent, paid or arranged."""

from zoneinfo import ZoneInfo

from sandbox.bochum_id import receipt_words as words
from sandbox.bochum_id.backend import Backend
from sandbox.bochum_id.paper_words import amount_in_words
from sandbox.bochum_id.papers import DeskSlip, ReceiptSheet, SlipLine
from sandbox.bochum_id.receipts import ReceiptLine, kind_of, lines_of, proof_of, title_in
from sandbox.bochum_id.tables import Receipt

_TIME_ZONE = ZoneInfo("Europe/Berlin")


def receipt_pdf(backend: Backend, receipt: Receipt, language: str) -> bytes:
    """Set a receipt as PDF/UA."""
    lines = tuple(_slip_line(line, language) for line in lines_of(receipt))
    if receipt.due:
        slip = DeskSlip(
            language=language,
            total_cents=receipt.total_cents,
            reference=receipt.reference,
            lines=lines,
            issued_at=receipt.issued_at,
            valid_until=receipt.issued_at + backend.lifetimes.payment,
        )
        return backend.papers.desk_slip(slip)
    kind = kind_of(receipt)
    issued = receipt.issued_at.astimezone(_TIME_ZONE).strftime("%d.%m.%Y, %H:%M Uhr")
    facts = [
        (words.SERVICE[0], words.gloss(words.SERVICE, language), title_in(receipt, "de")),
        (words.ISSUED[0], words.gloss(words.ISSUED, language), issued),
    ]
    if lines:
        total = amount_in_words(receipt.total_cents)
        facts.append((words.TOTAL[0], words.gloss(words.TOTAL, language), total))
    proof = proof_of(receipt)
    if proof is not None:
        way = words.WAYS[proof.channel]
        both = f"{words.gloss(words.PAID, language)} {words.gloss(way, language)}".strip()
        facts.append((words.PAID[0], both, way[0]))
        if proof.reference != receipt.reference:
            facts.append((words.PAID_UNDER[0], words.gloss(words.PAID_UNDER, language), proof.reference))
    title, label = words.TITLES[kind], words.REFERENCES[kind]
    sheet = ReceiptSheet(
        language=language,
        title=(title[0], words.gloss(title, language)),
        reference_label=(label[0], words.gloss(label, language)),
        reference=receipt.reference,
        facts=tuple(facts),
        lines=lines,
        issued_at=receipt.issued_at,
        card_title=(words.CARD_READER[0], words.gloss(words.CARD_READER, language)),
        card_lines=() if proof is None else proof.card_lines,
    )
    return backend.papers.receipt(sheet)


def _slip_line(line: ReceiptLine, language: str) -> SlipLine:
    gloss = "" if language == "de" else line.title.get(language, "")
    return SlipLine(f"{line.quantity} × {line.title['de']}", gloss, line.cents)
