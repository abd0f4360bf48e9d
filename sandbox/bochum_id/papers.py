"""The papers a citizen takes home, as tagged PDF (PDF/UA-1), set by Typst from the repository's own fonts."""

import io
import json
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from threading import Lock
from typing import Final
from zoneinfo import ZoneInfo

import segno
import typst
from segno import helpers

from sandbox.bochum_id import paper_words as words
from sandbox.bochum_id.paper_words import Both
from sandbox.bochum_id.sheets import (
    Bill,
    CertificateSheet,
    ConfirmationSheet,
    DeskSlip,
    Entry,
    Expected,
    ReceiptSheet,
    SlipLine,
)
from sandbox.bochum_id.tables import JsonObject, JsonValue

_TEMPLATES = Path(__file__).parent / "templates"
_RESOURCES = Path(__file__).parents[2] / "resources"
_FONTS = ("Atkinson Hyperlegible Next", "Noto Sans", "Noto Sans Arabic")
_BOCHUM_TIME = ZoneInfo("Europe/Berlin")
_IBAN: Final = "DE02120300000000202051"
"""A well-known sample; no account of the city."""

type Texts = dict[str, Both]


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
        texts: Texts = {
            "legal": ("§ 18 BMG, §§ 4 und 5 BMeldDigiV", ""),
            "columnValue": words.both("columnRegister", language),
            "kind": words.both("extended" if sheet.extended else "simple", language),
            **_texts(language, "title", "statement"),
        }
        return self._sealed(sheet, texts, sheet.copies)

    def confirmation(self, sheet: ConfirmationSheet) -> bytes:
        """Set the confirmation of what was declared and took effect at once."""
        texts: Texts = {
            "legal": (sheet.legal, ""),
            "columnValue": words.both("columnDeclared", sheet.language),
            "title": words.both("confirmation", sheet.language),
            "kind": sheet.title,
            "statement": words.both("registered", sheet.language),
        }
        return self._sealed(sheet, texts, copies=1)

    def _sealed(self, sheet: CertificateSheet | ConfirmationSheet, texts: Texts, copies: int) -> bytes:
        """Set rows of a register under the city's head, with the code that proves them."""
        whole: Texts = {
            "qr": words.both("qrVerify", sheet.language),
            "reference": words.both("referenceSubmission", sheet.language),
            "placeDate": (f"Bochum, {_date(sheet.issued_at, 'de')}", ""),
            **_texts(sheet.language, "sheet", "columnLabel", "verify", "automatic"),
            **texts,
        }
        page: JsonObject = {
            "copies": copies,
            "reference": sheet.reference,
            "code": sheet.verification_code,
            "qr": _qr(segno.make(sheet.verification_url, error="m", micro=False)),
            "rows": [_row(entry) for entry in sheet.entries],
        }
        return self._set("certificate.typ", page, whole, sheet.language, sheet.issued_at)

    def desk_slip(self, slip: DeskSlip) -> bytes:
        """Set the slip for the cash desk."""
        language, until = slip.language, slip.valid_until
        texts: Texts = {
            "qr": words.both("qrReference", language),
            "title": words.both("slipTitle", language),
            "note": _dated("validity", _local_day(until), language),
        }
        steps = [words.both(f"slipStep{number}", language) for number in (1, 2, 3)]
        code = segno.make(slip.reference, error="m", micro=False)
        return self._to_pay(slip, texts, steps, code, slip.expected)

    def bill(self, bill: Bill) -> bytes:
        """Set a bill, with the code that fills in a transfer (EPC069-12)."""
        language = bill.language
        iban = " ".join(_IBAN[at : at + 4] for at in range(0, len(_IBAN), 4))
        texts: Texts = {
            "qr": words.both("qrTransfer", language),
            "title": words.both("billTitle", language),
            "note": words.both("billAccount", language, iban=iban),
        }
        steps = [
            _dated("billTransfer", bill.due, language),
            words.both("billPurpose", language),
            words.both("billScan", language),
        ]
        code = helpers.make_epc_qr(
            name="Stadt Bochum", iban=_IBAN, amount=Decimal(bill.total_cents) / 100, text=bill.reference
        )
        return self._to_pay(bill, texts, steps, code, None)

    def _to_pay(
        self,
        paper: DeskSlip | Bill,
        texts: Texts,
        steps: list[Both],
        code: segno.QRCode,
        expected: Expected | None,
    ) -> bytes:
        language = paper.language
        own = ("amountLabel", "referenceLabel", "nextTitle", "columnItem", "columnAmount")
        page: JsonObject = {
            "amount": words.amount_in_words(paper.total_cents),
            "reference": paper.reference,
            "qr": _qr(code),
            "steps": [_pair(step) for step in steps],
            "lines": [_line(line) for line in paper.lines],
            "expected": _expected(expected, language),
        }
        return self._set("to-pay.typ", page, texts | _texts(language, *own), language, paper.issued_at)

    def receipt(self, sheet: ReceiptSheet) -> bytes:
        """Set a receipt: what it is about, under which reference, and what it came to."""
        own = ("columnItem", "columnAmount", "columnFact", "columnContent", "cardReader")
        texts: Texts = {
            "qr": words.both("qrReceipt", sheet.language),
            "title": sheet.title,
            "referenceLabel": sheet.reference_label,
            **_texts(sheet.language, *own),
        }
        page: JsonObject = {
            "reference": sheet.reference,
            "qr": _qr(segno.make(sheet.reference, error="m", micro=False)),
            "cardLines": list(sheet.card_lines),
            "facts": [{"label": _pair(label), "value": _pair(value)} for label, value in sheet.facts],
            "lines": [_line(line) for line in sheet.lines],
            "expected": _expected(sheet.expected, sheet.language),
        }
        return self._set("receipt.typ", page, texts, sheet.language, sheet.issued_at)

    def _set(self, template: str, page: JsonObject, texts: Texts, language: str, at: datetime) -> bytes:
        whole = _texts(language, "specimen", "authorityName", "wheel") | texts
        sheet: JsonObject = {
            **page,
            "language": language,
            "fonts": list(_FONTS),
            "wheel": self._wheel,
            "words": {key: _pair(pair) for key, pair in whole.items()},
            "office": "Bürgerbüro Mitte",
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


def _texts(language: str, *keys: str) -> Texts:
    return {key: words.both(key, language) for key in keys}


def _dated(key: str, day: date, language: str) -> Both:
    """Write a text with a day in it, which each language writes its own way."""
    spoken = {each: words.date_in_words(day.year, day.month, day.day, each) for each in ("de", language)}
    return words.german(key, date=spoken["de"]), words.gloss(key, language, date=spoken[language])


def _pair(pair: Both) -> JsonValue:
    return {"german": pair[0], "gloss": pair[1]}


def _row(entry: Entry) -> JsonValue:
    label, value = (entry.label, entry.label_gloss), (entry.value, entry.value_gloss)
    return {"label": _pair(label), "value": _pair(value)}


def _line(line: SlipLine) -> JsonValue:
    return {"text": _pair((line.text, line.gloss)), "amount": words.amount_in_words(line.cents)}


def _expected(expected: Expected | None, language: str) -> JsonValue:
    if expected is None:
        return None
    start = expected.start.astimezone(_BOCHUM_TIME)
    moments = [
        words.german_or_gloss(
            "appointmentWhen",
            each,
            weekday=words.weekday_in_words(start.date(), each),
            date=words.date_in_words(start.year, start.month, start.day, each),
            time=f"{start:%H:%M}",
        )
        for each in ("de", language)
    ]
    return {
        "title": _pair(words.both("appointmentTitle", language)),
        "when": _pair((moments[0], "" if moments[0] == moments[1] else moments[1])),
        "where": f"{expected.office}, {expected.address}",
        "numberLabel": _pair(words.both("appointmentNumber", language)),
        "number": expected.number,
        "bringTitle": _pair(words.both("appointmentBring", language)),
        "bring": [_pair(each) for each in expected.bring],
    }


def _local_day(moment: datetime) -> date:
    return moment.astimezone(_BOCHUM_TIME).date()


def _date(moment: datetime, language: str) -> str:
    day = _local_day(moment)
    return words.date_in_words(day.year, day.month, day.day, language)


def _qr(code: segno.QRCode) -> str:
    out = io.BytesIO()
    code.save(out, kind="svg", border=2, dark="#16212B", light="#FFFFFF")
    return out.getvalue().decode("utf-8")
