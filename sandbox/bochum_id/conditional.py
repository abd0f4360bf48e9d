"""Optimistic locking: ETag and If-Match (RFC 9110 13.1.1)."""

import re
from typing import Annotated

from fastapi import Depends, Request

from sandbox.bochum_id.problem_codes import Code
from sandbox.bochum_id.problems import FieldError, ProblemError

_ETAG = re.compile(r'"[A-Za-z0-9._-]{1,64}"')


def etag_of(version: int) -> str:
    return f'"{version}"'


def required_if_match(request: Request) -> str:
    value = request.headers.get("if-match")
    if not value:
        raise ProblemError(Code.PRECONDITION_REQUIRED)
    if _ETAG.fullmatch(value) is None:
        raise ProblemError(Code.VALIDATION_FAILED, errors=(FieldError("#header/If-Match", "pattern"),))
    return value


IfMatchDep = Annotated[str, Depends(required_if_match)]


def demand(if_match: str, version: int) -> None:
    """Refuse a change of a version that the caller has not seen."""
    if if_match != etag_of(version):
        raise ProblemError(Code.PRECONDITION_FAILED)
