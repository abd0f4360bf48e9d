"""The data schema of a service: the compiled whole, and the part of it that stands behind each scope."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from kiosk.bochum_id.values import JsonObject, JsonValue
from kiosk.services.condition import Condition, read_condition, read_schema, read_scope
from kiosk.services.document import Node
from kiosk.services.pointer import UNDEFINED, look_up
from kiosk.services.schema import Schema

DEEPEST = 8
"""Levels of objects in each other; more is a schema that contains itself."""


@dataclass(frozen=True, slots=True)
class DataSchema:
    """`parts` maps each pointer that `properties` name to its subschema, local `$ref` followed."""

    compiled: Schema
    parts: Mapping[str, JsonObject] = field(repr=False)

    @classmethod
    def of(cls, node: Node) -> "DataSchema":
        return cls(read_schema(node), dict(_parts(node, node.value, "", 0)))

    def scope(self, node: Node) -> str:
        """Read a pointer that the schema knows."""
        return read_scope(node, self.parts)

    def condition(self, node: Node, name: str, otherwise: Condition) -> Condition:
        """Read the condition in member `name`, where there is one."""
        return read_condition(node.member(name), self.parts) if node.has(name) else otherwise


def _parts(root: Node, schema: JsonValue, pointer: str, depth: int) -> Iterator[tuple[str, JsonObject]]:
    schema = followed(root, schema)
    if pointer:
        yield pointer, schema
    properties = schema.get("properties")
    if isinstance(properties, dict):
        if depth == DEEPEST:
            raise root.refuse(f"{pointer!r} lies more than {DEEPEST} levels deep", "flatten the data")
        for name, part in properties.items():
            if isinstance(part, dict):
                yield from _parts(
                    root, part, f"{pointer}/{name.replace('~', '~0').replace('/', '~1')}", depth + 1
                )


def followed(root: Node, schema: JsonValue) -> JsonObject:
    """Follow a chain of local `$ref`; what stands beside one counts too (2020-12, 8.2.3.1)."""
    part = schema if isinstance(schema, dict) else {}
    for _ in range(DEEPEST):
        match part:
            case {"$ref": str(reference), **beside}:
                target = (
                    look_up(root.value, reference.removeprefix("#"))
                    if reference.startswith("#/")
                    else UNDEFINED
                )
                if not isinstance(target, dict):
                    raise root.refuse(
                        f"the $ref {reference!r} leads nowhere", "refer to '#/$defs/…' in this schema"
                    )
                part = {**target, **beside}
            case _:
                return part
    raise root.refuse("a $ref leads back to itself", "let it end at a schema")
