"""Several requests of one citizen or company at the same moment: nothing is lost and nothing doubled."""

from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from uuid import uuid4

import pytest
import requests
from applying import Citizen, citizen_at
from backend_world import CARDS, SEEDED_ERIKA, BackendWorld, Person, running_backend
from raw_citizen import code_of
from sample_files import PDF
from sample_services import OFFICE, PERMIT, write_catalogue
from sqlalchemy import func, select

from sandbox.bochum_id.identifiers import content_digest
from sandbox.bochum_id.mailbox import Letter, deliver
from sandbox.bochum_id.seeds_organisations import COMPANY_ID
from sandbox.bochum_id.tables import (
    Application,
    Attachment,
    CitizenSession,
    Message,
    OutboxItem,
    Representation,
)
from sandbox.postgres_service import PostgresService

AT_ONCE = 6
HANNELORE = Person("Linden", "Hannelore", CARDS["hannelore"], date_of_birth="1948-02-29")


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest) -> str | None:
    if request.param == "sqlite":
        return None
    postgres: PostgresService = request.getfixturevalue("postgres")
    return postgres.database()


@pytest.fixture(scope="module")
def module_world(tmp_path_factory: pytest.TempPathFactory, database: str | None) -> Iterator[BackendWorld]:
    catalogue = write_catalogue(tmp_path_factory.mktemp("catalogue") / "catalogue")
    with running_backend(tmp_path_factory.mktemp("concurrency"), database, catalogue) as world:
        yield world


@pytest.fixture(scope="module")
def erika(module_world: BackendWorld) -> Iterator[Citizen]:
    with citizen_at(module_world, person=SEEDED_ERIKA) as citizen:
        yield citizen


def at_once(*calls: Callable[[], requests.Response]) -> list[requests.Response]:
    with ThreadPoolExecutor(len(calls)) as pool:
        return [future.result() for future in [pool.submit(call) for call in calls]]


def test_of_changes_to_the_same_version_one_wins(erika: Citizen) -> None:
    draft = erika.apply(OFFICE)
    answers = at_once(
        *(lambda n=n: erika.patch(draft, draft["etag"], {"reason": f"Grund {n}"}) for n in range(AT_ONCE))
    )
    statuses = Counter(answer.status_code for answer in answers)
    assert statuses == {200: 1, 412: AT_ONCE - 1}
    (won,) = [answer.json() for answer in answers if answer.status_code == 200]
    assert erika.again(draft)["data"] == won["data"]


def test_no_update_is_lost_when_each_tries_again(erika: Citizen) -> None:
    """Each member is written by another thread, which reads anew whenever it was too late."""
    draft = erika.apply(OFFICE)

    def insist(patch: dict[str, Any]) -> None:
        while True:
            newest = erika.again(draft)
            if erika.patch(draft, newest["etag"], patch).status_code == 200:
                return

    patches = [{"reason": "Fest"}, {"company": {"registerNumber": "HRB 1"}}]
    with ThreadPoolExecutor(2) as pool:
        list(pool.map(insist, patches))
    data = erika.again(draft)["data"]
    assert data["reason"] == "Fest"
    assert data["company"]["registerNumber"] == "HRB 1"


@pytest.mark.parametrize("same_key", [True, False], ids=["one key", "a key each"])
def test_submitted_by_many_hands_it_is_sent_once(erika: Citizen, same_key: bool) -> None:  # noqa: FBT001
    draft = erika.apply(OFFICE, {"reason": "Fest"})
    key = f'"{uuid4()}"'

    def submit() -> requests.Response:
        extra = {"Idempotency-Key": key} if same_key else {}
        return _submit(erika, draft, extra)

    answers = at_once(*([submit] * AT_ONCE))
    statuses = Counter(answer.status_code for answer in answers)
    assert statuses == ({202: AT_ONCE} if same_key else {202: 1, 409: AT_ONCE - 1})
    references = {answer.json()["reference"] for answer in answers if answer.status_code == 202}
    assert len(references) == 1
    assert erika.states(draft) == ["draft", "submitted"]
    with erika.world.backend.store.transaction() as db:
        sent = [
            item.content
            for item in db.scalars(select(OutboxItem).where(OutboxItem.kind == "fitConnect"))
            if item.content["reference"] in references
        ]
    assert len(sent) == 1


def _submit(citizen: Citizen, draft: dict[str, Any], headers: dict[str, str]) -> requests.Response:
    body = {
        "declarations": [
            {
                "id": "truthful",
                "textDigest": content_digest("Meine Angaben sind richtig und vollständig.".encode()),
                "accepted": True,
            }
        ],
        "delivery": {"channel": "mailbox"},
        "confirmation": {
            "shownAt": "2026-11-23T14:58:00Z",
            "confirmedAt": "2026-11-23T14:58:00Z",
            "terminalId": citizen.terminal_id,
            "form": "directInput",
        },
    }
    path = f"/v1/applications/{draft['id']}/submission"
    return citizen.post(path, body, **{"If-Match": draft["etag"], **headers})


