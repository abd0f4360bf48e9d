"""Signing in with a password, a step-up and a renewed card, against a server that says what a test wants."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

import jwt
import pytest
from scripted_server import Script, ScriptedServer, Seen, answer, hang_up, problem

from cardreader.secret import Secret
from kiosk.bochum_id.catalogue_keys import CatalogueKeys
from kiosk.bochum_id.client import BochumId
from kiosk.bochum_id.code_exchange import challenge
from kiosk.bochum_id.errors import BackendError, BackendFault, Garbage, Refused
from kiosk.bochum_id.password_values import (
    CodeWrong,
    FactorKind,
    PasswordAttempt,
    PasswordWrong,
    SecondFactor,
)
from kiosk.bochum_id.timing import Timing
from kiosk.bochum_id.values import AccountQuestion, CitizenSession, Level, SignInMethod
from tests.samples import SERVICE

TOTP = SecondFactor("f1", FactorKind.TOTP, "Authenticator-App")
SMS = SecondFactor("f2", FactorKind.SMS, "+49 *** 4711")
PASSWORD = 'Glück "auf" \\ §4711\t€'
REFRESH = "https://id.bochum.example/eid/refresh/1?ResultMajor=ok"


def said(status: int, document: Mapping[str, object]) -> Script:
    return answer(status, json.dumps(document).encode())


TOKEN = said(200, {"access_token": "terminal", "token_type": "DPoP", "expires_in": 600})
ATTEMPT = said(
    201, {"id": "la_1", "method": "password", "state": "awaitingPassword", "confirmationCode": "48"}
)
FACTORS = said(
    200,
    {
        "id": "la_1",
        "state": "awaitingFactor",
        "factors": [
            {"id": "f1", "type": "totp", "hint": TOTP.hint},
            {"id": "f9", "type": "passkeyPhone", "hint": "Passkey"},
            {"id": "f2", "type": "smsCode", "hint": SMS.hint},
            {"id": "f3", "type": "recoveryCode"},
        ],
    },
)
WRONG = problem(401, "login-failed")
RIGHT = said(200, {"id": "la_1", "state": "verified", "code": "c0de", "account": {"match": "existing"}})
SESSION = {
    "id": "ses_1",
    "level": "normal",
    "methods": ["password", "somethingNew"],
    "displayName": "E. Mustermann",
    "accountMode": "existing",
    "idleTimeout": 180,
    "absoluteEnd": "2026-11-23T15:24:00Z",
}
OPENED = {"accessToken": "citizen-1", "tokenType": "DPoP", "expiresIn": 300, "session": SESSION}
RAISED = {
    **OPENED,
    "accessToken": "citizen-2",
    "session": {**SESSION, "level": "hoch", "methods": ["password", "eid"]},
}
EID = said(
    201,
    {
        "id": "la_2",
        "method": "eid",
        "confirmationCode": "49",
        "eid": {
            "tcTokenUrl": "https://id.bochum.example/eid/tctoken/1",
            "provider": {"name": "Stadt Bochum", "purpose": "Anmeldung"},
        },
    },
)


class KnownKey:
    """The key of a terminal that is believed without a look."""

    terminal_id = "BB-MITTE-03"

    def assertion(self, audience: str, issued_at: int) -> str:
        return f"{audience} {issued_at}"


@pytest.fixture
def client(server: ScriptedServer) -> Iterator[BochumId]:
    client = BochumId(
        server.origin,
        KnownKey(),
        catalogue_keys=CatalogueKeys({}),
        timing=Timing(sleep=lambda _seconds: None),
    )
    yield client
    client.close()


def body(seen: Seen) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(seen.body)
    return document


def proven_with(seen: Seen, header: str) -> dict[str, Any]:
    """The public key that a proof was signed with."""
    jwk: dict[str, Any] = jwt.get_unverified_header(seen.headers[header])["jwk"]
    return jwk


def begun(server: ScriptedServer, client: BochumId, *scripts: Script) -> PasswordAttempt:
    server.play([TOKEN, ATTEMPT, *scripts])
    attempt = client.begin_password_login("svc_x", "en")
    server.seen.clear()
    return attempt


def signed_in(server: ScriptedServer, client: BochumId, *scripts: Script) -> CitizenSession:
    attempt = begun(server, client, RIGHT, said(201, OPENED), *scripts)
    session = client.give_code(attempt, TOTP, Secret(b"123456"), 1)
    assert isinstance(session, CitizenSession)
    server.seen.clear()
    return session


def fault_of(error: pytest.ExceptionInfo[BackendError]) -> BackendFault:
    return error.value.fault


# ---------------------------------------------------------------- the password


def test_an_attempt_asks_for_the_level_of_a_password_and_keeps_its_secrets(
    server: ScriptedServer, client: BochumId
) -> None:
    server.play([TOKEN, ATTEMPT])
    attempt = client.begin_password_login("svc_x", "en")
    asked = body(server.seen[1])
    assert asked == {
        "method": "password",
        "purpose": "login",
        "requestedLevel": "normal",
        "serviceId": "svc_x",
        "dpopJkt": attempt.dpop_key.thumbprint,
        "uiLanguage": "en",
        **challenge(attempt.code_verifier),
    }
    assert "idempotency-key" in server.seen[1].headers
    assert attempt.code_verifier not in repr(attempt)


def test_whatever_a_keyboard_can_type_arrives_as_it_was_typed(
    server: ScriptedServer, client: BochumId
) -> None:
    attempt = begun(server, client, FACTORS)
    factors = client.give_password(attempt, 'erika "e" ä', Secret(PASSWORD.encode()), 1)
    (seen,) = server.seen
    assert seen.line.startswith("POST /v1/login-attempts/la_1/password ")
    assert body(seen) == {"username": 'erika "e" ä', "password": PASSWORD, "try": 1}
    assert "idempotency-key" not in seen.headers
    assert isinstance(factors, tuple)
    assert [(each.id, each.kind, each.hint) for each in factors] == [
        ("f1", FactorKind.TOTP, "Authenticator-App"),
        ("f2", FactorKind.SMS, "+49 *** 4711"),
        ("f3", FactorKind.RECOVERY, ""),
    ], "what this terminal cannot ask for is left out"
    assert "4711" not in repr(factors)


def test_a_wrong_password_whose_answer_was_lost_is_the_same_try(
    server: ScriptedServer, client: BochumId
) -> None:
    attempt = begun(server, client, hang_up, answer(504), WRONG, FACTORS)
    secret = Secret(PASSWORD.encode())
    assert client.give_password(attempt, "erika", secret, 1) == PasswordWrong()
    assert [seen.body for seen in server.seen] == [server.seen[0].body] * 3
    assert body(server.seen[0])["try"] == 1
    assert not isinstance(client.give_password(attempt, "erika", secret, 2), PasswordWrong)
    assert body(server.seen[3])["try"] == 2


@pytest.mark.parametrize(
    ("script", "code"),
    [
        (problem(429, "too-many-attempts", retryAfter=900), "too-many-attempts"),
        (problem(403, "account-locked", retryable=False), "account-locked"),
    ],
)
def test_a_password_that_is_not_looked_at_is_refused_at_once(
    server: ScriptedServer, client: BochumId, script: Script, code: str
) -> None:
    attempt = begun(server, client, script)
    with pytest.raises(BackendError) as error:
        client.give_password(attempt, "erika", Secret(b"x"), 1)
    fault = fault_of(error)
    assert isinstance(fault, Refused)
    assert fault.problem.code == code
    assert len(server.seen) == 1, "asking again would only count"


@pytest.mark.parametrize(
    "factors",
    [
        [],
        [{"id": "f4", "type": "passkeyPhone"}],
        [{"id": "../x", "type": "totp"}],
        [{"type": "totp"}],
        "totp",
    ],
    ids=str,
)
def test_factors_nobody_can_give_here_break_the_contract(
    server: ScriptedServer, client: BochumId, factors: object
) -> None:
    attempt = begun(server, client, said(200, {"state": "awaitingFactor", "factors": factors}))
    with pytest.raises(BackendError) as error:
        client.give_password(attempt, "erika", Secret(b"x"), 1)
    assert isinstance(fault_of(error), Garbage)


# ---------------------------------------------------------------- the second factor


def test_a_code_is_sent_for_once_however_often_the_request_is(
    server: ScriptedServer, client: BochumId
) -> None:
    attempt = begun(server, client, hang_up, said(202, {"expiresIn": 180}))
    client.send_code(attempt, SMS)
    first, second = server.seen
    assert first.line.startswith("POST /v1/login-attempts/la_1/factors/f2/challenge ")
    assert first.headers["idempotency-key"] == second.headers["idempotency-key"]


def test_the_right_code_is_traded_for_a_session_bound_to_the_visit(
    server: ScriptedServer, client: BochumId
) -> None:
    attempt = begun(server, client, hang_up, RIGHT, said(201, OPENED), said(204, {}))
    session = client.give_code(attempt, TOTP, Secret(b"493021"), 1)
    assert isinstance(session, CitizenSession)
    assert (session.level, session.methods) == (Level.NORMAL, frozenset({SignInMethod.PASSWORD}))
    lost, given, traded = server.seen
    assert lost.body == given.body
    assert body(given) == {"try": 1, "code": "493021"}
    assert body(traded) == {"code": "c0de", "codeVerifier": attempt.code_verifier, "accountMode": "existing"}
    assert proven_with(traded, "visit-dpop") == attempt.dpop_key._public_jwk
    client.end_session()
    assert server.seen[3].headers["authorization"] == "DPoP citizen-1"


@pytest.mark.parametrize(("remaining", "left"), [(2, 2), (1, 1)])
def test_a_wrong_code_says_how_often_it_may_still_be_tried(
    server: ScriptedServer, client: BochumId, remaining: int, left: int
) -> None:
    attempt = begun(server, client, hang_up, problem(401, "login-failed", remaining=remaining))
    assert client.give_code(attempt, TOTP, Secret(b"000000"), 1) == CodeWrong(left)
    assert server.seen[0].body == server.seen[1].body


@pytest.mark.parametrize(
    "script", [problem(401, "login-failed", remaining=0), WRONG, problem(404, "not-found", retryable=False)]
)
def test_an_attempt_that_is_over_is_refused(server: ScriptedServer, client: BochumId, script: Script) -> None:
    attempt = begun(server, client, script)
    with pytest.raises(BackendError) as error:
        client.give_code(attempt, TOTP, Secret(b"000000"), 3)
    assert isinstance(fault_of(error), Refused)


def test_an_attempt_by_password_can_be_given_up(server: ScriptedServer, client: BochumId) -> None:
    attempt = begun(server, client, answer(204))
    client.cancel_login(attempt)
    assert server.seen[0].line.startswith("DELETE /v1/login-attempts/la_1 ")


# ---------------------------------------------------------------- stepping up


def test_a_step_up_raises_the_same_session_with_its_own_key(server: ScriptedServer, client: BochumId) -> None:
    signed_in(server, client, EID, RIGHT, said(201, RAISED), answer(204))
    before = client._citizen.key
    attempt = client.begin_step_up("svc_x", "de")
    session = client.finish_login(attempt, REFRESH)
    assert isinstance(session, CitizenSession)
    assert (session.level, session.methods) == (Level.HOCH, frozenset(SignInMethod))
    asked, _, traded = server.seen
    assert asked.line.startswith("POST /v1/session/step-up ")
    assert asked.headers["authorization"] == "DPoP citizen-1"
    assert body(asked) == {
        "requestedLevel": "hoch",
        "serviceId": "svc_x",
        "uiLanguage": "de",
        **challenge(attempt.code_verifier),
    }
    assert attempt.dpop_key is before
    assert proven_with(traded, "visit-dpop") == before._public_jwk
    client.end_session()
    assert server.seen[3].headers["authorization"] == "DPoP citizen-2"


def test_what_was_under_way_before_a_step_up_is_still_the_same_request_after_it(
    server: ScriptedServer, client: BochumId
) -> None:
    signed_in(server, client, *[hang_up] * 4, EID, RIGHT, said(201, RAISED), hang_up)
    for _ in range(2):
        with pytest.raises(BackendError, match="cannot be reached"):
            client.create_application(SERVICE)
        if len(server.seen) == 4:
            client.finish_login(client.begin_step_up("svc_x", "de"), REFRESH)
    before, after = server.seen[0], server.seen[-1]
    assert before.headers["idempotency-key"] == after.headers["idempotency-key"]
    assert after.headers["authorization"] == "DPoP citizen-2"


def test_somebody_elses_card_leaves_the_session_as_it_was(server: ScriptedServer, client: BochumId) -> None:
    signed_in(server, client, EID, problem(403, "account-mismatch", retryable=False), answer(204))
    attempt = client.begin_step_up("svc_x", "de")
    with pytest.raises(BackendError) as error:
        client.finish_login(attempt, REFRESH)
    fault = fault_of(error)
    assert isinstance(fault, Refused)
    assert fault.problem.code == "account-mismatch"
    client.end_session()
    assert server.seen[2].headers["authorization"] == "DPoP citizen-1"


def test_nobody_steps_up_who_is_not_signed_in(server: ScriptedServer, client: BochumId) -> None:
    with pytest.raises(BackendError, match="session-ended"):
        client.begin_step_up("svc_x", "de")
    assert server.seen == []


# ---------------------------------------------------------------- a renewed card

UNCLEAR = {"state": "verified", "code": "c0de", "account": {"match": "ambiguous", "linkTo": "acc_1"}}
NO_CONSENT = {"electronicDelivery": False, "mailboxNotificationEmail": False}


@pytest.mark.parametrize(
    ("whose", "told"),
    [
        ("mine", {"accountMode": "existing", "linkTo": "acc_1"}),
        ("not mine", {"accountMode": "create", "consents": NO_CONSENT}),
    ],
)
def test_a_renewed_card_is_linked_or_gets_an_account_of_its_own(
    server: ScriptedServer, client: BochumId, whose: str, told: dict[str, object]
) -> None:
    server.play([TOKEN, EID, said(200, UNCLEAR), said(201, OPENED)])
    attempt = client.begin_login("svc_x", "de")
    question = client.finish_login(attempt, REFRESH)
    assert isinstance(question, AccountQuestion)
    assert "acc_1" not in repr(question)
    client.answer_account(attempt, question, link=whose == "mine")
    assert body(server.seen[3]) == {"code": "c0de", "codeVerifier": attempt.code_verifier, **told}


@pytest.mark.parametrize(
    ("match", "mode"), [("existing", "existing"), ("locked", "existing"), ("none", "create")]
)
def test_a_card_whose_account_is_clear_asks_nobody(
    server: ScriptedServer, client: BochumId, match: str, mode: str
) -> None:
    verified = {"state": "verified", "code": "c0de", "account": {"match": match}}
    server.play([TOKEN, EID, said(200, verified), said(201, OPENED)])
    session = client.finish_login(client.begin_login("svc_x", "de"), REFRESH)
    assert isinstance(session, CitizenSession)
    assert body(server.seen[3])["accountMode"] == mode


def test_a_session_of_no_method_this_terminal_knows_breaks_the_contract(
    server: ScriptedServer, client: BochumId
) -> None:
    strange = {**OPENED, "session": {**SESSION, "methods": ["telepathy"]}}
    attempt = begun(server, client, RIGHT, said(201, strange))
    with pytest.raises(BackendError) as error:
        client.give_code(attempt, TOTP, Secret(b"123456"), 1)
    assert isinstance(fault_of(error), Garbage)
