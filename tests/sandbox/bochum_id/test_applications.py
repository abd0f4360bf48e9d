"""Drafts and quotes: filled in from the card, changed by who has seen the newest, priced by the server."""

import pytest
from backend_world import ERIKA, SERVICE, BackendWorld, Person
from raw_citizen import RawCaller, code_of, new_key

from kiosk.bochum_id.client import BochumId
from kiosk.bochum_id.errors import BackendError, Refused
from kiosk.bochum_id.values import Draft, JsonObject, Money
from sandbox.eid_server.eid_interface import Operation

MERGE_PATCH = {"Content-Type": "application/merge-patch+json"}
FREE: JsonObject = {"kind": "simple", "purpose": "pension", "copies": 1}
LOCKED = {
    f"/applicant/{name}" for name in ("familyName", "givenNames", "doctoralDegree", "dateOfBirth", "address")
}


@pytest.fixture
def draft(world: BackendWorld, client: BochumId) -> Draft:
    world.sign_in(client)
    return client.create_application(client.catalogue().service(SERVICE))


@pytest.fixture
def erika(world: BackendWorld, client: BochumId, draft: Draft) -> RawCaller:
    return RawCaller.of_citizen(world, client)


def test_the_card_fills_the_draft_in_and_locks_it(draft: Draft) -> None:
    assert draft.data == {
        "applicant": {
            "familyName": "Mustermann",
            "givenNames": "Erika",
            "dateOfBirth": "1964-08-12",
            "address": "Musterstraße 12, 44787 BOCHUM",
        }
    }
    assert draft.locked == LOCKED
    assert not draft.valid
    assert {error.pointer for error in draft.errors} == {"/kind", "/purpose", "/copies"}


def test_what_the_citizen_kept_back_or_the_card_lacks_is_locked_without_a_value(
    world: BackendWorld, client: BochumId
) -> None:
    attempt = client.begin_login(SERVICE, "de")
    person = Person("Kohl", None, b"\x21" * 32)
    client.finish_login(
        attempt, world.read_card(attempt, person.result(DOCTORAL_DEGREE=Operation.PROHIBITED))
    )
    draft = client.create_application(client.catalogue().service(SERVICE))
    assert "givenNames" not in str(draft.data)
    assert draft.locked == LOCKED


def test_a_doctoral_degree_is_taken_over(world: BackendWorld, client: BochumId) -> None:
    world.sign_in(client, Person("Grad", "Greta", b"\x22" * 32, doctoral_degree="Dr. phil."))
    draft = client.create_application(client.catalogue().service(SERVICE))
    assert isinstance(draft.data["applicant"], dict)
    assert draft.data["applicant"]["doctoralDegree"] == "Dr. phil."


def test_answers_complete_the_draft_step_by_step(client: BochumId, draft: Draft) -> None:
    begun = client.save_answers(draft, {"purpose": "pension"})
    assert (begun.valid, begun.etag) == (False, '"2"')
    done = client.save_answers(begun, {"purpose": "pension", "kind": "simple", "copies": 2})
    assert done.valid
    assert done.errors == ()
    assert done.data["applicant"] == draft.data["applicant"]


def test_an_answer_taken_back_is_gone(client: BochumId, draft: Draft) -> None:
    filled = client.save_answers(draft, FREE)
    emptied = client.save_answers(filled, {"kind": "simple"})
    assert emptied.data.keys() == {"applicant", "kind"}


def test_saving_the_same_again_asks_nothing_of_the_server(client: BochumId, draft: Draft) -> None:
    filled = client.save_answers(draft, FREE)
    assert client.save_answers(filled, FREE) is filled


def test_the_terminal_catches_up_when_the_server_is_ahead(client: BochumId, draft: Draft) -> None:
    client.save_answers(draft, {"purpose": "private", "kind": "extended"})
    caught_up = client.save_answers(draft, FREE)
    assert (caught_up.etag, caught_up.valid) == ('"3"', True)
    assert client.save_answers(draft, FREE).etag == '"3"', "nothing to change, nothing changed"


@pytest.mark.parametrize(
    "patch",
    [
        {"applicant": {"familyName": "Anders"}},
        {"applicant": {"familyName": "Mustermann"}},
        {"applicant": {"doctoralDegree": "Dr."}},
        {"applicant": {"familyName": {"deeper": 1}}},
        {"applicant": None},
        {"applicant": "nobody"},
        {"applicant": {}},
        {"purpose": "pension", "applicant": {"address": None}},
    ],
    ids=str,
)
def test_locked_members_cannot_be_written_by_any_way_in(
    client: BochumId, draft: Draft, erika: RawCaller, patch: JsonObject
) -> None:
    headers = {**MERGE_PATCH, "If-Match": draft.etag}
    response = erika("PATCH", f"/v1/applications/{draft.id}", patch, headers)
    assert (response.status_code, code_of(response)) == (422, "locked-field")
    assert erika("GET", f"/v1/applications/{draft.id}").json()["data"] == draft.data


