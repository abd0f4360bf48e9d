"""What a service definition demands, as the server decides: visibility, validity, fees (Appendix A)."""

from dataclasses import dataclass
from datetime import date
from typing import cast

import jsonschema_rs
from jsonschema_rs import ValidationErrorKind as Kind

from sandbox.bochum_id.catalogue import Service
from sandbox.bochum_id.day_limits import untimely
from sandbox.bochum_id.json_documents import ABSENT, lookup, pointer_of, without
from sandbox.bochum_id.problems import FieldError
from sandbox.bochum_id.tables import JsonObject, JsonValue

UNKNOWN_MEMBER = "additionalProperties"
"""The keyword of an objection to a member that the definition does not know."""


def holds(condition: JsonValue, data: JsonObject) -> bool:
    """Evaluate a condition; an undefined scope makes it false. ValueError for an unknown form."""
    match condition:
        case {"all": list(parts)}:
            return all(holds(part, data) for part in parts)
        case {"any": list(parts)}:
            return any(holds(part, data) for part in parts)
        case {"not": inner}:
            return not holds(inner, data)
        case {"scope": str(scope), "schema": schema}:
            value = lookup(data, scope)
            return value is not ABSENT and jsonschema_rs.is_valid(
                cast("bool | dict[str, object]", schema), value
            )
        case _:
            raise ValueError("a condition is {scope, schema}, {all}, {any} or {not}")


def visible_data(service: Service, data: JsonObject) -> JsonObject:
    """Drop what the form hides; repeated, since a hidden answer can hide another."""
    hidden = {
        scope
        for scope, conditions in _visibility(service)
        if lookup(data, scope) is not ABSENT and not all(holds(condition, data) for condition in conditions)
    }
    if not hidden:
        return data
    for scope in hidden:
        data = without(data, scope)
    return visible_data(service, data)


def _visibility(service: Service) -> list[tuple[str, list[JsonValue]]]:
    found: list[tuple[str, list[JsonValue]]] = []
    for step in cast("list[JsonObject]", service.definition["steps"]):
        for element in cast("list[JsonObject]", step.get("elements", [])):
            conditions = [part["visible"] for part in (step, element) if "visible" in part]
            found.append((str(element["scope"]), conditions))
    return found


def objections(service: Service, data: JsonObject, today: date) -> tuple[FieldError, ...]:
    """List what keeps the data from being valid; never a value, only places and keywords.

    `today` is the day in Bochum, which limits such as "today+14d" count from.
    """
    found = []
    for error in service.validator.iter_errors(data):
        place = pointer_of(error.instance_path)
        match error.kind:
            case Kind.Required(str(name)):
                found.append(FieldError(place + pointer_of([name]), "required"))
            case Kind.UnevaluatedProperties(names) | Kind.AdditionalProperties(names):
                found += [FieldError(place + pointer_of([name]), UNKNOWN_MEMBER) for name in names]
            case kind:
                found.append(FieldError(place, kind.name))
    return (*found, *untimely(cast("JsonObject", service.definition["dataSchema"]), data, today))


@dataclass(frozen=True, slots=True)
class FeeItem:
    id: str
    title: JsonObject
    quantity: int
    unit_cents: int
    legal_basis: str

    @property
    def total_cents(self) -> int:
        return self.quantity * self.unit_cents


def fees(service: Service, data: JsonObject) -> tuple[FeeItem, ...]:
    """Work out what valid data costs: quantity times unit, for every fee whose condition holds.

    Amounts that only a register knows are left out.
    """
    items = []
    for fee in cast("list[JsonObject]", service.definition["fees"]):
        if "amountOf" in fee or ("when" in fee and not holds(fee["when"], data)):
            continue
        quantity = fee.get("quantity", 1)
        if isinstance(quantity, str):
            quantity = cast("JsonValue", lookup(data, quantity))
        if not isinstance(quantity, int):  # the schema says so; a definition may not
            raise TypeError(f"fee {fee['id']} of {service.id} counts something that is not a whole number")
        unit = cast("JsonObject", fee["unit"])
        items.append(
            FeeItem(
                str(fee["id"]),
                cast("JsonObject", fee["title"]),
                quantity,
                cast("int", unit["amount"]),
                str(fee.get("legalBasis", "")),
            )
        )
    return tuple(items)
