"""A second person signs with their own card: under these answers only, and without being signed in."""

from typing import Any

import pytest
import requests
from applying import Citizen
from backend_world import ERIKA, OTTO, BackendWorld, Person
from raw_citizen import RawCaller, code_of
from sample_services import JOINT, OFFICE
from sqlalchemy import select

from kiosk.bochum_id.values import AccountMode
from sandbox.bochum_id.tables import CitizenSession, Cosignature, LoginAttempt

pytestmark = pytest.mark.sample_services

ERIKAS_NEW_CARD = Person(card=b"\x6e" * 32)


@pytest.fixture
def draft(erika: Citizen) -> dict[str, Any]:
    return erika.apply(JOINT, {"reason": "Gemeinsam"})


def ask(citizen: Citizen, draft: dict[str, Any]) -> requests.Response:
    return citizen.post(f"/v1/applications/{draft['id']}/cosignatures")


def sign(citizen: Citizen, draft: dict[str, Any], person: Person) -> requests.Response:
    """Ask for the second card and let `person` lay it on."""
    asked = ask(citizen, draft)
    assert asked.status_code == 201, asked.text
    return hand_in(citizen, asked.json(), person)


def hand_in(citizen: Citizen, attempt: dict[str, Any], person: Person) -> requests.Response:
    world = citizen.world
    assert world.get(attempt["eid"]["tcTokenUrl"]).status_code == 200
    world.eid.script(person.result())
    with world.backend.store.transaction() as db:
        token = db.get_one(LoginAttempt, attempt["id"]).refresh_token
    url = f"{world.server.origins.eservice}/eid/refresh/{token}?ResultMajor=ok"
    terminal = RawCaller.of_terminal(world, citizen.client)
    return terminal("POST", f"/v1/login-attempts/{attempt['id']}/eid-result", {"refreshUrl": url})


def test_a_form_that_demands_it_waits_for_the_second_signature(erika: Citizen, draft: dict[str, Any]) -> None:
    assert erika.submit(draft).json()["missing"] == ["cosignature"]
    asked = ask(erika, draft).json()
    assert asked["state"] == "awaitingEid"
    assert asked["eid"]["provider"]["purpose"] == "Zweite Unterschrift am Bürgerterminal BB-MITTE-03"
    assert set(asked["eid"]["attributes"]["required"]) == {
        "FamilyNames",
        "GivenNames",
        "DateOfBirth",
        "RestrictedID",
    }
    signed = hand_in(erika, asked, OTTO)
    assert signed.status_code == 200
    assert signed.json()["state"] == "consumed"
    assert signed.json()["cosignature"]["name"] == "Otto Beispiel"
    assert "code" not in signed.json()
    assert erika.again(draft)["cosignature"] == signed.json()["cosignature"]
    assert erika.submit(draft).status_code == 202


def test_the_second_person_is_not_signed_in(
    world: BackendWorld, erika: Citizen, draft: dict[str, Any]
) -> None:
    sign(erika, draft, OTTO)
    with world.backend.store.transaction() as db:
        living = db.scalars(select(CitizenSession).where(CitizenSession.ended_reason.is_(None))).all()
        attempt = db.scalars(select(LoginAttempt).where(LoginAttempt.application_id == draft["id"])).one()
    assert [session.terminal_id for session in living] == ["BB-MITTE-03"]
    assert (attempt.code, attempt.attributes) == (None, None), "what the card said is forgotten"
    assert erika.get("/v1/session").json()["displayName"] == "E. Mustermann"


def test_handing_it_in_again_gives_the_same_answer(erika: Citizen, draft: dict[str, Any]) -> None:
    asked = ask(erika, draft).json()
    first = hand_in(erika, asked, OTTO)
    terminal = RawCaller.of_terminal(erika.world, erika.client)
    with erika.world.backend.store.transaction() as db:
        token = db.get_one(LoginAttempt, asked["id"]).refresh_token
    url = f"{erika.world.server.origins.eservice}/eid/refresh/{token}?ResultMajor=ok"
    again = terminal("POST", f"/v1/login-attempts/{asked['id']}/eid-result", {"refreshUrl": url})
    assert (again.status_code, again.json()) == (200, first.json())


@pytest.mark.parametrize("card", [ERIKA, ERIKAS_NEW_CARD], ids=["her card", "her other card"])
def test_nobody_signs_twice(erika: Citizen, draft: dict[str, Any], card: Person) -> None:
    refused = sign(erika, draft, card)
    assert (refused.status_code, code_of(refused)) == (403, "same-person")
    assert "cosignature" not in erika.again(draft)
    assert erika.submit(draft).json()["missing"] == ["cosignature"]


def test_nobody_signs_twice_in_a_one_off_use_either(world: BackendWorld) -> None:
    client = world.client("BB-MITTE-07")
    once = Person("Einmal", "Emil", b"\x78" * 32)
    world.sign_in(client, once, AccountMode.TRANSIENT)
    citizen = Citizen(world, client, RawCaller.of_citizen(world, client), "BB-MITTE-07")
    try:
        draft = citizen.apply(JOINT, {"reason": "Gemeinsam"})
        assert code_of(sign(citizen, draft, once)) == "same-person"
        assert sign(citizen, draft, OTTO).status_code == 200
    finally:
        client.close()


def test_a_change_after_the_signature_needs_another_one(erika: Citizen, draft: dict[str, Any]) -> None:
    sign(erika, draft, OTTO)
    changed = erika.patch(draft, draft["etag"], {"reason": "Etwas anderes"})
    assert "cosignature" not in changed.json()
    draft["etag"] = changed.headers["ETag"]
    assert erika.submit(draft).json()["missing"] == ["cosignature"]
    assert sign(erika, draft, OTTO).status_code == 200
    assert erika.submit(draft).status_code == 202


def test_only_what_is_complete_and_asks_for_it_is_signed(erika: Citizen) -> None:
    incomplete = ask(erika, erika.apply(JOINT))
    assert (code_of(incomplete), incomplete.json()["missing"]) == ("not-ready", ["/reason"])
    alone = ask(erika, erika.apply(OFFICE, {"reason": "Fest"}))
    assert (alone.status_code, code_of(alone)) == (409, "application-state")


def test_what_was_sent_meanwhile_is_not_signed_any_more(erika: Citizen, draft: dict[str, Any]) -> None:
    sign(erika, draft, OTTO)
    asked = ask(erika, draft).json()
    erika.submit(draft)
    assert code_of(hand_in(erika, asked, OTTO)) == "application-state"
    assert code_of(ask(erika, draft)) == "not-ready"


def test_a_signature_dies_with_its_visit(world: BackendWorld, draft: dict[str, Any], erika: Citizen) -> None:
    asked = ask(erika, draft).json()
    erika.raw("DELETE", "/v1/session")
    terminal = RawCaller.of_terminal(world, erika.client)
    assert terminal("GET", f"/v1/login-attempts/{asked['id']}").json()["state"] == "cancelled"
    with world.backend.store.transaction() as db:
        assert db.get(Cosignature, draft["id"]) is None


def test_no_code_of_any_session_comes_of_it(erika: Citizen, draft: dict[str, Any]) -> None:
    asked = ask(erika, draft).json()
    hand_in(erika, asked, OTTO)
    with erika.world.backend.store.transaction() as db:
        attempt = db.get_one(LoginAttempt, asked["id"])
    assert (attempt.state, attempt.code, attempt.account_id) == ("consumed", None, None)
