"""The message by which a receipt comes into a mailbox."""

from sandbox.bochum_id import letters
from sandbox.bochum_id.mailbox import Enclosure, Letter
from sandbox.bochum_id.receipts import title_in
from sandbox.bochum_id.tables import Receipt


def receipt_letter(receipt: Receipt, language: str, pdf: Enclosure) -> Letter:
    """Write it with `pdf` enclosed."""
    german, own = (
        {"title": title_in(receipt, each), "reference": receipt.reference} for each in ("de", language)
    )
    return Letter(
        subject=letters.subject("receiptLetterSubject", language, german, own),
        body=letters.body("receiptLetter", language, german, own),
        service=title_in(receipt, "de"),
        reference=receipt.reference,
        enclosures=(pdf,),
    )
