"""Raising a session's level with the card: the same session, the same person, the same terminal."""

from collections.abc import Callable

import jwt
import pytest
from backend_world import OTTO, SEEDED_ERIKA, SERVICE, BackendWorld, Person
from raw_citizen import RawCaller, code_of, new_key
from raw_login import RawLogin, sign_in_by_card, sign_in_by_password, state_of, step_up

from kiosk.bochum_id.client import BochumId
from kiosk.bochum_id.dpop import DpopKey
from sandbox.bochum_id.seeds_accounts import sample_account_id
from sandbox.bochum_id.tables import Account

RENEWED_ERIKA = Person(card=b"\x31" * 32, date_of_birth="1984-08-12")


@pytest.fixture
def terminal(world: BackendWorld, client: BochumId) -> RawCaller:
    world.clock.advance(24 * 3600)
    return RawCaller.of_terminal(world, client)


@pytest.fixture
def elsewhere(terminal: RawCaller, other_client: BochumId) -> RawCaller:
    return RawCaller.of_terminal(terminal.world, other_client)


def begin_application(citizen: RawCaller) -> tuple[int, str]:
    response = citizen("POST", "/v1/applications", {"serviceId": SERVICE, "definitionVersion": 3}, new_key())
    return response.status_code, response.headers.get("WWW-Authenticate", "")


def test_a_service_of_a_higher_level_asks_for_a_step_up(terminal: RawCaller) -> None:
    citizen, _ = sign_in_by_password(terminal)
    status, challenge = begin_application(citizen)
    assert status == 403
    assert challenge == (
        'DPoP error="insufficient_user_authentication", acr_values="http://bsi.bund.de/eID/LoA/hoch"'
    )


def test_the_card_raises_the_very_same_session(terminal: RawCaller) -> None:
    citizen, before = sign_in_by_password(terminal)
    terminal.world.clock.advance(60)
    attempt = step_up(terminal, citizen, serviceId=SERVICE)
    assert attempt.begun["eid"]["attributes"]["required"][-1] == "RestrictedID"
    verified = attempt.read_card(SEEDED_ERIKA)
    assert verified.json()["account"] == {"match": "existing"}
    raised = attempt.exchange(verified.json()["code"])
    after = raised.json()["session"]
    assert after == {
        **before["session"],
        "level": "hoch",
        "levelUri": "http://bsi.bund.de/eID/LoA/hoch",
        "methods": ["password", "eid"],
    }
    claims = jwt.decode(raised.json()["accessToken"], options={"verify_signature": False})
    assert (claims["acr"], claims["amr"]) == (after["levelUri"], ["pwd", "otp", "eid"])
    assert claims["auth_time"] == int(terminal.world.clock.now().timestamp())
    assert begin_application(attempt.citizen(raised))[0] == 201
    assert citizen("GET", "/v1/session").json() == after  # the level is the session's, not the token's


@pytest.mark.parametrize(
    "stranger",
    [OTTO, Person("Mustermann", "Erika", b"\x32" * 32, date_of_birth="1984-08-13")],
    ids=["another name", "another birth date"],
)
def test_another_persons_card_is_refused_and_the_session_lives_on(
    terminal: RawCaller, stranger: Person
) -> None:
    citizen, _ = sign_in_by_password(terminal)
    attempt = step_up(terminal, citizen)
    response = attempt.read_card(stranger)
    assert (response.status_code, code_of(response)) == (403, "account-mismatch")
    assert citizen("GET", "/v1/session").json()["level"] == "normal"
    assert state_of(terminal.world, attempt.id) == "failed"


def test_a_card_of_another_account_of_the_same_name_is_refused(terminal: RawCaller) -> None:
    namesake = Person(card=b"\x33" * 32, date_of_birth="1984-08-12")
    sign_in_by_card(terminal, namesake, "create")
    citizen, _ = sign_in_by_password(terminal)
    assert code_of(step_up(terminal, citizen).read_card(namesake)) == "account-mismatch"


def test_a_renewed_card_is_linked_on_the_way(terminal: RawCaller) -> None:
    citizen, before = sign_in_by_password(terminal)
    attempt = step_up(terminal, citizen)
    verified = attempt.read_card(RENEWED_ERIKA)
    raised = attempt.exchange(verified.json()["code"])
    links = attempt.citizen(raised)("GET", "/v1/account/eid-links").json()["items"]
    assert len(links) == 2
    _, again = sign_in_by_card(terminal, RENEWED_ERIKA)
    assert again["session"]["accountMode"] == "existing"
    assert again["session"]["displayName"] == before["session"]["displayName"]