def test_sent_and_dropped_at_once_it_is_one_or_the_other(erika: Citizen) -> None:
    for _ in range(3):
        draft = erika.apply(OFFICE, {"reason": "Fest"})
        path = f"/v1/applications/{draft['id']}"
        sent, dropped = at_once(
            lambda draft=draft: _submit(erika, draft, {}),
            lambda path=path, draft=draft: erika.raw("DELETE", path, headers={"If-Match": draft["etag"]}),
        )
        outcome = (sent.status_code, dropped.status_code)
        assert outcome in {(202, 409), (404, 204), (202, 412)}
        assert erika.get(path).status_code == (200 if sent.status_code == 202 else 404)


def test_read_and_dropped_at_once_nothing_breaks(erika: Citizen) -> None:
    draft = erika.apply(OFFICE, {"reason": "Fest"})
    path = f"/v1/applications/{draft['id']}"
    answers = at_once(
        *([lambda: erika.get(path)] * 3),
        lambda: erika.raw("DELETE", path, headers={"If-Match": draft["etag"]}),
        *([lambda: erika.get(f"{path}/events")] * 2),
    )
    assert answers[3].status_code == 204
    assert {answer.status_code for answer in answers} <= {200, 204, 404}
    assert erika.get(path).status_code == 404


def test_a_slot_is_not_overfilled_by_many_at_once(erika: Citizen) -> None:
    draft = erika.apply(PERMIT, {"reason": "Fest"})
    body = {
        "slot": "proof",
        "filename": "a.pdf",
        "mediaType": "application/pdf",
        "size": len(PDF),
        "digest": content_digest(PDF),
        "source": "scanner",
    }
    announce = lambda: erika.post(f"/v1/applications/{draft['id']}/attachments", body)  # noqa: E731
    assert Counter(answer.status_code for answer in at_once(*([announce] * AT_ONCE))) == {
        201: 2,
        422: AT_ONCE - 2,
    }


def test_one_link_takes_one_file_from_many_phones(erika: Citizen) -> None:
    draft = erika.apply(PERMIT, {"reason": "Fest"})
    made = erika.post(f"/v1/applications/{draft['id']}/upload-links", {"slot": "proof"}).json()

    def send() -> requests.Response:
        files = {"file": ("a.pdf", PDF)}
        return requests.post(made["url"], files=files, verify=str(erika.world.tls.certificate), timeout=20)

    assert Counter(answer.status_code for answer in at_once(*([send] * 4))) == {200: 1, 410: 3}
    with erika.world.backend.store.transaction() as db:
        arrived = select(func.count()).select_from(Attachment).where(Attachment.application_id == draft["id"])
        assert db.scalar(arrived) == 1


def test_a_decision_read_twice_at_once_takes_effect_once(erika: Citizen) -> None:
    with erika.world.backend.store.transaction() as db:
        session = db.scalars(select(CitizenSession).where(CitizenSession.ended_reason.is_(None))).first()
        assert session is not None
        letter = Letter("Bescheid", "Text", kind="decision")
        message_id = deliver(db, erika.world.backend, session.account_id, letter).id
    read = lambda: erika.post(f"/v1/mailbox/{message_id}/read")  # noqa: E731
    assert {answer.status_code for answer in at_once(*([read] * AT_ONCE))} == {204}
    with erika.world.backend.store.transaction() as db:
        message = db.get_one(Message, message_id)
    assert message.served_at == message.read_at


def test_the_one_print_is_given_once(erika: Citizen, module_world: BackendWorld) -> None:
    (document, *_) = erika.get("/v1/documents").json()["items"]
    path = f"/v1/documents/{document['id']}/print-jobs"
    jobs = at_once(*([lambda: erika.post(path, {"printer": "a4"})] * AT_ONCE))
    assert {answer.status_code for answer in jobs} == {201}
    results = [f"/v1/print-jobs/{answer.json()['id']}/result" for answer in jobs]
    at_once(*(lambda path=path: erika.post(path, {"outcome": "printed"}) for path in results))
    assert erika.get(f"/v1/documents/{document['id']}").json()["print"]["remaining"] == 0


def test_two_representatives_change_the_companys_draft_without_losing_anything(
    module_world: BackendWorld, erika: Citizen
) -> None:
    with module_world.backend.store.transaction() as db:
        for mandate in db.scalars(select(Representation)):
            mandate.scope = "full"
    with citizen_at(module_world, "BB-MITTE-04", HANNELORE) as hannelore:
        for citizen in (erika, hannelore):
            citizen.post("/v1/session/acting-for", {"organisationId": COMPANY_ID})
        draft = erika.apply(OFFICE)
        answers = at_once(
            *(
                lambda citizen=citizen, n=n: citizen.patch(draft, draft["etag"], {"reason": f"Grund {n}"})
                for citizen in (erika, hannelore)
                for n in range(3)
            )
        )
        assert Counter(answer.status_code for answer in answers) == {200: 1, 412: 5}
        newest = erika.again(draft)
        submissions = at_once(lambda: _submit(erika, newest, {}), lambda: _submit(hannelore, newest, {}))
        assert sorted(answer.status_code for answer in submissions) == [202, 409]
        (late,) = [answer for answer in submissions if answer.status_code == 409]
        assert code_of(late) == "not-ready"
        erika.post("/v1/session/acting-for", {"organisationId": None})
    with module_world.backend.store.transaction() as db:
        assert db.get_one(Application, draft["id"]).state == "submitted"
