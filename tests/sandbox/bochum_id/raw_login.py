"""Login attempts request by request, as no well-behaved client makes them."""

import base64
import hashlib
import secrets
from dataclasses import dataclass, field
from typing import Any

import pyotp
import requests
from backend_world import BackendWorld, Person
from raw_citizen import RawCaller, new_key
from sqlalchemy import select

from kiosk.bochum_id.access import BoundToken
from kiosk.bochum_id.dpop import DpopKey
from sandbox.bochum_id.outbox import everything_sent
from sandbox.bochum_id.sample_accounts import sample_accounts
from sandbox.bochum_id.tables import LoginAttempt

SAMPLES = sample_accounts()
PATH = "/v1/login-attempts"


@dataclass(frozen=True)
class Secrets:
    """What a visit makes for its sign-in and tells nobody."""

    key: DpopKey = field(default_factory=DpopKey)
    verifier: str = field(default_factory=lambda: secrets.token_urlsafe(48))

    @property
    def challenge(self) -> str:
        digest = hashlib.sha256(self.verifier.encode()).digest()
        return base64.urlsafe_b64encode(digest).rstrip(b"=").decode()


@dataclass
class RawLogin:
    """One attempt at one terminal; `tries` counts what was typed."""

    terminal: RawCaller
    secrets: Secrets
    id: str
    begun: dict[str, Any]
    tries: int = 0
    factor_tries: int = 0

    @classmethod
    def begin(
        cls, terminal: RawCaller, method: str = "password", scenario: str = "", **changes: object
    ) -> "RawLogin":
        made = Secrets()
        response = begin(terminal, made, method, scenario, **changes)
        assert response.status_code == 201, response.text
        document = response.json()
        return cls(terminal, made, document["id"], document)

    def give_password(self, username: str, password: str, number: int | None = None) -> requests.Response:
        if number is None:
            self.tries += 1
        body = {"username": username, "password": password, "try": number or self.tries}
        return self.terminal("POST", f"{PATH}/{self.id}/password", body)

    def give_right_password(self, name: str) -> list[dict[str, str]]:
        sample = SAMPLES[name]
        response = self.give_password(sample.username, sample.password)
        assert response.status_code == 200, response.text
        factors: list[dict[str, str]] = response.json()["factors"]
        return factors

    def challenge(self, factor: str, key: dict[str, str] | None = None) -> requests.Response:
        return self.terminal("POST", f"{PATH}/{self.id}/factors/{factor}/challenge", headers=key or new_key())

    def respond(self, factor: str, code: str, number: int | None = None) -> requests.Response:
        if number is None:
            self.factor_tries += 1
        body = {"code": code, "try": number or self.factor_tries}
        return self.terminal("POST", f"{PATH}/{self.id}/factors/{factor}/response", body)

    def read_card(self, person: Person) -> requests.Response:
        """Do the eID client's part and hand in what it ended with."""
        world = self.terminal.world
        elements = world.elements_behind(self.begun["eid"]["tcTokenUrl"])
        world.eid.script(person.result())
        return self.report(f"{elements['RefreshAddress']}?ResultMajor=ok")

    def report(self, refresh_url: str) -> requests.Response:
        return self.terminal("POST", f"{PATH}/{self.id}/eid-result", {"refreshUrl": refresh_url})

    def exchange(self, code: str, mode: str = "existing", **changes: object) -> requests.Response:
        """Trade the code for a session; `changes` overwrite members of the request."""
        body = {"code": code, "codeVerifier": self.secrets.verifier, "accountMode": mode, **changes}
        return exchange(self.terminal, self.id, body, self.secrets.key)

    def citizen(self, response: requests.Response) -> RawCaller:
        """Become the citizen of a session that was just opened."""
        assert response.status_code == 201, response.text
        token = BoundToken(response.json()["accessToken"], self.secrets.key, float("inf"))
        return RawCaller(self.terminal.world, token)


def begin(
    terminal: RawCaller, made: Secrets, method: str, scenario: str = "", **changes: object
) -> requests.Response:
    body = {
        "method": method,
        "purpose": "login",
        "requestedLevel": "normal" if method == "password" else "hoch",
        "dpopJkt": made.key.thumbprint,
        "codeChallenge": made.challenge,
        "codeChallengeMethod": "S256",
        **changes,
    }
    return terminal("POST", PATH, body, {**new_key(), "Sandbox-Scenario": scenario})


def exchange(
    terminal: RawCaller, attempt_id: str, body: dict[str, object], key: DpopKey
) -> requests.Response:
    path = f"{PATH}/{attempt_id}/session"
    url = terminal.world.server.origins.api + path
    proof = key.proof("POST", url, int(terminal.world.clock.now().timestamp()))
    return terminal("POST", path, body, {**new_key(), "Visit-DPoP": proof})


def app_code(world: BackendWorld, name: str = "erika", steps: int = 0) -> str:
    """What the authenticator app shows, so many steps from now."""
    secret = SAMPLES[name].totp_secret
    assert secret is not None
    return pyotp.TOTP(secret).at(int(world.clock.now().timestamp()) + 30 * steps)


def sent_code(world: BackendWorld, kind: str = "sms") -> str:
    with world.backend.store.transaction() as db:
        codes = [item.content.get("code") for item in everything_sent(db) if item.kind == kind]
    return str([code for code in codes if code is not None][-1])


def sign_in_by_password(terminal: RawCaller, name: str = "erika") -> tuple[RawCaller, dict[str, Any]]:
    """Sign in with the app's code; move the clock on, since each code works once."""
    world = terminal.world
    world.clock.advance(30)
    login = RawLogin.begin(terminal)
    login.give_right_password(name)
    if SAMPLES[name].totp_secret is not None:
        response = login.respond("f1", app_code(world, name))
    else:
        assert login.challenge("f1").status_code == 202
        kind = "sms" if SAMPLES[name].sms_codes else "email"
        response = login.respond("f1", sent_code(world, kind))
    assert response.status_code == 200, response.text
    opened = login.exchange(response.json()["code"])
    return login.citizen(opened), opened.json()


def sign_in_by_card(
    terminal: RawCaller, person: Person, mode: str = "existing", **changes: object
) -> tuple[RawCaller, dict[str, Any]]:
    """Sign in with a card; an account is made with every consent "no" where the mode says so."""
    login = RawLogin.begin(terminal, "eid")
    verified = login.read_card(person)
    assert verified.status_code == 200, verified.text
    if mode == "create":
        changes = {"consents": {"electronicDelivery": False, "mailboxNotificationEmail": False}, **changes}
    opened = login.exchange(verified.json()["code"], mode, **changes)
    return login.citizen(opened), opened.json()


def step_up(
    terminal: RawCaller, citizen: RawCaller, path: str = "/v1/session/step-up", **changes: object
) -> RawLogin:
    """Begin to raise the citizen's session, or to add a card to the account."""
    made = Secrets(citizen.token.key)
    body = {"codeChallenge": made.challenge, "codeChallengeMethod": "S256", **changes}
    if path.endswith("step-up"):
        body = {"requestedLevel": "hoch", **body}
    response = citizen("POST", path, body, new_key())
    assert response.status_code == 201, response.text
    return RawLogin(terminal, made, response.json()["id"], response.json())


def state_of(world: BackendWorld, attempt_id: str) -> str:
    with world.backend.store.transaction() as db:
        return db.scalars(select(LoginAttempt.state).where(LoginAttempt.id == attempt_id)).one()
