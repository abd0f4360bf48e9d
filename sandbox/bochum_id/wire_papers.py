"""Messages of documents, receipts and print jobs (contract 7)."""

from typing import Literal

from sandbox.bochum_id.wire import Id, Moment, MoneyWire, Wire
from sandbox.bochum_id.wire_payments import Channel


class PrintRight(Wire):
    allowed: bool
    remaining: int


class DocumentView(Wire):
    id: str
    title: dict[str, str]
    media_type: str
    pages: int
    issued_at: Moment
    application_id: str
    print: PrintRight


class DocumentPage(Wire):
    items: list[DocumentView]
    next_cursor: str | None = None


class ProofView(Wire):
    """How the money came or will come."""

    channel: Channel
    reference: str
    """Kassenzeichen."""
    card_lines: list[str]
    """The card reader's own receipt, as it was reported."""
    due_date: str | None = None
    """The day an invoice is to be paid by; only while its money has not come."""


class ReceiptView(Wire):
    kind: Literal["submission", "payment", "appointment"]
    reference: str
    issued_at: Moment
    title: dict[str, str]
    total: MoneyWire
    lines: list[str]
    qr: str
    """What the QR code says: the reference."""
    paid: ProofView | None = None
    """Only where money has come, or is billed."""


class ReceiptLinkView(Wire):
    url: str
    qr: str
    """What the QR code says: the same address."""
    expires_in: int
    """Seconds."""


class NewPrintJob(Wire):
    printer: Id


class PrintJobView(Wire):
    id: str
    nonce: str


class PrintJobState(Wire):
    id: str
    document_id: str
    outcome: Literal["printed", "jam", "outOfPaper", "aborted"] | None = None
    """Nothing while it is under way."""


class PrintResult(Wire):
    outcome: Literal["printed", "jam", "outOfPaper", "aborted"]
