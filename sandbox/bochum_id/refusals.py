"""How a route says which problems it may answer with, for the OpenAPI document and for the tests."""

from collections import defaultdict
from typing import Any

from sandbox.bochum_id.problem_codes import Code
from sandbox.bochum_id.problems import Problem

PROBLEM_MEDIA_TYPE = "application/problem+json"
_EXAMPLE_TRACE = "4bf92f3577b34da6a3ce929d0e0e4736"


def refusals(*codes: Code) -> dict[int | str, dict[str, Any]]:
    """Describe problems as FastAPI's `responses`: one entry a status, one example a code.

    Only what is particular to a route: what every authenticated, keyed or conditional request may meet is
    added by `openapi`.
    """
    by_status: dict[int, list[Code]] = defaultdict(list)
    for code in codes:
        by_status[code.status].append(code)
    return {status: _response(of_status) for status, of_status in sorted(by_status.items())}


def _response(codes: list[Code]) -> dict[str, Any]:
    examples = {code.slug: {"value": Problem(code).as_json("en", _EXAMPLE_TRACE)} for code in codes}
    return {
        "description": "; ".join(f"`{code.slug}`: {code.title('en')}" for code in codes),
        "content": {
            PROBLEM_MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}, "examples": examples}
        },
    }
