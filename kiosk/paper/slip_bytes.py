"""A slip in the language of receipt printers, ESC/POS: text where their letters suffice, else one picture."""

import io
import textwrap
from typing import Final

import segno
from escpos.printer import Dummy  # type: ignore[import-untyped]
from PIL import Image

from kiosk.bochum_id.values import LocalisedText
from kiosk.paper import slip_words
from kiosk.paper.slip_sheet import slip_strip
from kiosk.slip import Slip, both

CODE_PAGE: Final = "CP858"
"""Western European with the euro sign: the one that every such printer has."""
DOTS_PER_INCH: Final = 203
_DOTS_PER_LETTER: Final = 12
"""Of font A, which is what printers begin with."""
_LARGEST: Final = 6


def slip_bytes(slip: Slip, language: str, dots: int) -> bytes:
    """Write `slip` for a printer with `dots` dots in a line (a multiple of 8), from reset to cut."""
    printer = Dummy()
    profile = printer.profile.profile_data
    printer.profile.profile_data = {**profile, "media": {"width": {"pixels": dots, "mm": "Unknown"}}}
    printer.hw("INIT")
    if all(_has_letters(text) for text in _texts(slip, language)):
        _write(printer, slip, language, dots)
    else:
        printer.image(_strip(slip, language, dots))
    printer.cut()
    return bytes(printer.output)


def _write(printer: Dummy, slip: Slip, language: str, dots: int) -> None:
    columns = dots // _DOTS_PER_LETTER
    printer.charcode(CODE_PAGE)
    printer.set(align="center")
    printer.textln(slip_words.AUTHORITY)
    printer.ln()
    title, german = both(slip.title, language)
    printer.set(align="center", bold=True, double_width=True, double_height=True)
    _lines(printer, title, columns // 2)
    printer.set(align="center", normal_textsize=True, bold=False)
    _lines(printer, german, columns)
    if slip.code:
        size = max(1, min(_LARGEST, columns // len(slip.code)))
        printer.ln()
        printer.set(align="center", bold=True, custom_size=True, width=size, height=size)
        printer.textln(slip.code)
        printer.set(align="center", normal_textsize=True, bold=False)
    if slip.qr:
        printer.image(_qr(slip.qr, dots // 2, dots))
    printer.set(align="left", normal_textsize=True, bold=False)
    for text in slip.lines:
        printer.ln()
        _both_lines(printer, text, language, columns)
    if slip.bring:
        printer.ln()
        printer.set(bold=True)
        _both_lines(printer, slip_words.BRING, language, columns)
        printer.set(bold=False)
        for text in slip.bring:
            _both_lines(printer, text, language, columns, "[ ] ")
    if slip.verbatim:
        printer.ln()
    for line in slip.verbatim:
        for part in textwrap.wrap(line, columns, drop_whitespace=False) or [""]:
            printer.textln(part)


def _both_lines(printer: Dummy, text: LocalisedText, language: str, columns: int, before: str = "") -> None:
    first, german = both(text, language)
    _lines(printer, first, columns, before)
    _lines(printer, f"({german})" if german else "", columns, " " * len(before))


def _lines(printer: Dummy, text: str, columns: int, before: str = "") -> None:
    indent = " " * len(before)
    for line in textwrap.wrap(text, columns, initial_indent=before, subsequent_indent=indent):
        printer.textln(line)


def _texts(slip: Slip, language: str) -> list[str]:
    texts = (slip.title, *slip.lines, *slip.bring)
    return [slip.code, *slip.verbatim, *(part for text in texts for part in both(text, language))]


def _has_letters(text: str) -> bool:
    try:
        text.encode(CODE_PAGE)
    except UnicodeEncodeError:
        return False
    return True


def _qr(content: str, wide: int, dots: int) -> Image.Image:
    """Draw the code about `wide` dots wide, in the middle of a line of `dots` dots."""
    code = segno.make(content, error="m", micro=False)
    out = io.BytesIO()
    code.save(out, kind="png", scale=max(2, wide // code.symbol_size(border=2)[0]), border=2)
    return _on_line(Image.open(out).convert("1"), dots)


def _strip(slip: Slip, language: str, dots: int) -> Image.Image:
    png = slip_strip(slip, language, dots / DOTS_PER_INCH * 25.4, DOTS_PER_INCH)
    grey = Image.open(io.BytesIO(png)).convert("L")
    return _on_line(grey.point(lambda value: 255 if value > 150 else 0).convert("1"), dots)


def _on_line(picture: Image.Image, dots: int) -> Image.Image:
    line = Image.new("1", (dots, picture.height), 1)
    line.paste(picture, ((dots - picture.width) // 2, 0))
    return line