@pytest.mark.parametrize(
    ("patch", "pointer"),
    [
        ({"extra": 1}, "/extra"),
        ({"applicant": {"shoeSize": 42}}, "/applicant/shoeSize"),
        ({**FREE, "copys": 1}, "/copys"),
    ],
)
def test_members_the_definition_does_not_know_are_refused(
    draft: Draft, erika: RawCaller, patch: JsonObject, pointer: str
) -> None:
    headers = {**MERGE_PATCH, "If-Match": draft.etag}
    response = erika("PATCH", f"/v1/applications/{draft.id}", patch, headers)
    assert (response.status_code, code_of(response)) == (422, "validation-failed")
    assert [error["pointer"] for error in response.json()["errors"]] == [pointer]


def test_wrong_values_are_kept_as_a_draft_and_named(client: BochumId, draft: Draft) -> None:
    saved = client.save_answers(draft, {"kind": "gold", "purpose": "pension", "copies": 9})
    assert {(error.pointer, error.keyword) for error in saved.errors} == {
        ("/kind", "enum"),
        ("/copies", "maximum"),
    }


def test_a_change_needs_the_version_it_changes(draft: Draft, erika: RawCaller) -> None:
    path = f"/v1/applications/{draft.id}"
    blind = erika("PATCH", path, {"copies": 1}, MERGE_PATCH)
    assert (blind.status_code, code_of(blind)) == (428, "precondition-required")
    stale = erika("PATCH", path, {"copies": 1}, {**MERGE_PATCH, "If-Match": '"7"'})
    assert (stale.status_code, code_of(stale)) == (412, "precondition-failed")
    assert code_of(erika("DELETE", path)) == "precondition-required"
    assert erika("DELETE", path, headers={"If-Match": draft.etag}).status_code == 204
    assert code_of(erika("GET", path)) == "not-found"


@pytest.mark.parametrize(
    ("body", "headers", "code"),
    [
        (b"{", MERGE_PATCH, "malformed-request"),
        (b"[" * 100_000, MERGE_PATCH, "malformed-request"),
        (b'"text"', MERGE_PATCH, "validation-failed"),
        (b"{}", {"Content-Type": "application/json"}, "unsupported-media-type"),
        (b"{}" + b" " * 300_000, MERGE_PATCH, "request-too-large"),
    ],
    ids=["broken", "bottomless", "no object", "plain JSON", "too large"],
)
def test_a_patch_that_is_none_is_refused(
    draft: Draft, erika: RawCaller, body: bytes, headers: dict[str, str], code: str
) -> None:
    sent = {**headers, "If-Match": draft.etag}
    assert code_of(erika("PATCH", f"/v1/applications/{draft.id}", body, sent)) == code


def test_an_application_needs_a_service_there_is(erika: RawCaller) -> None:
    unknown = erika("POST", "/v1/applications", {"serviceId": "svc_x", "definitionVersion": 1}, new_key())
    assert code_of(unknown) == "validation-failed"
    old = erika("POST", "/v1/applications", {"serviceId": SERVICE, "definitionVersion": 1}, new_key())
    assert (code_of(old), old.json()["migratedTo"]) == ("definition-outdated", 3)


@pytest.mark.parametrize(
    ("data", "cents", "quantity"),
    [
        (FREE, 0, None),
        ({"kind": "simple", "purpose": "private", "copies": 1}, 900, 1),
        ({"kind": "simple", "purpose": "authority", "authority": "Amtsgericht", "copies": 3}, 2700, 3),
        ({"kind": "extended", "extras": ["religion"], "purpose": "pension", "copies": 3}, 0, None),
    ],
)
def test_the_server_prices(
    client: BochumId, draft: Draft, data: JsonObject, cents: int, quantity: int | None
) -> None:
    quote = client.quote(client.save_answers(draft, data))
    assert quote.total == Money(cents)
    assert quote.is_free == (cents == 0)
    assert [item.quantity for item in quote.items] == ([quantity] if quantity else [])
    for item in quote.items:
        assert item.unit == Money(900)
        assert "Beispielwert" in item.title.in_language("de")
        assert "Beispielwert" in item.legal_basis


def test_an_incomplete_draft_has_no_price(client: BochumId, draft: Draft) -> None:
    with pytest.raises(BackendError) as caught:
        client.quote(client.save_answers(draft, {"purpose": "pension"}))
    assert isinstance(caught.value.fault, Refused)
    assert caught.value.fault.problem.code == "not-ready"


def test_answers_hidden_by_a_later_choice_do_not_count(client: BochumId, draft: Draft) -> None:
    data: JsonObject = {
        "kind": "simple",
        "extras": ["religion"],
        "purpose": "private",
        "authority": "Amtsgericht",
        "copies": 1,
    }
    saved = client.save_answers(draft, data)
    assert saved.valid
    assert client.quote(saved).total == Money(900)


def test_personal_data_is_in_no_address_and_no_problem(draft: Draft, erika: RawCaller) -> None:
    headers = {**MERGE_PATCH, "If-Match": draft.etag}
    response = erika(
        "PATCH", f"/v1/applications/{draft.id}", {"applicant": {"familyName": "Geheim"}}, headers
    )
    assert "Geheim" not in response.text
    assert ERIKA.family_names not in response.text
