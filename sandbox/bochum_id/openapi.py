"""The contract as an OpenAPI 3.1 document, made from the routes: what they take, give and refuse."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from types import ModuleType
from typing import Any, cast

from fastapi import FastAPI
from fastapi.dependencies.models import Dependant
from fastapi.openapi.utils import get_openapi
from fastapi.routing import APIRoute

from sandbox.bochum_id import callers, conditional, idempotency
from sandbox.bochum_id.examples import example_of
from sandbox.bochum_id.problem_codes import Code
from sandbox.bochum_id.refusals import refusals

type Json = dict[str, Any]

_PROBLEM_SCHEMA: Json = {
    "title": "Problem",
    "description": "Problem details (RFC 9457). Further members are named in the description of each code.",
    "type": "object",
    "required": ["type", "title", "status", "code", "traceId", "retryable"],
    "properties": {
        "type": {"type": "string", "format": "uri"},
        "title": {"type": "string", "description": "In the language of Accept-Language; not for the screen."},
        "status": {"type": "integer", "minimum": 400, "maximum": 599},
        "code": {"type": "string", "enum": [code.slug for code in Code]},
        "detail": {"type": "string"},
        "traceId": {"type": "string", "pattern": "^[0-9a-f]{32}$"},
        "retryable": {"type": "boolean", "description": "True when the same request may succeed later."},
        "retryAfter": {"type": "integer", "minimum": 0, "description": "Seconds."},
        "errors": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["pointer", "keyword", "messageKey"],
                "properties": {
                    "pointer": {"type": "string", "description": "JSON Pointer (RFC 6901); never a value."},
                    "keyword": {"type": "string", "description": "The JSON Schema keyword that failed."},
                    "messageKey": {"type": "string"},
                },
            },
        },
    },
    "additionalProperties": True,
}

_SECURITY_SCHEMES: Json = {
    "terminalToken": {
        "type": "http",
        "scheme": "DPoP",
        "description": "Profile J: the terminal's token, bound to a DPoP key (RFC 9449).",
    },
    "citizenToken": {
        "type": "http",
        "scheme": "DPoP",
        "description": "The visit's token, bound to a key that only this visit has (RFC 9449).",
    },
    "dpopProof": {
        "type": "apiKey",
        "in": "header",
        "name": "DPoP",
        "description": "A fresh proof of the token's key for exactly this request (RFC 9449 4.2).",
    },
    "terminalCertificate": {
        "type": "mutualTLS",
        "description": "Profile M: the terminal's certificate of the municipal device CA (RFC 8705).",
    },
    "terminalBearer": {
        "type": "http",
        "scheme": "bearer",
        "description": "Profile M: the terminal's token, bound to its certificate (RFC 8705 3).",
    },
}


@dataclass(frozen=True, slots=True)
class _Trait:
    """What a dependency of a route means for the document."""

    codes: tuple[Code, ...]
    security: tuple[Json, ...] = ()
    parameters: tuple[Json, ...] = ()


_UUID = "[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}"
_TERMINAL = _Trait(
    (
        Code.TOKEN_INVALID,
        Code.TOKEN_EXPIRED,
        Code.CLOCK_SKEW,
        Code.TERMINAL_UNKNOWN,
        Code.TERMINAL_CERTIFICATE_EXPIRED,
        Code.TERMINAL_BLOCKED,
        Code.TOO_MANY_ATTEMPTS,
    ),
    ({"terminalToken": [], "dpopProof": []}, {"terminalBearer": [], "terminalCertificate": []}),
)
_CITIZEN = _Trait(
    (
        Code.TOKEN_INVALID,
        Code.TOKEN_EXPIRED,
        Code.CLOCK_SKEW,
        Code.SESSION_ENDED,
        Code.REPRESENTATION_ENDED,
        Code.TERMINAL_UNKNOWN,
        Code.TERMINAL_CERTIFICATE_EXPIRED,
        Code.TERMINAL_BLOCKED,
    ),
    ({"citizenToken": [], "dpopProof": []},),
)
_KEYED = _Trait(
    (Code.IDEMPOTENCY_KEY_MISSING, Code.IDEMPOTENCY_KEY_REUSE, Code.IDEMPOTENCY_IN_PROGRESS),
    parameters=(
        {
            "name": "Idempotency-Key",
            "in": "header",
            "required": True,
            "description": "A UUID in quotation marks; the same for every repetition of this request.",
            "schema": {"type": "string", "pattern": f'^"{_UUID}"$'},
            "example": '"2f1ab1b6-5f0b-4b8c-9f3e-3f3a1a2b7c11"',
        },
    ),
)
_CONDITIONAL = _Trait(
    (Code.PRECONDITION_REQUIRED, Code.PRECONDITION_FAILED),
    parameters=(
        {
            "name": "If-Match",
            "in": "header",
            "required": True,
            "description": "The ETag of the version the caller has seen.",
            "schema": {"type": "string", "pattern": '^"[A-Za-z0-9._-]{1,64}"$'},
            "example": '"1"',
        },
    ),
)
_TRAITS: dict[Callable[..., Any], _Trait] = {
    callers.terminal_caller: _TERMINAL,
    callers.citizen_caller: _CITIZEN,
    callers.known_caller: _Trait((Code.LEVEL_TOO_LOW,)),
    callers.either_caller: _Trait(
        tuple(dict.fromkeys((*_TERMINAL.codes, *_CITIZEN.codes))),
        (*_TERMINAL.security, *_CITIZEN.security),
    ),
    idempotency.bare_key: _KEYED,
    idempotency.terminal_keyed: _KEYED,
    idempotency.either_keyed: _KEYED,
    idempotency.citizen_keyed: _KEYED,
    conditional.required_if_match: _CONDITIONAL,
}
_ALWAYS = (Code.UPSTREAM_UNAVAILABLE, Code.MAINTENANCE)
_WITH_BODY = (Code.MALFORMED_REQUEST, Code.REQUEST_TOO_LARGE, Code.VALIDATION_FAILED)


def contract(app: FastAPI, modules: Iterable[ModuleType]) -> Json:
    """Describe every route of `modules` that is in the schema, named after module and function."""
    document = get_openapi(
        title=app.title,
        version=app.version,
        openapi_version="3.1.0",
        summary=app.summary,
        description=app.description,
        routes=app.routes,
        license_info={"name": "EUPL-1.2", "identifier": "EUPL-1.2"},
        servers=[
            {"url": "https://api.id.bochum.example", "description": "Example; each terminal is told its own."}
        ],
    )
    for module in modules:
        area = module.__name__.rpartition("routes_")[2]
        for route in module.router.routes:
            if isinstance(route, APIRoute) and route.include_in_schema:
                for method in route.methods or ():
                    operation = document["paths"][route.path_format][method.lower()]
                    _complete(operation, route, area)
    components = document["components"]
    schemas = components["schemas"]
    for name in ("HTTPValidationError", "ValidationError"):
        schemas.pop(name, None)
    schemas["Problem"] = _PROBLEM_SCHEMA
    components["securitySchemes"] = _SECURITY_SCHEMES
    for operation in operations(document):
        _illustrate(operation, document)
    return document


def operations(document: Json) -> Iterator[Json]:
    """Walk all operations of a document."""
    for path in document["paths"].values():
        yield from path.values()


def _complete(operation: Json, route: APIRoute, area: str) -> None:
    operation["operationId"] = f"{area}.{route.name}"
    operation["tags"] = [area]
    first_line, _, rest = (route.description or route.name.replace("_", " ")).partition("\n")
    operation["summary"] = first_line.rstrip(".")
    operation["description"] = rest.strip() or first_line
    responses = operation["responses"]
    responses.pop("422", None) if "application/json" in responses.get("422", {}).get("content", {}) else None
    traits = [_TRAITS[call] for call in _calls(route.dependant) if call in _TRAITS]
    codes = [code for trait in traits for code in trait.codes]
    codes += _ALWAYS
    if "requestBody" in operation:
        codes += _WITH_BODY
    if operation.get("parameters"):
        codes.append(Code.VALIDATION_FAILED)
    if "{" in route.path_format:
        codes.append(Code.NOT_FOUND)
    for status, added in refusals(*dict.fromkeys(codes)).items():
        _merge_response(responses, str(status), added)
    security: list[Json] = []
    for trait in traits:
        security += [requirement for requirement in trait.security if requirement not in security]
    operation["security"] = security
    parameters = [parameter for trait in traits for parameter in trait.parameters]
    if parameters:
        operation.setdefault("parameters", []).extend(parameters)


def _calls(dependant: Dependant) -> Iterator[Callable[..., Any]]:
    for each in dependant.dependencies:
        if each.call is not None:
            yield each.call
        yield from _calls(each)


def _merge_response(responses: Json, status: str, added: Json) -> None:
    existing = responses.setdefault(status, added)
    if existing is added:
        return
    (media,) = (each for each in existing["content"].values())
    (more,) = (each for each in added["content"].values())
    new = {slug: example for slug, example in more["examples"].items() if slug not in media["examples"]}
    media["examples"] = {**media["examples"], **new}
    titles = [f"`{slug}`: {example['value']['title']}" for slug, example in media["examples"].items()]
    existing["description"] = "; ".join(titles)


def _illustrate(operation: Json, document: Json) -> None:
    """Give each body an example, made of the examples of its members."""
    bodies = [operation["requestBody"]] if "requestBody" in operation else []
    bodies += [response for status, response in operation["responses"].items() if status < "400"]
    for body in bodies:
        for media_type, media in body.get("content", {}).items():
            if media_type.endswith("json") and "example" not in media and "examples" not in media:
                media["example"] = example_of(cast("Json", media["schema"]), document)
