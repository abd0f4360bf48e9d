"""The account: details and their origin, contact, consents, who saw what, cards, its end."""

import json

import pytest
import requests
from backend_world import CARDS, ERIKA, SEEDED_ERIKA, SEEDED_MERYEM, SERVICE, BackendWorld, Person
from raw_citizen import RawCaller, code_of, new_key
from raw_login import SAMPLES, RawLogin, sent_code, sign_in_by_card, sign_in_by_password, step_up
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from kiosk.bochum_id.client import BochumId
from sandbox.bochum_id import account_removal
from sandbox.bochum_id.application_states import OPEN_DRAFT_STATES
from sandbox.bochum_id.outbox import everything_sent
from sandbox.bochum_id.seeding import seed_everything
from sandbox.bochum_id.seeds_accounts import sample_account_id
from sandbox.bochum_id.tables import (
    Account,
    Application,
    Appointment,
    Attachment,
    CitizenSession,
    DeletionRequest,
    Document,
    LoginAttempt,
    LoginFactor,
    Message,
    Payment,
    Pseudonym,
    Quote,
    Receipt,
    TakenTime,
    UploadLink,
)
from sandbox.bochum_id.tables.base import Table

ACCOUNT = "/v1/account"


@pytest.fixture
def terminal(world: BackendWorld, client: BochumId) -> RawCaller:
    world.clock.advance(24 * 3600)
    return RawCaller.of_terminal(world, client)


@pytest.fixture
def erika(terminal: RawCaller) -> RawCaller:
    citizen, _ = sign_in_by_password(terminal)
    return citizen


def change(citizen: RawCaller, patch: object, etag: str | None = None) -> requests.Response:
    headers = {
        "If-Match": etag or citizen("GET", ACCOUNT).headers["ETag"],
        "Content-Type": "application/merge-patch+json",
    }
    return citizen("PATCH", ACCOUNT, patch, headers)


def activity(citizen: RawCaller) -> list[str]:
    return [item["kind"] for item in citizen("GET", f"{ACCOUNT}/activity").json()["items"]]


def test_every_detail_says_where_it_comes_from(erika: RawCaller) -> None:
    account = erika("GET", ACCOUNT).json()
    assert (account["id"], account["type"], account["username"]) == (
        sample_account_id("erika"),
        "person",
        "erika",
    )
    assert [each["scope"] for each in account["actingFor"]] == ["full"]
    attributes = account["attributes"]
    assert attributes["familyName"]["value"] == "Mustermann"
    assert {attributes[name]["source"] for name in ("familyName", "dateOfBirth", "address")} == {"eid"}
    assert (attributes["address"]["level"], attributes["email"]["level"]) == ("hoch", "normal")
    assert attributes["email"]["source"] == "self"
    assert attributes["dateOfBirth"]["value"] == "1984-08-12"


def test_a_sign_in_by_card_renews_what_the_card_says(terminal: RawCaller) -> None:
    moved = Person("Muster-Mann", "Erika", CARDS["erika"], date_of_birth="1984-08-12")
    citizen, _ = sign_in_by_card(terminal, moved)
    name = citizen("GET", ACCOUNT).json()["attributes"]["familyName"]
    assert name["value"] == "Muster-Mann"
    assert name["verifiedAt"] == terminal.world.clock.now().strftime("%Y-%m-%dT%H:%M:%SZ")
    sign_in_by_card(terminal, SEEDED_ERIKA)


def test_contact_and_preferences_are_merged(erika: RawCaller) -> None:
    erika.world.clock.advance(1)
    changed = change(erika, {"phone": "+49 234 5550199", "preferences": {"largeText": True}})
    assert changed.status_code == 200, changed.text
    account = changed.json()
    assert account["attributes"]["phone"]["value"] == "+49 234 5550199"
    assert account["preferences"] == {"language": "de", "largeText": True}
    assert changed.headers["ETag"] == erika("GET", ACCOUNT).headers["ETag"]
    erika.world.clock.advance(1)
    removed = change(erika, {"phone": None, "preferences": {"largeText": None}}).json()
    assert "phone" not in removed["attributes"]
    assert removed["preferences"] == {"language": "de"}
    assert activity(erika)[:2] == ["accountChanged", "accountChanged"]


