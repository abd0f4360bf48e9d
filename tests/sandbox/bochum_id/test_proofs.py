"""A token without its key is worthless: client assertions and DPoP proofs, bent in every way."""

import http.client
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

import jwt
import pytest
import requests
from backend_world import BackendWorld
from cryptography.hazmat.primitives.asymmetric import ec, rsa

from kiosk.bochum_id.catalogue_keys import CatalogueKeys
from kiosk.bochum_id.client import BochumId
from kiosk.bochum_id.dpop import DpopKey
from kiosk.bochum_id.errors import BackendError, Refused
from kiosk.bochum_id.terminal_key import key_from_file
from kiosk.bochum_id.terminal_profiles import AssertedTerminal
from sandbox.bochum_id.key_file import load_or_create
from sandbox.bochum_id.proofs import _thumbprint
from sandbox.bochum_id.tables import Terminal

TOKEN_PATH = "/v1/oauth/token"
CATALOGUE_PATH = "/v1/catalogue"


def token_request(
    world: BackendWorld,
    key: DpopKey,
    *,
    claims: Mapping[str, Any] = {},
    proof: str | None = None,
    **form: str,
) -> requests.Response:
    enrolment = world.server.enrol()
    url = world.server.origins.api + TOKEN_PATH
    now = int(world.clock.now().timestamp())
    said = {"iss": enrolment.terminal_id, "sub": enrolment.terminal_id, "aud": url, "jti": str(uuid4())}
    said |= {"iat": now, "exp": now + 60} | dict(claims)
    assertion = jwt.encode(said, load_or_create(enrolment.private_key_path), algorithm="ES256")
    body = {
        "grant_type": "client_credentials",
        "scope": "terminal",
        "client_assertion_type": "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
        "client_assertion": assertion,
    } | form
    return requests.post(url, data=body, headers={"DPoP": proof or key.proof("POST", url, now)}, timeout=5)


def test_a_signed_assertion_gets_a_short_token(world: BackendWorld) -> None:
    response = token_request(world, DpopKey())
    assert response.status_code == 200
    token = response.json()
    assert (token["token_type"], token["expires_in"], token["scope"]) == ("DPoP", 600, "terminal")
    assert response.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize(
    "claims",
    [
        {"aud": "https://elsewhere.example/v1/oauth/token"},
        {"iss": "BB-MITTE-99"},
        {"sub": "BB-MITTE-99"},
        {"exp": 0},
        {"exp": 2**33},
        {"exp": "soon"},
        {"jti": None},
    ],
    ids=str,
)
def test_an_assertion_that_is_off_in_one_claim_is_refused(
    world: BackendWorld, claims: Mapping[str, Any]
) -> None:
    response = token_request(world, DpopKey(), claims=claims)
    assert (response.status_code, response.json()["code"]) == (401, "terminal-unknown")


def test_an_assertion_by_another_key_is_refused(world: BackendWorld) -> None:
    enrolment = world.server.enrol()
    url = world.server.origins.api + TOKEN_PATH
    now = int(world.clock.now().timestamp())
    claims = {
        "iss": enrolment.terminal_id,
        "sub": enrolment.terminal_id,
        "aud": url,
        "jti": "1",
        "exp": now + 60,
    }
    for forged in (
        jwt.encode(claims, ec.generate_private_key(ec.SECP256R1()), algorithm="ES256"),
        jwt.encode(claims, "", algorithm="none"),
        "not.a.jwt",
        "",
    ):
        response = token_request(world, DpopKey(), client_assertion=forged)
        assert response.status_code in {400, 401}, forged
        assert "access_token" not in response.json()


def test_an_assertion_works_once(world: BackendWorld) -> None:
    jti = str(uuid4())
    assert token_request(world, DpopKey(), claims={"jti": jti}).status_code == 200
    assert token_request(world, DpopKey(), claims={"jti": jti}).status_code == 401


def test_a_blocked_terminal_gets_no_token_and_no_token_works_there(world: BackendWorld) -> None:
    client = world.client("BB-MITTE-BLOCKED")
    world.sign_in(client)
    with world.backend.store.transaction() as db:
        terminal = db.get(Terminal, "BB-MITTE-BLOCKED")
        assert terminal is not None
        terminal.blocked = True
    for call in (client.catalogue, client.keep_session, client.open_terminal):
        with pytest.raises(BackendError) as caught:
            call()
        assert isinstance(caught.value.fault, Refused)
        assert caught.value.fault.problem.code == "terminal-blocked"
    client.close()


