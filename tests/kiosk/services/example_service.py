"""A service nobody offers: every widget, every effect, a chain of conditions, an object inside the data."""

import json
from pathlib import Path
from typing import Any

from kiosk.services.definition import ServiceDefinition
from kiosk.services.reading import parse_definition, read_definition


def shipped() -> ServiceDefinition:
    path = Path("resources/catalogue/services/svc_meldebescheinigung.3.json")
    return parse_definition(path.read_bytes())


def words(text: str) -> dict[str, str]:
    return {"de": text}


def cards(*values: str) -> dict[str, Any]:
    return {value: {"title": words(value.upper())} for value in values}


def question(scope: str, widget: str, **more: Any) -> dict[str, Any]:
    return {"type": "field", "scope": scope, "widget": widget, "title": words(scope), **more}


def when(scope: str, value: Any) -> dict[str, Any]:
    return {"scope": scope, "schema": {"const": value}}


def document() -> dict[str, Any]:
    return {
        "id": "svc_example",
        "version": 1,
        "title": words("Beispiel"),
        "requiredLevel": "normal",
        "kioskMode": "submit",
        "duration": {"min": 1, "max": 2, "unit": "day"},
        "dataSchema": {
            "type": "object",
            "required": ["first", "person", "born"],
            "properties": {
                "first": {"enum": ["yes", "no"]},
                "second": {"enum": ["red", "blue"]},
                "third": {"type": "string", "minLength": 3, "maxLength": 5},
                "colours": {
                    "type": "array",
                    "uniqueItems": True,
                    "items": {"enum": ["red", "green", "blue"]},
                },
                "count": {"type": "integer", "minimum": 0, "maximum": 9, "default": 2},
                "born": {"type": "string", "format": "date"},
                "person": {
                    "type": "object",
                    "required": ["name"],
                    "properties": {
                        "name": {"type": "string", "minLength": 1},
                        "note": {"type": "string"},
                        "mail": {"type": "string"},
                    },
                    "additionalProperties": False,
                },
                "officeOnly": {"type": "string"},
            },
            "unevaluatedProperties": False,
        },
        "prefill": [{"target": "/born", "from": "eid.DateOfBirth", "lock": True}],
        "steps": [
            {"id": "card", "title": words("Karte"), "elements": [question("/born", "text")]},
            {
                "id": "first",
                "title": words("Erstens"),
                "elements": [question("/first", "choiceCards", options=cards("yes", "no"))],
            },
            {
                "id": "second",
                "title": words("Zweitens"),
                "visible": when("/first", "yes"),
                "elements": [
                    question(
                        "/second", "choiceCards", options=cards("blue", "red"), required=when("/first", "yes")
                    )
                ],
            },
            {
                "id": "third",
                "title": words("Drittens"),
                "elements": [question("/third", "text", visible={"not": when("/second", "blue")})],
            },
            {
                "id": "more",
                "title": words("Mehr"),
                "elements": [
                    question("/colours", "checkCards", options=cards("red", "green", "blue")),
                    question("/count", "stepper", enabled={"not": when("/first", "no")}),
                    question("/person/name", "text"),
                    question("/person/note", "text", help=words("Darf leer bleiben")),
                ],
            },
            {"id": "summary", "kind": "summary"},
            {"id": "payment", "kind": "payment", "title": words("Zahlen"), "visible": when("/first", "yes")},
        ],
        "fee": {"from": {"amount": 0, "currency": "EUR"}, "to": {"amount": 2350, "currency": "EUR"}},
        "fees": [
            {
                "id": "each",
                "title": words("Je Stück"),
                "unit": {"amount": 250, "currency": "EUR"},
                "quantity": "/count",
            },
            {
                "id": "yes",
                "title": words("Zuschlag"),
                "unit": {"amount": 100, "currency": "EUR"},
                "when": when("/first", "yes"),
            },
        ],
        "payment": {"channels": ["cashDesk"]},
        "delivery": {"channels": ["mailbox"], "default": "mailbox"},
        "privacy": {"notice": "privacy/example/1", "retentionDays": 1},
    }


def example() -> ServiceDefinition:
    return read_definition(json.loads(json.dumps(document())), strict=True)
