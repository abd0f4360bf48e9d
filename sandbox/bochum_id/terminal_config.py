"""A terminal's configuration: defaults, what was decided for it, checked by its schema and signed."""

import json
from pathlib import Path
from typing import cast

import jsonschema_rs
import jwt
from sqlalchemy.orm import Session

from sandbox.bochum_id.backend import Backend
from sandbox.bochum_id.catalogue_signature import key_id
from sandbox.bochum_id.holidays_nrw import holidays
from sandbox.bochum_id.json_documents import merged, pointer_of
from sandbox.bochum_id.offices import TIMEZONE, local_day, offices
from sandbox.bochum_id.problem_codes import Code
from sandbox.bochum_id.problems import FieldError, ProblemError
from sandbox.bochum_id.tables import JsonObject, TerminalConfig

TYPE = "terminal-config+jws"
MEDIA_TYPE = "application/jose"
SCHEMA: JsonObject = json.loads(
    Path(__file__).with_name("terminal_config.schema.json").read_text(encoding="utf-8")
)
_VALIDATOR = jsonschema_rs.Draft202012Validator(cast("dict[str, object]", SCHEMA), validate_formats=True)
_DEFAULT_OFFICE = "buero-mitte"


def config_of(db: Session, backend: Backend, terminal_id: str) -> JsonObject:
    """Put a terminal's configuration together, as it is valid now."""
    row = db.get(TerminalConfig, terminal_id)
    changes = row.changes if row else {}
    year = local_day(backend.clock.now()).year
    closed = sorted(holidays(year) | holidays(year + 1))
    hours = offices().by_id[office_of_terminal(db, terminal_id)].hours
    defaults: JsonObject = {
        "terminal": {
            "id": terminal_id,
            "office": _DEFAULT_OFFICE,
            "location": "Eingang",
            "arrangement": "standing",
        },
        "ui": {"languages": ["de", "en"], "idleWarn": 60, "idleEnd": 90, "highContrastDefault": False},
        "opening": {
            "timezone": TIMEZONE,
            "weekly": [
                {"weekday": each.weekday, "from": f"{each.begins:%H:%M}", "to": f"{each.ends:%H:%M}"}
                for each in hours
            ],
            "closedDays": [day.isoformat() for day in closed],
        },
        "features": {"payment.cardTerminal": False, "login.password": True, "pin.change": True},
        "services": {"deny": []},
        "update": {"channel": "stable", "window": "02:00-04:00"},
    }
    return {"version": _version(row), **cast("JsonObject", merged(defaults, changes))}


def office_of_terminal(db: Session, terminal_id: str) -> str:
    """Name the office a terminal stands in."""
    row = db.get(TerminalConfig, terminal_id)
    terminal = row.changes.get("terminal") if row else None
    decided = terminal.get("office") if isinstance(terminal, dict) else None
    office_id = str(decided)
    return office_id if office_id in offices().by_id else _DEFAULT_OFFICE


def etag_of_config(db: Session, terminal_id: str) -> str:
    return _version(db.get(TerminalConfig, terminal_id))


def change_config(db: Session, backend: Backend, terminal_id: str, patch: JsonObject) -> JsonObject:
    """Merge a patch into what was decided for a terminal; ProblemError validation-failed for a wrong one."""
    row = db.get(TerminalConfig, terminal_id)
    if row is None:
        row = TerminalConfig(terminal_id=terminal_id, number=1, changes={})
        db.add(row)
    row.changes = cast("JsonObject", merged(row.changes, patch))
    row.number += 1
    config = config_of(db, backend, terminal_id)
    errors = tuple(
        FieldError(pointer_of(error.instance_path), error.kind.name)
        for error in _VALIDATOR.iter_errors(config)
    )
    terminal = config["terminal"]
    if not isinstance(terminal, dict) or terminal.get("id") != terminal_id:
        errors += (FieldError("/terminal/id", "const"),)
    elif terminal.get("office") not in offices().by_id:
        errors += (FieldError("/terminal/office", "enum"),)
    if errors:
        raise ProblemError(Code.VALIDATION_FAILED, errors=errors)
    return config


def signed(config: JsonObject, backend: Backend) -> bytes:
    """Sign a configuration as a compact JWS (RFC 7515, ES256) with the key for configurations."""
    key = backend.config_key
    header = {"kid": key_id(key.public_key()), "typ": TYPE, "cty": "json"}
    payload = json.dumps(config, ensure_ascii=False).encode()
    return jwt.api_jws.encode(payload, key, algorithm="ES256", headers=header).encode("ascii")


def _version(row: TerminalConfig | None) -> str:
    return f"cfg-{row.number if row else 1}"