def test_an_account_that_no_card_vouched_for_takes_the_first_card(terminal: RawCaller) -> None:
    citizen, _ = sign_in_by_password(terminal, "claudia")
    with terminal.world.backend.store.transaction() as db:
        db.get_one(Account, sample_account_id("claudia")).identity = None
    attempt = step_up(terminal, citizen)
    assert attempt.read_card(Person("Neu", "Claudia", b"\x34" * 32)).status_code == 200


def _sign_out(terminal: RawCaller, citizen: RawCaller) -> None:
    assert citizen("DELETE", "/v1/session").status_code == 204


def _next_visitor(terminal: RawCaller, citizen: RawCaller) -> None:
    assert terminal("DELETE", "/v1/terminals/self/sessions").status_code == 204


def _idle(terminal: RawCaller, citizen: RawCaller) -> None:
    terminal.world.clock.advance(180)
    assert code_of(citizen("GET", "/v1/session")) == "session-ended"


@pytest.mark.parametrize("ending", [_sign_out, _next_visitor, _idle])
def test_the_sessions_end_ends_its_step_up(
    terminal: RawCaller, ending: Callable[[RawCaller, RawCaller], None]
) -> None:
    citizen, _ = sign_in_by_password(terminal)
    attempt = step_up(terminal, citizen)
    code = attempt.read_card(SEEDED_ERIKA).json()["code"]
    ending(terminal, citizen)
    assert state_of(terminal.world, attempt.id) == "cancelled"
    assert code_of(attempt.exchange(code)) == "login-failed"


def test_a_session_that_fell_silent_is_not_raised(terminal: RawCaller) -> None:
    citizen, _ = sign_in_by_password(terminal)
    attempt = step_up(terminal, citizen)
    elements = terminal.world.elements_behind(attempt.begun["eid"]["tcTokenUrl"])
    terminal.world.eid.script(SEEDED_ERIKA.result())
    terminal.world.clock.advance(170)
    code = attempt.report(f"{elements['RefreshAddress']}?ResultMajor=ok").json()["code"]
    terminal.world.clock.advance(10)
    response = attempt.exchange(code)
    assert (code_of(response), response.json()["reason"]) == ("session-ended", "idle")


def test_only_the_sessions_own_key_raises_it(terminal: RawCaller) -> None:
    citizen, _ = sign_in_by_password(terminal)
    attempt = step_up(terminal, citizen)
    code = attempt.read_card(SEEDED_ERIKA).json()["code"]
    thief = RawLogin(terminal, type(attempt.secrets)(DpopKey(), attempt.secrets.verifier), attempt.id, {})
    assert code_of(thief.exchange(code)) == "login-failed"
    assert citizen("GET", "/v1/session").json()["level"] == "normal"


def test_a_step_up_neither_makes_nor_changes_accounts(terminal: RawCaller) -> None:
    citizen, _ = sign_in_by_password(terminal)
    attempt = step_up(terminal, citizen)
    code = attempt.read_card(SEEDED_ERIKA).json()["code"]
    consents = {"electronicDelivery": True, "mailboxNotificationEmail": True}
    assert code_of(attempt.exchange(code, "create", consents=consents)) == "validation-failed"
    assert code_of(attempt.exchange(code, "transient")) == "validation-failed"
    assert attempt.exchange(code).status_code == 201


def test_a_step_up_elsewhere_does_not_exist(terminal: RawCaller, elsewhere: RawCaller) -> None:
    citizen, _ = sign_in_by_password(terminal)
    attempt = step_up(terminal, citizen)
    code = attempt.read_card(SEEDED_ERIKA).json()["code"]
    moved = RawLogin(elsewhere, attempt.secrets, attempt.id, attempt.begun)
    assert code_of(moved.exchange(code)) == "not-found"
    assert attempt.exchange(code).status_code == 201


def test_the_raised_session_ends_when_it_was_to_end(terminal: RawCaller) -> None:
    citizen, before = sign_in_by_password(terminal)
    terminal.world.clock.advance(100)
    attempt = step_up(terminal, citizen)
    raised = attempt.exchange(attempt.read_card(SEEDED_ERIKA).json()["code"])
    assert raised.json()["session"]["absoluteEnd"] == before["session"]["absoluteEnd"]