@pytest.fixture
def bound(world: BackendWorld) -> tuple[str, DpopKey]:
    key = DpopKey()
    return str(token_request(world, key).json()["access_token"]), key


@dataclass(frozen=True)
class Answered:
    status_code: int
    headers: Mapping[str, str]
    body: bytes

    def json(self) -> dict[str, Any]:
        document: dict[str, Any] = json.loads(self.body)
        return document


def ask(world: BackendWorld, token: str, *proofs: str) -> Answered:
    """Ask for the catalogue with as many proofs as given."""
    connection = http.client.HTTPConnection(world.server.origins.api.removeprefix("http://"), timeout=5)
    connection.putrequest("GET", CATALOGUE_PATH)
    connection.putheader("Authorization", f"DPoP {token}")
    for proof in proofs:
        connection.putheader("DPoP", proof)
    connection.endheaders()
    with connection.getresponse() as response:
        answered = Answered(response.status, dict(response.getheaders()), response.read())
    connection.close()
    return answered


def test_two_proofs_are_one_too_many(world: BackendWorld, bound: tuple[str, DpopKey]) -> None:
    token, key = bound
    proofs = [key.proof("GET", _url(world), _now(world), token) for _ in range(2)]
    assert ask(world, token, *proofs).json()["code"] == "token-invalid"


@dataclass(frozen=True)
class Situation:
    """A token, the key it is bound to, and a request to make with it."""

    world: BackendWorld
    token: str
    key: DpopKey

    @property
    def now(self) -> int:
        return _now(self.world)

    @property
    def url(self) -> str:
        return _url(self.world)

    def proof(
        self, *, key: DpopKey | None = None, method: str = "GET", url: str = "", late_s: int = 0
    ) -> str:
        return (key or self.key).proof(method, url or self.url, self.now + late_s, self.token)

    def signed(self, *, typ: str = "dpop+jwt", drop: str = "", leak: bool = False) -> str:
        """Sign the right key's proof with another type, without a claim, or with the private key shown."""
        good = self.proof()
        claims = jwt.decode(good, options={"verify_signature": False})
        claims.pop(drop, None)
        jwk = {**jwt.get_unverified_header(good)["jwk"], **({"d": "AA"} if leak else {})}
        return jwt.encode(claims, self.key._private, algorithm="ES256", headers={"typ": typ, "jwk": jwk})


type Bend = Callable[[Situation], str | None]


def _now(world: BackendWorld) -> int:
    return int(world.clock.now().timestamp())


def _url(world: BackendWorld) -> str:
    return world.server.origins.api + CATALOGUE_PATH


BENT: dict[str, Bend] = {
    "none at all": lambda _: None,
    "by another key": lambda it: it.proof(key=DpopKey()),
    "for another method": lambda it: it.proof(method="POST"),
    "for another path": lambda it: it.proof(url=it.url + "/x"),
    "for another host": lambda it: it.proof(url=f"http://localhost{CATALOGUE_PATH}"),
    "for another token": lambda it: it.key.proof("GET", it.url, it.now, "other"),
    "for no token": lambda it: it.key.proof("GET", it.url, it.now),
    "garbage": lambda _: "a.b.c",
    "not a proof by its type": lambda it: it.signed(typ="JWT"),
    "without a nonce": lambda it: it.signed(drop="jti"),
    "without a time": lambda it: it.signed(drop="iat"),
    "RSA": lambda it: _rsa(it.world),
    "with its private key": lambda it: it.signed(leak=True),
}


@pytest.mark.parametrize("late_s", [-61, 61, -86_400])
def test_a_proof_of_a_wrong_clock_learns_the_right_time(
    world: BackendWorld, bound: tuple[str, DpopKey], late_s: int
) -> None:
    token, key = bound
    response = ask(world, token, Situation(world, token, key).proof(late_s=late_s))
    assert (response.status_code, response.json()["code"]) == (401, "clock-skew")
    assert response.json()["serverTime"] == world.clock.now().strftime("%Y-%m-%dT%H:%M:%SZ")


