"""From a submitted application to the certificate of registration (§ 18 BMG)."""

from datetime import datetime
from typing import cast

from sandbox.bochum_id import paper_words as words
from sandbox.bochum_id.register import sample_entry
from sandbox.bochum_id.sheets import CertificateSheet, Entry
from sandbox.bochum_id.tables import JsonObject

_FROM_CARD = ("familyName", "givenNames", "doctoralDegree", "dateOfBirth", "address")


def certificate_sheet(
    data: JsonObject, *, language: str, issued_at: datetime, reference: str, code: str, url: str
) -> CertificateSheet:
    """Lay out valid data of `svc_meldebescheinigung` for paper."""
    applicant = cast("dict[str, str]", data["applicant"])
    entries = [
        _entry(key, _on_paper(key, applicant[key], "de"), _on_paper(key, applicant[key], language), language)
        for key in _FROM_CARD
        if key in applicant
    ]
    extras = cast("list[str]", data.get("extras", []))
    entries += [_entry(detail, *sample_entry(detail, language), language) for detail in extras]
    entries.append(_purpose(data, language))
    return CertificateSheet(
        language=language,
        extended=data["kind"] == "extended",
        copies=cast("int", data["copies"]),
        entries=tuple(entries),
        issued_at=issued_at,
        reference=reference,
        verification_code=code,
        verification_url=url,
    )


def _purpose(data: JsonObject, language: str) -> Entry:
    purpose = str(data["purpose"])
    german, gloss = words.german(purpose), words.gloss(purpose, language)
    if purpose == "authority":
        name = str(data["authority"]).strip()
        german = f"{german}: {name}"
    return _entry("purpose", german, gloss, language)


def _entry(key: str, german: str, gloss: str, language: str) -> Entry:
    """Repeat a value in the visitor's language only where that says something else."""
    same = language == "de" or gloss == german
    return Entry(words.german(key), words.gloss(key, language), german, "" if same else gloss)


def _on_paper(key: str, value: str, language: str) -> str:
    """Write a date in words, and everything else as it is."""
    if key != "dateOfBirth":
        return value
    return words.day_in_words(value, language)
