"""Receipts: what a citizen may take home as proof of a submission, a payment or an appointment."""

from dataclasses import dataclass, field
from datetime import date, datetime
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
    due: date | None = None
    """By when a bill is to be paid that goes out with the application; None where the money is there."""

    def as_json(self) -> JsonObject:
        return {
            "channel": self.channel,
            "reference": self.reference,
            "cardLines": list(self.card_lines),
            **({} if self.due is None else {"dueDate": self.due.isoformat()}),
        }


@dataclass(frozen=True, slots=True)
class Meeting:
    """The appointment that was made with an application, as it stood when the receipt was issued."""

    start: datetime
    office: str
    address: str
    number: str
    bring: tuple[dict[str, str], ...] = ()
    """Language to words."""

    def as_json(self) -> JsonObject:
        bring: list[JsonValue] = [dict(each) for each in self.bring]
        return {
            "start": self.start.isoformat(),
            "office": self.office,
            "address": self.address,
            "number": self.number,
            "bring": bring,
        }


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
    meeting: Meeting | None = None


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
        meeting={} if content.meeting is None else content.meeting.as_json(),
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
    lines, due = cast("list[str]", receipt.paid["cardLines"]), receipt.paid.get("dueDate")
    return Proof(
        channel=cast("Channel", receipt.paid["channel"]),
        reference=str(receipt.paid["reference"]),
        card_lines=tuple(lines),
        due=None if due is None else date.fromisoformat(str(due)),
    )


def meeting_of(receipt: Receipt) -> Meeting | None:
    """Read back when somebody is expected, and where."""
    if not receipt.meeting:
        return None
    found = receipt.meeting
    return Meeting(
        start=datetime.fromisoformat(str(found["start"])),
        office=str(found["office"]),
        address=str(found["address"]),
        number=str(found["number"]),
        bring=tuple(cast("list[dict[str, str]]", found["bring"])),
    )


def title_in(receipt: Receipt, language: str) -> str:
    """Give the title in a language, or in German."""
    title = cast("dict[str, str]", receipt.title)
    return title.get(language, title["de"])


def kind_of(receipt: Receipt) -> ReceiptKind:
    return cast("ReceiptKind", receipt.kind)
