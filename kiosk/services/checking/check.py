"""Check one definition: everything that is wrong or could be better, in the order of the document."""

import json
from collections.abc import Iterator
from dataclasses import dataclass

from kiosk.bochum_id.values import JsonValue
from kiosk.services.checking.conditions import nobody_answers, unreachable
from kiosk.services.checking.finding import Finding, Weight, mistake
from kiosk.services.checking.places import Place, Places, place_of_error
from kiosk.services.checking.sense import (
    attachment_findings,
    default_findings,
    fee_findings,
    limit_findings,
)
from kiosk.services.checking.structure import read_all
from kiosk.services.checking.texts import text_findings
from kiosk.services.data_schema import DataSchema
from kiosk.services.definition import ServiceDefinition
from kiosk.services.document import Node


@dataclass(frozen=True, slots=True)
class Placed:
    """A finding, and where it stands in the file."""

    place: Place
    finding: Finding

    @property
    def is_mistake(self) -> bool:
        return self.finding.weight is Weight.MISTAKE


def check(content: bytes) -> tuple[Placed, ...]:
    """List what is wrong with a document and what could be better; it may be anything."""
    try:
        text = content.decode()
        document: JsonValue = json.loads(text)
    except UnicodeDecodeError:
        return (Placed(Place(1, 1), mistake("", "this is no UTF-8", "save the file as UTF-8")),)
    except json.JSONDecodeError as error:
        found = mistake("", f"this is no JSON ({error.msg})", "correct the syntax")
        return (Placed(place_of_error(error), found),)
    places = Places.of(text)
    placed = [Placed(places.find(each.pointer), each) for each in dict.fromkeys(_findings(document))]
    return tuple(sorted(placed, key=lambda each: each.place))


def _findings(document: JsonValue) -> Iterator[Finding]:
    definition, mistakes = read_all(document)
    yield from mistakes
    yield from text_findings(document)
    if definition is not None and isinstance(document, dict):
        described = document.get("dataSchema")
        schema = None if described is None else DataSchema.of(Node(described, "/dataSchema"))
        yield from _of_definition(definition, schema)


def _of_definition(service: ServiceDefinition, schema: DataSchema | None) -> Iterator[Finding]:
    """Look at a definition that can be read."""
    yield from fee_findings(service)
    yield from attachment_findings(service)
    yield from nobody_answers(service)
    if schema is not None:
        yield from unreachable(service, schema)
        yield from default_findings(service, schema)
        yield from limit_findings(service, schema)
