"""The catalogue and the service definitions, read from files, with digests and a signature over it all."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import cast

import jsonschema_rs
from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey

from sandbox.bochum_id.catalogue_entries import (
    NOT_APPLIED_FOR_HERE,
    completed,
    entry_of,
    life_situations,
)
from sandbox.bochum_id.catalogue_signature import signature_over
from sandbox.bochum_id.data_formats import FORMATS
from sandbox.bochum_id.identifiers import content_digest
from sandbox.bochum_id.tables import JsonObject, JsonValue

GRACE = timedelta(hours=24)
"""How long a replaced version can still be sent (contract section 5)."""


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
    """Read `catalogue.json` and every definition beside it; ValueError says which file to mend.

    Of each service the newest version is offered. `catalogue.json` says since when older ones are not:
    `"replaced": {"svc_…": [{"version": 2, "at": "2026-11-20T06:00:00Z"}]}`; what it does not name never was.
    The signature covers every member, and by their digests every definition.
    """
    source: JsonObject = json.loads((directory / "catalogue.json").read_bytes())
    services = {
        service_id: _read_service(directory, service_id, version)
        for service_id, version in _newest(directory / "services").items()
    }
    replaced = {
        (service_id, version): Replaced(_read_service(directory, service_id, version), at)
        for service_id, version, at in _replaced(cast("JsonObject", source.pop("replaced", {})))
    }
    entries = [entry_of(each.definition, each.digest) for each in services.values()]
    source["lifeSituations"] = life_situations(
        cast("list[JsonObject]", source["lifeSituations"]), [each.definition for each in services.values()]
    )
    source["services"] = cast("list[JsonValue]", entries)
    source["signature"] = signature_over(source, key)
    content = json.dumps(source, ensure_ascii=False).encode()
    etag = f'"cat-{source["version"]}-{hashlib.sha256(content).hexdigest()[:12]}"'
    closed = frozenset(str(each["id"]) for each in entries if not _is_open(each))
    elsewhere = frozenset(str(each["id"]) for each in entries if each["kioskMode"] in NOT_APPLIED_FOR_HERE)
    return Catalogue(content, etag, services, replaced, closed, elsewhere)


def _newest(directory: Path) -> dict[str, int]:
    """Give the newest version of each service for which there is a file `<id>.<version>.json`."""
    newest: dict[str, int] = {}
    for path in sorted(directory.glob("*.json")):
        service_id, _, version = path.stem.rpartition(".")
        if not service_id or not version.isdecimal():
            raise ValueError(f"{path} has another name than <id>.<version>.json; rename it")
        newest[service_id] = max(int(version), newest.get(service_id, 0))
    return newest


def _replaced(said: JsonObject) -> Iterator[tuple[str, int, datetime]]:
    for service_id, versions in said.items():
        for each in cast("list[JsonObject]", versions):
            yield service_id, cast("int", each["version"]), datetime.fromisoformat(str(each["at"]))


def _is_open(entry: JsonObject) -> bool:
    return cast("JsonObject", entry["available"])["state"] == "open"


def _read_service(directory: Path, service_id: str, version: int) -> Service:
    path = directory / "services" / f"{service_id}.{version}.json"
    try:
        content = path.read_bytes()
        definition = completed(json.loads(content))
        validator = jsonschema_rs.Draft202012Validator(
            cast("dict[str, object]", definition["dataSchema"]), validate_formats=True, formats=FORMATS
        )
    except (OSError, ValueError, KeyError) as error:
        raise ValueError(f"{path} is not a usable service definition: {error}") from error
    if (definition.get("id"), definition.get("version")) != (service_id, version):
        raise ValueError(f"{path} says it is another service or version; make id and version match its name")
    return Service(service_id, version, content, definition, validator)
