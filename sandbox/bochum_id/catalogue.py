"""The catalogue and the service definitions, read from files, with digests and a signature over it all."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import cast

import jsonschema_rs
from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey

from sandbox.bochum_id.catalogue_signature import signature_over
from sandbox.bochum_id.identifiers import content_digest
from sandbox.bochum_id.tables import JsonObject


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
class Catalogue:
    content: bytes
    etag: str
    services: dict[str, Service]
    """The version that is offered now, by service id."""


def read_catalogue(directory: Path, key: EllipticCurvePrivateKey) -> Catalogue:
    """Read `catalogue.json` and the definitions it names; ValueError says which file to mend.

    The signature covers every member, and by their digests every definition.
    """
    source: JsonObject = json.loads((directory / "catalogue.json").read_bytes())
    services: dict[str, Service] = {}
    for entry in cast("list[JsonObject]", source["services"]):
        version = entry.pop("definitionVersion")
        service = _read_service(directory, str(entry["id"]), cast("int", version))
        services[service.id] = service
        entry["definition"] = f"/v1/catalogue/services/{service.id}/versions/{version}"
        entry["digest"] = service.digest
    source["signature"] = signature_over(source, key)
    content = json.dumps(source, ensure_ascii=False).encode()
    return Catalogue(content, f'"cat-{source["version"]}"', services)


def _read_service(directory: Path, service_id: str, version: int) -> Service:
    path = directory / "services" / f"{service_id}.{version}.json"
    try:
        content = path.read_bytes()
        definition: JsonObject = json.loads(content)
        validator = jsonschema_rs.Draft202012Validator(cast("dict[str, object]", definition["dataSchema"]))
    except (OSError, ValueError, KeyError) as error:
        raise ValueError(f"{path} is not a usable service definition: {error}") from error
    if (definition.get("id"), definition.get("version")) != (service_id, version):
        raise ValueError(f"{path} says it is another service or version; make id and version match its name")
    return Service(service_id, version, content, definition, validator)
