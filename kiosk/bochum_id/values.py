"""What Bochum-ID tells the terminal, as frozen values; citizens' data and secrets never show in a repr."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import Enum

from kiosk.bochum_id.dpop import DpopKey

type JsonValue = bool | int | float | str | list[JsonValue] | dict[str, JsonValue] | None
type JsonObject = dict[str, JsonValue]

DEFAULT_LANGUAGE = "de"


# ---------------------------------------------------------------- words and money


@dataclass(frozen=True, slots=True)
class LocalisedText:
    """One text in several languages; German is always there."""

    entries: tuple[tuple[str, str], ...]
    """(BCP 47 language code, text), each code once."""

    @classmethod
    def of(cls, texts: Mapping[str, str]) -> "LocalisedText":
        """Take `{"de": …, "en": …}`; ValueError when German is missing."""
        if DEFAULT_LANGUAGE not in texts:
            raise ValueError(f"a text needs German ({DEFAULT_LANGUAGE!r}); it has only {sorted(texts)}")
        return cls(tuple(sorted(texts.items())))

    def in_language(self, code: str) -> str:
        """Give the text in `code`, in German where nobody has translated it."""
        texts = dict(self.entries)
        return texts.get(code, texts[DEFAULT_LANGUAGE])


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in integer minor units, as the server decided it."""

    amount_cents: int
    currency: str = "EUR"


class Level(Enum):
    """Level of assurance (Vertrauensniveau, TR-03107-1)."""

    NONE = "none"
    """Nobody has said who they are."""
    NORMAL = "normal"
    SUBSTANTIELL = "substantiell"
    HOCH = "hoch"

    def reaches(self, required: "Level") -> bool:
        """True when this level is enough where `required` is asked for."""
        ascending = tuple(Level)
        return ascending.index(self) >= ascending.index(required)


# ---------------------------------------------------------------- the catalogue


class Audience(Enum):
    """For whom a service is (contract, section 4)."""

    CITIZEN = "citizen"
    ORGANISATION = "organisation"


@dataclass(frozen=True, slots=True)
class Keywords:
    """What people call a service, in whatever language they think of it."""

    entries: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """(BCP 47 language code, words), each code once."""

    def in_language(self, code: str) -> tuple[str, ...]:
        """Give the words of one language; none where nobody has thought of any."""
        return dict(self.entries).get(code, ())

    def in_all(self) -> tuple[str, ...]:
        """Give every word once: somebody may read German and think in Turkish."""
        return tuple(dict.fromkeys(word for _, words in self.entries for word in words))


class Destination(Enum):
    """Where a service of mode `localOnly` leads: a place that the terminal has of its own."""

    PIN_FIRST_AID = "pinFirstAid"
    APPOINTMENTS = "appointments"
    ACCOUNT = "account"


@dataclass(frozen=True, slots=True)
class Topic:
    """A life situation and the services that belong to it."""

    id: str
    title: LocalisedText
    icon: str
    """Name of a picture `icon-<icon>.svg`."""
    service_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ServiceSummary:
    """What a service is, before its definition is fetched."""

    id: str
    definition_path: str
    version: int
    digest: str
    """`sha-256=:…:` over the bytes of the definition document (RFC 9530 form)."""
    title: LocalisedText
    summary: LocalisedText
    icon: str
    fee_from: Money
    fee_to: Money
    fee_note: LocalisedText
    required_level: Level
    keywords: Keywords = field(default=Keywords(), repr=False)
    audience: frozenset[Audience] = frozenset({Audience.CITIZEN})
    min_age: int | None = None
    is_open: bool = True
    """False while nobody can use it; it stays in its place and says so."""
    closed_because: LocalisedText | None = None
    """Why it is not open, where the city says so."""
    destination: Destination | None = None
    """Where it leads, if that is a place of the terminal's own."""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All topics in their order, and all services."""

    version: str
    office: LocalisedText
    authority: LocalisedText
    topics: tuple[Topic, ...] = field(repr=False)
    services: tuple[ServiceSummary, ...] = field(repr=False)

    def service(self, service_id: str) -> ServiceSummary:
        """Find a service; KeyError when the catalogue has none of that id."""
        for service in self.services:
            if service.id == service_id:
                return service
        raise KeyError(service_id)


# ---------------------------------------------------------------- signing in


@dataclass(frozen=True, slots=True)
class LoginAttempt:
    """A login under way, with the two secrets only this visit has: PKCE verifier and DPoP key."""

    id: str
    tc_token_url: str = field(repr=False)
    """Works once, within 60 seconds."""
    confirmation_code: str
    """Two digits, also in the TransactionInfo that the citizen sees."""
    provider_name: str
    purpose: str
    code_verifier: str = field(repr=False)
    dpop_key: DpopKey = field(repr=False)
    steps_up: bool = False
    """True when it raises the level of the session there is; `dpop_key` is that session's then."""


