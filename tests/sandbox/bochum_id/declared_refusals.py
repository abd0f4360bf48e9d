"""Catches a route that refuses with a problem its description in the contract does not name."""

from collections.abc import Mapping

import pytest
from fastapi import Request
from fastapi.responses import Response

from sandbox.bochum_id import replies
from sandbox.bochum_id.apps import contract_document
from sandbox.bochum_id.problems import Problem

_PATHS = contract_document()["paths"]


class Undeclared:
    """Watches every refusal; holds those that were not declared, as `POST /v1/x: code`."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.found: set[str] = set()
        answer = replies.problem_response

        def watched(request: Request, problem: Problem, headers: Mapping[str, str] | None = None) -> Response:
            self._look_at(request, problem)
            return answer(request, problem, headers)

        monkeypatch.setattr(replies, "problem_response", watched)

    def _look_at(self, request: Request, problem: Problem) -> None:
        path = getattr(request.scope.get("route"), "path_format", None)
        operation = _PATHS.get(path, {}).get(request.method.lower())
        if operation is None:
            return
        response = operation["responses"].get(str(problem.code.status), {})
        examples = response.get("content", {}).get("application/problem+json", {}).get("examples", {})
        if problem.code.slug not in examples:
            self.found.add(f"{request.method} {path}: {problem.code.slug}")
