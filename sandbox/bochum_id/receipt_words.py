"""What a receipt says, as keys of the paper texts."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from sandbox.bochum_id import paper_words as words
from sandbox.bochum_id.paper_words import Both
from sandbox.bochum_id.receipts import Proof, ReceiptKind

TITLES: Final[Mapping[ReceiptKind, str]] = {
    "submission": "receiptSubmission",
    "payment": "receiptPayment",
    "appointment": "receiptAppointment",
}
DUE_TITLE: Final = "slipTitle"
REFERENCES: Final[Mapping[ReceiptKind, str]] = {
    "submission": "referenceSubmission",
    "payment": "referencePayment",
    "appointment": "referenceAppointment",
}


def payment_in_words(proof: Proof, language: str) -> tuple[Both, Both]:
    """Say how it was paid, or by when a bill is to be paid: what stands in front, and the words."""
    if proof.due is None:
        way = f"way{proof.channel[0].upper()}{proof.channel[1:]}"
        return words.both("receiptPaid", language), words.both(way, language)
    return (
        words.both("billFollows", language),
        (
            words.german("billDue", date=_day(proof.due, "de")),
            words.gloss("billDue", language, date=_day(proof.due, language)),
        ),
    )


def _day(day: date, language: str) -> str:
    return words.date_in_words(day.year, day.month, day.day, language)
