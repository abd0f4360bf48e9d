"""Companies and who acts for them: seen by every representative and nobody else, changed by some."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from applying import Citizen, citizen_at
from backend_world import CARDS, ERIKA, OTTO, SEEDED_ERIKA, BackendWorld, Person
from raw_citizen import code_of
from sample_files import PDF
from sample_services import OFFICE, PERMIT
from sqlalchemy import select

from sandbox.bochum_id.identifiers import content_digest
from sandbox.bochum_id.seeds_accounts import sample_account_id
from sandbox.bochum_id.seeds_organisations import COMPANY_ID
from sandbox.bochum_id.tables import Activity, Representation

pytestmark = pytest.mark.sample_services

HANNELORE = Person("Linden", "Hannelore", CARDS["hannelore"], date_of_birth="1948-02-29")


@pytest.fixture
def erika(world: BackendWorld) -> Iterator[Citizen]:
    with citizen_at(world, "BB-MITTE-03", SEEDED_ERIKA) as citizen:
        yield citizen


@pytest.fixture
def hannelore(world: BackendWorld) -> Iterator[Citizen]:
    with citizen_at(world, "BB-MITTE-04", HANNELORE) as citizen:
        act_for(citizen, COMPANY_ID)
        yield citizen


def act_for(citizen: Citizen, organisation_id: str | None) -> dict[str, object]:
    chosen = citizen.post("/v1/session/acting-for", {"organisationId": organisation_id})
    assert chosen.status_code == 200, chosen.text
    view: dict[str, object] = chosen.json()
    return view


def test_the_session_says_in_whose_name_it_acts(erika: Citizen) -> None:
    company = {"id": COMPANY_ID, "name": "Förderrad Fahrzeugbau GmbH (Muster)", "scope": "full"}
    assert "actingFor" not in erika.get("/v1/session").json()
    assert act_for(erika, COMPANY_ID)["actingFor"] == company
    assert erika.get("/v1/session").json()["actingFor"] == company
    assert "actingFor" not in act_for(erika, None)
    listed = erika.get("/v1/account").json()["actingFor"]
    assert [(entry["id"], entry["scope"]) for entry in listed] == [(COMPANY_ID, "full")]


@pytest.mark.parametrize("chosen", ["acc_nobody", sample_account_id("hannelore")])
def test_nobody_acts_for_whom_they_do_not_represent(erika: Citizen, chosen: str) -> None:
    refused = erika.post("/v1/session/acting-for", {"organisationId": chosen})
    assert (refused.status_code, code_of(refused)) == (404, "not-found")


def test_otto_acts_for_nobody(world: BackendWorld) -> None:
    with citizen_at(world, "BB-MITTE-05", OTTO) as otto:
        refused = otto.post("/v1/session/acting-for", {"organisationId": COMPANY_ID})
        assert code_of(refused) == "not-found"
        assert otto.get("/v1/account").json()["actingFor"] == []


def test_what_is_opened_for_the_company_is_the_companys(
    world: BackendWorld, erika: Citizen, hannelore: Citizen
) -> None:
    act_for(erika, COMPANY_ID)
    draft = erika.apply(OFFICE, {"reason": "Betriebsfeier"})
    assert draft["data"]["company"] == {"name": "Förderrad Fahrzeugbau GmbH (Muster)"}
    assert draft["provenance"]["/company/name"] == {
        "source": "organisation",
        "level": "substantiell",
        "locked": True,
    }
    path = f"/v1/applications/{draft['id']}"
    assert hannelore.get(path).status_code == 200
    act_for(erika, None)
    assert code_of(erika.get(path)) == "not-found", "in her own name it is not hers"
    own = erika.apply(OFFICE)
    assert "company" not in own["data"]
    assert "/company/name" not in own["provenance"]
    assert code_of(hannelore.get(f"/v1/applications/{own['id']}")) == "not-found"
    act_for(hannelore, None)
    assert code_of(hannelore.get(path)) == "not-found"
    with citizen_at(world, "BB-MITTE-05", OTTO) as otto:
        assert code_of(otto.get(path)) == "not-found"


def test_who_may_only_look_changes_nothing(erika: Citizen, hannelore: Citizen) -> None:
    act_for(erika, COMPANY_ID)
    draft = erika.apply(PERMIT, {"reason": "Betriebsfeier"})
    path = f"/v1/applications/{draft['id']}"
    assert hannelore.get(f"{path}/events").status_code == 200
    assert draft["id"] in {item["id"] for item in hannelore.get("/v1/applications").json()["items"]}
    file = {
        "slot": "proof",
        "filename": "a.pdf",
        "mediaType": "application/pdf",
        "size": len(PDF),
        "digest": content_digest(PDF),
        "source": "scanner",
    }
    for refused in (
        hannelore.post("/v1/applications", {"serviceId": OFFICE, "definitionVersion": 1}),
        hannelore.patch(draft, draft["etag"], {"reason": "Anderes"}),
        hannelore.post(f"{path}/quote"),
        hannelore.submit(draft),
        hannelore.post(f"{path}/withdrawal", {}),
        hannelore.post(f"{path}/attachments", file),
        hannelore.post(f"{path}/upload-links", {"slot": "proof"}),
        hannelore.raw("DELETE", path, headers={"If-Match": draft["etag"]}),
    ):
        assert (refused.status_code, code_of(refused)) == (403, "representation-too-narrow")
    assert erika.again(draft)["etag"] == draft["etag"]


def test_the_companys_activity_names_who_acted(erika: Citizen, hannelore: Citizen) -> None:
    act_for(erika, COMPANY_ID)
    draft = erika.apply(OFFICE, {"reason": "Betriebsfeier"})
    assert erika.submit(draft).status_code == 202
    entries = hannelore.get("/v1/account/activity").json()["items"]
    (entry,) = [each for each in entries if each["kind"] == "submission" and each["reference"] == draft["id"]]
    assert entry["actor"] == "E. Mustermann"
    with erika.world.backend.store.transaction() as db:
        own = db.scalars(select(Activity).where(Activity.account_id == sample_account_id("erika"))).all()
    assert draft["id"] not in {each.reference for each in own}
    assert COMPANY_ID in {each.reference for each in own if each.kind == "actingFor"}


def test_a_mandate_that_ends_ends_at_once_and_never_silently(erika: Citizen) -> None:
    world = erika.world
    act_for(erika, COMPANY_ID)
    draft = erika.apply(OFFICE)
    key = (COMPANY_ID, sample_account_id("erika"))
    with world.backend.store.transaction() as db:
        mandate = db.get_one(Representation, key)
        mandate.until = world.clock.now()
    try:
        ended = erika.patch(draft, draft["etag"], {"reason": "Anderes"})
        assert (ended.status_code, code_of(ended)) == (403, "representation-ended")
        assert code_of(erika.get(f"/v1/applications/{draft['id']}")) == "not-found"
        assert "actingFor" not in erika.get("/v1/session").json()
    finally:
        with world.backend.store.transaction() as db:
            db.get_one(Representation, key).until = None


def test_a_mandate_that_has_not_begun_is_none(world: BackendWorld) -> None:
    with citizen_at(world, "BB-MITTE-05", ERIKA) as newcomer:
        account_id = newcomer.get("/v1/account").json()["id"]
        with world.backend.store.transaction() as db:
            db.add(
                Representation(
                    organisation_id=COMPANY_ID,
                    account_id=account_id,
                    scope="full",
                    since=world.clock.now() + timedelta(days=1),
                )
            )
        refused = newcomer.post("/v1/session/acting-for", {"organisationId": COMPANY_ID})
        assert code_of(refused) == "not-found"
