"""The catalogue and the service definitions, read from files, with digests and a signature over it all."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import cast

import jsonschema_rs
from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey

from sandbox.bochum_id.catalogue_signature import signature_over
from sandbox.bochum_id.data_formats import FORMATS
from sandbox.bochum_id.identifiers import content_digest
from sandbox.bochum_id.tables import JsonObject

GRACE = timedelta(hours=24)
"""How long a replaced version can still be sent (contract section 5)."""
_NOT_APPLIED_FOR_HERE = frozenset({"localOnly", "external", "infoOnly"})
"""Kiosk modes without an application (contract section 4)."""


@dataclass(frozen=True, slots=True)
class Service:
    """One version of a service definition: as bytes for the terminal, and as rules for the server."""

    id: str
    version: int
    content: bytes
    definition: JsonObject
    validator: jsonschema_rs.Draft202012Validator

    @property
    def digest(self) -> str:
        return content_digest(self.content)


@dataclass(frozen=True, slots=True)
class Replaced:
    """A version that is offered no more."""

    service: Service
    at: datetime


@dataclass(frozen=True, slots=True)
class Catalogue:
    content: bytes
    etag: str
    services: dict[str, Service]
    """The version that is offered now, by service id."""
    replaced: Mapping[tuple[str, int], Replaced] = field(default_factory=dict)
    """Older versions by service id and version: not listed, still there for who has begun with them."""
    closed: frozenset[str] = frozenset()
    """Services whose catalogue entry says that they are not open now."""
    elsewhere: frozenset[str] = frozenset()
    """Services that a terminal only tells of: another authority's, without a backend, or to read."""

    def version(self, service_id: str, version: int) -> Service | None:
        """Find a definition, offered or replaced."""
        offered = self.services.get(service_id)
        if offered is not None and offered.version == version:
            return offered
        replaced = self.replaced.get((service_id, version))
        return replaced.service if replaced else None

    def usable(self, service_id: str, version: int, now: datetime) -> Service | None:
        """Find a definition that can be filled in and sent: offered, or replaced less than a day ago."""
        replaced = self.replaced.get((service_id, version))
        if replaced is not None and now >= replaced.at + GRACE:
            return None
        return self.version(service_id, version)


def read_catalogue(directory: Path, key: EllipticCurvePrivateKey) -> Catalogue:
    """Read `catalogue.json` and the definitions it names; ValueError says which file to mend.

    An entry may say which versions it took the place of, and when; they are not published:
    `"replaced": [{"definitionVersion": 2, "at": "2026-11-20T06:00:00Z"}]`.
    The signature covers every member, and by their digests every definition.
    """
    source: JsonObject = json.loads((directory / "catalogue.json").read_bytes())
    services: dict[str, Service] = {}
    replaced: dict[tuple[str, int], Replaced] = {}
    for entry in cast("list[JsonObject]", source["services"]):
        version = entry.pop("definitionVersion")
        service = _read_service(directory, str(entry["id"]), cast("int", version))
        services[service.id] = service
        for older in cast("list[JsonObject]", entry.pop("replaced", [])):
            number = cast("int", older["definitionVersion"])
            at = datetime.fromisoformat(str(older["at"]))
            replaced[service.id, number] = Replaced(_read_service(directory, service.id, number), at)
        entry["definition"] = f"/v1/catalogue/services/{service.id}/versions/{version}"
        entry["digest"] = service.digest
    entries = cast("list[JsonObject]", source["services"])
    closed = frozenset(str(each["id"]) for each in entries if not _is_open(each))
    elsewhere = frozenset(str(each["id"]) for each in entries if each["kioskMode"] in _NOT_APPLIED_FOR_HERE)
    source["signature"] = signature_over(source, key)
    content = json.dumps(source, ensure_ascii=False).encode()
    return Catalogue(content, f'"cat-{source["version"]}"', services, replaced, closed, elsewhere)


def _is_open(entry: JsonObject) -> bool:
    return cast("JsonObject", entry["available"])["state"] == "open"


def _read_service(directory: Path, service_id: str, version: int) -> Service:
    path = directory / "services" / f"{service_id}.{version}.json"
    try:
        content = path.read_bytes()
        definition: JsonObject = json.loads(content)
        validator = jsonschema_rs.Draft202012Validator(
            cast("dict[str, object]", definition["dataSchema"]), validate_formats=True, formats=FORMATS
        )
    except (OSError, ValueError, KeyError) as error:
        raise ValueError(f"{path} is not a usable service definition: {error}") from error
    if (definition.get("id"), definition.get("version")) != (service_id, version):
        raise ValueError(f"{path} says it is another service or version; make id and version match its name")
    return Service(service_id, version, content, definition, validator)
