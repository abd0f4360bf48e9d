"""What a card reader says while it works: messages as values (chapter 3)."""

from dataclasses import dataclass, field
from enum import IntEnum
from typing import Final

from kiosk.payment.zvt import bcd, bitmaps, tlv
from kiosk.payment.zvt.apdu import Apdu
from kiosk.payment.zvt.bitmaps import Bmp
from kiosk.payment.zvt.card_number import truncated, without_card_number
from kiosk.payment.zvt.errors import ZvtError

_ENCODING: Final = "cp437"
_LONGEST_LINE: Final = 64
_LINE_BLOCK, _LINE, _RECEIPT_KIND, _APPLICATION_ID = 0x25, 0x07, 0x1F07, 0x43


class ReceiptKind(IntEnum):
    """Tag 1F07: whom a block of lines is for."""

    MERCHANT = 1
    CUSTOMER = 2
    ADMINISTRATION = 3


@dataclass(frozen=True, slots=True)
class Acknowledged:
    """80 00: done, or will be."""


@dataclass(frozen=True, slots=True)
class NotDone:
    """84 xx: will not be done; the code is one of chapter 10."""

    code: int


@dataclass(frozen=True, slots=True)
class IntermediateStatus:
    """04 FF: what the reader waits for, or does (table 17)."""

    status: int


@dataclass(frozen=True, slots=True)
class CardTotal:
    """One kind of card in an end of day."""

    card_name: str
    count: int
    amount_cents: int


@dataclass(frozen=True, slots=True)
class StatusInformation:
    """04 0F: what came of a transaction. Of the card number only the last four digits are left."""

    result_code: int | None = None
    """0 is yes."""
    amount_cents: int | None = None
    trace_number: str | None = None
    original_trace: str | None = None
    """Of the payment that this one reverses."""
    receipt_number: int | None = None
    terminal_id: str | None = None
    contract_number: str | None = None
    card_name: str | None = field(default=None, repr=False)
    pan_truncated: str | None = field(default=None, repr=False)
    application_id: str | None = field(default=None, repr=False)
    """Hexadecimal."""
    totals: tuple[CardTotal, ...] = ()

    @property
    def is_approved(self) -> bool:
        return self.result_code == 0


