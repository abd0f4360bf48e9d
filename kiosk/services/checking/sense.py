"""What a definition says that is well formed and makes no sense: fees, files, defaults, dates."""

from collections.abc import Iterator

from kiosk.bochum_id.values import JsonObject
from kiosk.services.checking.finding import Finding, advised, mistake
from kiosk.services.data_schema import DataSchema
from kiosk.services.definition import ServiceDefinition, Widget
from kiosk.services.pointer import join, tokens
from kiosk.services.schema import Schema


def fee_findings(service: ServiceDefinition) -> Iterator[Finding]:
    for number, fee in enumerate(service.fees):
        if fee.unit.amount_cents and not fee.legal_basis:
            yield mistake(
                f"/fees/{number}",
                f"the fee {fee.id!r} has no legal basis",
                'add "legalBasis": the law or statute that sets it',
            )


def attachment_findings(service: ServiceDefinition) -> Iterator[Finding]:
    for number, slot in enumerate(service.attachments):
        if slot.help is None:
            yield mistake(
                f"/attachments/{number}",
                f"nobody is told why {slot.id!r} is needed",
                'add "help": what the office does with it',
            )


def default_findings(service: ServiceDefinition, schema: DataSchema) -> Iterator[Finding]:
    """Hold every default against its own part of the schema."""
    for scope, part in schema.parts.items():
        if "default" not in part:
            continue
        alone: JsonObject = {name: value for name, value in part.items() if not name.startswith("$")}
        try:
            fits = Schema.compile(alone).accepts(part["default"])
        except ValueError:
            continue  # refers to other parts; the server's validation sees it
        if not fits:
            yield mistake(
                _in_schema(scope),
                f"the default {part['default']!r} of {scope!r} is not offered",
                "let it be one of the possible answers",
            )
    for number, step in enumerate(service.steps):
        for place, asked in enumerate(step.fields):
            default = schema.parts[asked.scope].get("default")
            if asked.widget is Widget.CHECK_CARDS and default is not None:
                yield advised(
                    f"/steps/{number}/elements/{place}",
                    f"the default of {asked.scope!r} is not used",
                    "check cards begin with none chosen; leave it out",
                )


def limit_findings(service: ServiceDefinition, schema: DataSchema) -> Iterator[Finding]:
    """Name limits of dates that no date question reads."""
    dates = {asked.scope for asked in service.fields if asked.widget is Widget.DATE}
    for scope, part in schema.parts.items():
        if scope not in dates and ("notBefore" in part or "notAfter" in part):
            yield mistake(
                _in_schema(scope),
                f"the limits of {scope!r} are not held to at the terminal",
                'ask for it with the widget "date"',
            )


def _in_schema(scope: str) -> str:
    """Give the pointer to the part of the document that describes a scope, where no `$ref` is in between."""
    return "/dataSchema" + "".join(join("properties", token) for token in tokens(scope))
