"""What a service is: its questions, fees and texts, as the terminal understands its definition document.

The format is Appendix A of the contract; `kiosk.services.reading` makes these values from JSON.
"""

from dataclasses import dataclass, field
from enum import Enum

from kiosk.bochum_id.values import Audience, Keywords, Level, LocalisedText, Money
from kiosk.services.address import Address
from kiosk.services.asking import PLAINLY, Asking
from kiosk.services.beyond_form import AppointmentNeed, AttachmentSlot, Destination, External, Section
from kiosk.services.condition import ALWAYS, NEVER, Condition
from kiosk.services.schema import Schema

type Answer = str | int | tuple[str, ...] | Address
"""What was typed or the chosen option; a number, or yes and no; the chosen options; an address."""


class Widget(Enum):
    """How a question is asked; the view draws each once, for all services."""

    CHOICE_CARDS = "choiceCards"
    """One of a few: the answer is the option's value."""
    CHECK_CARDS = "checkCards"
    """Any number of a few: the answer is a tuple of option values."""
    TEXT = "text"
    """Typed: the answer is a text."""
    STEPPER = "stepper"
    """A small number by plus and minus: the answer is an integer."""
    NUMBER = "number"
    """A number that is typed: the answer is its text, which stands for an integer in the data."""
    YES_NO = "yesNo"
    """One of two cards: the answer is true or false."""
    DATE = "date"
    """Day, month and year: the answer is their text, which stands for a calendar date."""
    ADDRESS = "address"
    """Street, house number, postcode and town: the answer is an address."""
    EMAIL = "email"
    PHONE = "phone"
    IBAN = "iban"
    """Typed in groups of four; the data has it without gaps."""
    CONSENT = "consent"
    """A sentence to tick, without which nothing goes on: the answer is true."""


class StepKind(Enum):
    """What a step of a service is; only FORM steps ask something of the form."""

    FORM = "form"
    ATTACHMENTS = "attachments"
    APPOINTMENT = "appointment"
    SUMMARY = "summary"
    PAYMENT = "payment"
    SUBMISSION = "submission"
    RESULT = "result"


class KioskMode(Enum):
    """How far the terminal can carry a service (contract, section 4)."""

    END_TO_END = "endToEnd"
    SUBMIT = "submit"
    PREFILL_APPOINTMENT = "prefillAppointment"
    LOCAL_ONLY = "localOnly"
    EXTERNAL = "external"
    INFO_ONLY = "infoOnly"


class TimeUnit(Enum):
    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"


@dataclass(frozen=True, slots=True)
class Duration:
    """From the visit to the result."""

    least: int
    most: int
    unit: TimeUnit


@dataclass(frozen=True, slots=True)
class Option:
    """One answer that can be picked."""

    value: str
    title: LocalisedText
    text: LocalisedText | None = None
    note: LocalisedText | None = None
    """What stands at the end of the card, such as a price."""


@dataclass(frozen=True, slots=True)
class Field:
    """One question. Its scope is the JSON Pointer of the answer in the application's data."""

    scope: str
    widget: Widget
    label: LocalisedText
    help: LocalisedText | None
    options: tuple[Option, ...]
    """In the order of the document; empty unless the widget shows cards."""
    least: int
    """Smallest number of a stepper, fewest characters of a text, fewest chosen cards."""
    most: int
    """Largest number, most characters, most chosen cards."""
    default: Answer | None
    """What holds until the citizen says otherwise."""
    is_date: bool
    """True when the value is a calendar date, perhaps with unknown day or month (`1964-XX-XX`)."""
    asking: Asking = PLAINLY
    """What only some widgets have to know."""
    visible: Condition = ALWAYS
    enabled: Condition = ALWAYS
    required: Condition = NEVER
    """Demands an answer that the schema alone would not."""


@dataclass(frozen=True, slots=True)
class StepDefinition:
    id: str
    kind: StepKind
    title: LocalisedText
    help: LocalisedText | None
    fields: tuple[Field, ...]
    visible: Condition


@dataclass(frozen=True, slots=True)
class Prefill:
    """Where the server takes a value from, for instance `eid.FamilyNames`."""

    target: str
    source: str
    lock: bool


@dataclass(frozen=True, slots=True)
class Fee:
    """One line of the price; the server's quote alone is binding."""

    id: str
    title: LocalisedText
    unit: Money
    quantity: int | str
    """A number, or the scope where it stands."""
    when: Condition
    legal_basis: str


@dataclass(frozen=True, slots=True)
class Pictured:
    """A line with a picture `icon-<icon>.svg`."""

    icon: str
    title: LocalisedText
    text: LocalisedText | None


@dataclass(frozen=True, slots=True)
class Declaration:
    """What the citizen declares before sending."""

    id: str
    text: LocalisedText


@dataclass(frozen=True, slots=True)
class Privacy:
    notice: str
    retention_days: int
    text: LocalisedText | None


@dataclass(frozen=True, slots=True)
class ServiceDefinition:
    """A whole service. Immutable at the server as well: another text is another version."""

    id: str
    version: int
    title: LocalisedText
    summary: LocalisedText | None
    about: LocalisedText | None
    office: LocalisedText | None
    """Who decides."""
    legal_basis: tuple[str, ...]
    required_level: Level
    kiosk_mode: KioskMode
    duration: Duration
    fee_note: LocalisedText | None
    bring: tuple[Pictured, ...]
    result: Pictured | None
    """What the citizen has in the end."""
    schema: Schema = field(repr=False)
    prefill: tuple[Prefill, ...] = field(repr=False)
    steps: tuple[StepDefinition, ...] = field(repr=False)
    fees: tuple[Fee, ...]
    payment_channels: tuple[str, ...]
    delivery_channels: tuple[str, ...]
    default_delivery: str
    declarations: tuple[Declaration, ...]
    privacy: Privacy
    icon: str
    """Name of a picture `icon-<icon>.svg`."""
    life_situations: tuple[str, ...]
    order: int
    """Where it stands among the services of a life situation; small numbers first."""
    keywords: Keywords
    fee_range: tuple[Money, Money]
    """The least and the most it may cost."""
    is_open: bool
    audience: frozenset[Audience]
    """For whom it can be applied for; the terminal asks where there is a choice."""
    min_age: int | None
    attachments: tuple[AttachmentSlot, ...]
    appointment: AppointmentNeed | None
    destination: Destination | None
    """Where it leads; there if and only if the mode is LOCAL_ONLY."""
    external: External | None
    """There if and only if the mode is EXTERNAL."""
    information: tuple[Section, ...]
    """There if and only if the mode is INFO_ONLY."""
    fields: tuple[Field, ...] = field(init=False, repr=False, compare=False)
    """Every question, in the order of the steps."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "fields", tuple(each for step in self.steps for each in step.fields))
