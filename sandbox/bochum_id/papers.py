"""The papers a citizen takes home, as tagged PDF (PDF/UA-1), set by Typst from the repository's own fonts."""

import io
import json
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from threading import Lock
from zoneinfo import ZoneInfo

import segno
import typst

from sandbox.bochum_id import paper_words as words
from sandbox.bochum_id.tables import JsonObject, JsonValue

_TEMPLATES = Path(__file__).parent / "templates"
_RESOURCES = Path(__file__).parents[2] / "resources"
_FONTS = ("Atkinson Hyperlegible Next", "Noto Sans", "Noto Sans Arabic")
_BOCHUM_TIME = ZoneInfo("Europe/Berlin")


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a certificate, in German and in the visitor's language."""

    label: str
    label_gloss: str
    value: str = field(repr=False)
    value_gloss: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class CertificateSheet:
    language: str
    extended: bool
    copies: int
    entries: tuple[Entry, ...] = field(repr=False)
    issued_at: datetime
    reference: str
    verification_code: str
    verification_url: str


@dataclass(frozen=True, slots=True)
class ConfirmationSheet:
    language: str
    title: tuple[str, str]
    """What was declared: German, and the visitor's words or ""."""
    legal: str
    entries: tuple[Entry, ...] = field(repr=False)
    issued_at: datetime
    reference: str
    verification_code: str
    verification_url: str


@dataclass(frozen=True, slots=True)
class SlipLine:
    text: str
    gloss: str
    cents: int


@dataclass(frozen=True, slots=True)
class DeskSlip:
    language: str
    total_cents: int
    reference: str
    """Kassenzeichen."""
    lines: tuple[SlipLine, ...]
    issued_at: datetime
    valid_until: datetime


@dataclass(frozen=True, slots=True)
class ReceiptSheet:
    language: str
    title: tuple[str, str]
    """German, and the visitor's words or ""."""
    reference_label: tuple[str, str]
    reference: str
    facts: tuple[tuple[str, str, str], ...] = field(repr=False)
    """Label, gloss and value."""
    lines: tuple[SlipLine, ...]
    issued_at: datetime
    card_title: tuple[str, str] = ("", "")
    """Above the card reader's lines: German, and the visitor's words or ""."""
    card_lines: tuple[str, ...] = field(default=(), repr=False)