@dataclass(frozen=True, slots=True)
class ReceiptLines:
    """06 D1 or 06 D3: lines to print, long numbers hidden."""

    kind: ReceiptKind | None
    """None where single lines do not say."""
    lines: tuple[str, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Completed:
    """06 0F: the command is done."""

    status: int
    """The terminal's status code (05 01) or status byte (06 00); 0 where none was sent."""


@dataclass(frozen=True, slots=True)
class Aborted:
    """06 1E: the command failed; the code is one of chapter 10."""

    result_code: int


@dataclass(frozen=True, slots=True)
class Unknown:
    """A command that this terminal does not know."""


type Message = (
    Acknowledged
    | NotDone
    | IntermediateStatus
    | StatusInformation
    | ReceiptLines
    | Completed
    | Aborted
    | Unknown
)


def parse(apdu: Apdu) -> Message:
    """Read a message; ZvtError where it breaks the protocol, never anything else."""
    if apdu.control in (0x8000, 0x8400):  # 84 00 is a yes as well
        return Acknowledged()
    if apdu.control >> 8 == 0x84:
        return NotDone(apdu.control & 0xFF)
    match apdu.control:
        case 0x04FF:
            return IntermediateStatus(_byte(apdu.data))
        case 0x040F:
            return _status_information(apdu.data)
        case 0x06D1:
            return ReceiptLines(None, (_text(apdu.data[1:]),))
        case 0x06D3:
            return _block(apdu.data)
        case 0x060F:
            return Completed(_completion_status(apdu.data))
        case 0x061E:
            return Aborted(_byte(apdu.data))
        case _:
            return Unknown()


def _byte(data: bytes) -> int:
    if not data:
        raise ZvtError("a code is missing")
    return data[0]


def _completion_status(data: bytes) -> int:
    """Find the status code behind the software version (05 01), or bitmap 19 (06 00); 0 for neither."""
    if not data:
        return 0
    if 0xF0 <= data[0] <= 0xF9:  # LLL-Var: the version
        counter = data[:3]
        if len(counter) < 3 or any(not 0xF0 <= each <= 0xF9 for each in counter):
            raise ZvtError("a version has no count")
        length = int("".join(str(each & 0x0F) for each in counter))
        return _byte(data[3 + length :])
    if len(data) == 1:
        return data[0]
    return int.from_bytes(bitmaps.parse(data).get(Bmp.PAYMENT_TYPE, b"\0"), "big")


def _status_information(data: bytes) -> StatusInformation:
    found = bitmaps.parse(data)
    card_name = found.get(Bmp.CARD_NAME)
    contract = found.get(Bmp.CONTRACT)
    container = tlv.parse(found.get(Bmp.TLV, b""))
    applications = [each.value.hex().upper() for each in container if each.tag == _APPLICATION_ID]
    return StatusInformation(
        result_code=_first(found, Bmp.RESULT_CODE),
        amount_cents=_number(found, Bmp.AMOUNT),
        trace_number=_digits(found, Bmp.TRACE),
        original_trace=_digits(found, Bmp.ORIGINAL_TRACE),
        receipt_number=_number(found, Bmp.RECEIPT),
        terminal_id=_digits(found, Bmp.TERMINAL_ID),
        contract_number=None if contract is None else _text(contract).strip() or None,
        card_name=None if card_name is None else _text(card_name).strip() or None,
        pan_truncated=truncated(found[Bmp.PAN]) if Bmp.PAN in found else None,
        application_id=applications[0] if applications and len(applications[0]) <= 32 else None,
        totals=_totals(found[Bmp.TOTALS]) if Bmp.TOTALS in found else (),
    )


_CARDS: Final = ("girocard", "JCB", "Eurocard", "Amex", "VISA", "Diners", "remaining")
_TOTAL_LENGTH: Final = 7


def _totals(data: bytes) -> tuple[CardTotal, ...]:
    """Read the individual totals of an end of day (3.1.3): receipt numbers, then count and sum a kind."""
    sums = data[4:]
    if len(sums) != _TOTAL_LENGTH * len(_CARDS):
        raise ZvtError("the totals are cut off")
    rows = [sums[at : at + _TOTAL_LENGTH] for at in range(0, len(sums), _TOTAL_LENGTH)]
    return tuple(
        CardTotal(name, row[0], bcd.decode(row[1:])) for name, row in zip(_CARDS, rows, strict=True) if row[0]
    )


def _block(data: bytes) -> ReceiptLines:
    objects = tuple(tlv.walk(tlv.parse(bitmaps.parse(data).get(Bmp.TLV, b""))))
    kinds = {each.value for each in ReceiptKind}
    told = [each.value[0] for each in objects if each.tag == _RECEIPT_KIND and each.value]
    kind = ReceiptKind(told[0]) if told and told[0] in kinds else None
    return ReceiptLines(kind, tuple(_text(each.value) for each in objects if each.tag == _LINE))


def _text(data: bytes) -> str:
    words = data.rstrip(b"\0").decode(_ENCODING)
    plain = "".join(sign if sign.isprintable() else " " for sign in words)
    return without_card_number(plain.rstrip()[:_LONGEST_LINE])


def _first(found: bitmaps.Bitmaps, bitmap: Bmp) -> int | None:
    return found[bitmap][0] if bitmap in found else None


def _number(found: bitmaps.Bitmaps, bitmap: Bmp) -> int | None:
    return bcd.decode(found[bitmap]) if bitmap in found else None


def _digits(found: bitmaps.Bitmaps, bitmap: Bmp) -> str | None:
    return bcd.digits(found[bitmap]) if bitmap in found else None
