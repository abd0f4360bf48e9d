"""Messages of the citizen's account: details and their origin, consents, activity, cards (contract 3)."""

from typing import Annotated, Literal

from pydantic import Field

from sandbox.bochum_id.levels import Level
from sandbox.bochum_id.wire import Id, Moment, Wire
from sandbox.bochum_id.wire_login import UiLanguage

type ConsentId = Literal["electronicDelivery", "mailboxNotificationEmail"]


class AttributeView(Wire):
    """A detail and who says so."""

    value: str
    source: Literal["eid", "self"]
    level: Level
    verified_at: Moment


class Preferences(Wire):
    language: UiLanguage | None = Field(None, examples=["de"])
    large_text: bool | None = None
    high_contrast: bool | None = None
    plain_language: bool | None = None


class RepresentedView(Wire):
    """An organisation that the person may act for."""

    id: str
    name: str
    scope: Literal["full", "read"]
    since: Moment


class AccountView(Wire):
    id: str
    type: Literal["person"] = "person"
    username: str | None = None
    attributes: dict[str, AttributeView] = Field(
        description="By name: familyName, givenNames, dateOfBirth, address, email, phone and so on.",
        examples=[
            {
                "familyName": {
                    "value": "Mustermann",
                    "source": "eid",
                    "level": "hoch",
                    "verifiedAt": "2026-11-23T14:58:00Z",
                }
            }
        ],
    )
    preferences: Preferences
    acting_for: list[RepresentedView]


class AccountPatch(Wire):
    """What the citizen says of themselves; null removes. What a card said is changed by a card only."""

    email: (
        Annotated[
            str,
            Field(
                max_length=254,
                pattern=r"^[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(\.[A-Za-z0-9-]{1,63}){1,8}$",
                examples=["erika@example.org"],
            ),
        ]
        | None
    ) = None
    phone: (
        Annotated[str, Field(pattern=r"^\+?[0-9][0-9 ()/-]{4,30}$", examples=["+49 234 5550147"])] | None
    ) = None
    postal_contact: (
        Annotated[
            str,
            Field(
                min_length=1,
                max_length=200,
                pattern=r"^[^\x00-\x1f\x7f-\x9f]+$",
                examples=["c/o Gabler, Kortumstraße 112, 44787 Bochum"],
            ),
        ]
        | None
    ) = None
    preferences: Preferences | None = None


class ConsentView(Wire):
    id: str
    granted: bool
    changed_at: Moment | None = None
    """Missing where nobody has been asked."""


class ConsentDecision(Wire):
    granted: bool


class ConsentList(Wire):
    items: list[ConsentView]


class ActivityView(Wire):
    id: str
    at: Moment
    kind: str
    terminal_id: str | None = None
    method: Literal["eid", "password"] | None = None
    recipient: str | None = None
    """Who got to see the data."""
    actor: str | None = None
    """Who acted for the organisation."""
    reference: str | None = None
    """The id of the thing it is about."""


class ActivityPage(Wire):
    items: list[ActivityView]
    next_cursor: str | None = None


class EidLinkView(Wire):
    """A card that opens the account; its pseudonym is told to nobody."""

    id: Id = Field(examples=["lnk_0193a0c1-7b1e-7c55-9c41-5f0e7f1d2a3b"])
    type: str | None = None
    """ID, AR, … where the card was asked."""
    linked_at: Moment
    valid_until: str | None = None


class EidLinkList(Wire):
    items: list[EidLinkView]


class DeletionRequestView(Wire):
    id: str
    requested_at: Moment
    effective_at: Moment
    """Until then the city can take it back."""
