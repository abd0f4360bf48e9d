"""Conditions of a service definition: scope and schema, all, any, not. An undefined scope makes one false."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import assert_never

from kiosk.bochum_id.values import JsonValue
from kiosk.services.document import Node, nearest
from kiosk.services.pointer import UNDEFINED, look_up
from kiosk.services.schema import Schema


@dataclass(frozen=True, slots=True)
class Matches:
    """There is a value at `scope`, and `schema` accepts it."""

    scope: str
    schema: Schema


@dataclass(frozen=True, slots=True)
class AllOf:
    conditions: tuple["Condition", ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    conditions: tuple["Condition", ...]


@dataclass(frozen=True, slots=True)
class Negation:
    condition: "Condition"


type Condition = Matches | AllOf | AnyOf | Negation

ALWAYS = AllOf(())
NEVER = AnyOf(())


def both(one: Condition, other: Condition) -> Condition:
    """Join two conditions; one that always holds, or says the same, adds nothing."""
    if other in (ALWAYS, one):
        return one
    return other if one == ALWAYS else AllOf((one, other))


def either(one: Condition, other: Condition) -> Condition:
    """Give a condition that holds where one of the two does; one that never holds adds nothing."""
    if other in (NEVER, one):
        return one
    return other if one == NEVER else AnyOf((one, other))


def holds(condition: Condition, data: JsonValue) -> bool:
    """Evaluate over an application's data; never raises."""
    match condition:
        case Matches(scope, schema):
            value = look_up(data, scope)
            return value is not UNDEFINED and schema.accepts(value)
        case AllOf(conditions):
            return all(holds(each, data) for each in conditions)
        case AnyOf(conditions):
            return any(holds(each, data) for each in conditions)
        case Negation(inner):
            return not holds(inner, data)
        case _:
            assert_never(condition)


def scopes(condition: Condition) -> frozenset[str]:
    """Give every pointer that the condition looks at."""
    match condition:
        case Matches(scope, _):
            return frozenset({scope})
        case AllOf(conditions) | AnyOf(conditions):
            return frozenset[str]().union(*map(scopes, conditions))
        case Negation(inner):
            return scopes(inner)
        case _:
            assert_never(condition)


def read_condition(node: Node, known: Collection[str]) -> Condition:
    """Parse one condition over the `known` scopes; DefinitionError names the place."""
    node.knows("scope", "schema", "all", "any", "not")
    match node.as_object():
        case {"scope": _, "schema": _}:
            return Matches(read_scope(node.member("scope"), known), read_schema(node.member("schema")))
        case {"all": _}:
            return AllOf(tuple(read_condition(each, known) for each in node.member("all").items()))
        case {"any": _}:
            return AnyOf(tuple(read_condition(each, known) for each in node.member("any").items()))
        case {"not": _}:
            return Negation(read_condition(node.member("not"), known))
        case _:
            raise node.refuse(
                "this is no condition",
                'write {"scope": …, "schema": …}, {"all": […]}, {"any": […]} or {"not": …}',
            )


def read_scope(node: Node, known: Collection[str]) -> str:
    """Parse a JSON Pointer to a part of the data that the schema knows."""
    pointer = node.text()
    if pointer not in known:
        raise node.refuse(f"the data schema knows no {pointer!r}", nearest(pointer, known))
    return pointer


def read_schema(node: Node) -> Schema:
    try:
        return Schema.compile(node.value)
    except ValueError as error:
        raise node.refuse(f"this is no JSON Schema 2020-12 ({error})", "correct the schema") from error
