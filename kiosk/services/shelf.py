"""A catalogue made of files in a directory, unsigned: for those who write services and look at them."""

import json
from pathlib import Path

from kiosk.bochum_id.values import Catalogue, JsonValue, LocalisedText, ServiceSummary, Topic
from kiosk.services.definition import ServiceDefinition
from kiosk.services.document import Node
from kiosk.services.reading import parse_definition

FREE = LocalisedText.of({"de": "Kostenlos.", "en": "Free of charge."})


def read_shelf(directory: Path) -> Catalogue:
    """Read `catalogue.json` and the newest version of every service; DefinitionError, OSError, ValueError."""
    root: JsonValue = json.loads((directory / "catalogue.json").read_bytes())
    catalogue = Node(root)
    definitions = [parse_definition(path.read_bytes()) for path in newest(directory / "services")]
    office = catalogue.member("office")
    situations = sorted(
        catalogue.member("lifeSituations").items(), key=lambda each: each.member("order").whole_number()
    )
    topics = (_topic(each, definitions) for each in situations)
    return Catalogue(
        version=catalogue.member("version").text(),
        office=office.member("name").localised(),
        authority=office.member("authority").localised(),
        topics=tuple(topic for topic in topics if topic.service_ids),
        services=tuple(summary_of(each) for each in definitions),
    )


def newest(directory: Path) -> list[Path]:
    """List the newest version of each `<id>.<version>.json`."""
    found: dict[str, tuple[int, Path]] = {}
    for path in sorted(directory.glob("*.json")):
        service_id, _, version = path.stem.rpartition(".")
        found[service_id] = max(found.get(service_id, (0, path)), (int(version), path))
    return [path for _, path in found.values()]


def summary_of(definition: ServiceDefinition) -> ServiceSummary:
    """Describe a service as the catalogue would."""
    least, most = definition.fee_range
    return ServiceSummary(
        id=definition.id,
        definition_path="",
        version=definition.version,
        digest="",
        title=definition.title,
        summary=definition.summary or definition.title,
        icon=definition.icon,
        fee_from=least,
        fee_to=most,
        fee_note=definition.fee_note or FREE,
        required_level=definition.required_level,
        keywords=definition.keywords,
        audience=definition.audience,
        min_age=definition.min_age,
        is_open=definition.is_open,
        destination=definition.destination,
    )


def _topic(node: Node, definitions: list[ServiceDefinition]) -> Topic:
    name = node.member("id").text()
    inside = sorted(
        (each for each in definitions if name in each.life_situations), key=lambda each: (each.order, each.id)
    )
    return Topic(
        name,
        node.member("title").localised(),
        node.member("icon").text(),
        tuple(each.id for each in inside),
    )
