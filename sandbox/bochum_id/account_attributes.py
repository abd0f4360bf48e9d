"""What an account knows of its person, each detail with where it comes from (contract section 3)."""

import unicodedata
from collections.abc import Mapping
from datetime import datetime
from typing import Final, cast

from sandbox.bochum_id.identifiers import sha256_base64url
from sandbox.bochum_id.tables import Account, JsonObject
from sandbox.bochum_id.wire import rfc3339

NAMES_OF_CARD: Final[Mapping[str, str]] = {
    "FamilyNames": "familyName",
    "GivenNames": "givenNames",
    "AcademicTitle": "academicTitle",
    "ArtisticName": "artisticName",
    "BirthName": "birthName",
    "DateOfBirth": "dateOfBirth",
    "PlaceOfBirth": "placeOfBirth",
    "PlaceOfResidence": "address",
    "Nationality": "nationality",
}
"""TR-03130's names and the account's."""


def value_of(account: Account, name: str) -> str | None:
    """Give an attribute's value; None when the account has none."""
    attribute = cast("JsonObject | None", account.attributes.get(name))
    return str(attribute["value"]) if attribute else None


def is_verified(account: Account, name: str) -> bool:
    """Tell whether a card said it."""
    attribute = cast("JsonObject | None", account.attributes.get(name))
    return attribute is not None and attribute["source"] == "eid"


def attribute(value: str, source: str, level: str, verified_at: datetime) -> JsonObject:
    return {"value": value, "source": source, "level": level, "verifiedAt": rfc3339(verified_at)}


def take_over(account: Account, card: JsonObject, now: datetime) -> None:
    """Keep what a card said at level hoch; what it was not asked stays as it was."""
    read = {
        NAMES_OF_CARD[name]: attribute(str(value), "eid", "hoch", now)
        for name, value in card.items()
        if name in NAMES_OF_CARD
    }
    account.attributes = {**account.attributes, **read}
    account.identity = identity_of_card(card) or account.identity
    account.version += 1


def identity_of_card(card: JsonObject) -> str | None:
    """Digest names and birth date, to find the account of somebody whose card is new; None when unknown."""
    if "FamilyNames" not in card or "DateOfBirth" not in card:
        return None
    parts = (card["FamilyNames"], card.get("GivenNames", ""), card["DateOfBirth"])
    return sha256_base64url("\n".join(_comparable(str(part)) for part in parts))


def same_birth_place(account: Account, card: JsonObject) -> bool:
    """Compare where both are known; True where one is not."""
    known, read = value_of(account, "placeOfBirth"), card.get("PlaceOfBirth")
    return known is None or read is None or _comparable(known) == _comparable(str(read))


def display_name(card: JsonObject, account: Account | None) -> str:
    """Write initial and family name, from the card if it lies here, else from the account."""
    given, family = str(card.get("GivenNames", "")), str(card.get("FamilyNames", ""))
    if not family and account is not None:
        given, family = value_of(account, "givenNames") or "", value_of(account, "familyName") or ""
    return f"{given[:1]}. {family}" if given else family


def _comparable(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())
