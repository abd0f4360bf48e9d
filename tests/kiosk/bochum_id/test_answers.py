"""Every member of every answer left out or of another kind: garbage that names the place, never a crash."""

import json
from collections.abc import Callable, Iterator
from copy import deepcopy
from typing import Any

import pytest
from backend_world import ERIKA, SERVICE, BackendWorld

from kiosk.bochum_id import applications, catalogue, code_exchange
from kiosk.bochum_id.access import bound_token
from kiosk.bochum_id.answers import Answer, read_problem
from kiosk.bochum_id.dpop import DpopKey
from kiosk.bochum_id.errors import BackendError, Garbage
from kiosk.bochum_id.reading import parse
from kiosk.bochum_id.transport import Transport
from kiosk.bochum_id.values import AcceptedDeclaration

TRUTHFUL = AcceptedDeclaration("truthful", "Meine Angaben sind richtig und vollständig.")
WRONG: tuple[Any, ...] = (None, True, 7, -1.5, "?", "", [], {}, [None], {"de": 1})


@pytest.fixture(scope="module")
def answers(world: BackendWorld) -> dict[str, bytes]:
    """Record what the backend really says, by method and path without ids."""
    recorded: dict[str, bytes] = {}
    send_once = Transport._send_once

    def recording(self: Transport, *arguments: Any) -> Answer:
        answer = send_once(self, *arguments)
        words = answer.name.split("/")
        recorded["/".join("*" if "_0" in word else word for word in words)] = answer.body
        return answer

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Transport, "_send_once", recording)
        client = world.client()
        service = client.catalogue().service(SERVICE)
        attempt = client.begin_login(SERVICE, "de")
        client.finish_login(attempt, world.read_card(attempt, ERIKA.result()))
        draft = client.create_application(service)
        draft = client.save_answers(draft, {"kind": "simple", "purpose": "private", "copies": 1})
        payment = client.pay_at_desk(draft, client.quote(draft))
        client.receipt(client.submit(draft, [TRUTHFUL], payment=payment))
        client.close()
    return recorded


def _token(body: bytes) -> object:
    part = parse(body, "token")
    names = ("access_token", "token_type", "expires_in")
    value, kind, life = (part.member(name) for name in names)
    return bound_token(value, kind, life, DpopKey(), 0)


def _quote(body: bytes) -> object:
    return [applications._quote_item(item) for item in parse(body, "quote").member("items").items()]


READERS: dict[str, Callable[[bytes], object]] = {
    "POST /v1/oauth/token": _token,
    "GET /v1/catalogue": lambda body: catalogue._catalogue(parse(body, "catalogue")),
    "POST /v1/login-attempts/*/session": lambda body: code_exchange.read_session(
        parse(body, "exchange").member("session")
    ),
    "POST /v1/applications": lambda body: applications._draft(Answer(201, {"ETag": '"1"'}, body, "draft")),
    "PATCH /v1/applications/*": lambda body: applications._draft(Answer(200, {"ETag": '"1"'}, body, "draft")),
    "POST /v1/applications/*/quote": _quote,
}


def mutations(document: Any) -> Iterator[Any]:
    """Give the document with one member left out or replaced, for every member at every depth."""
    paths = list(_paths(document))
    for path in paths[:: 1 + len(paths) // MOST_PLACES]:
        for wrong in (*WRONG, _MISSING):
            mutated = deepcopy(document)
            holder = mutated
            for step in path[:-1]:
                holder = holder[step]
            if wrong is _MISSING:
                del holder[path[-1]]
            else:
                holder[path[-1]] = wrong
            yield mutated


_MISSING = object()
MOST_PLACES = 100
"""Of one answer that are mutated: the catalogue has thousands, most of them alike."""


def _paths(value: Any, above: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    steps = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, inner in steps:
        yield (*above, step)
        yield from _paths(inner, (*above, step))


@pytest.mark.parametrize("name", READERS)
def test_no_mutation_gets_past_as_anything_but_a_value_or_garbage(
    answers: dict[str, bytes], name: str
) -> None:
    read = READERS[name]
    read(answers[name])
    refused = others = 0
    for mutated in mutations(json.loads(answers[name])):
        try:
            read(json.dumps(mutated).encode())
        except BackendError as error:
            refused += isinstance(error.fault, Garbage)
            others += not isinstance(error.fault, Garbage)
    assert refused > 20
    assert others == 0


def test_unknown_members_are_welcome(answers: dict[str, bytes]) -> None:
    for name, read in READERS.items():
        document = json.loads(answers[name])
        document["somethingNew"] = {"of": "version 1.1"}
        read(json.dumps(document).encode())


def test_a_problem_is_read_whole_and_its_mutations_are_garbage() -> None:
    document = {
        "type": "x",
        "title": "x",
        "status": 422,
        "code": "validation-failed",
        "traceId": "t",
        "retryable": False,
        "reason": "deselected",
        "errors": [{"pointer": "/kind", "keyword": "required", "messageKey": "field.required"}],
    }
    problem = read_problem(parse(json.dumps(document).encode(), "problem"))
    assert (problem.code, problem.reason, problem.errors[0].pointer) == (
        "validation-failed",
        "deselected",
        "/kind",
    )
    for mutated in mutations(document):
        try:
            read_problem(parse(json.dumps(mutated).encode(), "problem"))
        except BackendError as error:
            assert isinstance(error.fault, Garbage)  # noqa: PT017 - any value is fine, any other error is not
