"""Messages of paying (contract 6)."""

import re
from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from sandbox.bochum_id.wire import Id, Moment, MoneyWire, Wire

type Channel = Literal["cardTerminal", "qr", "cashDesk", "invoice", "free"]
type StateWord = Literal[
    "created",
    "pending",
    "unknown",
    "paid",
    "failed",
    "cancelled",
    "expired",
    "reversalRequired",
    "reversed",
    "refunded",
]
type AttemptNumber = Annotated[int, Field(ge=1, le=99, examples=[1])]
type Digits = Annotated[str, Field(pattern=r"^[0-9]{1,15}$", examples=["000421"])]
_PRINTABLE = r"^[^\x00-\x1f\x7f]{0,64}$"
type Name = Annotated[str, Field(pattern=_PRINTABLE, max_length=64, examples=["girocard"])]
type PanTruncated = Annotated[
    str, Field(pattern=r"^(?:[0-9]{6})?[*]{4,13}[0-9]{4}$", examples=["************4711"])
]
"""At most the first six and the last four digits (PCI DSS 3.4)."""
_LONG_NUMBER = re.compile(r"(?:\d[ -]?){13,19}")


def _without_card_number(line: str) -> str:
    if any(_is_card_number(re.sub(r"\D", "", found)) for found in _LONG_NUMBER.findall(line)):
        raise ValueError("a whole card number")
    return line


def _is_card_number(digits: str) -> bool:
    """Check the sum of ISO/IEC 7812-1 annex B."""
    doubled = [int(digit) * (2 if place % 2 else 1) for place, digit in enumerate(reversed(digits))]
    return sum(value - 9 if value > 9 else value for value in doubled) % 10 == 0


type ReceiptLine = Annotated[
    str,
    Field(pattern=_PRINTABLE, max_length=64, examples=["K-U-N-D-E-N-B-E-L-E-G"]),
    AfterValidator(_without_card_number),
]


class NewPayment(Wire):
    """The amount is the quote's; nobody else names one."""

    application_id: Id
    quote_id: Id
    channel: Channel


class CardTerminalOrder(Wire):
    """What the terminal asks its card reader for."""

    device_id: str
    amount: int
    currency: str
    """ISO 4217, the number."""


class PayPage(Wire):
    pay_url: str
    expires_at: Moment


class AttemptView(Wire):
    attempt: int
    state: Literal["begun", "unknown", "declined", "aborted", "approved", "excess", "reversed"]


class Reversal(Wire):
    """Money that the card reader has to give back now."""

    attempt: int
    receipt_number: str | None = None


class PaymentView(Wire):
    id: str
    state: StateWord
    channel: Channel
    total: MoneyWire
    reference: str
    purpose: str
    expires_at: Moment
    attempts: list[AttemptView]
    card_terminal: CardTerminalOrder | None = None
    qr: PayPage | None = None
    due_date: str | None = None
    """The day an invoice is to be paid by."""
    paid_at: Moment | None = None
    receipt_id: str | None = None
    reversal: Reversal | None = None


class NewAttempt(Wire):
    """Written down before the card reader is asked."""

    attempt: AttemptNumber
    started_at: Moment


class TerminalResult(Wire):
    """What the card reader said; `unknown` until somebody can say better."""

    attempt: AttemptNumber
    outcome: Literal["approved", "declined", "aborted", "unknown"]
    result_code: Annotated[str, Field(pattern=r"^[0-9A-Fa-f]{2}$", examples=["00"])] | None = None
    trace_number: Digits | None = None
    receipt_number: Digits | None = None
    terminal_id: Digits | None = None
    vu_number: Annotated[str, Field(pattern=r"^[0-9A-Za-z ]{1,15}$", examples=["455600000001"])] | None = None
    card_name: Name | None = None
    pan_truncated: PanTruncated | None = None
    aid: Annotated[str, Field(pattern=r"^[0-9A-Fa-f]{1,32}$", examples=["A00000035910100"])] | None = None
    finished_at: Moment | None = None
    customer_receipt_lines: Annotated[list[ReceiptLine], Field(max_length=80)] = Field(default_factory=list)


class ReversalResult(Wire):
    """What came of giving money back. Without `attempt`: of the one attempt that has to go back."""

    attempt: AttemptNumber | None = None
    outcome: Literal["approved", "declined", "aborted", "unknown"]
    result_code: Annotated[str, Field(pattern=r"^[0-9A-Fa-f]{2}$", examples=["00"])] | None = None
    trace_number: Digits | None = None
    receipt_number: Digits | None = None
    finished_at: Moment | None = None


class BatchTotal(Wire):
    """One kind of card in an end of day."""

    card_name: Name
    count: Annotated[int, Field(ge=0, le=100_000)]
    amount: Annotated[int, Field(ge=0, le=1_000_000_000)]


class EndOfDay(Wire):
    device_id: Name
    closed_at: Moment
    trace_number: Digits | None = None
    count: Annotated[int, Field(ge=0, le=100_000)]
    total: Annotated[int, Field(ge=0, le=1_000_000_000)]
    """Cents of all cards; what was reversed is not in it."""
    cards: Annotated[list[BatchTotal], Field(max_length=50)] = Field(default_factory=list)


class NewBatch(Wire):
    end_of_day: EndOfDay


class BatchView(Wire):
    id: str
    matches: bool
    expected_count: int
    expected_total: MoneyWire


class UnsettledView(Wire):
    """Payments of this terminal's card reader that somebody still has to do something about."""

    items: list[PaymentView]
