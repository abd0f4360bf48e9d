"""The words on receipts, in German and English."""

from collections.abc import Mapping

from sandbox.bochum_id.receipts import ReceiptKind
from sandbox.bochum_id.wire_payments import Channel

TITLES: Mapping[ReceiptKind, tuple[str, str]] = {
    "submission": ("Bestätigung: Antrag gesendet", "Confirmation: application sent"),
    "payment": ("Zahlungsbeleg", "Proof of payment"),
    "appointment": ("Ihr Termin", "Your appointment"),
}
DUE_TITLE = ("Zettel für die Kasse", "Slip for the cash desk")
REFERENCES: Mapping[ReceiptKind, tuple[str, str]] = {
    "submission": ("Aktenzeichen", "File number"),
    "payment": ("Kassenzeichen", "Reference"),
    "appointment": ("Nummer", "Number"),
}
SERVICE = ("Leistung", "Service")
ISSUED = ("Ausgestellt", "Issued")
TOTAL = ("Summe", "Total")
PAID = ("Bezahlt", "Paid")
PAID_UNDER = ("Kassenzeichen", "Payment reference")
CARD_READER = ("Beleg des Kartenlesers", "The card reader's receipt")
WAYS: Mapping[Channel, tuple[str, str]] = {
    "cardTerminal": ("mit Karte am Terminal", "by card at the terminal"),
    "qr": ("mit dem Handy", "by phone"),
    "cashDesk": ("an der Kasse", "at the cash desk"),
    "invoice": ("auf Rechnung", "by invoice"),
    "free": ("kostenlos", "free of charge"),
}


def in_language(words: tuple[str, str], language: str) -> str:
    """Choose the German or the English words."""
    return words[1] if language == "en" else words[0]


def gloss(words: tuple[str, str], language: str) -> str:
    """Give the visitor's words beside the German; "" for someone who reads German."""
    return words[1] if language == "en" else ""
