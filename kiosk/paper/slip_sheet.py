"""A slip set by Typst from the repository's fonts: a tagged PDF (PDF/UA-1) on A4, or a picture for a roll."""

import io
import json
from functools import cache
from pathlib import Path
from typing import Final, Literal

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
    return _set("slip.typ", _words(slip, language), form="pdf", standard="ua-1")


def slip_strip(slip: Slip, language: str, millimetres: float, dots_per_inch: float) -> bytes:
    """Set `slip` for a roll as PNG, `millimetres` wide and as long as it needs to be."""
    return _set(
        "strip.typ", _words(slip, language) | {"millimetres": millimetres}, form="png", ppi=dots_per_inch
    )


def _words(slip: Slip, language: str) -> dict[str, object]:
    return {
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
        "verbatim": list(slip.verbatim),
    }


def _set(
    template: str,
    words: dict[str, object],
    *,
    form: Literal["pdf", "png"],
    ppi: float | None = None,
    standard: Literal["ua-1"] | None = None,
) -> bytes:
    made = typst.compile(
        _TEMPLATES / template,
        root=_TEMPLATES,
        font_paths=_fonts(),
        ignore_system_fonts=True,
        sys_inputs={"slip": json.dumps(words)},
        format=form,
        ppi=ppi,
        pdf_standards=standard,
    )
    if not isinstance(made, bytes):
        raise TypeError("Typst gives one document as bytes")
    return made


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
