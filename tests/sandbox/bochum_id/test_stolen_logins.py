"""A sign-in begun at one terminal, seen from another: its ids, codes and secrets are worth nothing there."""

import itertools
import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
import requests
from backend_world import ERIKA, BackendWorld
from certified_terminal import Certified
from fastapi.routing import APIRoute
from raw_citizen import RawCaller, code_of, new_key
from raw_login import PATH, RawLogin, Secrets, sent_code, state_of

from kiosk.bochum_id.client import BochumId
from kiosk.bochum_id.dpop import DpopKey
from sandbox.bochum_id.apps import API_MODULES

FACTORS = ("code", "verifier", "key", "terminal")
type Send = Callable[[str, str, object, DpopKey], requests.Response]


def attempt_routes() -> list[tuple[str, str]]:
    routes = [
        (method, route.path)
        for module in API_MODULES
        for route in module.router.routes
        if isinstance(route, APIRoute) and "{attempt_id}" in route.path
        for method in route.methods or ()
    ]
    assert len(routes) >= 7
    return sorted(routes)


@pytest.fixture
def terminal(world: BackendWorld, client: BochumId) -> RawCaller:
    world.clock.advance(24 * 3600)
    return RawCaller.of_terminal(world, client)


def by_key(world: BackendWorld, other_client: BochumId) -> Send:
    """Another terminal of profile J."""
    caller = RawCaller.of_terminal(world, other_client)

    def send(method: str, path: str, body: object, visit_key: DpopKey) -> requests.Response:
        proof = visit_key.proof(method, world.server.origins.api + path, int(world.clock.now().timestamp()))
        return caller(method, path, body, {**new_key(), "Visit-DPoP": proof})

    return send


def by_certificate(world: BackendWorld, _other_client: BochumId) -> Send:
    """Another terminal of profile M."""
    certified = Certified.enrol(world, "BB-THIEF-01")

    def send(method: str, path: str, body: object, visit_key: DpopKey) -> requests.Response:
        url = world.server.origins.api_mtls + path
        headers = {
            **new_key(),
            "Authorization": f"Bearer {certified.token()}",
            "Content-Type": "application/json",
            "Visit-DPoP": visit_key.proof(method, url, int(world.clock.now().timestamp())),
        }
        data = None if body is None else json.dumps(body)
        return certified.request(method, path, data=data, headers=headers)

    return send


@dataclass(frozen=True)
class Victim:
    """An attempt at its terminal, and every right answer to each of its requests."""

    login: RawLogin
    state: str
    bodies: dict[str, Any]


def verified(terminal: RawCaller) -> Victim:
    login = RawLogin.begin(terminal, "eid")
    elements = terminal.world.elements_behind(login.begun["eid"]["tcTokenUrl"])
    terminal.world.eid.script(ERIKA.result())
    refresh_url = f"{elements['RefreshAddress']}?ResultMajor=ok"
    code = login.report(refresh_url).json()["code"]
    exchange = {
        "code": code,
        "codeVerifier": login.secrets.verifier,
        "accountMode": "transient",
    }
    return Victim(login, "verified", {"eid-result": {"refreshUrl": refresh_url}, "session": exchange})


def awaiting_card(terminal: RawCaller) -> Victim:
    login = RawLogin.begin(terminal, "eid")
    elements = terminal.world.elements_behind(login.begun["eid"]["tcTokenUrl"])
    terminal.world.eid.script(ERIKA.result())
    refresh_url = f"{elements['RefreshAddress']}?ResultMajor=ok"
    return Victim(login, "awaitingEid", {"eid-result": {"refreshUrl": refresh_url}})


def awaiting_password(terminal: RawCaller) -> Victim:
    body = {"username": "hannelore", "password": "Linden-Ruhr-1948", "try": 1}
    return Victim(RawLogin.begin(terminal), "awaitingPassword", {"password": body})


def awaiting_factor(terminal: RawCaller) -> Victim:
    login = RawLogin.begin(terminal)
    login.give_right_password("hannelore")
    login.challenge("f1")
    return Victim(login, "awaitingFactor", {"response": {"code": sent_code(terminal.world), "try": 1}})


@pytest.mark.parametrize("profile", [by_key, by_certificate])
@pytest.mark.parametrize("stage", [awaiting_card, awaiting_password, awaiting_factor, verified])
def test_at_another_terminal_the_attempt_does_not_exist(
    terminal: RawCaller,
    other_client: BochumId,
    stage: Callable[[RawCaller], Victim],
    profile: Callable[[BackendWorld, BochumId], Send],
) -> None:
    victim = stage(terminal)
    send = profile(terminal.world, other_client)
    fallback = {
        "session": {"code": "c" * 43, "codeVerifier": "v" * 43, "accountMode": "existing"},
        "password": {"username": "erika", "password": "Kortum-Haus-1873", "try": 1},
        "response": {"code": "123456", "try": 1},
        "eid-result": {"refreshUrl": "https://localhost/eid/refresh/x"},
    }
    for method, template in attempt_routes():
        path = template.format(attempt_id=victim.login.id, factor_id="f1")
        last = path.rpartition("/")[2]
        body = {**fallback, **victim.bodies}.get(last)
        response = send(method, path, body, victim.login.secrets.key)
        assert (response.status_code, code_of(response)) == (404, "not-found"), (method, template)
    assert state_of(terminal.world, victim.login.id) == victim.state


@pytest.mark.parametrize(
    "stolen",
    [set(some) for size in range(4) for some in itertools.combinations(FACTORS, size)],
    ids=lambda some: "+".join(sorted(some)) or "nothing",
)
def test_whatever_is_stolen_without_the_rest_opens_nothing(
    terminal: RawCaller, other_client: BochumId, stolen: set[str]
) -> None:
    victim = verified(terminal)
    own = Secrets()
    his = victim.login.secrets
    caller = terminal if "terminal" in stolen else RawCaller.of_terminal(terminal.world, other_client)
    body = {
        "code": victim.bodies["session"]["code"] if "code" in stolen else "c" * 43,
        "codeVerifier": his.verifier if "verifier" in stolen else own.verifier,
        "accountMode": "transient",
    }
    path = f"{PATH}/{victim.login.id}/session"
    key = his.key if "key" in stolen else own.key
    url = terminal.world.server.origins.api + path
    proof = key.proof("POST", url, int(terminal.world.clock.now().timestamp()))
    response = caller("POST", path, body, {**new_key(), "Visit-DPoP": proof})
    expected = "login-failed" if "terminal" in stolen else "not-found"
    assert code_of(response) == expected
    if "terminal" not in stolen:  # elsewhere nothing is even spent
        assert victim.login.exchange(**{**_members(victim), "mode": "transient"}).status_code == 201


def _members(victim: Victim) -> dict[str, Any]:
    return {"code": victim.bodies["session"]["code"]}


def test_with_all_of_it_the_session_opens(terminal: RawCaller) -> None:
    """The control for the test above: nothing but what was missing there made it fail."""
    victim = verified(terminal)
    assert victim.login.exchange(victim.bodies["session"]["code"], "transient").status_code == 201