class Papers:
    """Sets papers; safe to call from several threads."""

    def __init__(self) -> None:
        self._fonts = typst.Fonts(include_system_fonts=False, font_paths=[_RESOURCES / "fonts"])
        families = set(self._fonts.families())
        missing = [family for family in _FONTS if family not in families]
        if missing:
            raise FileNotFoundError(f"{_RESOURCES / 'fonts'} lacks {', '.join(missing)}; restore the files")
        self._wheel = (_RESOURCES / "art" / "wheel.svg").read_text(encoding="utf-8")
        self._one_at_a_time = Lock()

    def certificate(self, sheet: CertificateSheet) -> bytes:
        """Set the certificate of registration (§ 18 BMG): one page a copy."""
        language = sheet.language
        kind = "extended" if sheet.extended else "simple"
        texts: dict[str, str] = {
            "legal": "§ 18 BMG, §§ 4 und 5 BMeldDigiV",
            "columnValue": "Eintrag im Melderegister",
            "kind": words.german(kind),
            "kindGloss": words.gloss(kind, language),
        }
        for key in ("title", "statement"):
            texts |= _both(key, language)
        return self._sealed(sheet, texts, sheet.copies)

    def confirmation(self, sheet: ConfirmationSheet) -> bytes:
        """Set the confirmation of what was declared and took effect at once."""
        texts = {
            "legal": sheet.legal,
            "columnValue": "Ihre Erklärung",
            "title": words.german("confirmation"),
            "titleGloss": words.gloss("confirmation", sheet.language),
            "kind": sheet.title[0],
            "kindGloss": sheet.title[1],
            "statement": words.german("registered"),
            "statementGloss": words.gloss("registered", sheet.language),
        }
        return self._sealed(sheet, texts, copies=1)

    def _sealed(
        self, sheet: CertificateSheet | ConfirmationSheet, texts: dict[str, str], copies: int
    ) -> bytes:
        """Set rows of a register under the city's head, with the code that proves them."""
        whole = {
            "wheel": "Förderrad, Zeichen der Bochum-ID",
            "qr": "QR-Code zum Prüfen der Echtheit",
            "sheet": "Blatt",
            "reference": "Aktenzeichen",
            "columnLabel": "Angabe",
            "placeDate": f"Bochum, {_date(sheet.issued_at, 'de')}",
            **texts,
        }
        for key in ("specimen", "verify", "automatic"):
            whole |= _both(key, sheet.language)
        rows: list[JsonValue] = [
            {
                "label": entry.label,
                "labelGloss": entry.label_gloss,
                "value": entry.value,
                "valueGloss": entry.value_gloss,
            }
            for entry in sheet.entries
        ]
        page: JsonObject = {
            "copies": copies,
            "reference": sheet.reference,
            "code": sheet.verification_code,
            "qr": _qr(sheet.verification_url),
            "rows": rows,
        }
        return self._set("certificate.typ", page, whole, sheet.language, sheet.issued_at)

    def desk_slip(self, slip: DeskSlip) -> bytes:
        """Set the slip for the cash desk."""
        language = slip.language
        texts: dict[str, str] = {
            "wheel": "Förderrad, Zeichen der Bochum-ID",
            "qr": "QR-Code mit dem Kassenzeichen",
            "columnItem": "Leistung",
            "columnAmount": "Betrag",
            "title": words.german("slipTitle"),
            "titleGloss": words.gloss("slipTitle", language),
            "validity": words.german("validity").format(date=_date(slip.valid_until, "de")),
            "validityGloss": words.gloss("validity", language).format(date=_date(slip.valid_until, language)),
        }
        for key in ("specimen", "amountLabel", "referenceLabel", "nextTitle"):
            texts |= _both(key, language)
        page: JsonObject = {
            "amount": words.amount_in_words(slip.total_cents),
            "reference": slip.reference,
            "qr": _qr(slip.reference),
            "steps": [
                {"text": german, "gloss": english if language == "en" else ""}
                for german, english in words.SLIP_STEPS
            ],
            "lines": [
                {"text": line.text, "gloss": line.gloss, "amount": words.amount_in_words(line.cents)}
                for line in slip.lines
            ],
        }
        return self._set("desk-slip.typ", page, texts, language, slip.issued_at)

    def receipt(self, sheet: ReceiptSheet) -> bytes:
        """Set a receipt: what it is about, under which reference, and what it came to."""
        texts: dict[str, str] = {
            "wheel": "Förderrad, Zeichen der Bochum-ID",
            "qr": "QR-Code mit dem Zeichen dieses Belegs",
            "columnItem": "Leistung",
            "columnAmount": "Betrag",
            "title": sheet.title[0],
            "titleGloss": sheet.title[1],
            "referenceLabel": sheet.reference_label[0],
            "referenceLabelGloss": sheet.reference_label[1],
            "cardTitle": sheet.card_title[0],
            "cardTitleGloss": sheet.card_title[1],
            **_both("specimen", sheet.language),
        }
        page: JsonObject = {
            "reference": sheet.reference,
            "qr": _qr(sheet.reference),
            "cardLines": list(sheet.card_lines),
            "facts": [
                {"label": label, "gloss": gloss, "value": value} for label, gloss, value in sheet.facts
            ],
            "lines": [
                {"text": line.text, "gloss": line.gloss, "amount": words.amount_in_words(line.cents)}
                for line in sheet.lines
            ],
        }
        return self._set("receipt.typ", page, texts, sheet.language, sheet.issued_at)

    def _set(
        self, template: str, page: JsonObject, texts: dict[str, str], language: str, at: datetime
    ) -> bytes:
        sheet = {
            **page,
            "language": language,
            "fonts": list(_FONTS),
            "wheel": self._wheel,
            "words": {"authority": "Stadt Bochum", "office": "Bürgerbüro Mitte", **texts},
        }
        with self._one_at_a_time:
            pdf = typst.compile(
                _TEMPLATES / template,
                root=_TEMPLATES,
                font_paths=self._fonts,
                ignore_system_fonts=True,
                sys_inputs={"sheet": json.dumps(sheet)},
                format="pdf",
                pdf_standards=["ua-1"],
                timestamp=int(at.timestamp()),
            )
        if not isinstance(pdf, bytes):
            raise TypeError("Typst gives one PDF as bytes")
        return pdf


def _both(key: str, language: str) -> dict[str, str]:
    return {key: words.german(key), f"{key}Gloss": words.gloss(key, language)}


def _date(moment: datetime, language: str) -> str:
    local = moment.astimezone(_BOCHUM_TIME)
    return words.date_in_words(local.year, local.month, local.day, language)


def _qr(content: str) -> str:
    out = io.BytesIO()
    segno.make(content, error="m", micro=False).save(
        out, kind="svg", border=2, dark="#16212B", light="#FFFFFF"
    )
    return out.getvalue().decode("utf-8")