def test_whoever_had_the_old_address_is_told(erika: RawCaller) -> None:
    change(erika, {"email": "neu@example.org"})
    with erika.world.backend.store.transaction() as db:
        told = [item.recipient for item in everything_sent(db) if item.kind == "email"]
    assert told[-1] == SAMPLES["erika"].email
    change(erika, {"email": SAMPLES["erika"].email})


@pytest.mark.parametrize("name", ["familyName", "givenNames", "dateOfBirth", "address", "attributes", "id"])
def test_what_a_card_said_is_locked(erika: RawCaller, name: str) -> None:
    refused = change(erika, {name: "Anders"})
    assert (refused.status_code, code_of(refused)) == (422, "locked-field")
    assert refused.json()["errors"][0]["pointer"] == f"/{name}"


@pytest.mark.parametrize(
    ("patch", "code"),
    [
        ({"email": "no address"}, "validation-failed"),
        ({"shoeSize": 42}, "validation-failed"),
        ({"preferences": {"shoeSize": 42}}, "validation-failed"),
        ([], "validation-failed"),
        (b"{", "malformed-request"),
    ],
)
def test_a_patch_that_makes_no_sense_is_refused(erika: RawCaller, patch: object, code: str) -> None:
    assert code_of(change(erika, patch)) == code


def test_a_patch_is_a_merge_patch_of_the_version_that_was_seen(erika: RawCaller) -> None:
    etag = erika("GET", ACCOUNT).headers["ETag"]
    assert code_of(erika("PATCH", ACCOUNT, {}, {"If-Match": etag})) == "unsupported-media-type"
    media_type = {"Content-Type": "application/merge-patch+json"}
    assert code_of(erika("PATCH", ACCOUNT, {}, media_type)) == "precondition-required"
    assert change(erika, {"phone": "none"}, etag).status_code == 422
    assert change(erika, {"phone": "+49 234 5550147"}, etag).status_code == 200
    assert code_of(change(erika, {"phone": "+49 234 5550148"}, etag)) == "precondition-failed"


def test_consents_are_given_and_taken_back(terminal: RawCaller) -> None:
    newcomer = Person("Consent", "Carla", b"\x41" * 32)
    citizen, _ = sign_in_by_card(terminal, newcomer, "create")
    path = f"{ACCOUNT}/consents/electronicDelivery"
    assert citizen("GET", path).json()["granted"] is False
    terminal.world.clock.advance(5)
    now = terminal.world.clock.now().strftime("%Y-%m-%dT%H:%M:%SZ")
    given = citizen("PUT", path, {"granted": True}).json()
    assert given == {"id": "electronicDelivery", "granted": True, "changedAt": now}
    terminal.world.clock.advance(5)
    assert citizen("PUT", path, {"granted": True}).json() == given
    assert activity(citizen).count("consentChanged") == 1
    listed = citizen("GET", f"{ACCOUNT}/consents").json()["items"]
    assert [item["id"] for item in listed] == ["electronicDelivery", "mailboxNotificationEmail"]
    assert code_of(citizen("PUT", f"{ACCOUNT}/consents/everything", {"granted": True})) == "validation-failed"


def test_who_saw_what_is_listed_page_by_page(erika: RawCaller) -> None:
    for number in range(5):
        erika.world.clock.advance(1)
        change(erika, {"phone": f"+49 234 555010{number}"})
    everything = erika("GET", f"{ACCOUNT}/activity?limit=100").json()["items"]
    assert everything[5]["kind"] == "login"
    assert everything[5]["method"] == "password"
    assert everything[5]["terminalId"] == "BB-MITTE-03"
    collected, cursor = [], ""
    while True:
        page = erika("GET", f"{ACCOUNT}/activity?limit=2{cursor}").json()
        collected += page["items"]
        if "nextCursor" not in page:
            break
        cursor = f"&cursor={page['nextCursor']}"
    assert collected == everything


def test_cards_are_shown_without_their_pseudonym(erika: RawCaller) -> None:
    response = erika("GET", f"{ACCOUNT}/eid-links")
    (link, *_more) = response.json()["items"]
    assert link.keys() == {"id", "type", "linkedAt", "validUntil"}
    assert (link["type"], link["validUntil"]) == ("ID", "2033-05-31")
    with erika.world.backend.store.transaction() as db:
        for digest in db.scalars(select(Pseudonym.digest)):
            assert digest not in response.text


