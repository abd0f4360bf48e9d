"""Signing in without a card: the two steps, what each guess comes to, and the session it makes."""

import jwt
import pytest
from argon2 import PasswordHasher, extract_parameters
from backend_world import BackendWorld
from raw_citizen import RawCaller, code_of
from raw_login import SAMPLES, RawLogin, app_code, begin, sent_code, sign_in_by_password, state_of
from raw_login import Secrets as VisitSecrets

from kiosk.bochum_id.client import BochumId
from sandbox.bochum_id.identifiers import SystemChance
from sandbox.bochum_id.passwords import Passwords, comparable
from sandbox.bochum_id.seeds_accounts import sample_account_id
from sandbox.bochum_id.tables import Account, LoginFactor


@pytest.fixture
def terminal(world: BackendWorld, client: BochumId) -> RawCaller:
    world.clock.advance(24 * 3600)  # nobody's wrong guesses of the test before count any more
    return RawCaller.of_terminal(world, client)


def test_an_attempt_by_password_has_no_link_for_a_card(terminal: RawCaller) -> None:
    begun = RawLogin.begin(terminal).begun
    assert (begun["method"], begun["state"]) == ("password", "awaitingPassword")
    assert "eid" not in begun


@pytest.mark.parametrize("level", ["substantiell", "hoch"])
def test_a_password_never_promises_more_than_normal(terminal: RawCaller, level: str) -> None:
    response = begin(terminal, VisitSecrets(), "password", requestedLevel=level)
    assert (response.status_code, code_of(response)) == (403, "level-too-low")
    assert response.json()["methods"] == ["eid"]
    challenge = response.headers["WWW-Authenticate"]
    assert challenge == (
        f'DPoP error="insufficient_user_authentication", acr_values="http://bsi.bund.de/eID/LoA/{level}"'
    )


def test_only_a_login_goes_by_password(terminal: RawCaller) -> None:
    response = begin(terminal, VisitSecrets(), "password", purpose="register")
    assert code_of(response) == "validation-failed"


def test_the_right_password_shows_the_factors_and_no_more_than_hints(terminal: RawCaller) -> None:
    factors = RawLogin.begin(terminal).give_right_password("erika")
    assert [(factor["id"], factor["type"]) for factor in factors] == [
        ("f1", "totp"),
        ("f2", "emailCode"),
        ("f3", "recoveryCode"),
    ]
    assert factors[1]["hint"] == "e***@example.org"
    (sms,) = RawLogin.begin(terminal).give_right_password("hannelore")
    assert sms == {"id": "f1", "type": "smsCode", "hint": "+49 *** 4711"}


def test_a_session_by_password_is_of_level_normal(terminal: RawCaller) -> None:
    citizen, opened = sign_in_by_password(terminal)
    session = opened["session"]
    assert (session["level"], session["methods"], session["accountMode"]) == (
        "normal",
        ["password"],
        "existing",
    )
    assert session["levelUri"] == "http://bsi.bund.de/eID/LoA/normal"
    assert session["displayName"] == "E. Mustermann"
    assert "document" not in session
    claims = jwt.decode(opened["accessToken"], options={"verify_signature": False})
    assert claims["acr"] == session["levelUri"]
    assert claims["amr"] == ["pwd", "otp"]
    assert claims["auth_time"] == int(terminal.world.clock.now().timestamp())
    assert citizen("GET", "/v1/session").json() == session


@pytest.mark.parametrize(
    ("username", "password"),
    [("erika", "wrong"), ("nobody", "wrong"), ("erika", "kortum-haus-1873"), ("erika ", "Kortum-Haus-187")],
)
def test_a_wrong_name_and_a_wrong_password_are_answered_alike(
    terminal: RawCaller, username: str, password: str
) -> None:
    response = RawLogin.begin(terminal).give_password(username, password)
    assert (response.status_code, code_of(response)) == (401, "login-failed")
    assert response.json().keys() == {"type", "title", "status", "code", "traceId", "retryable"}


@pytest.mark.parametrize("spelling", ["erika", "ERIKA", " Erika ", "ｅｒｉｋａ"])
def test_a_user_name_is_known_in_any_spelling(terminal: RawCaller, spelling: str) -> None:
    assert RawLogin.begin(terminal).give_password(spelling, SAMPLES["erika"].password).status_code == 200


