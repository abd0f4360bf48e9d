"""What is there before anybody comes: every service, every state, messages of each kind, papers that open."""

import itertools
from collections.abc import Iterator
from datetime import date

import pytest
from applying import Citizen, citizen_at
from backend_world import SEEDED_ERIKA, BackendWorld
from sqlalchemy import func, select

from sandbox.bochum_id.application_states import MOVES, OPEN_DRAFT_STATES, Actor, State, may_move
from sandbox.bochum_id.catalogue import Service
from sandbox.bochum_id.form_rules import objections
from sandbox.bochum_id.sample_accounts import sample_accounts
from sandbox.bochum_id.sample_answers import sample_answers
from sandbox.bochum_id.seeding import seed_everything
from sandbox.bochum_id.seeds_accounts import sample_account_id
from sandbox.bochum_id.seeds_applications import is_applied_for_by_name
from sandbox.bochum_id.tables import Application, ApplicationEvent, Document, Message, MessageAttachment

pytestmark = pytest.mark.sample_services


@pytest.fixture(scope="module")
def erika(module_world: BackendWorld) -> Iterator[Citizen]:
    with citizen_at(module_world, person=SEEDED_ERIKA) as citizen:
        yield citizen


TODAY = date(2026, 11, 23)


def services(world: BackendWorld) -> list[Service]:
    return list(world.backend.catalogue.services.values())


def test_every_form_has_sample_answers_that_are_valid(world: BackendWorld) -> None:
    for service in services(world):
        answers = sample_answers(service, {}, TODAY)
        assert answers is not None, f"{service.id}: give its fields defaults that fit their patterns"
        assert objections(service, answers, TODAY) == ()


@pytest.mark.parametrize("name", sample_accounts())
def test_everybody_has_every_state_and_every_service(world: BackendWorld, name: str) -> None:
    with world.backend.store.transaction() as db:
        mine = list(db.scalars(select(Application).where(Application.account_id == sample_account_id(name))))
    assert {row.state for row in mine} == set(State)
    offered = [service for service in services(world) if is_applied_for_by_name(service)]
    paid = {service.id for service in offered if service.definition["fees"]}
    assert {row.service_id for row in mine} <= {service.id for service in offered}
    assert len({row.service_id for row in mine}) >= len(offered) - 1, "one may have made way for what costs"
    assert {row.service_id for row in mine if row.state == State.AWAITING_PAYMENT} <= paid


def test_every_timeline_leads_where_the_application_is(world: BackendWorld) -> None:
    with world.backend.store.transaction() as db:
        for application in db.scalars(select(Application)):
            events = db.scalars(
                select(ApplicationEvent)
                .where(ApplicationEvent.application_id == application.id)
                .order_by(ApplicationEvent.position)
            ).all()
            at = [event.at for event in events]
            assert at == sorted(at)
            assert events[0].state == State.DRAFT
            if application.state not in OPEN_DRAFT_STATES:
                assert events[-1].state == application.state
            for before, after in itertools.pairwise(events):
                start = State.READY if before.state == State.DRAFT else State(before.state)
                assert may_move(start, State(after.state), Actor(after.actor)), application.state
    assert set(State) == set(MOVES)


def test_there_are_messages_of_each_kind_and_level(world: BackendWorld) -> None:
    with world.backend.store.transaction() as db:
        messages = list(db.scalars(select(Message)))
    assert {message.kind for message in messages} == {"message", "decision", "request"}
    assert {message.level for message in messages} == {"normal", "substantiell", "hoch"}
    assert {message.read_at is None for message in messages} == {True, False}


def test_seeding_again_adds_nothing(world: BackendWorld) -> None:
    def counts() -> list[int | None]:
        with world.backend.store.transaction() as db:
            tables = (Application, ApplicationEvent, Document, Message, MessageAttachment)
            return [db.scalar(select(func.count()).select_from(table)) for table in tables]

    before = counts()
    world.clock.advance(100)
    seed_everything(world.backend)
    assert counts() == before


def test_what_is_seeded_opens_like_everything_else(erika: Citizen) -> None:
    applications = erika.get("/v1/applications?limit=100").json()["items"]
    for summary in applications:
        assert erika.get(f"/v1/applications/{summary['id']}").json()["state"] == summary["state"]
    (document,) = erika.get("/v1/documents").json()["items"]
    assert erika.get(f"/v1/documents/{document['id']}/content").content.startswith(b"%PDF-")
    decision = next(
        item
        for item in erika.get("/v1/mailbox").json()["items"]
        if item["applicationId"] == document["applicationId"]
    )
    enclosed = erika.get(f"/v1/mailbox/{decision['id']}/attachments/1/content")
    assert enclosed.content.startswith(b"%PDF-")
    ready = next(item for item in applications if item["state"] == "ready")
    assert erika.again(ready)["validation"]["valid"]
