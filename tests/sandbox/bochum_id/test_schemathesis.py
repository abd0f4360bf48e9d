"""Every operation of the contract, fuzzed against the running backend by schemathesis."""

import copy
import re
from collections.abc import Iterator
from typing import Any

import pytest
import requests
import schemathesis
from backend_world import ERIKA, BackendWorld, running_backend
from hypothesis import HealthCheck, Phase, given, settings
from raw_citizen import RawCaller
from schemathesis import GenerationMode
from schemathesis.config import SchemathesisConfig

from kiosk.bochum_id.access import BoundToken
from kiosk.bochum_id.client import BochumId
from sandbox.bochum_id.apps import contract_document
from sandbox.bochum_id.openapi import operations

BUSINESS_REFUSALS = ["402", "410", "412", "422"]
"""Right by its schema, and still refused: declined, over, stale, or no such thing in a body (contract 11)."""


class Identities(requests.auth.AuthBase):
    """Signs each request as whoever the operation is for; a citizen who was signed out signs in again."""

    def __init__(self, world: BackendWorld, document: dict[str, Any]) -> None:
        self._world = world
        self._client: BochumId = world.client()
        self._may_be_gone = True
        self._patterns = [
            (method.upper(), re.compile(re.sub(r"{\w+}", "[^/]*", path)), self._who(operation))
            for path, item in document["paths"].items()
            for method, operation in item.items()
        ]

    @staticmethod
    def _who(operation: dict[str, Any]) -> str:
        schemes = {name for requirement in operation["security"] for name in requirement}
        return next((name for name in ("citizenToken", "terminalToken") if name in schemes), "nobody")

    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        url = str(request.url).partition("?")[0]
        path = "/" + url.split("/", 3)[3]
        who = next(
            (
                who
                for method, pattern, who in self._patterns
                if method == request.method and pattern.fullmatch(path)
            ),
            "citizenToken",
        )
        if who == "nobody":
            return request
        # What starts or ends sessions at this terminal may end this one as well.
        ends = "/sessions" in path or path.endswith("/session") or "login-attempts" in path
        token = (
            self._citizen()
            if who == "citizenToken"
            else RawCaller.of_terminal(self._world, self._client).token
        )
        issued_at = int(self._world.clock.now().timestamp())
        request.headers["Authorization"] = f"DPoP {token.value}"
        request.headers["DPoP"] = token.key.proof(str(request.method), url, issued_at, token.value)
        self._may_be_gone |= ends and request.method != "GET"
        return request

    def _citizen(self) -> BoundToken:
        if self._may_be_gone:
            self._world.sign_in(self._client, ERIKA)
            self._may_be_gone = False
        return RawCaller.of_citizen(self._world, self._client).token


DOCUMENT = contract_document()

type Schemas = dict[GenerationMode, schemathesis.BaseSchema]


@pytest.fixture(scope="module")
def contract(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Schemas]:
    with running_backend(tmp_path_factory.mktemp("fuzzed")) as world:
        identities = Identities(world, DOCUMENT)
        impatient = copy.deepcopy(DOCUMENT)
        for operation in operations(impatient):
            for parameter in operation.get("parameters", ()):
                if parameter["name"] == "wait":
                    parameter["schema"] = {
                        "type": "integer",
                        "enum": [0],
                    }  # nobody has the time to fuzz a wait
        without_security = copy.deepcopy(impatient)
        for operation in operations(without_security):
            operation[
                "security"
            ] = []  # or what does not fit would be a missing proof, which `identities` adds
        schemas = {}
        for mode, document in (
            (GenerationMode.POSITIVE, impatient),
            (GenerationMode.NEGATIVE, without_security),
        ):
            checks = {"positive_data_acceptance": {"expected-statuses": ACCEPTED}}
            config = SchemathesisConfig.from_dict({"checks": checks})
            schemas[mode] = schemathesis.openapi.from_dict(document, config=config)
            schemas[mode].config.update(base_url=world.server.origins.api)
            schemas[mode].auth.set_from_requests(identities)
        yield schemas


ACCEPTED = ["2xx", "3xx", "401", "403", "404", "409", "429", *BUSINESS_REFUSALS]


def modes() -> Iterator[object]:
    """Each operation with what fits it, and with what does not where it takes anything that could not fit."""
    for path, item in sorted(DOCUMENT["paths"].items()):
        for method, operation in sorted(item.items()):
            name = f"{method.upper()} {path}"
            yield pytest.param(method, path, GenerationMode.POSITIVE, id=f"{name}-fitting")
            given_in = {parameter["in"] for parameter in operation.get("parameters", ())}
            if "requestBody" in operation or given_in & {"query", "header"}:
                yield pytest.param(method, path, GenerationMode.NEGATIVE, id=f"{name}-unfitting")


@pytest.mark.parametrize(("method", "path", "mode"), list(modes()))
def test_an_operation_keeps_the_contract(
    contract: Schemas, method: str, path: str, mode: GenerationMode
) -> None:
    operation = contract[mode][path][method.upper()]

    @given(case=operation.as_strategy(generation_mode=mode))
    @settings(
        max_examples=4,
        deadline=None,
        derandomize=True,
        database=None,
        phases=[Phase.explicit, Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    def fuzz(case: schemathesis.Case) -> None:
        case.call_and_validate()

    fuzz()