def test_a_repeated_try_counts_once_and_compares_nothing(terminal: RawCaller) -> None:
    login = RawLogin.begin(terminal)
    right = SAMPLES["erika"].password
    assert code_of(login.give_password("erika", "wrong", 1)) == "login-failed"
    for _ in range(9):
        assert code_of(login.give_password("erika", right, 1)) == "login-failed"
    assert login.give_password("erika", right, 2).status_code == 200
    assert login.give_password("erika", "wrong", 2).json()["state"] == "awaitingFactor"


@pytest.mark.parametrize("number", [2, 99])
def test_tries_are_counted_up_one_by_one(terminal: RawCaller, number: int) -> None:
    response = RawLogin.begin(terminal).give_password("erika", SAMPLES["erika"].password, number)
    assert code_of(response) == "validation-failed"
    assert response.json()["errors"][0]["pointer"] == "/try"


@pytest.mark.parametrize("steps", [-1, 0, 1])
def test_an_apps_code_may_be_one_step_off(terminal: RawCaller, steps: int) -> None:
    terminal.world.clock.advance(120)
    login = RawLogin.begin(terminal)
    login.give_right_password("erika")
    assert login.respond("f1", app_code(terminal.world, steps=steps)).status_code == 200


@pytest.mark.parametrize("steps", [-2, 2])
def test_an_apps_code_of_another_time_is_wrong(terminal: RawCaller, steps: int) -> None:
    login = RawLogin.begin(terminal)
    login.give_right_password("erika")
    response = login.respond("f1", app_code(terminal.world, steps=steps))
    assert (code_of(response), response.json()["remaining"]) == ("login-failed", 2)


def test_an_apps_code_works_once_and_none_before_it(terminal: RawCaller) -> None:
    first = RawLogin.begin(terminal)
    first.give_right_password("erika")
    earlier, code = app_code(terminal.world, steps=-1), app_code(terminal.world)
    assert first.respond("f1", code).status_code == 200
    second = RawLogin.begin(terminal)
    second.give_right_password("erika")
    for used in (code, earlier):
        assert code_of(second.respond("f1", used)) == "login-failed"


@pytest.mark.parametrize(("name", "factor", "kind"), [("hannelore", "f1", "sms"), ("erika", "f2", "email")])
def test_a_code_is_sent_and_signs_in_once(terminal: RawCaller, name: str, factor: str, kind: str) -> None:
    login = RawLogin.begin(terminal)
    login.give_right_password(name)
    sent = login.challenge(factor)
    assert (sent.status_code, sent.json()) == (202, {"expiresIn": 180})
    code = sent_code(terminal.world, kind)
    verified = login.respond(factor, code)
    assert verified.json()["account"] == {"match": "existing"}
    assert login.exchange(verified.json()["code"]).status_code == 201


def test_a_sent_code_is_good_for_three_minutes_and_until_the_next_one(terminal: RawCaller) -> None:
    login = RawLogin.begin(terminal)
    login.give_right_password("hannelore")
    login.challenge("f1")
    replaced = sent_code(terminal.world)
    login.challenge("f1")
    assert code_of(login.respond("f1", replaced)) == "login-failed"
    terminal.world.clock.advance(180)
    assert code_of(login.respond("f1", sent_code(terminal.world))) == "login-failed"


def test_a_repeated_challenge_sends_one_code(terminal: RawCaller) -> None:
    login = RawLogin.begin(terminal)
    login.give_right_password("hannelore")
    key = {"Idempotency-Key": '"00000000-0000-4000-8000-000000000001"'}
    login.challenge("f1", key)
    code = sent_code(terminal.world)
    assert login.challenge("f1", key).headers["Idempotency-Replayed"] == "true"
    assert sent_code(terminal.world) == code
    assert login.respond("f1", code).status_code == 200


def test_codes_are_not_sent_without_end(terminal: RawCaller) -> None:
    outcomes = []
    for _ in range(3):
        login = RawLogin.begin(terminal)
        login.give_right_password("hannelore")
        outcomes += [login.challenge("f1").status_code for _ in range(4)]
    assert outcomes == [202, 202, 202, 429] * 2 + [429] * 4


def test_nothing_is_sent_for_an_app(terminal: RawCaller) -> None:
    login = RawLogin.begin(terminal)
    login.give_right_password("erika")
    assert code_of(login.challenge("f1")) == "not-found"
    assert code_of(login.challenge("f9")) == "not-found"


