"""Answers to a form that nobody has to invent: made from the definition's own schema, for demonstrations."""

import itertools
from collections.abc import Iterator
from datetime import date
from typing import Final, cast

import jsonschema_rs

from sandbox.bochum_id.catalogue import Service
from sandbox.bochum_id.data_formats import FORMATS
from sandbox.bochum_id.day_limits import resolved
from sandbox.bochum_id.form_rules import objections, visible_data
from sandbox.bochum_id.json_documents import with_value, without
from sandbox.bochum_id.tables import JsonObject, JsonValue

_ROUNDS: Final = 200
_WORDS: Final = (
    "Beispiel",
    "Musterstraße 12",
    "44787",
    "2026-12-01",
    "1984-08-12",
    "10:00",
    "BO-XY 123",
    "beispiel@example.org",
    "+49 234 5550147",
    "DE02120300000000202051",
    "WBA00000000000001",
    "1",
    "12",
    "123456",
    "276098100000001",
    "BO 26 100042",
)
"""What strings of any pattern are tried with."""


def sample_answers(service: Service, known: JsonObject, today: date) -> JsonObject | None:
    """Complete what is `known` to valid data; None when no sample fits, so that the form needs a default.

    Objection by objection: what is missing gets a sample, what must not be there goes, what is wrong gets the
    next sample.
    """
    data = known
    tried: dict[str, Iterator[JsonValue]] = {}
    for _ in range(_ROUNDS):
        data = visible_data(service, data)
        found = objections(service, data, today)
        if not found:
            return data
        place = found[0].pointer
        if found[0].keyword in {"additionalProperties", "falseSchema", "not"}:
            data = without(data, place) if place else data
            continue
        if place not in tried:
            tried[place] = _samples(service, place, today)
        sample = next(tried[place], None)
        if sample is None:
            return None
        data = with_value(data, place, sample)
    return None


def _samples(service: Service, pointer: str, today: date) -> Iterator[JsonValue]:
    schema = cast("JsonObject", service.definition["dataSchema"])
    for name in pointer[1:].split("/"):
        schema = _member(service, _resolved(service, schema), name)
    if "notBefore" in schema or "notAfter" in schema:
        yield from (limit.isoformat() for limit in _limits(schema, today))
    yield from _of_schema(service, _resolved(service, schema))


def _limits(schema: JsonObject, today: date) -> Iterator[date]:
    for name in ("notBefore", "notAfter"):
        if name in schema:
            yield resolved(str(schema[name]), today)


def _member(service: Service, schema: JsonObject, name: str) -> JsonObject:
    """Find a member's schema; a condition's branch may be the only one to know it."""
    properties = cast("dict[str, JsonValue]", schema.get("properties", {}))
    member = properties.get(name)
    if isinstance(member, dict):
        return member
    for branch in cast("list[JsonObject]", schema.get("allOf", [])):
        for part in ("then", "else"):
            inner = branch.get(part)
            if isinstance(inner, dict):
                found = _member(service, _resolved(service, inner), name)
                if found:
                    return found
    return {}


def _resolved(service: Service, schema: JsonObject) -> JsonObject:
    reference = schema.get("$ref")
    if not isinstance(reference, str):
        return schema
    target: JsonValue = service.definition["dataSchema"]
    for name in reference.removeprefix("#/").split("/"):
        target = cast("JsonObject", target)[name]
    return {**cast("JsonObject", target), **{key: value for key, value in schema.items() if key != "$ref"}}


def _of_schema(service: Service, schema: JsonObject) -> Iterator[JsonValue]:
    for keyword in ("const", "default"):
        if keyword in schema:
            yield schema[keyword]
    yield from cast("list[JsonValue]", schema.get("enum", []))
    match schema.get("type"):
        case "string":
            fitting = jsonschema_rs.Draft202012Validator(
                _alone(schema), validate_formats=True, formats=FORMATS
            )
            yield from (word for word in _WORDS if fitting.is_valid(word))
        case "integer" | "number":
            least = schema.get("minimum", 1)
            yield from (number for number in (least, 1, 10, 100))
        case "boolean":
            yield from (True, False)
        case "array":
            items = _resolved(service, cast("JsonObject", schema.get("items", {})))
            count = max(1, cast("int", schema.get("minItems", 1)))
            yield from (
                [*chosen] for chosen in itertools.batched(_of_schema(service, items), count, strict=False)
            )
        case "object":
            yield {}
        case _:
            pass


def _alone(schema: JsonObject) -> dict[str, object]:
    return {key: value for key, value in schema.items() if not key.startswith("$")}
