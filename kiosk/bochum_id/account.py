"""The citizen's account: details and their origin, consents, who saw what, cards, its end (contract 3)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from kiosk.bochum_id.once import Caller
from kiosk.bochum_id.organisations import Organisation, read_organisation
from kiosk.bochum_id.paging import Page, read_page, with_query
from kiosk.bochum_id.reading import Part
from kiosk.bochum_id.transport import MERGE_PATCH, Answer, Call, json_bytes
from kiosk.bochum_id.values import JsonObject, Level

_PATH = "/v1/account"


@dataclass(frozen=True, slots=True)
class Attribute:
    """A detail, and who says so since when."""

    name: str
    value: str = field(repr=False)
    source: str
    """`eid` is the card, `self` the citizen."""
    level: Level
    verified_at: datetime


@dataclass(frozen=True, slots=True)
class Preferences:
    language: str | None = field(repr=False)
    """BCP 47; None where nobody has chosen."""
    large_text: bool = field(repr=False)
    high_contrast: bool = field(repr=False)
    plain_language: bool = field(repr=False)


@dataclass(frozen=True, slots=True)
class Account:
    id: str
    etag: str
    """For `If-Match`: the version this terminal has seen."""
    username: str | None = field(repr=False)
    """None without password login."""
    attributes: tuple[Attribute, ...]
    preferences: Preferences
    acting_for: tuple[Organisation, ...]
    """Whom the citizen may also act for."""

    def attribute(self, name: str) -> Attribute | None:
        for attribute in self.attributes:
            if attribute.name == name:
                return attribute
        return None


@dataclass(frozen=True, slots=True)
class AccountChange:
    """What the citizen may change; a member left as None stays, "" removes the detail."""

    email: str | None = field(default=None, repr=False)
    phone: str | None = field(default=None, repr=False)
    postal_contact: str | None = field(default=None, repr=False)
    language: str | None = field(default=None, repr=False)
    large_text: bool | None = field(default=None, repr=False)
    high_contrast: bool | None = field(default=None, repr=False)
    plain_language: bool | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Consent:
    id: str
    granted: bool = field(repr=False)
    changed_at: datetime | None = field(repr=False)
    """None where nobody has been asked."""


@dataclass(frozen=True, slots=True)
class ActivityEntry:
    """Somebody saw or used something."""

    id: str
    at: datetime
    kind: str = field(repr=False)
    terminal_id: str | None = field(repr=False)
    method: str | None = field(repr=False)
    recipient: str | None = field(repr=False)
    reference: str | None = field(repr=False)


@dataclass(frozen=True, slots=True)
class EidLink:
    """A card that opens the account; its pseudonym is told to nobody."""

    id: str
    document_type: str | None = field(repr=False)
    linked_at: datetime
    valid_until: date | None = field(repr=False)


@dataclass(frozen=True, slots=True)
class DeletionRequest:
    id: str
    requested_at: datetime
    effective_at: datetime
    """Until then it can be taken back at the city."""


class CitizenAccount:
    """The account of whoever is signed in."""

    def __init__(self, citizen: Caller) -> None:
        self._citizen = citizen

    def profile(self) -> Account:
        return _account(self._citizen.send(Call("GET", _PATH)))

    def change(self, account: Account, change: AccountChange) -> Account:
        """Change contact and preferences; Refused precondition-failed when `account` is not the newest."""
        headers = {"If-Match": account.etag}
        call = Call("PATCH", _PATH, json_bytes(_patch(change)), MERGE_PATCH, headers=headers)
        return _account(self._citizen.send(call))

    def consents(self) -> tuple[Consent, ...]:
        part = self._citizen.send(Call("GET", f"{_PATH}/consents")).json()
        return tuple(_consent(item) for item in part.member("items").items())

    def decide(self, consent: Consent, *, granted: bool) -> Consent:
        """Give a consent or take it back; the same again changes nothing."""
        call = Call("PUT", f"{_PATH}/consents/{consent.id}", json_bytes({"granted": granted}))
        return _consent(self._citizen.send(call).json())

    def activity(self, cursor: str | None = None) -> Page[ActivityEntry]:
        """Who saw or used what, the latest first."""
        path = with_query(f"{_PATH}/activity", cursor=cursor)
        return read_page(self._citizen.send(Call("GET", path)).json(), _entry)

    def eid_links(self) -> tuple[EidLink, ...]:
        part = self._citizen.send(Call("GET", f"{_PATH}/eid-links")).json()
        return tuple(_link(item) for item in part.member("items").items())

    def remove_eid_link(self, link: EidLink) -> None:
        """The card does not open the account any more."""
        self._citizen.send(Call("DELETE", f"{_PATH}/eid-links/{link.id}"))

    def request_deletion(self) -> DeletionRequest:
        """Ask for the end of the account; Refused level-too-low below substantiell."""
        path = f"{_PATH}/deletion-requests"
        return self._citizen.do_once("delete account", path, lambda: b"", _deletion)


def _patch(change: AccountChange) -> JsonObject:
    contact: Mapping[str, str | None] = {
        "email": change.email,
        "phone": change.phone,
        "postalContact": change.postal_contact,
    }
    patch: JsonObject = {name: value or None for name, value in contact.items() if value is not None}
    chosen: Mapping[str, str | bool | None] = {
        "language": change.language,
        "largeText": change.large_text,
        "highContrast": change.high_contrast,
        "plainLanguage": change.plain_language,
    }
    preferences: JsonObject = {
        name: None if value == "" else value for name, value in chosen.items() if value is not None
    }
    return {**patch, "preferences": preferences} if preferences else patch


def _deletion(answer: Answer) -> DeletionRequest:
    part = answer.json()
    return DeletionRequest(
        id=part.member("id").identifier(),
        requested_at=part.member("requestedAt").moment(),
        effective_at=part.member("effectiveAt").moment(),
    )


def _account(answer: Answer) -> Account:
    part = answer.json()
    return Account(
        id=part.member("id").identifier(),
        etag=answer.etag(),
        username=part.maybe("username", Part.text),
        attributes=tuple(_attribute(name, each) for name, each in part.member("attributes").members()),
        preferences=_preferences(part.member("preferences")),
        acting_for=tuple(read_organisation(item) for item in part.member("actingFor").items()),
    )


def _attribute(name: str, part: Part) -> Attribute:
    return Attribute(
        name=name,
        value=part.member("value").text(),
        source=part.member("source").text(),
        level=part.member("level").one_of(Level),
        verified_at=part.member("verifiedAt").moment(),
    )


def _preferences(part: Part) -> Preferences:
    return Preferences(
        language=part.maybe("language", Part.text),
        large_text=bool(part.maybe("largeText", Part.truth)),
        high_contrast=bool(part.maybe("highContrast", Part.truth)),
        plain_language=bool(part.maybe("plainLanguage", Part.truth)),
    )


def _consent(part: Part) -> Consent:
    return Consent(
        id=part.member("id").identifier(),
        granted=part.member("granted").truth(),
        changed_at=part.maybe("changedAt", Part.moment),
    )


def _entry(part: Part) -> ActivityEntry:
    return ActivityEntry(
        id=part.member("id").identifier(),
        at=part.member("at").moment(),
        kind=part.member("kind").text(),
        terminal_id=part.maybe("terminalId", Part.text),
        method=part.maybe("method", Part.text),
        recipient=part.maybe("recipient", Part.text),
        reference=part.maybe("reference", Part.text),
    )


def _link(part: Part) -> EidLink:
    return EidLink(
        id=part.member("id").identifier(),
        document_type=part.maybe("type", Part.text),
        linked_at=part.member("linkedAt").moment(),
        valid_until=part.maybe("validUntil", Part.day),
    )
