"""What the terminal asks a card reader to do: commands as values (chapter 2)."""

from dataclasses import dataclass, field
from typing import Final, assert_never

from kiosk.payment.zvt import bcd, bitmaps
from kiosk.payment.zvt.apdu import Apdu
from kiosk.payment.zvt.bitmaps import Bmp
from kiosk.payment.zvt.tlv import Tlv

EURO: Final = 978

ECR_PRINTS_PAYMENTS, ECR_PRINTS_ADMINISTRATION, INTERMEDIATE_STATUS = 0x02, 0x04, 0x08
ECR_CONTROLS_PAYMENTS, ECR_CONTROLS_ADMINISTRATION, BY_PRINT_LINES = 0x10, 0x20, 0x80
_CONFIG: Final = (
    ECR_PRINTS_PAYMENTS
    | ECR_PRINTS_ADMINISTRATION
    | INTERMEDIATE_STATUS
    | ECR_CONTROLS_PAYMENTS
    | ECR_CONTROLS_ADMINISTRATION
    | BY_PRINT_LINES
)
"""Nobody but the terminal starts anything, and the terminal gets every line and every status (table 1)."""

_PERMITTED: Final = Tlv(0x26, bytes(Tlv(0x0A, bytes.fromhex("06D3"))))
"""The list of commands that the reader may send: text blocks instead of single lines."""

_WITH_STATUS_WITHOUT_PRINT: Final = b"\x03"
"""Table 5: the status information of the last transaction, and no paper."""


@dataclass(frozen=True, slots=True)
class Register:
    """06 00: how the two work together; valid until the reader is told otherwise."""

    password: str = field(repr=False)
    """Six digits."""


@dataclass(frozen=True, slots=True)
class Authorise:
    """06 01: take money from a card."""

    amount_cents: int
    currency: int = EURO


@dataclass(frozen=True, slots=True)
class LogOff:
    """06 02."""


@dataclass(frozen=True, slots=True)
class RepeatReceipt:
    """06 20: what the last transaction was that the reader keeps; prints nothing."""

    password: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Reverse:
    """06 30: undo the payment with this receipt number; the reader checks the amount as well."""

    password: str = field(repr=False)
    receipt_number: int
    amount_cents: int


@dataclass(frozen=True, slots=True)
class EndOfDay:
    """06 50: hand the day's turnover to the bank."""

    password: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Diagnose:
    """06 70: have the reader call its host."""


@dataclass(frozen=True, slots=True)
class EnquireStatus:
    """05 01: whether the reader is well."""

    password: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Abort:
    """06 B0: stop, if that is still possible."""


type Command = (
    Register | Authorise | LogOff | RepeatReceipt | Reverse | EndOfDay | Diagnose | EnquireStatus | Abort
)


def to_apdu(command: Command) -> Apdu:
    """Write the command; ValueError for a password that is not six digits, or a number out of range."""
    match command:
        case Register(password):
            currency = bcd.encode(EURO, 2)
            tail = bitmaps.encode({Bmp.TLV: bytes(_PERMITTED)})
            return Apdu(0x0600, _password(password) + bytes((_CONFIG,)) + currency + tail)
        case Authorise(amount_cents, currency_number):
            asked = {Bmp.AMOUNT: bcd.encode(amount_cents, 6), Bmp.CURRENCY: bcd.encode(currency_number, 2)}
            return Apdu(0x0601, bitmaps.encode(asked))
        case LogOff():
            return Apdu(0x0602)
        case RepeatReceipt(password):
            service = bitmaps.encode({Bmp.SERVICE_BYTE: _WITH_STATUS_WITHOUT_PRINT})
            return Apdu(0x0620, _password(password) + service)
        case Reverse(password, receipt_number, amount_cents):
            which = {
                Bmp.RECEIPT: bcd.encode(receipt_number, 2),
                Bmp.AMOUNT: bcd.encode(amount_cents, 6),
                Bmp.CURRENCY: bcd.encode(EURO, 2),
            }
            return Apdu(0x0630, _password(password) + bitmaps.encode(which))
        case EndOfDay(password):
            return Apdu(0x0650, _password(password))
        case Diagnose():
            return Apdu(0x0670)
        case EnquireStatus(password):
            return Apdu(0x0501, _password(password))
        case Abort():
            return Apdu(0x06B0)
        case _:
            assert_never(command)


def _password(password: str) -> bytes:
    if len(password) != 6 or not password.isdecimal() or not password.isascii():
        raise ValueError("a card reader's password has six digits")
    return bytes.fromhex(password)