def test_a_second_card_is_linked_and_the_first_removed(terminal: RawCaller) -> None:
    person = Person("Zwei", "Zita", b"\x42" * 32)
    second = Person("Zwei", "Zita", b"\x43" * 32)
    citizen, _ = sign_in_by_card(terminal, person, "create")
    terminal.world.clock.advance(1)
    attempt = step_up(terminal, citizen, f"{ACCOUNT}/eid-links")
    assert attempt.exchange(attempt.read_card(second).json()["code"]).status_code == 201
    terminal.world.clock.advance(1)
    links = citizen("GET", f"{ACCOUNT}/eid-links").json()["items"]
    assert len(links) == 2
    assert citizen("DELETE", f"{ACCOUNT}/eid-links/{links[0]['id']}").status_code == 204
    refused = citizen("DELETE", f"{ACCOUNT}/eid-links/{links[1]['id']}")
    assert (refused.status_code, code_of(refused)) == (409, "not-ready")
    assert refused.json()["missing"] == ["password"]
    _, again = sign_in_by_card(terminal, second)
    assert again["session"]["accountMode"] == "existing"
    assert RawLogin.begin(terminal, "eid").read_card(person).json()["account"]["match"] == "ambiguous"


def test_a_card_is_removed_at_level_hoch_only_and_nobody_elses(erika: RawCaller, terminal: RawCaller) -> None:
    links = erika("GET", f"{ACCOUNT}/eid-links").json()["items"]
    assert code_of(erika("DELETE", f"{ACCOUNT}/eid-links/{links[0]['id']}")) == "level-too-low"
    stranger, _ = sign_in_by_card(terminal, Person("Fremd", "Frida", b"\x44" * 32), "create")
    assert code_of(stranger("DELETE", f"{ACCOUNT}/eid-links/{links[0]['id']}")) == "not-found"


def test_a_renewed_card_may_be_linked_to_the_one_account_it_fits(terminal: RawCaller) -> None:
    old, new = (Person("Neukarte", "Nora", bytes([number]) * 32) for number in (0x45, 0x46))
    first, _ = sign_in_by_card(terminal, old, "create")
    account_id = first("GET", ACCOUNT).json()["id"]
    login = RawLogin.begin(terminal, "eid")
    verified = login.read_card(new).json()
    assert verified["account"] == {"match": "ambiguous", "linkTo": account_id}
    code = verified["code"]
    assert code_of(login.exchange(code)) == "account-ambiguous"
    assert code_of(login.exchange(code, linkTo=sample_account_id("erika"))) == "validation-failed"
    terminal.world.clock.advance(179)
    opened = login.exchange(code, linkTo=account_id)
    assert opened.json()["session"]["level"] == "hoch"
    citizen = login.citizen(opened)
    assert citizen("GET", ACCOUNT).json()["id"] == account_id
    assert {"cardLinked", "login"} <= set(activity(citizen))
    with terminal.world.backend.store.transaction() as db:
        (notice,) = [item for item in everything_sent(db) if item.recipient == account_id]
    assert (notice.kind, notice.content["template"]) == ("mailbox", "cardLinked")
    assert RawLogin.begin(terminal, "eid").read_card(new).json()["account"] == {"match": "existing"}


def test_the_question_can_be_thought_about_for_three_minutes(terminal: RawCaller) -> None:
    old, new = (Person("Lange", "Lena", bytes([number]) * 32) for number in (0x47, 0x48))
    sign_in_by_card(terminal, old, "create")
    login = RawLogin.begin(terminal, "eid")
    verified = login.read_card(new).json()
    terminal.world.clock.advance(180)
    assert code_of(login.exchange(verified["code"], linkTo=verified["account"]["linkTo"])) == "login-failed"


def test_a_namesake_makes_an_account_of_their_own_and_then_nobody_is_guessed(terminal: RawCaller) -> None:
    people = [Person("Doppelt", "Doris", bytes([number]) * 32) for number in (0x49, 0x4A, 0x4B)]
    sign_in_by_card(terminal, people[0], "create")
    sign_in_by_card(terminal, people[1], "create")
    third = RawLogin.begin(terminal, "eid").read_card(people[2])
    assert third.json()["account"] == {"match": "none"}


