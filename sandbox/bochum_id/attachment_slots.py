"""The places of a form that files go to, and what each takes (Appendix A, attachments)."""

from dataclasses import dataclass
from typing import cast

from sandbox.bochum_id.catalogue import Service
from sandbox.bochum_id.form_rules import holds
from sandbox.bochum_id.tables import JsonObject


@dataclass(frozen=True, slots=True)
class Slot:
    """One place for files."""

    name: str
    title: dict[str, str]
    required: bool
    accept: tuple[str, ...]
    max_bytes: int
    max_files: int
    sources: tuple[str, ...]


def slots_of(service: Service, data: JsonObject) -> list[Slot]:
    """List the places that the answers leave open; a condition may hide one or make one required."""
    steps = cast("list[JsonObject]", service.definition["steps"])
    hidden = any(
        step.get("kind") == "attachments" and "visible" in step and not holds(step["visible"], data)
        for step in steps
    )
    if hidden:
        return []
    return [
        _slot(entry, data)
        for entry in cast("list[JsonObject]", service.definition["attachments"])
        if "visible" not in entry or holds(entry["visible"], data)
    ]


def _slot(entry: JsonObject, data: JsonObject) -> Slot:
    required = entry.get("required", False)
    return Slot(
        name=str(entry["slot"]),
        title=cast("dict[str, str]", entry["title"]),
        required=required if isinstance(required, bool) else holds(required, data),
        accept=tuple(cast("list[str]", entry["accept"])),
        max_bytes=cast("int", entry["maxBytes"]),
        max_files=cast("int", entry["maxFiles"]),
        sources=tuple(cast("list[str]", entry["sources"])),
    )
