"""Messages of applying: drafts, quotes, submission (contract 5)."""

from typing import Annotated, Literal

from pydantic import Field

from sandbox.bochum_id.tables import JsonValue
from sandbox.bochum_id.wire import ContentDigest, FreeText, Id, Moment, MoneyWire, Wire
from sandbox.bochum_id.wire_attachments import AttachmentView
from sandbox.bochum_id.wire_login import CosignatureView

type Texts = dict[str, str]


class NewApplication(Wire):
    service_id: Id
    definition_version: int


class Origin(Wire):
    """Where a value came from."""

    source: str
    level: str
    locked: bool


class ErrorView(Wire):
    pointer: str
    keyword: str
    message_key: str


class Validation(Wire):
    valid: bool
    errors: list[ErrorView]


class ApplicationView(Wire):
    id: str
    state: str
    service_id: str
    definition_version: int
    data: dict[str, JsonValue]
    provenance: dict[str, Origin]
    validation: Validation
    attachments: list[AttachmentView]
    cosignature: CosignatureView | None = None
    """The second person's, as long as nothing was changed since."""
    opened_at: Moment
    changed_at: Moment
    expires_at: Moment
    reference: str | None = None
    migrated_to: int | None = None
    """There once the definition is too old to be sent: the version to begin anew with."""


class ApplicationSummary(Wire):
    id: str
    state: str
    service_id: str
    definition_version: int
    title: Texts
    opened_at: Moment
    changed_at: Moment
    expires_at: Moment | None = None
    """There as long as it is a draft."""
    reference: str | None = None


class ApplicationPage(Wire):
    items: list[ApplicationSummary]
    next_cursor: str | None = None


class EventView(Wire):
    time: Moment
    state: str
    text: str
    actor: str


class Timeline(Wire):
    items: list[EventView]


class Withdrawal(Wire):
    reason: FreeText | None = None


class QuoteItemView(Wire):
    id: str
    title: Texts
    quantity: int
    unit: MoneyWire
    total: MoneyWire
    tax_rate: int = 0
    legal_basis: str


class QuoteView(Wire):
    quote_id: str
    items: list[QuoteItemView]
    total: MoneyWire
    valid_until: Moment


class DeclarationMade(Wire):
    id: Id
    text_digest: ContentDigest
    accepted: bool


class Delivery(Wire):
    channel: Literal["mailbox", "post", "pickup", "printHere"]


class Confirmation(Wire):
    shown_at: Moment
    confirmed_at: Moment
    terminal_id: Annotated[str, Field(max_length=64)]
    form: Literal["directInput"]


class NewSubmission(Wire):
    declarations: list[DeclarationMade]
    delivery: Delivery
    payment_id: Id | None = None
    confirmation: Confirmation


class Expected(Wire):
    min: int
    max: int
    unit: str


class SubmissionResult(Wire):
    document_id: str


class SubmissionView(Wire):
    reference: str
    state: str
    receipt_id: str
    expected: Expected
    result: SubmissionResult | None = None
    """There when the register answered at once."""