def _rsa(world: BackendWorld) -> str:
    private = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    jwk = jwt.algorithms.RSAAlgorithm.to_jwk(private.public_key(), as_dict=True)
    claims = {"jti": "1", "htm": "GET", "htu": _url(world), "iat": _now(world)}
    return jwt.encode(claims, private, algorithm="RS256", headers={"typ": "dpop+jwt", "jwk": jwk})


@pytest.mark.parametrize("bend", BENT.values(), ids=BENT.keys())
def test_a_token_with_a_bent_proof_opens_nothing(
    world: BackendWorld, bound: tuple[str, DpopKey], bend: Bend
) -> None:
    token, key = bound
    proof = bend(Situation(world, token, key))
    response = ask(world, token, *([proof] if proof else []))
    assert (response.status_code, response.json()["code"]) == (401, "token-invalid")
    assert response.headers["www-authenticate"].startswith("DPoP")
    assert ask(world, token, key.proof("GET", _url(world), _now(world), token)).status_code == 200


def test_a_proof_works_once(world: BackendWorld, bound: tuple[str, DpopKey]) -> None:
    token, key = bound
    proof = key.proof("GET", _url(world), _now(world), token)
    assert ask(world, token, proof).status_code == 200
    assert ask(world, token, proof).json()["code"] == "token-invalid"


def test_a_token_is_over_after_ten_minutes(world: BackendWorld, bound: tuple[str, DpopKey]) -> None:
    token, key = bound
    world.clock.advance(600)
    response = ask(world, token, key.proof("GET", _url(world), _now(world), token))
    assert response.json()["code"] == "token-expired"


@pytest.mark.parametrize("scheme", ["Bearer", "Basic"])
def test_a_bound_token_is_no_bearer_token(
    world: BackendWorld, bound: tuple[str, DpopKey], scheme: str
) -> None:
    token, key = bound
    headers = {
        "Authorization": f"{scheme} {token}",
        "DPoP": key.proof("GET", _url(world), _now(world), token),
    }
    assert requests.get(_url(world), headers=headers, timeout=5).status_code == 401


def test_a_token_signed_by_somebody_else_is_refused(world: BackendWorld, bound: tuple[str, DpopKey]) -> None:
    token, key = bound
    claims = jwt.decode(token, options={"verify_signature": False})
    forged = jwt.encode(
        claims, ec.generate_private_key(ec.SECP256R1()), algorithm="ES256", headers={"typ": "at+jwt"}
    )
    response = ask(world, forged, key.proof("GET", _url(world), _now(world), forged))
    assert response.json()["code"] == "token-invalid"


def test_the_client_signs_in_anew_when_its_token_is_refused(world: BackendWorld) -> None:
    enrolment = world.server.enrol()
    client = BochumId(
        world.server.origins.api,
        key_from_file(enrolment.terminal_id, enrolment.private_key_path),
        catalogue_keys=CatalogueKeys.of_file(enrolment.catalogue_key_path),
        timing=world.timing,
    )
    client.open_terminal()
    terminal = client._terminal
    assert isinstance(terminal, AssertedTerminal)
    first = terminal._token.current()
    world.clock.time = world.clock.time.replace(microsecond=0)
    object.__setattr__(first, "renew_at", float("inf"))
    world.clock.advance(601)
    client.catalogue()
    assert terminal._token.current().value != first.value
    client.close()


def test_the_thumbprint_is_that_of_the_standard() -> None:
    """The key and its thumbprint from RFC 9449 4.1 and 6.1."""
    jwk = {
        "kty": "EC",
        "x": "l8tFrhx-34tV3hRICRDY9zCkDlpBhF42UQUfWVAWBFs",
        "y": "9VE4jf_Ok_o64zbTTlcuNJajHmt6v9TDVrU0CdvGRDA",
        "crv": "P-256",
    }
    key = jwt.PyJWK.from_dict(jwk, algorithm="ES256").key
    assert isinstance(key, ec.EllipticCurvePublicKey)
    assert _thumbprint(key) == "0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I"


def test_terminal_and_server_agree_on_thumbprints() -> None:
    key = DpopKey()
    assert _thumbprint(key._private.public_key()) == key.thumbprint