def test_a_recovery_code_works_once_however_it_is_typed(terminal: RawCaller) -> None:
    code = SAMPLES["erika"].recovery_codes[0]
    first = RawLogin.begin(terminal)
    first.give_right_password("erika")
    assert first.respond("f3", code.lower().replace("-", " ")).status_code == 200
    second = RawLogin.begin(terminal)
    second.give_right_password("erika")
    assert code_of(second.respond("f3", code)) == "login-failed"


def test_three_wrong_codes_end_the_attempt(terminal: RawCaller) -> None:
    login = RawLogin.begin(terminal)
    login.give_right_password("erika")
    left = [login.respond("f1", "000000").json()["remaining"] for _ in range(3)]
    assert left == [2, 1, 0]
    assert state_of(terminal.world, login.id) == "failed"
    assert code_of(login.respond("f1", app_code(terminal.world))) == "login-failed"


def test_a_repeated_code_counts_once(terminal: RawCaller) -> None:
    login = RawLogin.begin(terminal)
    login.give_right_password("erika")
    for _ in range(4):
        assert login.respond("f1", "000000", 1).json()["remaining"] == 2
    right = login.respond("f1", app_code(terminal.world), 2)
    assert right.json() == login.respond("f1", "000000", 2).json()


def test_the_steps_have_an_order(terminal: RawCaller) -> None:
    login = RawLogin.begin(terminal)
    assert code_of(login.respond("f1", "000000")) == "login-failed"
    assert code_of(login.exchange("x" * 43)) == "login-failed"
    by_card = RawLogin.begin(terminal, "eid")
    assert code_of(by_card.give_password("erika", SAMPLES["erika"].password)) == "login-failed"


def test_an_attempt_by_password_lives_five_minutes(terminal: RawCaller) -> None:
    login = RawLogin.begin(terminal)
    terminal.world.clock.advance(300)
    assert code_of(login.give_password("erika", SAMPLES["erika"].password)) == "login-failed"
    assert state_of(terminal.world, login.id) == "expired"


def test_a_code_from_a_password_opens_no_one_off_session_and_no_new_account(terminal: RawCaller) -> None:
    login = RawLogin.begin(terminal)
    login.give_right_password("erika")
    code = login.respond("f1", app_code(terminal.world)).json()["code"]
    consents = {"electronicDelivery": True, "mailboxNotificationEmail": True}
    assert code_of(login.exchange(code, "transient")) == "validation-failed"
    assert code_of(login.exchange(code, "create", consents=consents)) == "validation-failed"
    assert login.exchange(code).status_code == 201


def test_a_password_is_hashed_anew_when_the_cost_has_changed(terminal: RawCaller) -> None:
    old = Passwords(SystemChance(), PasswordHasher(time_cost=2, memory_cost=16, parallelism=1))
    store, account_id = terminal.world.backend.store, sample_account_id("erika")
    with store.transaction() as db:
        db.get_one(Account, account_id).password_hash = old.hash(SAMPLES["erika"].password)
    RawLogin.begin(terminal).give_right_password("erika")
    with store.transaction() as db:
        stored = db.get_one(Account, account_id).password_hash
    assert stored is not None
    assert extract_parameters(stored).memory_cost == 8
    RawLogin.begin(terminal).give_right_password("erika")


def test_the_usual_cost_is_that_of_rfc_9106() -> None:
    parameters = extract_parameters(Passwords(SystemChance()).hash("anything"))
    assert (parameters.time_cost, parameters.memory_cost, parameters.parallelism) == (3, 64 * 1024, 4)
    assert parameters.type.name == "ID"


def test_composed_and_decomposed_letters_are_the_same_password() -> None:
    passwords = Passwords(SystemChance(), PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
    assert passwords.fits("u\u0308ber", passwords.hash("\u00fcber"))
    assert not passwords.fits("uber", passwords.hash("\u00fcber"))
    assert comparable(" Strasse") == comparable("STRASSE ")


def test_every_seeded_factor_can_be_used(terminal: RawCaller) -> None:
    with terminal.world.backend.store.transaction() as db:
        for factor in db.query(LoginFactor):
            assert factor.type in {"recoveryCode", "totp"} or factor.target
