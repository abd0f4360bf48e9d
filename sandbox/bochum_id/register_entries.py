"""What a definition's `register` member asks of the city's registers: is it there, what it costs."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final, cast

from sqlalchemy import select
from sqlalchemy.orm import Session

from sandbox.bochum_id.catalogue import Service
from sandbox.bochum_id.form_rules import FeeItem, fees, holds
from sandbox.bochum_id.json_documents import ABSENT, lookup
from sandbox.bochum_id.problems import FieldError
from sandbox.bochum_id.tables import Application, Charge, Dog, JsonObject, JsonValue

NOT_FOUND: Final = "notInRegister"
"""The keyword of an objection to something that no register has for this caller."""
SETTLED: Final = "settled"
"""The keyword of an objection to something that is done already."""
WRONG_GUESSES: Final = 20
"""At one terminal within the window of `guessing`: more than visitors mistype, too few to find one."""


@dataclass(frozen=True, slots=True)
class Asking:
    """Who looks into a register, and for what."""

    db: Session
    owner_id: str
    key: str


def _charge(asking: Asking) -> str | None:
    charge = asking.db.get(Charge, plain_reference(asking.key))
    if charge is None:
        return NOT_FOUND
    return SETTLED if charge.paid_at is not None else None


def _dog(asking: Asking) -> str | None:
    dog = asking.db.get(Dog, asking.key)
    return None if dog is not None and dog.keeper_id == asking.owner_id else NOT_FOUND


_REGISTERS: Final[Mapping[str, Callable[[Asking], str | None]]] = {"charges": _charge, "dogs": _dog}
"""Name to a look into it, which gives a keyword where it objects."""


def register_objections(db: Session, service: Service, data: JsonObject, owner_id: str) -> list[FieldError]:
    """List the answers that the registers do not bear out; what is not answered is none."""
    found = []
    for rule in cast("list[dict[str, str]]", _register(service.definition).get("known", [])):
        key = lookup(data, rule["target"])
        if key is ABSENT or not isinstance(key, str):
            continue
        keyword = _REGISTERS[rule["in"]](Asking(db, owner_id, key))
        if keyword is not None:
            found.append(FieldError(rule["target"], keyword))
    return found


def looks_up(service: Service, patch: JsonObject) -> bool:
    """Tell whether answers ask a register for something by its name, which could be a guess."""
    rules = cast("list[dict[str, str]]", _register(service.definition).get("known", []))
    return any(lookup(patch, rule["target"]) is not ABSENT for rule in rules)


def prefill_of_register(db: Session, name: str, owner_id: str) -> JsonValue:
    """Give what a register knows of somebody under `dogs.tag`; None where that is not one thing.

    ValueError for a name that no register answers to.
    """
    if name != "dogs.tag":
        raise ValueError(f"no register answers to {name!r}; there is 'dogs.tag'")
    tags = list(db.scalars(select(Dog.tag).where(Dog.keeper_id == owner_id)))
    return tags[0] if len(tags) == 1 else None


def due(db: Session, service: Service, data: JsonObject) -> tuple[FeeItem, ...]:
    """Work out what valid data costs, with the amounts that only a register knows."""
    items = list(fees(service, data))
    for fee in cast("list[JsonObject]", service.definition["fees"]):
        if "amountOf" not in fee or ("when" in fee and not holds(fee["when"], data)):
            continue
        key = lookup(data, str(fee["amountOf"]))
        charge = db.get(Charge, plain_reference(key)) if isinstance(key, str) else None
        if charge is not None:
            basis = str(fee.get("legalBasis", ""))
            items.append(FeeItem(str(fee["id"]), charge.title, 1, charge.cents, basis))
    return tuple(items)


def settle(db: Session, definition: JsonObject, application: Application, now: datetime) -> None:
    """Note in the register that what the application is about is paid."""
    pointer = _register(definition).get("settles")
    if not isinstance(pointer, str):
        return
    key = lookup(application.data, pointer)
    charge = db.get(Charge, plain_reference(key)) if isinstance(key, str) else None
    if charge is not None and charge.paid_at is None:
        charge.paid_at = now
        charge.application_id = application.id


def plain_reference(text: str) -> str:
    """Write a reference as the register does."""
    return "".join(text.split()).upper()


def _register(definition: JsonObject) -> JsonObject:
    return cast("JsonObject", definition.get("register", {}))
