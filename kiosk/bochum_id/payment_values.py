"""How a payment stands, and what the card reader says of it (contract section 6)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from enum import Enum

from kiosk.bochum_id.answers import Answer
from kiosk.bochum_id.reading import Part
from kiosk.bochum_id.values import JsonObject, JsonValue, Money


class Channel(Enum):
    """How it is paid."""

    CARD_TERMINAL = "cardTerminal"
    """At the card reader of this terminal."""
    QR = "qr"
    """On a page that the citizen opens on a phone."""
    CASH_DESK = "cashDesk"
    INVOICE = "invoice"
    FREE = "free"


class PaymentState(Enum):
    CREATED = "created"
    PENDING = "pending"
    UNKNOWN = "unknown"
    """An attempt ended and nobody knows how; no other may begin."""
    PAID = "paid"
    FAILED = "failed"
    """The last attempt took no money; another may begin."""
    CANCELLED = "cancelled"
    EXPIRED = "expired"
    REVERSAL_REQUIRED = "reversalRequired"
    """Money was taken that has to go back."""
    REVERSED = "reversed"
    REFUNDED = "refunded"


class AttemptState(Enum):
    """What is known of one attempt to take the money."""

    BEGUN = "begun"
    UNKNOWN = "unknown"
    DECLINED = "declined"
    ABORTED = "aborted"
    APPROVED = "approved"
    EXCESS = "excess"
    """Approved although another one had been: this money goes back."""
    REVERSED = "reversed"


class Outcome(Enum):
    """What the card reader said."""

    APPROVED = "approved"
    DECLINED = "declined"
    ABORTED = "aborted"
    UNKNOWN = "unknown"
    """Nothing, or nothing that was heard: the same attempt is reported again once more is known."""


@dataclass(frozen=True, slots=True)
class CardOrder:
    """What the card reader is to be asked for, as the city decided it."""

    device_id: str
    amount_cents: int = field(repr=False)
    currency_number: str
    """ISO 4217, three digits."""


@dataclass(frozen=True, slots=True)
class PayPage:
    url: str = field(repr=False)
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class Reversal:
    """Money that the card reader has to give back now."""

    attempt: int
    receipt_number: str | None
    """The card reader's own number of the payment to reverse."""


@dataclass(frozen=True, slots=True)
class Payment:
    id: str
    etag: str | None
    """The version that was seen, to wait for the next one; None in a list."""
    state: PaymentState
    channel: Channel
    total: Money = field(repr=False)
    reference: str = field(repr=False)
    """Kassenzeichen."""
    purpose: str = field(repr=False)
    """At most 27 characters, for a bank statement."""
    expires_at: datetime
    attempts: tuple[tuple[int, AttemptState], ...]
    card_order: CardOrder | None
    pay_page: PayPage | None
    due: date | None
    """When an invoice is to be paid by."""
    paid_at: datetime | None
    receipt_id: str | None
    reversal: Reversal | None

    @property
    def next_attempt(self) -> int:
        """The number of an attempt that would begin now."""
        return max((number for number, _ in self.attempts), default=0) + 1


@dataclass(frozen=True, slots=True)
class CardResult:
    """The card reader's answer to one attempt (ZVT 04 0F); never a whole card number."""

    attempt: int
    outcome: Outcome
    finished_at: datetime
    result_code: str | None = None
    """Two hexadecimal digits."""
    trace_number: str | None = None
    receipt_number: str | None = None
    terminal_id: str | None = None
    """The bank's name for the card reader."""
    contract_number: str | None = None
    """VU-Nummer: the bank's name for the city."""
    card_name: str | None = field(default=None, repr=False)
    pan_truncated: str | None = field(default=None, repr=False)
    aid: str | None = field(default=None, repr=False)
    customer_receipt_lines: tuple[str, ...] = field(default=(), repr=False)

    def as_json(self) -> JsonObject:
        return _without_none(
            {
                "attempt": self.attempt,
                "outcome": self.outcome.value,
                "finishedAt": rfc3339(self.finished_at),
                "resultCode": self.result_code,
                "traceNumber": self.trace_number,
                "receiptNumber": self.receipt_number,
                "terminalId": self.terminal_id,
                "vuNumber": self.contract_number,
                "cardName": self.card_name,
                "panTruncated": self.pan_truncated,
                "aid": self.aid,
                "customerReceiptLines": list(self.customer_receipt_lines) or None,
            }
        )


@dataclass(frozen=True, slots=True)
class ReversalResult:
    """What came of giving an attempt's money back."""

    attempt: int
    outcome: Outcome
    finished_at: datetime
    result_code: str | None = None
    trace_number: str | None = None
    receipt_number: str | None = None

    def as_json(self) -> JsonObject:
        return _without_none(
            {
                "attempt": self.attempt,
                "outcome": self.outcome.value,
                "finishedAt": rfc3339(self.finished_at),
                "resultCode": self.result_code,
                "traceNumber": self.trace_number,
                "receiptNumber": self.receipt_number,
            }
        )


def rfc3339(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def read_payment(answer: Answer) -> Payment:
    return read_payment_part(answer.json(), answer.etag())


def read_payment_part(part: Part, etag: str | None) -> Payment:
    return Payment(
        id=part.member("id").identifier(),
        etag=etag,
        state=part.member("state").one_of(PaymentState),
        channel=part.member("channel").one_of(Channel),
        total=part.member("total").money(),
        reference=part.member("reference").text(),
        purpose=part.member("purpose").text(),
        expires_at=part.member("expiresAt").moment(),
        attempts=tuple(
            (item.member("attempt").count(), item.member("state").one_of(AttemptState))
            for item in part.member("attempts").items()
        ),
        card_order=part.maybe("cardTerminal", _card_order),
        pay_page=part.maybe("qr", _pay_page),
        due=part.maybe("dueDate", Part.day),
        paid_at=part.maybe("paidAt", Part.moment),
        receipt_id=part.maybe("receiptId", Part.identifier),
        reversal=part.maybe("reversal", _reversal),
    )


def _card_order(part: Part) -> CardOrder:
    return CardOrder(
        device_id=part.member("deviceId").text(),
        amount_cents=part.member("amount").count(),
        currency_number=part.member("currency").text(),
    )


def _pay_page(part: Part) -> PayPage:
    return PayPage(part.member("payUrl").web_address(), part.member("expiresAt").moment())


def _reversal(part: Part) -> Reversal:
    return Reversal(part.member("attempt").count(), part.maybe("receiptNumber", Part.text))


def _without_none(members: Mapping[str, JsonValue]) -> JsonObject:
    return {name: value for name, value in members.items() if value is not None}
