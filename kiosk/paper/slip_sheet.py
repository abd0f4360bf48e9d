"""A slip as a tagged PDF (PDF/UA-1) of one A4 page, set by Typst from the repository's own fonts."""

import io
import json
from functools import cache
from pathlib import Path
from typing import Final

import segno
import typst

from kiosk.bochum_id.values import LocalisedText
from kiosk.paper import slip_words
from kiosk.slip import Slip, both

_RESOURCES: Final = Path(__file__).resolve().parents[2] / "resources"
_TEMPLATES: Final = _RESOURCES / "papers"
_FONTS: Final = ("Atkinson Hyperlegible Next", "Noto Sans", "Noto Sans Arabic")


def slip_sheet(slip: Slip, language: str) -> bytes:
    """Set `slip` on A4 in `language` (BCP 47) and German; TypstError when the template is broken."""
    sheet = {
        "language": language,
        "fonts": list(_FONTS),
        "authority": slip_words.AUTHORITY,
        "wheel": (_RESOURCES / "art" / "wheel.svg").read_text(encoding="utf-8"),
        "wheelWords": slip_words.WHEEL.in_language(language),
        "title": _both(slip.title, language),
        "code": slip.code,
        "qr": _qr(slip.qr) if slip.qr else "",
        "qrWords": slip_words.QR.in_language(language),
        "lines": [_both(line, language) for line in slip.lines],
        "bringTitle": _both(slip_words.BRING, language),
        "bring": [_both(each, language) for each in slip.bring],
    }
    pdf = typst.compile(
        _TEMPLATES / "slip.typ",
        root=_TEMPLATES,
        font_paths=_fonts(),
        ignore_system_fonts=True,
        sys_inputs={"slip": json.dumps(sheet)},
        format="pdf",
        pdf_standards=["ua-1"],
    )
    if not isinstance(pdf, bytes):
        raise TypeError("Typst gives one PDF as bytes")
    return pdf


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, font_paths=[_RESOURCES / "fonts"])


def _both(text: LocalisedText, language: str) -> dict[str, str]:
    first, german = both(text, language)
    return {"first": first, "german": german}


def _qr(content: str) -> str:
    out = io.BytesIO()
    segno.make(content, error="m", micro=False).save(
        out, kind="svg", border=2, dark="#16212B", light="#FFFFFF"
    )
    return out.getvalue().decode("utf-8")
