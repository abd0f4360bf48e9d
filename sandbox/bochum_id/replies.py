"""How answers and refusals become HTTP: language, trace id, no-store, problem documents."""

import json
import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import Response
from pydantic import BaseModel
from sqlalchemy.exc import OperationalError
from starlette.datastructures import MutableHeaders
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from sandbox.bochum_id.json_documents import pointer_of
from sandbox.bochum_id.problem_codes import Code
from sandbox.bochum_id.problems import FieldError, Problem, ProblemError

JSON_MEDIA_TYPE = "application/json; charset=utf-8"
_MAX_BODY_BYTES = 256 * 1024
_MAX_FILE_BYTES = 20 * 1024 * 1024 + 64 * 1024
"""A file of 20 MiB and what a form puts around it."""
_FILE_PATHS = re.compile(r"/v1/attachments/[^/]+/content|/upload/[^/]+")
_KEYWORDS = {"missing": "required", "extra_forbidden": "additionalProperties", "literal_error": "enum"}
_CODES_OF_STATUS = {
    404: Code.NOT_FOUND,
    405: Code.METHOD_NOT_ALLOWED,
    413: Code.REQUEST_TOO_LARGE,
    415: Code.UNSUPPORTED_MEDIA_TYPE,
}
_TRACEPARENT = re.compile(r"00-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}")


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer that can be stored and given again."""

    status: int
    body: bytes = field(default=b"", repr=False)
    headers: Mapping[str, str] = field(default_factory=dict)
    session_id: str | None = None
    """The citizen's session whose end also ends a stored copy of this answer."""

    def as_response(self) -> Response:
        return Response(self.body, self.status, headers=dict(self.headers))


def json_reply(status: int, model: BaseModel, headers: Mapping[str, str] | None = None) -> Reply:
    body = model.model_dump_json(by_alias=True, exclude_none=True).encode()
    return Reply(status, body, {"Content-Type": JSON_MEDIA_TYPE, **(headers or {})})


def language_of(request: Request) -> str:
    """Read the language the citizen reads in: "en" or "de"."""
    first = request.headers.get("accept-language", "de").partition(",")[0].strip().lower()
    return "en" if first.startswith("en") else "de"


def trace_id_of(request: Request) -> str:
    """Take over the caller's trace id (W3C Trace Context), or make one."""
    match = _TRACEPARENT.fullmatch(request.headers.get("traceparent", ""))
    return match.group(1) if match else secrets.token_hex(16)


def problem_response(
    request: Request, problem: Problem, headers: Mapping[str, str] | None = None
) -> Response:
    language = language_of(request)
    document = problem.as_json(language, trace_id_of(request))
    out = {"Content-Language": language, **(headers or {})}
    if problem.code.status == 401:
        out.setdefault("WWW-Authenticate", 'DPoP algs="ES256"')
    if "retryAfter" in problem.extensions:
        out["Retry-After"] = str(problem.extensions["retryAfter"])
    return Response(
        json.dumps(document, ensure_ascii=False).encode(),
        problem.code.status,
        headers=out,
        media_type="application/problem+json",
    )


def install(app: FastAPI) -> None:
    """Make every error of `app` a problem document, and every answer private by default."""

    def refused(request: Request, error: Exception) -> Response:
        assert isinstance(error, ProblemError)  # noqa: S101 - registered for this class only
        return problem_response(request, error.problem, error.headers)

    def invalid(request: Request, error: Exception) -> Response:
        assert isinstance(error, RequestValidationError)  # noqa: S101 - registered for this class only
        return problem_response(request, _problem_of(error))

    def plain(request: Request, error: Exception) -> Response:
        assert isinstance(error, HTTPException)  # noqa: S101 - registered for this class only
        code = _CODES_OF_STATUS.get(error.status_code, Code.MALFORMED_REQUEST)
        return problem_response(request, Problem(code), error.headers)

    def busy(request: Request, error: Exception) -> Response:  # noqa: ARG001 - Starlette's signature
        return problem_response(request, Problem(Code.UPSTREAM_UNAVAILABLE, {"retryAfter": 1}))

    def crashed(request: Request, error: Exception) -> Response:  # noqa: ARG001 - Starlette's signature
        return problem_response(request, Problem(Code.INTERNAL_ERROR))

    app.add_exception_handler(ProblemError, refused)
    app.add_exception_handler(RequestValidationError, invalid)
    app.add_exception_handler(HTTPException, plain)
    app.add_exception_handler(OperationalError, busy)
    app.add_exception_handler(Exception, crashed)
    app.add_middleware(_Guard)


def _problem_of(error: RequestValidationError) -> Problem:
    errors = []
    for entry in error.errors():
        kind = str(entry["type"])
        if kind == "json_invalid":
            return Problem(Code.MALFORMED_REQUEST)
        place, *path = entry["loc"]
        pointer = pointer_of(path) if place == "body" else f"#{place}{pointer_of(path)}"
        errors.append(FieldError(pointer, _KEYWORDS.get(kind, kind)))
    return Problem(Code.VALIDATION_FAILED, errors=tuple(errors))


class _Guard:
    """Refuses long bodies, and says `Cache-Control: no-store` wherever a route says nothing else."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        received_bytes = 0
        takes_files = _FILE_PATHS.fullmatch(scope.get("path", "")) is not None
        allowed_bytes = _MAX_FILE_BYTES if takes_files else _MAX_BODY_BYTES

        async def receive_limited() -> Message:
            nonlocal received_bytes
            message = await receive()
            received_bytes += len(message.get("body", b""))
            if received_bytes > allowed_bytes:
                raise HTTPException(413)
            return message

        async def send_private(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).setdefault("Cache-Control", "no-store")
            await send(message)

        await self._app(scope, receive_limited, send_private)
