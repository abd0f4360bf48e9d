"""A catalogue with services the city's does not have: older versions, an office that decides, files."""

import json
from pathlib import Path
from typing import Any

from sandbox.bochum_id.opening import CATALOGUE_DIRECTORY

OFFICE = "svc_office"
"""An office decides; may be opened for an organisation."""
PERMIT = "svc_permit"
"""The same, and wants a file."""
JOINT = "svc_joint"
"""Needs a second person's card."""
REPORT = "svc_report"
"""Needs no sign-in."""
TRUTHFUL_TEXT = "Meine Angaben sind richtig und vollständig."
_TEXT = {"type": "string", "minLength": 1, "maxLength": 100}


def _definition(service_id: str, **more: Any) -> dict[str, Any]:
    """The least that the backend needs of a definition."""
    definition: dict[str, Any] = {
        "id": service_id,
        "version": 1,
        "leika": [],
        "title": {"de": "Genehmigung", "en": "Permit"},
        "summary": {"de": "Eine Genehmigung.", "en": "A permit."},
        "office": {"name": {"de": "Ordnungsamt", "en": "Public order office"}},
        "requiredLevel": "hoch",
        "kioskMode": "submit",
        "duration": {"min": 5, "max": 10, "unit": "day"},
        "identification": {"required": ["FamilyNames", "RestrictedID"], "optional": []},
        "dataSchema": {
            "type": "object",
            "required": ["applicant", "reason"],
            "properties": {
                "applicant": {
                    "type": "object",
                    "properties": {"familyName": _TEXT},
                    "additionalProperties": False,
                },
                "company": {
                    "type": "object",
                    "properties": {"name": _TEXT, "registerNumber": _TEXT},
                    "additionalProperties": False,
                },
                "reason": _TEXT,
            },
            "additionalProperties": False,
        },
        "prefill": [
            {"target": "/applicant/familyName", "from": "eid.FamilyNames", "lock": True},
            {"target": "/company/name", "from": "organisation.name", "lock": True},
        ],
        "steps": [],
        "attachments": [],
        "fees": [],
        "payment": {"channels": []},
        "delivery": {"channels": ["mailbox", "post"], "default": "mailbox"},
        "declarations": [{"id": "truthful", "text": {"de": TRUTHFUL_TEXT}}],
    }
    return definition | more


def write_catalogue(directory: Path) -> Path:
    """Copy the city's catalogue and add to it; `meldebescheinigung` gets a mailbox and two older versions.

    Version 2 was replaced twelve hours before the tests' clock starts, version 1 a year before.
    """
    services = directory / "services"
    services.mkdir(parents=True)
    catalogue = json.loads((CATALOGUE_DIRECTORY / "catalogue.json").read_bytes())
    catalogue["replaced"] = {
        "svc_meldebescheinigung": [
            {"version": 2, "at": "2026-11-23T02:58:00Z"},
            {"version": 1, "at": "2025-11-23T02:58:00Z"},
        ]
    }
    for path in (CATALOGUE_DIRECTORY / "services").glob("*.json"):
        (services / path.name).write_bytes(path.read_bytes())
    certificate = json.loads((services / "svc_meldebescheinigung.3.json").read_bytes())
    certificate["delivery"]["channels"] = ["printHere", "mailbox", "post"]
    for version in (1, 2, 3):
        content = json.dumps({**certificate, "version": version}, ensure_ascii=False)
        (services / f"svc_meldebescheinigung.{version}.json").write_text(content, encoding="utf-8")
    slot = {
        "slot": "proof",
        "title": {"de": "Nachweis", "en": "Proof"},
        "required": True,
        "accept": ["application/pdf", "image/jpeg"],
        "maxBytes": 2_000_000,
        "maxFiles": 2,
        "sources": ["scanner", "phone"],
    }
    signer = {"required": True, "who": {"de": "Ihr Ehepartner", "en": "Your spouse"}}
    for definition in (
        _definition(OFFICE),
        _definition(PERMIT, attachments=[slot]),
        _definition(JOINT, cosignature=signer),
        _definition(REPORT, requiredLevel="none", prefill=[]),
    ):
        content = json.dumps(definition, ensure_ascii=False)
        (services / f"{definition['id']}.1.json").write_text(content, encoding="utf-8")
    (directory / "catalogue.json").write_text(json.dumps(catalogue, ensure_ascii=False), encoding="utf-8")
    return directory