class SignInMethod(Enum):
    """What a citizen proved to be who they are with."""

    EID = "eid"
    PASSWORD = "password"  # noqa: S105 - the method's name


@dataclass(frozen=True, slots=True)
class AccountQuestion:
    """The card is new here, but an account fits its data: only the citizen can say whose it is.

    The code works once, within three minutes.
    """

    code: str = field(repr=False)
    link_to: str = field(repr=False)


class AccountMode(Enum):
    """Which account a session works with (contract 2.2)."""

    EXISTING = "existing"
    CREATE = "create"
    TRANSIENT = "transient"
    """One-off use: nothing stays but what is submitted."""


@dataclass(frozen=True, slots=True)
class CitizenSession:
    """Who is signed in and for how long; the token itself stays inside the client."""

    id: str
    level: Level
    display_name: str = field(repr=False)
    """Empty at level NONE."""
    account_mode: AccountMode
    idle_seconds: int
    absolute_end: datetime
    methods: frozenset[SignInMethod] = frozenset({SignInMethod.EID})
    """Empty at level NONE."""


# ---------------------------------------------------------------- an application


@dataclass(frozen=True, slots=True)
class FieldError:
    """The server's objection to one answer."""

    pointer: str
    """JSON Pointer into the application's data (RFC 6901); "" is the whole."""
    keyword: str
    """The JSON Schema keyword that failed."""


@dataclass(frozen=True, slots=True)
class Draft:
    """An application the city keeps, not yet sent."""

    id: str
    etag: str
    """For `If-Match`: the version this terminal has seen."""
    service_id: str
    definition_version: int
    data: JsonObject = field(repr=False)
    locked: frozenset[str]
    """JSON Pointers that came from the card and cannot be changed, with or without a value."""
    valid: bool
    errors: tuple[FieldError, ...]


@dataclass(frozen=True, slots=True)
class QuoteItem:
    id: str
    title: LocalisedText
    quantity: int
    unit: Money
    total: Money
    legal_basis: str


@dataclass(frozen=True, slots=True)
class Quote:
    """What it costs, binding for the terminal."""

    id: str
    items: tuple[QuoteItem, ...]
    total: Money

    @property
    def is_free(self) -> bool:
        return self.total.amount_cents == 0


@dataclass(frozen=True, slots=True)
class DeskPayment:
    """To be paid at the cash desk, under its reference (Kassenzeichen)."""

    id: str
    reference: str
    total: Money


@dataclass(frozen=True, slots=True)
class Submission:
    """An application that was sent; there is either a document already, or a slip for the cash desk."""

    reference: str
    receipt_id: str
    document_id: str | None
    """None while a fee is due at the cash desk."""
    pay_by: date | None = None
    """By when the bill is to be paid that follows; None where there is none."""


@dataclass(frozen=True, slots=True)
class AcceptedDeclaration:
    """A declaration the citizen made, in the very words that were on the screen."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class PdfDocument:
    """A sheet for the printer, held in memory only."""

    title: LocalisedText
    content: bytes = field(repr=False)


class PrintOutcome(Enum):
    """What became of a print job (contract section 7)."""

    PRINTED = "printed"
    JAM = "jam"
    OUT_OF_PAPER = "outOfPaper"
    ABORTED = "aborted"


@dataclass(frozen=True, slots=True)
class PrintJob:
    """A document on its way to paper, as the city counts it."""

    id: str


class AssistanceReason(Enum):
    """Why somebody from the front desk should come (contract section 10)."""

    ASKED_FOR_HELP = "citizenAskedForHelp"
    CARD_FORGOTTEN = "cardForgotten"
    PRINTER_JAM = "printerJam"
