"""What stands on the papers a citizen takes home, before it is set."""

from dataclasses import dataclass, field
from datetime import date, datetime

from sandbox.bochum_id.paper_words import Both


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a certificate, in German and in the visitor's language."""

    label: str
    label_gloss: str
    value: str = field(repr=False)
    value_gloss: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class CertificateSheet:
    language: str
    extended: bool
    copies: int
    entries: tuple[Entry, ...] = field(repr=False)
    issued_at: datetime
    reference: str
    verification_code: str
    verification_url: str


@dataclass(frozen=True, slots=True)
class ConfirmationSheet:
    language: str
    title: Both
    """What was declared."""
    legal: str
    entries: tuple[Entry, ...] = field(repr=False)
    issued_at: datetime
    reference: str
    verification_code: str
    verification_url: str


@dataclass(frozen=True, slots=True)
class Expected:
    """When and where somebody is expected, on a receipt or a slip."""

    start: datetime
    office: str
    address: str
    number: str
    bring: tuple[Both, ...] = ()


@dataclass(frozen=True, slots=True)
class SlipLine:
    text: str
    gloss: str
    cents: int


@dataclass(frozen=True, slots=True)
class DeskSlip:
    """What is to be paid at the cash desk."""

    language: str
    total_cents: int
    reference: str
    """Kassenzeichen."""
    lines: tuple[SlipLine, ...]
    issued_at: datetime
    valid_until: datetime
    expected: Expected | None = None


@dataclass(frozen=True, slots=True)
class Bill:
    """What is to be transferred."""

    language: str
    total_cents: int
    reference: str
    """Kassenzeichen."""
    lines: tuple[SlipLine, ...]
    issued_at: datetime
    due: date


@dataclass(frozen=True, slots=True)
class ReceiptSheet:
    language: str
    title: Both
    reference_label: Both
    reference: str
    facts: tuple[tuple[Both, Both], ...] = field(repr=False)
    """Label and value."""
    lines: tuple[SlipLine, ...]
    issued_at: datetime
    card_lines: tuple[str, ...] = field(default=(), repr=False)
    expected: Expected | None = None
