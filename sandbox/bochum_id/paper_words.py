"""The words on the sandbox's papers: official German, and a gloss in the visitor's language."""

from collections.abc import Mapping

WORDS: Mapping[str, tuple[str, str]] = {
    "specimen": ("Sandbox – Muster", "Sandbox – specimen"),
    "title": ("Meldebescheinigung", "Certificate of registration"),
    "simple": (
        "Einfache Meldebescheinigung nach § 18 Absatz 1 Bundesmeldegesetz",
        "Simple certificate of registration under section 18 (1) of the Federal Registration Act",
    ),
    "extended": (
        "Erweiterte Meldebescheinigung nach § 18 Absatz 2 Bundesmeldegesetz",
        "Extended certificate of registration under section 18 (2) of the Federal Registration Act",
    ),
    "familyName": ("Familienname", "Family name"),
    "givenNames": ("Vornamen", "Given names"),
    "doctoralDegree": ("Doktorgrad", "Doctoral degree"),
    "dateOfBirth": ("Geburtsdatum", "Date of birth"),
    "address": ("Anschrift", "Address"),
    "formerAddresses": ("Frühere Anschriften", "Former addresses"),
    "maritalStatus": ("Familienstand", "Marital status"),
    "religion": ("Religion", "Religion"),
    "nationality": ("Staatsangehörigkeit", "Nationality"),
    "spouse": ("Ehe- oder Lebenspartner", "Spouse or civil partner"),
    "children": ("Minderjährige Kinder", "Children under 18"),
    "purpose": ("Zweck", "Purpose"),
    "private": ("private Zwecke", "private purposes"),
    "pension": ("Rente oder Sozialleistung, gebührenfrei", "pension or social benefit, free of charge"),
    "authority": ("Vorlage bei einer Behörde", "for a public authority"),
    "statement": (
        "Diese Angaben stehen heute im Melderegister der Stadt Bochum.",
        "These details are in the register of residents of the City of Bochum today.",
    ),
    "verify": ("Echtheit prüfen: Code scannen oder eingeben", "Check it: scan or enter the code"),
    "automatic": (
        "Maschinell erstellt, ohne Unterschrift gültig. Muster ohne rechtliche Wirkung.",
        "Issued by machine, valid without signature. Specimen without legal effect.",
    ),
    "yes": ("ja", "yes"),
    "no": ("nein", "no"),
    "confirmation": ("Bestätigung", "Confirmation"),
    "registered": (
        "Die Stadt Bochum hat dies heute eingetragen. Es gilt sofort.",
        "The City of Bochum has registered this today. It takes effect at once.",
    ),
    "slipTitle": ("Zettel für die Kasse", "Slip for the cash desk"),
    "amountLabel": ("Zu bezahlen", "To pay"),
    "referenceLabel": ("Kassenzeichen", "Reference"),
    "nextTitle": ("So geht es weiter", "What happens next"),
    "validity": ("Gültig bis {date}. Beispielwert.", "Valid until {date}. Sample value."),
}
"""Key to (German, English)."""

SLIP_STEPS: tuple[tuple[str, str], ...] = (
    ("Gehen Sie mit diesem Zettel zur Kasse.", "Take this slip to the cash desk."),
    ("Bezahlen Sie bar oder mit Karte.", "Pay in cash or by card."),
    ("Am Schalter bekommen Sie Ihre Bescheinigung.", "You get your certificate at the counter."),
)

_MONTHS = {
    "de": (
        [
            "Januar",
            "Februar",
            "März",
            "April",
            "Mai",
            "Juni",
            "Juli",
            "August",
            "September",
            "Oktober",
            "November",
            "Dezember",
        ],
        "{day}. {month} {year}",
    ),
    "en": (
        [
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ],
        "{day} {month} {year}",
    ),
}


def german(key: str) -> str:
    return WORDS[key][0]


def gloss(key: str, language: str) -> str:
    """Give the visitor's words; "" for someone who reads German."""
    return WORDS[key][1] if language == "en" else ""


def date_in_words(year: int, month: int, day: int, language: str) -> str:
    names, pattern = _MONTHS.get(language, _MONTHS["de"])
    return pattern.format(day=day, month=names[month - 1], year=year)


def day_in_words(text: str, language: str) -> str:
    """Write `1964-08-12` in words; X marks what a card leaves blank (`1964-XX-XX`)."""
    year, month, day = text.split("-")
    if "X" in month or "X" in day:
        return f"{day}.{month}.{year}"
    return date_in_words(int(year), int(month), int(day), language)


def german_or_gloss(key: str, language: str) -> str:
    """Give the word in the visitor's language, German where there is no other."""
    return gloss(key, language) or german(key)


def amount_in_words(cents: int) -> str:
    """Write an amount the German way: 1.234,50 €."""
    euros = f"{cents // 100:,}".replace(",", ".")
    return f"{euros},{cents % 100:02d} €"
