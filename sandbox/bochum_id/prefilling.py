"""What a new draft is filled in with: from the card, the account, the organisation it is opened for."""

from typing import cast

from sqlalchemy.orm import Session

from sandbox.bochum_id.account_attributes import NAMES_OF_CARD
from sandbox.bochum_id.callers import CitizenCaller
from sandbox.bochum_id.catalogue import Service
from sandbox.bochum_id.json_documents import with_value
from sandbox.bochum_id.register_entries import prefill_of_register
from sandbox.bochum_id.tables import Account, JsonObject, JsonValue, Organisation

_REGISTER_LEVEL = "substantiell"
"""What the city knows of an organisation comes from a register, not from the card at hand."""
_UNKNOWN: JsonObject = {"source": "self", "level": "normal", "locked": False}


def prefilled(
    db: Session, service: Service, caller: CitizenCaller, account: Account, organisation: Organisation | None
) -> tuple[JsonObject, JsonObject]:
    """Fill in what is known; return data and provenance.

    With a card, a locked target without a value stays locked: the card had nothing there, or the citizen
    kept it back. Without one, what a card once said is locked at the level it was said at, and the rest is
    the citizen's to say. What belongs to an organisation stays open for a person who acts for none.
    """
    data: JsonObject = {}
    provenance: JsonObject = {}
    for rule in cast("list[dict[str, str | bool]]", service.definition["prefill"]):
        target = str(rule["target"])
        source, _, name = str(rule["from"]).partition(".")
        lock = bool(rule["lock"])
        value: JsonValue
        if source == "organisation":
            if organisation is None:
                continue
            value = organisation.attributes.get(name)
            origin: JsonObject = {"source": source, "level": _REGISTER_LEVEL, "locked": lock}
        elif source == "caller":
            value = "organisation" if caller.acting_for else "citizen"
            origin = {"source": source, "level": caller.level, "locked": lock}
        elif source == "register":
            value = prefill_of_register(db, name, caller.owner_id)
            origin = {"source": source, "level": _REGISTER_LEVEL, "locked": lock}
        elif source == "eid" and caller.attributes:
            value = caller.attributes.get(name)
            origin = {"source": source, "level": caller.level, "locked": lock}
        else:
            value, origin = _from_account(account, NAMES_OF_CARD.get(name, name), lock=lock)
        if value is not None:
            data = with_value(data, target, value)
        provenance[target] = origin
    return data, provenance


def _from_account(account: Account, name: str, *, lock: bool) -> tuple[JsonValue, JsonObject]:
    """Give what the account knows and where from; only what a card said can be locked."""
    known = cast("JsonObject | None", account.attributes.get(name))
    if known is None:
        return None, _UNKNOWN
    locked = lock and known["source"] == "eid"
    return known["value"], {"source": known["source"], "level": known["level"], "locked": locked}
