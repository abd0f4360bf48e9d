"""An application's way through the office: listed, told, taken back, expired, with forms that grow old."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from applying import Citizen, advance, citizen_at
from backend_world import SERVICE, BackendWorld, Person
from raw_citizen import RawCaller, code_of
from sample_services import OFFICE
from sqlalchemy import select

from kiosk.bochum_id.transport import Call
from kiosk.bochum_id.values import AccountMode
from sandbox.bochum_id.tables import Activity, Application, ApplicationEvent, OutboxItem

pytestmark = pytest.mark.sample_services

FREE = {"kind": "simple", "purpose": "pension", "copies": 1}
DUE = {"kind": "simple", "purpose": "private", "copies": 1}
REPLACED = datetime(2026, 11, 23, 2, 58, tzinfo=UTC)
PAGED, SAME_MOMENT, FORGETFUL, LATE, LATER = (
    Person("Beispiel", name, bytes([number]) * 32)
    for number, name in enumerate(("Paula", "Momo", "Fritz", "Lara", "Lotte"), 0x61)
)


@contextmanager
def running_at_start(world: BackendWorld) -> Iterator[None]:
    """Put the clock back to where it starts, and forward again afterwards."""
    now = world.clock.time
    world.clock.time = datetime(2026, 11, 23, 14, 58, tzinfo=UTC)
    yield
    world.clock.time = now


def citizen_again(world: BackendWorld, citizen: Citizen, person: Person) -> Citizen:
    """Sign the same person in anew, after a time that no session lasts."""
    world.sign_in(citizen.client, person)
    return Citizen(world, citizen.client, RawCaller.of_citizen(world, citizen.client), citizen.terminal_id)


def awaiting_payment(citizen: Citizen) -> dict[str, Any]:
    draft = citizen.apply(SERVICE, DUE, version=3)
    quote = citizen.post(f"/v1/applications/{draft['id']}/quote").json()
    payment = citizen.post(
        "/v1/payments",
        {"applicationId": draft["id"], "quoteId": quote["quoteId"], "channel": "cashDesk"},
    ).json()
    sent = citizen.submit(citizen.again(draft), "printHere", paymentId=payment["id"])
    assert sent.status_code == 202, sent.text
    return draft


def test_what_a_register_answers_is_done_at_once(erika: Citizen) -> None:
    draft = erika.apply(SERVICE, FREE, version=3)
    assert draft["state"] == "ready"
    assert "result" in erika.submit(draft, "printHere").json()
    assert erika.states(draft) == ["draft", "submitted", "completed"]
    assert erika.again(draft)["state"] == "completed"


def test_what_an_office_decides_goes_out_without_a_word_of_the_person(
    world: BackendWorld, erika: Citizen
) -> None:
    with world.backend.store.transaction() as db:
        before = set(db.scalars(select(OutboxItem.id)))
    application = sent_to_office(erika)
    assert erika.states(application) == ["draft", "submitted"]
    with world.backend.store.transaction() as db:
        new = [item for item in db.scalars(select(OutboxItem)) if item.id not in before]
        told = db.scalars(select(Activity).where(Activity.reference == application["id"])).all()
    assert [(item.kind, item.content["event"]) for item in new] == [("fitConnect", "submission")]
    assert new[0].content["reference"] == application["reference"]
    assert new[0].content["caseId"] == application["id"].removeprefix("app_")
    assert "Mustermann" not in str(new[0].content)
    assert "Sommerfest" not in str(new[0].content)
    assert {(entry.kind, entry.recipient) for entry in told} == {
        ("submission", None),
        ("dataTransfer", "Ordnungsamt"),
    }


def sent_to_office(citizen: Citizen) -> dict[str, Any]:
    draft = citizen.apply(OFFICE, {"reason": "Sommerfest"})
    sent = citizen.submit(draft)
    assert sent.status_code == 202, sent.text
    assert "result" not in sent.json()
    return citizen.again(draft)


def test_the_office_moves_it_on_and_every_step_is_told(world: BackendWorld, erika: Citizen) -> None:
    application = sent_to_office(erika)
    for state in ("received", "processing", "actionRequired", "processing", "completed"):
        moved = advance(world, application, state, f"Jetzt {state}.")
        assert moved.status_code == 200, moved.text
    events = erika.get(f"/v1/applications/{application['id']}/events").json()["items"]
    assert [(event["state"], event["actor"]) for event in events] == [
        ("draft", "citizen"),
        ("submitted", "citizen"),
        ("received", "authority"),
        ("processing", "authority"),
        ("actionRequired", "authority"),
        ("processing", "authority"),
        ("completed", "authority"),
    ]
    assert events[-1]["text"] == "Jetzt completed."
    inbox = erika.get("/v1/mailbox?limit=5").json()["items"]
    assert {item["applicationId"] for item in inbox} == {application["id"]}
    assert [item["kind"] for item in inbox].count("decision") == 1
    assert [item["kind"] for item in inbox].count("request") == 1


@pytest.mark.parametrize("state", ["processing", "completed", "rejected", "actionRequired"])
def test_the_office_takes_no_step_that_the_table_lacks(
    world: BackendWorld, erika: Citizen, state: str
) -> None:
    application = sent_to_office(erika)
    refused = advance(world, application, state)
    assert (refused.status_code, code_of(refused)) == (409, "application-state")
    assert erika.states(application) == ["draft", "submitted"]


def test_the_office_sees_no_draft(world: BackendWorld, erika: Citizen) -> None:
    draft = erika.apply(OFFICE, {"reason": "Sommerfest"})
    assert code_of(advance(world, draft, "received")) == "application-state"
    assert advance(world, {"id": "app_x"}, "received").status_code == 404


def test_the_timeline_speaks_the_citizens_language(erika: Citizen) -> None:
    draft = erika.apply(OFFICE)
    path = f"/v1/applications/{draft['id']}/events"
    german = erika.get(path, **{"Accept-Language": "de"}).json()["items"][0]["text"]
    english = erika.get(path, **{"Accept-Language": "en-GB"}).json()["items"][0]["text"]
    assert (german, english) == ("Sie haben angefangen.", "You have begun.")


def test_what_is_not_decided_can_be_taken_back_once(world: BackendWorld, erika: Citizen) -> None:
    application = sent_to_office(erika)
    advance(world, application, "received")
    path = f"/v1/applications/{application['id']}/withdrawal"
    taken = erika.post(path, {"reason": "Hat sich erledigt."})
    assert (taken.status_code, taken.json()["state"]) == (200, "withdrawn")
    assert code_of(erika.post(path, {})) == "application-state"
    assert code_of(advance(world, application, "processing")) == "application-state"
    assert erika.states(application)[-1] == "withdrawn"
    with world.backend.store.transaction() as db:
        sent = [item.content for item in db.scalars(select(OutboxItem)) if item.kind == "fitConnect"]
    notices = [content for content in sent if content["event"] == "withdrawn"]
    assert notices[-1]["reason"] == "Hat sich erledigt."


@pytest.mark.parametrize("stage", ["draft", "completed"])
def test_neither_a_draft_nor_what_is_decided_can_be_taken_back(erika: Citizen, stage: str) -> None:
    draft = erika.apply(SERVICE, FREE, version=3)
    if stage == "completed":
        erika.submit(draft, "printHere")
    refused = erika.post(f"/v1/applications/{draft['id']}/withdrawal", {})
    assert (refused.status_code, code_of(refused)) == (409, "application-state")


def test_what_waits_for_its_payment_can_be_taken_back(erika: Citizen) -> None:
    draft = awaiting_payment(erika)
    taken = erika.post(f"/v1/applications/{draft['id']}/withdrawal", {})
    assert taken.json()["state"] == "withdrawn"
    assert erika.states(draft) == ["draft", "awaitingPayment", "withdrawn"]


def test_the_list_comes_in_pages_that_new_ones_do_not_shift(world: BackendWorld) -> None:
    with citizen_at(world, "BB-MITTE-05", PAGED) as reader:
        made = []
        for _ in range(5):
            world.clock.advance(1)
            made.append(reader.apply(OFFICE)["id"])
        first = reader.get("/v1/applications?limit=2").json()
        assert [item["id"] for item in first["items"]] == [made[4], made[3]]
        world.clock.advance(1)
        reader.apply(OFFICE)
        second = reader.get(f"/v1/applications?limit=2&cursor={first['nextCursor']}").json()
        assert [item["id"] for item in second["items"]] == [made[2], made[1]]
        third = reader.get(f"/v1/applications?limit=2&cursor={second['nextCursor']}").json()
        assert [item["id"] for item in third["items"]] == [made[0]]
        assert "nextCursor" not in third
        whole = reader.get("/v1/applications").json()["items"]
        assert len(whole) == 6
        assert whole[0]["title"] == {"de": "Genehmigung", "en": "Permit"}
        assert "data" not in whole[0]


def test_the_same_moment_twice_loses_nothing_between_pages(world: BackendWorld) -> None:
    with citizen_at(world, "BB-MITTE-05", SAME_MOMENT) as reader:
        made = {reader.apply(OFFICE)["id"] for _ in range(3)}
        seen, cursor = [], ""
        for _ in made:
            page = reader.get(f"/v1/applications?limit=1{cursor}").json()
            seen += [item["id"] for item in page["items"]]
            cursor = f"&cursor={page.get('nextCursor')}"
        assert len(seen) == 3
        assert set(seen) == made


def test_the_list_is_filtered_by_state(erika: Citizen) -> None:
    draft = erika.apply(OFFICE)
    ready = erika.apply(OFFICE, {"reason": "Fest"})
    listed = erika.get("/v1/applications?state=draft&limit=100").json()["items"]
    assert draft["id"] in {item["id"] for item in listed}
    assert {item["state"] for item in listed} == {"draft"}
    both = erika.get("/v1/applications?state=draft,ready&limit=100").json()["items"]
    assert {draft["id"], ready["id"]} <= {item["id"] for item in both}


@pytest.mark.parametrize(
    "query", ["state=sold", "limit=0", "limit=101", "cursor=%00", "cursor=QUJD", "cursor=eA", "state=draft,"]
)
def test_a_list_nobody_can_answer_is_refused(erika: Citizen, query: str) -> None:
    refused = erika.get(f"/v1/applications?{query}")
    assert (refused.status_code, code_of(refused)) == (422, "validation-failed")


def test_a_draft_ends_with_its_time_and_its_answers_go(world: BackendWorld) -> None:
    with citizen_at(world, "BB-MITTE-05", FORGETFUL) as citizen:
        draft = citizen.apply(OFFICE, {"reason": "Fest"})
        with world.backend.store.transaction() as db:
            row = db.get(Application, draft["id"])
            assert row is not None
            row.expires_at = world.clock.now() + timedelta(seconds=5)
        assert citizen.again(draft)["state"] == "ready"
        world.clock.advance(5)
        assert citizen.get("/v1/applications").json()["items"][0]["state"] == "expired"
        gone = citizen.again(draft)
        assert (gone["state"], gone["data"]) == ("expired", {})
        assert citizen.states(draft) == ["draft", "expired"]
        assert code_of(citizen.patch(draft, gone["etag"], {"reason": "Doch"})) == "not-ready"
        assert code_of(citizen.submit(gone)) == "not-ready"


def test_a_form_replaced_less_than_a_day_ago_can_still_be_sent(world: BackendWorld) -> None:
    """Version 2 was replaced at 02:58; the clock starts at 14:58."""
    with running_at_start(world), citizen_at(world, "BB-MITTE-06", LATE) as citizen:
        draft = citizen.apply(SERVICE, FREE, version=2)
        assert draft["definitionVersion"] == 2
        world.clock.time = REPLACED + timedelta(hours=24, seconds=-1)
        assert citizen_again(world, citizen, LATE).submit(draft, "printHere").status_code == 202


def test_a_day_later_the_old_form_names_the_new_one(world: BackendWorld) -> None:
    with running_at_start(world), citizen_at(world, "BB-MITTE-06", LATER) as citizen:
        draft = citizen.apply(SERVICE, FREE, version=2)
        assert "migratedTo" not in draft
        world.clock.time = REPLACED + timedelta(hours=24)
        back = citizen_again(world, citizen, LATER)
        for refused in (
            back.patch(draft, draft["etag"], {"copies": 2}),
            back.submit(draft, "printHere"),
            back.post(f"/v1/applications/{draft['id']}/quote"),
            back.post("/v1/applications", {"serviceId": SERVICE, "definitionVersion": 2}),
        ):
            assert (code_of(refused), refused.json()["migratedTo"]) == ("definition-outdated", 3)
        assert back.again(draft)["migratedTo"] == 3, "it can still be looked at"


def test_an_older_form_is_not_listed_and_still_there(erika: Citizen) -> None:
    terminal = erika.client._terminal
    catalogue = terminal.send(Call("GET", "/v1/catalogue")).body.decode()
    assert "replaced" not in catalogue
    assert "versions/2" not in catalogue
    old = terminal.send(Call("GET", f"/v1/catalogue/services/{SERVICE}/versions/1"))
    assert b'"version": 1' in old.body


def test_delivered_to_the_mailbox_the_document_is_a_message(erika: Citizen) -> None:
    draft = erika.apply(SERVICE, FREE, version=3)
    document = erika.submit(draft, "mailbox").json()["result"]["documentId"]
    message = next(
        item for item in erika.get("/v1/mailbox").json()["items"] if item["applicationId"] == draft["id"]
    )
    assert (message["level"], message["read"]) == ("hoch", False)
    opened = erika.get(f"/v1/mailbox/{message['id']}").json()
    assert [(item["number"], item["mediaType"]) for item in opened["attachments"]] == [(1, "application/pdf")]
    enclosed = erika.get(f"/v1/mailbox/{message['id']}/attachments/1/content").content
    assert enclosed == erika.get(f"/v1/documents/{document}/content").content
    assert code_of(erika.get(f"/v1/mailbox/{message['id']}/attachments/2/content")) == "not-found"


def test_by_post_the_post_room_gets_an_order(world: BackendWorld, erika: Citizen) -> None:
    draft = erika.apply(SERVICE, FREE, version=3)
    sent = erika.submit(draft, "post").json()
    with world.backend.store.transaction() as db:
        orders = [item.content for item in db.scalars(select(OutboxItem)) if item.kind == "post"]
    assert {"documentId": sent["result"]["documentId"], "pages": 1, "reference": sent["reference"]} in orders


def test_everything_that_is_missing_is_named_at_once(erika: Citizen) -> None:
    draft = erika.apply(SERVICE, {"purpose": "private"}, version=3)
    refused = erika.submit(draft, "printHere", declarations=[])
    assert (refused.status_code, code_of(refused)) == (409, "not-ready")
    assert set(refused.json()["missing"]) == {"/kind", "/copies", "declaration:truthful"}
    due = erika.apply(SERVICE, DUE, version=3)
    assert erika.submit(due, "printHere").json()["missing"] == ["payment"]


def test_a_one_off_use_takes_its_drafts_along(world: BackendWorld) -> None:
    client = world.client("BB-MITTE-07")
    world.sign_in(client, Person("Einmal", "Emil", b"\x77" * 32), AccountMode.TRANSIENT)
    citizen = Citizen(world, client, RawCaller.of_citizen(world, client), "BB-MITTE-07")
    draft = citizen.apply(OFFICE)
    client.close()
    assert citizen.raw("DELETE", "/v1/session").status_code == 204
    with world.backend.store.transaction() as db:
        assert db.get(Application, draft["id"]) is None
        assert not db.scalars(
            select(ApplicationEvent).where(ApplicationEvent.application_id == draft["id"])
        ).all()
