"""The message by which a receipt comes into a mailbox: in the citizen's language, then in official German."""

from sandbox.bochum_id.mailbox import Enclosure, Letter
from sandbox.bochum_id.receipts import title_in
from sandbox.bochum_id.tables import Receipt

_SUBJECTS = {"de": "Ihr Beleg: {title}", "en": "Your receipt: {title}"}
_BODIES = {
    "de": "Guten Tag,\n\nder Beleg zu „{title}“ liegt bei. Zeichen: {reference}.\n\nIhre Stadt Bochum",
    "en": "Hello,\n\nthe receipt for “{title}” is enclosed. Reference: {reference}.\n\nCity of Bochum",
}


def receipt_letter(receipt: Receipt, language: str, pdf: Enclosure) -> Letter:
    """Write it with `pdf` enclosed; a language that nobody has written is left out, German never is."""
    languages = [language, "de"] if language in _BODIES and language != "de" else ["de"]
    texts = [
        _BODIES[each].format(title=title_in(receipt, each), reference=receipt.reference) for each in languages
    ]
    subjects = [_SUBJECTS[each].format(title=title_in(receipt, each)) for each in languages]
    return Letter(
        subject=" / ".join(subjects),
        body="\n\n– – –\n\n".join(texts),
        service=title_in(receipt, "de"),
        reference=receipt.reference,
        enclosures=(pdf,),
    )
