"""A receipt to the phone and to the mailbox, through the client against the real backend."""

from collections.abc import Iterator

import pytest
import requests
from backend_world import OTTO, SERVICE, BackendWorld
from sqlalchemy import select

from kiosk.bochum_id.client import BochumId
from kiosk.bochum_id.errors import BackendError
from kiosk.bochum_id.values import AcceptedDeclaration, Submission
from sandbox.bochum_id.tables import Message, ReceiptLink

TRUTHFUL = AcceptedDeclaration("truthful", "Meine Angaben sind richtig und vollständig.")


@pytest.fixture
def client(world: BackendWorld) -> Iterator[BochumId]:
    client = world.client()
    world.sign_in(client)
    yield client
    client.close()


def submitted(client: BochumId) -> Submission:
    draft = client.create_application(client.catalogue().service(SERVICE))
    draft = client.save_answers(draft, {"kind": "simple", "purpose": "private", "copies": 1})
    return client.submit(draft, [TRUTHFUL], payment=client.pay_at_desk(draft, client.quote(draft)))


def posted(world: BackendWorld, url: str) -> requests.Response:
    return requests.post(url, verify=str(world.tls.certificate), timeout=10)


def test_a_phone_fetches_the_receipt_once(world: BackendWorld, client: BochumId) -> None:
    submission = submitted(client)
    url = client.link_receipt(submission, "en")
    assert submission.reference not in url
    assert submission.receipt_id not in url
    for _ in range(2):
        offered = world.get(url)
        assert offered.status_code == 200, "looking at it does not use it up"
        assert submission.reference not in offered.text
    fetched = posted(world, url)
    assert fetched.headers["Content-Type"] == "application/pdf"
    assert fetched.headers["Cache-Control"] == "no-store"
    assert fetched.content.startswith(b"%PDF-")
    assert (posted(world, url).status_code, world.get(url).status_code) == (410, 410)
    assert client.link_receipt(submission, "en") != url, "a new link is another one"


def test_a_link_outlives_the_visit_but_not_five_minutes(world: BackendWorld, client: BochumId) -> None:
    submission = submitted(client)
    old = client.link_receipt(submission, "de")
    for seconds in (100, 100, 99):
        world.clock.advance(seconds)
        client.keep_session()
    assert world.get(old).status_code == 200
    living = client.link_receipt(submission, "de")
    world.clock.advance(1)
    assert posted(world, old).status_code == 410
    client.end_session()
    assert posted(world, living).status_code == 200


def test_a_link_nobody_made_and_one_that_is_over_say_the_same(world: BackendWorld, client: BochumId) -> None:
    url = client.link_receipt(submitted(client), "de")
    posted(world, url)
    never = f"{world.server.origins.eservice}/beleg/{'x' * 43}"
    assert (posted(world, never).status_code, posted(world, never).text) == (410, posted(world, url).text)


def test_the_store_holds_no_link_that_works(world: BackendWorld, client: BochumId) -> None:
    token = client.link_receipt(submitted(client), "de").rpartition("/")[2]
    with world.backend.store.transaction() as db:
        assert token not in {row.token_digest for row in db.scalars(select(ReceiptLink))}


@pytest.mark.parametrize(("language", "subject"), [("de", "Ihr Beleg: "), ("en", "Your receipt: ")])
def test_the_mailbox_gets_it_in_the_visitors_language_and_in_german(
    world: BackendWorld, client: BochumId, language: str, subject: str
) -> None:
    submission = submitted(client)
    client.mail_receipt(submission, language)
    with world.backend.store.transaction() as db:
        found = [each for each in db.scalars(select(Message)) if each.subject.startswith(subject)]
    (message,) = found
    assert "Ihre Stadt Bochum" in message.body
    assert ("City of Bochum" in message.body) is (language == "en")


def test_a_strangers_receipt_is_neither_linked_nor_mailed(world: BackendWorld, client: BochumId) -> None:
    submission = submitted(client)
    other = world.client()
    world.sign_in(other, OTTO)
    for act in (other.link_receipt, other.mail_receipt):
        with pytest.raises(BackendError):
            act(submission, "de")
    other.close()
