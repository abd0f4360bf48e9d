"""Receipts: what a citizen may take home as proof of a submission, a payment or an appointment."""

from dataclasses import dataclass, field
from typing import Literal, cast

from sqlalchemy.orm import Session

from sandbox.bochum_id.backend import Backend
from sandbox.bochum_id.tables import JsonObject, JsonValue, Receipt
from sandbox.bochum_id.wire_payments import Channel

type ReceiptKind = Literal["submission", "payment", "appointment"]


@dataclass(frozen=True, slots=True)
class ReceiptLine:
    """What was ordered, how often, at which price."""

    quantity: int
    title: dict[str, str]
    cents: int
    text: str
    """The line as the terminal shows it, in German."""

    def as_json(self) -> JsonObject:
        title: JsonObject = dict(self.title)
        return {"quantity": self.quantity, "title": title, "cents": self.cents, "text": self.text}


@dataclass(frozen=True, slots=True)
class Proof:
    """How the money came: what a visitor holds against a bank statement."""

    channel: Channel
    reference: str
    """Kassenzeichen."""
    card_lines: tuple[str, ...] = field(default=(), repr=False)
    """The card reader's own receipt for the one whose card it is, with a truncated card number at most."""

    def as_json(self) -> JsonObject:
        return {"channel": self.channel, "reference": self.reference, "cardLines": list(self.card_lines)}


@dataclass(frozen=True, slots=True)
class ReceiptContent:
    """What a receipt is about."""

    kind: ReceiptKind
    reference: str
    title: dict[str, str]
    lines: tuple[ReceiptLine, ...] = ()
    due: bool = False
    """A slip to pay with at the cash desk, not the proof of a payment."""
    paid: Proof | None = None


def issue_receipt(
    db: Session,
    backend: Backend,
    account_id: str,
    content: ReceiptContent,
) -> Receipt:
    """Write a receipt; its total is that of its lines."""
    stored: list[JsonValue] = [line.as_json() for line in content.lines]
    receipt = Receipt(
        id=backend.ids.new("rcp"),
        account_id=account_id,
        kind=content.kind,
        reference=content.reference,
        issued_at=backend.clock.now(),
        total_cents=sum(line.cents for line in content.lines),
        title=dict(content.title),
        lines=stored,
        due=content.due,
        paid={} if content.paid is None else content.paid.as_json(),
    )
    db.add(receipt)
    return receipt


def lines_of(receipt: Receipt) -> list[ReceiptLine]:
    """Read the lines back."""
    return [
        ReceiptLine(
            cast("int", line["quantity"]),
            cast("dict[str, str]", line["title"]),
            cast("int", line["cents"]),
            str(line["text"]),
        )
        for line in cast("list[JsonObject]", receipt.lines)
    ]


def proof_of(receipt: Receipt) -> Proof | None:
    """Read back how it was paid."""
    if not receipt.paid:
        return None
    lines = cast("list[str]", receipt.paid["cardLines"])
    return Proof(cast("Channel", receipt.paid["channel"]), str(receipt.paid["reference"]), tuple(lines))


def title_in(receipt: Receipt, language: str) -> str:
    """Give the title in a language, or in German."""
    title = cast("dict[str, str]", receipt.title)
    return title.get(language, title["de"])


def kind_of(receipt: Receipt) -> ReceiptKind:
    return cast("ReceiptKind", receipt.kind)
