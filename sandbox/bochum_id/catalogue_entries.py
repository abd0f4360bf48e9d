"""What the catalogue says of a service: taken from its definition, so that a service is one file."""

from collections.abc import Iterable, Mapping
from typing import Final, cast

from sandbox.bochum_id.tables import JsonObject, JsonValue

NOT_APPLIED_FOR_HERE: Final = frozenset({"localOnly", "external", "infoOnly"})
"""Kiosk modes without an application (contract section 4)."""
_NOTHING: Final[JsonObject] = {
    "prefill": [],
    "attachments": [],
    "fees": [],
    "payment": {"channels": []},
    "declarations": [],
}
"""What a definition means that leaves these members out."""
_NO_FORM: Final[JsonObject] = {
    "dataSchema": {"type": "object", "additionalProperties": False},
    "steps": [],
    "delivery": {"channels": [], "default": ""},
}
"""The same where nothing is applied for."""
_LAST: Final = 1000
"""Where a service stands among others if it does not say."""
_FREE: Final[JsonObject] = {"amount": 0, "currency": "EUR"}
_FREE_NOTE: Final[Mapping[str, str]] = {"de": "Kostenlos.", "en": "Free of charge."}


def completed(definition: JsonObject) -> JsonObject:
    """Add what a definition may leave out."""
    without = _NOTHING | (_NO_FORM if definition.get("kioskMode") in NOT_APPLIED_FOR_HERE else {})
    return without | definition


def entry_of(definition: JsonObject, digest: str) -> JsonObject:
    """Describe a service as terminals list it, before they fetch its definition.

    ValueError names what it lacks.
    """
    service_id = str(definition["id"])
    missing = [
        name
        for name in ("title", "summary", "requiredLevel", "kioskMode", "duration")
        if name not in definition
    ]
    if definition["fees"] and "fee" not in definition:
        missing.append("fee")
    if missing:
        raise ValueError(f"{service_id} cannot be offered: its definition lacks {', '.join(missing)}")
    fee = cast("JsonObject", definition.get("fee", {"from": _FREE, "to": _FREE}))
    return {
        "id": service_id,
        "definition": f"/v1/catalogue/services/{service_id}/versions/{definition['version']}",
        "digest": digest,
        "leika": definition.get("leika", []),
        "icon": definition.get("icon", "doc"),
        **{name: definition[name] for name in ("title", "summary", "requiredLevel", "kioskMode", "duration")},
        "keywords": definition.get("keywords", {}),
        "audience": definition.get("audience", ["citizen"]),
        **{name: definition[name] for name in ("minAge", "destination") if name in definition},
        "fee": {"from": fee["from"], "to": fee["to"], "note": definition.get("feeNote", {**_FREE_NOTE})},
        "available": definition.get("available", {"state": "open"}),
    }


def life_situations(known: Iterable[JsonObject], definitions: Iterable[JsonObject]) -> list[JsonValue]:
    """Put the services into the life situations they name, by their order; leave empty situations out.

    ValueError for a situation that nobody knows.
    """
    ordered = sorted(definitions, key=lambda each: (cast("int", each.get("order", _LAST)), str(each["id"])))
    situations = {str(each["id"]): each for each in known}
    inside: dict[str, list[JsonValue]] = {name: [] for name in situations}
    for definition in ordered:
        for name in cast("list[str]", definition.get("lifeSituations", [])):
            if name not in inside:
                raise ValueError(
                    f"{definition['id']} names the life situation {name!r}; "
                    f"catalogue.json knows {', '.join(situations)}"
                )
            inside[name].append(definition["id"])
    return [{**situations[name], "services": services} for name, services in inside.items() if services]