@pytest.mark.parametrize(
    ("known", "read", "match"),
    [("Bochum", "Bochum", "ambiguous"), ("Bochum", "Essen", "none"), (None, "Essen", "ambiguous")],
)
def test_the_birth_place_decides_where_both_are_known(
    terminal: RawCaller, known: str | None, read: str, match: str
) -> None:
    family = f"Ort-{known}-{read}"
    cards = [f"{family}-{number}".encode().ljust(32, b"\x00") for number in (1, 2)]
    sign_in_by_card(terminal, Person(family, "Olga", cards[0], place_of_birth=known), "create")
    response = RawLogin.begin(terminal, "eid").read_card(
        Person(family, "Olga", cards[1], place_of_birth=read)
    )
    assert response.json()["account"]["match"] == match


def test_the_seeded_renewed_card_is_ambiguous(terminal: RawCaller) -> None:
    claudia = Person("Berger", "Claudia", b"\x4c" * 32, date_of_birth="1977-02-19")
    account = RawLogin.begin(terminal, "eid").read_card(claudia).json()["account"]
    assert account == {"match": "ambiguous", "linkTo": sample_account_id("claudia")}


def test_the_card_unlocks_a_locked_account_and_says_so(terminal: RawCaller) -> None:
    meryem = SAMPLES["meryem"]
    login = RawLogin.begin(terminal)
    assert code_of(login.give_password("meryem", "wrong")) == "login-failed"
    refused = login.give_password("meryem", meryem.password)
    assert (refused.status_code, code_of(refused)) == (403, "account-locked")
    citizen, _ = sign_in_by_card(terminal, SEEDED_MERYEM)
    assert "accountUnlocked" in activity(citizen)
    with terminal.world.backend.store.transaction() as db:
        notices = [item for item in everything_sent(db) if item.content["template"] == "accountUnlocked"]
        assert {notice.kind for notice in notices} == {"mailbox", "email"}
    by_password, _ = sign_in_by_password(terminal, "meryem")
    assert by_password("GET", "/v1/session").json()["level"] == "normal"


def test_the_end_of_an_account_takes_more_than_a_password(erika: RawCaller) -> None:
    refused = erika("POST", f"{ACCOUNT}/deletion-requests", headers=new_key())
    assert (refused.status_code, code_of(refused)) == (403, "level-too-low")
    assert refused.json()["requiredLevel"] == "substantiell"


def test_an_account_goes_when_its_time_has_come(terminal: RawCaller, world: BackendWorld) -> None:
    person = Person("Weg", "Wanda", b"\x4d" * 32)
    citizen, _ = sign_in_by_card(terminal, person, "create")
    draft = citizen("POST", "/v1/applications", {"serviceId": SERVICE, "definitionVersion": 3}, new_key())
    assert draft.status_code == 201
    asked = citizen("POST", f"{ACCOUNT}/deletion-requests", headers=new_key())
    again = citizen("POST", f"{ACCOUNT}/deletion-requests", headers=new_key())
    assert asked.status_code == 202
    assert again.json() == asked.json()
    assert activity(citizen).count("deletionRequested") == 1
    account_id = citizen("GET", ACCOUNT).json()["id"]
    for days, there in ((13, True), (1, False)):
        world.clock.advance(days * 24 * 3600)
        world.terminal().renew()
        with world.backend.store.transaction() as db:
            assert (db.get(Account, account_id) is not None) is there
    terminal = RawCaller.of_terminal(world, world.client())
    assert RawLogin.begin(terminal, "eid").read_card(person).json()["account"] == {"match": "none"}


KEPT_WITHOUT_AN_ACCOUNT = {
    Application: "drafts go; what was sent is the office's",
    Quote: "goes with its draft, or belongs to what was sent",
    Attachment: "goes with its draft, or belongs to what was sent",
    UploadLink: "goes with its draft, or belongs to what was sent",
    Payment: "the treasury's books",
    CitizenSession: "ended; says when somebody was there, and not who",
    LoginAttempt: "over after minutes",
}
"""What has an `account_id` and stays, and why."""


