"""What a new draft is filled in with: from the card, and from the organisation it is opened for."""

from typing import cast

from sandbox.bochum_id.callers import CitizenCaller
from sandbox.bochum_id.catalogue import Service
from sandbox.bochum_id.json_documents import with_value
from sandbox.bochum_id.tables import JsonObject, Organisation

_LEVELS = {"organisation": "substantiell"}
"""What the city knows of an organisation comes from a register, not from the card at hand."""


def prefilled(
    service: Service, caller: CitizenCaller, organisation: Organisation | None
) -> tuple[JsonObject, JsonObject]:
    """Fill in what is known; return data and provenance.

    A locked target without a value stays locked: the card had nothing there, or the citizen kept it back.
    What belongs to an organisation stays open for a person who acts for none.
    """
    known: dict[str, JsonObject] = {"eid": caller.attributes}
    if organisation is not None:
        known["organisation"] = organisation.attributes
    data: JsonObject = {}
    provenance: JsonObject = {}
    for rule in cast("list[dict[str, str | bool]]", service.definition["prefill"]):
        target = str(rule["target"])
        source, _, name = str(rule["from"]).partition(".")
        value = known.get(source, {}).get(name)
        if value is not None:
            data = with_value(data, target, value)
        elif source == "organisation" and organisation is None:
            continue
        level = _LEVELS.get(source, caller.level)
        provenance[target] = {"source": source, "level": level, "locked": bool(rule["lock"])}
    return data, provenance
