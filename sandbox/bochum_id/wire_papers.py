"""Messages of documents, receipts and print jobs (contract 7)."""

from typing import Annotated, Literal

from pydantic import Field

from sandbox.bochum_id.wire import Moment, MoneyWire, Wire


class PrintRight(Wire):
    allowed: bool
    remaining: int


class DocumentView(Wire):
    title: dict[str, str]
    media_type: Literal["application/pdf"] = "application/pdf"
    pages: int
    print: PrintRight


class ReceiptView(Wire):
    kind: Literal["submission", "payment"]
    reference: str
    issued_at: Moment
    title: dict[str, str]
    total: MoneyWire
    lines: list[str]
    qr: str


class NewPrintJob(Wire):
    printer: Annotated[str, Field(max_length=64)]


class PrintJobView(Wire):
    id: str
    nonce: str


class PrintResult(Wire):
    outcome: Literal["printed", "jam", "outOfPaper", "aborted"]
