"""The mailbox: what is too high stays shut, reading a decision counts, a reply moves an application on."""

from collections.abc import Iterator
from typing import Any

import pytest
from applying import Citizen, advance, citizen_at
from backend_world import BackendWorld, Person
from raw_citizen import code_of
from sample_services import OFFICE
from sqlalchemy import select

from sandbox.bochum_id.mailbox import Letter, deliver
from sandbox.bochum_id.tables import Activity, CitizenSession, OutboxItem
from sandbox.bochum_id.wire import rfc3339

pytestmark = pytest.mark.sample_services

READER = Person("Beispiel", "Rita", b"\x51" * 32)


@pytest.fixture(scope="module")
def reader(module_world: BackendWorld) -> Iterator[Citizen]:
    with citizen_at(module_world, person=READER) as citizen:
        yield citizen


def letter_to(citizen: Citizen, **fields: Any) -> str:
    citizen.world.clock.advance(1)
    with citizen.world.backend.store.transaction() as db:
        session = db.scalars(select(CitizenSession).where(CitizenSession.ended_reason.is_(None))).one()
        letter = Letter("Betreff", "Ein Satz.\n\nNoch einer.", **fields)
        return deliver(db, citizen.world.backend, session.account_id, letter).id


def at_level(citizen: Citizen, level: str) -> None:
    """Let the session be one that a password opened."""
    with citizen.world.backend.store.transaction() as db:
        session = db.scalars(select(CitizenSession).where(CitizenSession.ended_reason.is_(None))).one()
        session.level = level


def test_a_message_is_listed_opened_and_read(reader: Citizen) -> None:
    message_id = letter_to(reader, sender="Bürgerbüro", service="Umzug", reference="BO-1")
    listed = reader.get("/v1/mailbox").json()["items"][0]
    assert listed == {
        "id": message_id,
        "receivedAt": rfc3339(reader.world.clock.now()),
        "sender": "Bürgerbüro",
        "subject": "Betreff",
        "kind": "message",
        "level": "normal",
        "read": False,
        "reference": "BO-1",
        "service": "Umzug",
    }
    opened = reader.get(f"/v1/mailbox/{message_id}").json()
    assert (opened["body"], opened["read"], opened["attachments"]) == (
        "Ein Satz.\n\nNoch einer.",
        False,
        [],
    )
    assert reader.post(f"/v1/mailbox/{message_id}/read").status_code == 204
    assert reader.get(f"/v1/mailbox/{message_id}").json()["read"] is True


def test_unread_leaves_out_what_was_read(reader: Citizen) -> None:
    read, unread = letter_to(reader), letter_to(reader)
    reader.post(f"/v1/mailbox/{read}/read")
    listed = {item["id"] for item in reader.get("/v1/mailbox?unread=true&limit=100").json()["items"]}
    assert unread in listed
    assert read not in listed


def test_messages_come_in_pages(reader: Citizen) -> None:
    made = {letter_to(reader) for _ in range(3)}
    first = reader.get("/v1/mailbox?limit=2").json()
    second = reader.get(f"/v1/mailbox?limit=1&cursor={first['nextCursor']}").json()
    assert made == {item["id"] for item in first["items"] + second["items"]}


def test_what_is_too_high_is_listed_and_stays_shut(reader: Citizen) -> None:
    message_id = letter_to(reader, level="hoch", kind="decision")
    at_level(reader, "normal")
    try:
        assert reader.get("/v1/mailbox").json()["items"][0]["id"] == message_id
        path = f"/v1/mailbox/{message_id}"
        for refused in (
            reader.get(path),
            reader.post(f"{path}/read"),
            reader.get(f"{path}/attachments/1/content"),
            reader.post(f"{path}/replies", {"text": "Hallo"}),
        ):
            assert (refused.status_code, code_of(refused)) == (403, "message-locked")
            assert refused.json()["requiredLevel"] == "hoch"
    finally:
        at_level(reader, "hoch")
    assert reader.get(path).json()["read"] is False


def test_a_decision_takes_effect_when_it_is_first_read(reader: Citizen) -> None:
    message_id = letter_to(reader, kind="decision")
    path = f"/v1/mailbox/{message_id}"
    assert "servedAt" not in reader.get(path).json()
    reader.post(f"{path}/read")
    served = reader.get(path).json()["servedAt"]
    reader.world.clock.advance(60)
    reader.post(f"{path}/read")
    again = reader.get(path).json()
    assert (again["servedAt"], again["readAt"]) == (served, served)
    with reader.world.backend.store.transaction() as db:
        noted = db.scalars(select(Activity).where(Activity.reference == message_id)).all()
    assert [entry.kind for entry in noted] == ["mailboxRead"]


def test_an_ordinary_message_has_no_legal_effect(reader: Citizen) -> None:
    message_id = letter_to(reader)
    reader.post(f"/v1/mailbox/{message_id}/read")
    assert "servedAt" not in reader.get(f"/v1/mailbox/{message_id}").json()


def test_the_answer_to_a_request_sets_the_office_to_work_again(reader: Citizen) -> None:
    draft = reader.apply(OFFICE, {"reason": "Fest"})
    reader.submit(draft)
    for state in ("received", "actionRequired"):
        reader.world.clock.advance(1)
        advance(reader.world, draft, state)
    request = reader.get("/v1/mailbox").json()["items"][0]
    assert request["kind"] == "request"
    replied = reader.post(f"/v1/mailbox/{request['id']}/replies", {"text": "Hier ist die Antwort."})
    assert replied.status_code == 201
    assert reader.states(draft)[-1] == "processing"
    shown = reader.get(f"/v1/mailbox/{request['id']}").json()["replies"]
    assert [reply["text"] for reply in shown] == ["Hier ist die Antwort."]
    with reader.world.backend.store.transaction() as db:
        sent = [item.content for item in db.scalars(select(OutboxItem)) if item.kind == "fitConnect"]
    assert {"event": "reply", "messageId": request["id"], "reference": request["reference"]}.items() <= sent[
        -1
    ].items()


@pytest.mark.parametrize(
    "body",
    [{}, {"text": ""}, {"text": "a\x00b"}, {"text": "a", "attachmentIds": ["att_x"]}, {"text": "a" * 2001}],
    ids=["nothing", "empty", "control sign", "no such attachment", "too long"],
)
def test_a_reply_that_is_none_is_refused(reader: Citizen, body: object) -> None:
    refused = reader.post(f"/v1/mailbox/{letter_to(reader)}/replies", body)
    assert (refused.status_code, code_of(refused)) == (422, "validation-failed")


@pytest.mark.parametrize(("field", "limit"), [("sender", 255), ("service", 255), ("reference", 255)])
def test_what_the_federal_mailbox_would_cut_is_not_written(field: str, limit: int) -> None:
    longest: dict[str, Any] = {field: "x" * limit}
    assert getattr(Letter("Betreff", "Text", **longest), field) == "x" * limit
    with pytest.raises(ValueError, match=f"{limit} signs"):
        Letter("Betreff", "Text", **{field: "x" * (limit + 1)})
    with pytest.raises(ValueError, match="1024 signs"):
        Letter("x" * 1025, "Text")


def test_a_message_prints_nothing_of_the_person() -> None:
    assert "Geheim" not in repr(Letter("Geheim", "Geheim"))
