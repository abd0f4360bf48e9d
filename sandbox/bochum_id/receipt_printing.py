"""A receipt for the terminal's receipt printer: as plain text, or as the bytes of its language ESC/POS.

Only commands that every ESC/POS printer knows (Epson, ESC/POS command reference): `ESC @` resets, `ESC t 19`
chooses code page 858 (with ä, ö, ü, ß and €), `GS V 66 0` feeds and cuts.
"""

import textwrap
from zoneinfo import ZoneInfo

from sandbox.bochum_id import paper_words as words
from sandbox.bochum_id import receipt_words as said
from sandbox.bochum_id.paper_words import amount_in_words
from sandbox.bochum_id.receipts import Meeting, kind_of, lines_of, meeting_of, proof_of, title_in
from sandbox.bochum_id.tables import Receipt

_RESET = b"\x1b@"
_CODE_PAGE_858 = b"\x1bt\x13"
_CUT = b"\x1dVB\x00"
_TIME_ZONE = ZoneInfo("Europe/Berlin")


def receipt_text(receipt: Receipt, language: str, width: int) -> str:
    """Set a receipt in lines of at most `width` signs; nothing is lost, long words break."""
    kind = kind_of(receipt)
    heading = said.DUE_TITLE if receipt.due else said.TITLES[kind]
    issued = receipt.issued_at.astimezone(_TIME_ZONE).strftime("%d.%m.%Y %H:%M")
    rule = "-" * width
    out = [
        *_wrapped("Stadt Bochum – Bürgerbüro Mitte", width),
        *_wrapped("Sandbox – Muster", width),
        rule,
        *_wrapped(words.german_or_gloss(heading, language), width),
        *_wrapped(title_in(receipt, language), width),
        rule,
    ]
    lines = lines_of(receipt)
    for line in lines:
        title = line.title.get(language, line.title["de"])
        out += _columns(f"{line.quantity} x {title}", amount_in_words(line.cents), width)
    if lines:
        total = words.german_or_gloss("receiptTotal", language)
        out += [rule, *_columns(total, amount_in_words(receipt.total_cents), width), rule]
    reference = words.german_or_gloss(said.REFERENCES[kind], language)
    out += _columns(reference, receipt.reference, width)
    out += _columns(words.german_or_gloss("receiptIssued", language), issued, width)
    proof = proof_of(receipt)
    if proof is not None:
        before, way = (gloss or german for german, gloss in said.payment_in_words(proof, language))
        out += _columns(before, way, width)
        if proof.reference != receipt.reference:
            out += _columns(words.german_or_gloss("receiptPaidUnder", language), proof.reference, width)
        if proof.card_lines:
            above = words.german_or_gloss("cardReader", language)
            out += [rule, *_wrapped(above, width)]
            out += [part for line in proof.card_lines for part in _wrapped(line, width)]
    meeting = meeting_of(receipt)
    if meeting is not None:
        out += [rule, *_appointment(meeting, language, width)]
    return "\n".join(out) + "\n"


def receipt_escpos(receipt: Receipt, language: str, width: int) -> bytes:
    """Write the same for the printer; signs its code page lacks become question marks."""
    text = receipt_text(receipt, language, width).replace("–", "-")
    return _RESET + _CODE_PAGE_858 + text.encode("cp858", "replace") + _CUT


def _appointment(meeting: Meeting, language: str, width: int) -> list[str]:
    start = meeting.start.astimezone(_TIME_ZONE)
    number = words.german_or_gloss("appointmentNumber", language)
    out = [
        *_wrapped(words.german_or_gloss("appointmentTitle", language), width),
        *_wrapped(f"{start:%d.%m.%Y, %H:%M}, {meeting.office}, {meeting.address}", width),
        *_columns(number, meeting.number, width),
    ]
    if meeting.bring:
        out += _wrapped(words.german_or_gloss("appointmentBring", language) + ":", width)
    for each in meeting.bring:
        out += textwrap.wrap(f"- {each.get(language, each['de'])}", width, subsequent_indent="  ")
    return out


def _wrapped(text: str, width: int) -> list[str]:
    return textwrap.wrap(text, width) or [""]


def _columns(left: str, right: str, width: int) -> list[str]:
    """Put `right` at the right edge, beside the last line of `left` or below it."""
    lines = _wrapped(left, width)
    if len(lines[-1]) + 1 + len(right) <= width:
        return [*lines[:-1], f"{lines[-1]}{right:>{width - len(lines[-1])}}"]
    return [*lines, *(f"{part:>{width}}" for part in _wrapped(right, width))]
