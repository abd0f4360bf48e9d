"""The citizen's own applications through the client against the real backend."""

from collections.abc import Iterator

import pytest
from backend_world import SERVICE, BackendWorld

from kiosk.bochum_id.client import BochumId
from kiosk.bochum_id.errors import BackendError, Refused
from kiosk.bochum_id.own_applications import ApplicationState
from kiosk.bochum_id.values import AcceptedDeclaration, Draft

TRUTHFUL = AcceptedDeclaration("truthful", "Meine Angaben sind richtig und vollständig.")


@pytest.fixture
def client(world: BackendWorld) -> Iterator[BochumId]:
    client = world.client()
    world.sign_in(client)
    yield client
    client.close()


def draft_of(client: BochumId) -> Draft:
    service = client.catalogue().service(SERVICE)
    return client.save_answers(
        client.create_application(service), {"kind": "simple", "purpose": "private", "copies": 1}
    )


def test_drafts_and_sent_ones_are_listed_each_with_what_happened(client: BochumId) -> None:
    draft, sent = draft_of(client), draft_of(client)
    client.submit(sent, [TRUTHFUL], payment=client.pay_at_desk(sent, client.quote(sent)))
    states = {item.id: item.state for item in client.applications.page().items}
    assert states[draft.id] is ApplicationState.READY
    assert states[sent.id] is ApplicationState.AWAITING_PAYMENT
    waiting = client.applications.page(frozenset({ApplicationState.AWAITING_PAYMENT})).items
    assert {item.state for item in waiting} == {ApplicationState.AWAITING_PAYMENT}
    assert [item.reference for item in waiting if item.id == sent.id] != [None]
    english = client.applications.timeline(sent.id, "en")
    assert english[-1].state is ApplicationState.AWAITING_PAYMENT
    assert [each.text for each in english] != [
        each.text for each in client.applications.timeline(sent.id, "de")
    ]


def test_pages_follow_each_other(client: BochumId) -> None:
    made = {draft_of(client).id for _ in range(3)}
    seen: list[str] = []
    page = client.applications.page()
    seen += [item.id for item in page.items]
    while page.next_cursor is not None:
        page = client.applications.page(cursor=page.next_cursor)
        seen += [item.id for item in page.items]
    assert made <= set(seen)
    assert len(seen) == len(set(seen))


def test_what_waits_for_payment_is_taken_back_and_a_draft_is_dropped(client: BochumId) -> None:
    sent = draft_of(client)
    client.submit(sent, [TRUTHFUL], payment=client.pay_at_desk(sent, client.quote(sent)))
    assert client.applications.withdraw(sent.id) is ApplicationState.WITHDRAWN
    draft = draft_of(client)
    client.applications.drop(draft)
    with pytest.raises(BackendError) as caught:
        client.reopen_application(draft)
    assert isinstance(caught.value.fault, Refused)
    assert caught.value.fault.problem.code == "not-found"
