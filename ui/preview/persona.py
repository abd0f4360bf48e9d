"""The invented citizen of a preview: what a card, an account or a company's entry would say."""

from datetime import UTC, datetime
from typing import Final

from kiosk.bochum_id.values import AccountMode, CitizenSession, Draft, JsonObject, JsonValue, Level
from kiosk.services.definition import ServiceDefinition
from kiosk.services.pointer import put

SESSION: Final = CitizenSession(
    id="ses_preview",
    level=Level.HOCH,
    display_name="Hannelore Beispiel",
    account_mode=AccountMode.TRANSIENT,
    idle_seconds=3600,
    absolute_end=datetime(9999, 12, 31, tzinfo=UTC),
)

_SAID: Final[dict[str, JsonValue]] = {
    "eid.FamilyNames": "Beispiel",
    "eid.GivenNames": "Hannelore",
    "eid.BirthName": "Muster",
    "eid.DateOfBirth": "1948-03-17",
    "eid.PlaceOfBirth": "Bochum",
    "eid.PlaceOfResidence": "Kortumstraße 12, 44787 Bochum",
    "eid.Nationality": "D",
    "organisation.name": "Beispiel und Töchter GmbH",
    "organisation.legalForm": "GmbH",
    "organisation.registerNumber": "HRB 4711",
    "organisation.address": "Kortumstraße 14, 44787 Bochum",
}
"""By the name of the source. No card says an artist's name or a doctorate."""


def draft_for(definition: ServiceDefinition) -> Draft:
    """Make the application as the city would open it."""
    data: JsonObject = {}
    for rule in definition.prefill:
        if rule.source in _SAID:
            put(data, rule.target, _SAID[rule.source])
    locked = frozenset(rule.target for rule in definition.prefill if rule.lock)
    return Draft("app_preview", '"1"', definition.id, definition.version, data, locked, False, ())  # noqa: FBT003 - a value of the contract