def test_every_table_that_knows_an_account_is_removed_with_it_or_has_a_reason_to_stay() -> None:
    owned = {each.class_ for each in Table.registry.mappers if "account_id" in each.columns}
    assert owned == {*account_removal._PARTS, *KEPT_WITHOUT_AN_ACCOUNT}


def test_mailbox_papers_and_appointments_go_with_the_account_and_what_was_sent_stays(
    world: BackendWorld,
) -> None:
    account_id, now = sample_account_id("erika"), world.clock.now()
    with world.backend.store.transaction() as db:
        mine = {each: _count(db, each, account_id) for each in (Message, Document, Receipt, Appointment)}
        sent = select(func.count()).select_from(Application).where(Application.account_id == account_id)
        sent = sent.where(Application.state.not_in(OPEN_DRAFT_STATES))
        before = db.scalar(sent)
        holds = db.scalars(select(Appointment.hold_id).where(Appointment.account_id == account_id)).all()
        still_taken = select(TakenTime.hold_id).where(
            TakenTime.hold_id.in_(holds), TakenTime.free_again_at.is_(None)
        )
        assert db.scalars(still_taken).all() != []
        db.add(DeletionRequest(id="del_1", account_id=account_id, requested_at=now, effective_at=now))
        db.flush()
        account_removal.remove_accounts_due(db, now)
        left = {each: _count(db, each, account_id) for each in mine}
        after = db.scalar(sent)
        taken = db.scalars(still_taken).all()
        db.rollback()
    assert all(mine.values()), "there was something to remove"
    assert not any(left.values())
    assert after == before
    assert taken == [], "the time is free for somebody else"


def _count(db: Session, table: type[Message | Document | Receipt | Appointment], account_id: str) -> int:
    mine = select(func.count()).select_from(table).where(table.account_id == account_id)
    return db.scalar(mine) or 0


def test_a_one_off_visit_has_no_account(terminal: RawCaller) -> None:
    citizen, _ = sign_in_by_card(terminal, Person("Gast", "Gerd", b"\x4e" * 32), "transient")
    for path in ("", "/consents", "/activity", "/eid-links"):
        assert code_of(citizen("GET", f"{ACCOUNT}{path}")) == "account-not-found"


def test_the_account_fills_in_a_draft_at_the_level_of_each_detail(
    erika: RawCaller, terminal: RawCaller
) -> None:
    world = terminal.world
    service = world.backend.catalogue.services[SERVICE]
    definition = {**service.definition, "requiredLevel": "normal"}
    lowered = type(service)(service.id, service.version, service.content, definition, service.validator)
    world.backend.catalogue.services[SERVICE] = lowered
    try:
        body = {"serviceId": SERVICE, "definitionVersion": 3}
        draft = erika("POST", "/v1/applications", body, new_key())
    finally:
        world.backend.catalogue.services[SERVICE] = service
    document = draft.json()
    assert document["data"]["applicant"]["familyName"] == "Mustermann"
    origin = document["provenance"]["/applicant/familyName"]
    assert origin == {"source": "eid", "level": "hoch", "locked": True}
    unknown = document["provenance"]["/applicant/doctoralDegree"]
    assert unknown == {"source": "self", "level": "normal", "locked": False}
    refused = erika(
        "PATCH",
        f"/v1/applications/{document['id']}",
        json.dumps({"applicant": {"familyName": "Anders"}}).encode(),
        {"If-Match": draft.headers["ETag"], "Content-Type": "application/merge-patch+json"},
    )
    assert code_of(refused) == "locked-field"


def test_seeding_again_changes_nothing(world: BackendWorld) -> None:
    with world.backend.store.transaction() as db:
        before = [(row.id, row.version, row.password_hash) for row in db.scalars(select(Account))]
    seed_everything(world.backend)
    with world.backend.store.transaction() as db:
        assert [(row.id, row.version, row.password_hash) for row in db.scalars(select(Account))] == before
        assert len(db.scalars(select(LoginFactor)).all()) == 6


def test_hannelore_gets_her_code_by_sms(terminal: RawCaller) -> None:
    login = RawLogin.begin(terminal)
    login.give_right_password("hannelore")
    login.challenge("f1")
    assert login.respond("f1", sent_code(terminal.world)).status_code == 200
    assert ERIKA.card != SEEDED_ERIKA.card
