"""The requests of undisturbed visits, as they were recorded: what the matrix is made from."""

import json
import os
from collections.abc import Mapping, Sequence
from pathlib import Path

from fault_rules import Recorded

RECORDING = Path(__file__).with_name("recorded_visits.json")
UPDATE = bool(os.environ.get("UPDATE_RECORDING"))
VISITS: Mapping[str, str] = {"certificate": "pension", "slip": "private"}
"""What comes out of the printer, and the purpose that leads there."""


def recorded(visit: str) -> Sequence[Recorded]:
    if not RECORDING.exists():
        return ()
    return [Recorded(name, status) for name, status in json.loads(RECORDING.read_text())[visit]]


def write(visits: Mapping[str, Sequence[Recorded]]) -> None:
    lines = {
        visit: ",\n".join(
            f"    {json.dumps([each.name, each.status], ensure_ascii=False)}" for each in requests
        )
        for visit, requests in visits.items()
    }
    body = ",\n".join(f'  "{visit}": [\n{text}\n  ]' for visit, text in lines.items())
    RECORDING.write_text(f"{{\n{body}\n}}\n")
