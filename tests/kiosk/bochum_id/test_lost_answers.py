"""The server acted and its answer was lost, at every request of a visit: nothing doubled, nothing missing."""

from collections.abc import Iterator

import pytest
from backend_world import ERIKA, SERVICE, BackendWorld
from losing_answers import Loss, running_lossy_backend
from sqlalchemy import func, select

from kiosk.bochum_id.client import BochumId
from kiosk.bochum_id.errors import BackendError
from kiosk.bochum_id.values import AcceptedDeclaration, PrintOutcome, Submission
from sandbox.bochum_id.tables import Account, Application, Document, Payment, PrintJob, Receipt

TRUTHFUL = AcceptedDeclaration("truthful", "Meine Angaben sind richtig und vollständig.")


@pytest.fixture(scope="module")
def loss() -> Loss:
    return Loss()


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory, loss: Loss) -> Iterator[BackendWorld]:
    with running_lossy_backend(tmp_path_factory.mktemp("lossy"), loss) as world:
        yield world


def visit(world: BackendWorld, client: BochumId, purpose: str) -> Submission:
    """Sign in, apply, pay if need be, print, sign out."""
    client.open_terminal()
    service = client.catalogue().service(SERVICE)
    client.service_definition(service)
    attempt = client.begin_login(SERVICE, "de")
    client.finish_login(attempt, world.read_card(attempt, ERIKA.result()))
    client.keep_session()
    draft = client.create_application(service)
    draft = client.save_answers(draft, {"kind": "simple", "purpose": purpose, "copies": 1})
    quote = client.quote(draft)
    payment = None if quote.is_free else client.pay_at_desk(draft, quote)
    submission = client.submit(draft, [TRUTHFUL], payment=payment)
    if submission.document_id is None:
        client.receipt(submission)
    else:
        job = client.begin_print(submission)
        client.document(submission)
        client.report_print(job, PrintOutcome.PRINTED)
    client.call_assistance()
    client.end_session()
    return submission


TABLES = (Account, Application, Payment, Document, Receipt, PrintJob)


def counts(world: BackendWorld) -> dict[str, int]:
    with world.backend.store.transaction() as db:
        return {
            table.__tablename__: db.scalar(select(func.count()).select_from(table)) or 0 for table in TABLES
        }


def added(before: dict[str, int], after: dict[str, int]) -> dict[str, int]:
    return {name: after[name] - before[name] for name in after}


EXPECTED = {
    "pension": {
        "accounts": 0,
        "applications": 1,
        "payments": 0,
        "documents": 1,
        "receipts": 1,
        "print_jobs": 1,
    },
    "private": {
        "accounts": 0,
        "applications": 1,
        "payments": 1,
        "documents": 0,
        "receipts": 1,
        "print_jobs": 0,
    },
}


@pytest.mark.parametrize("purpose", EXPECTED)
def test_every_answer_lost_once_in_turn(world: BackendWorld, loss: Loss, purpose: str) -> None:
    loss.begin(-1, 0)
    client = world.client()
    visit(world, client, purpose)  # Erika has an account from here on
    client.close()
    loss.begin(-1, 0)
    client = world.client()
    visit(world, client, purpose)
    client.close()
    requests = loss.seen
    assert requests >= 16
    for number in range(requests):
        before = counts(world)
        loss.begin(number, 1)
        client = world.client()
        assert visit(world, client, purpose).reference
        client.close()
        assert added(before, counts(world)) == EXPECTED[purpose], f"answer {number} lost"


@pytest.mark.parametrize("purpose", EXPECTED)
def test_a_visitor_who_tries_again_after_an_outage_submits_once(
    world: BackendWorld, loss: Loss, purpose: str
) -> None:
    loss.begin(-1, 0)
    client = world.client()
    world.sign_in(client)
    service = client.catalogue().service(SERVICE)
    draft = client.create_application(service)
    draft = client.save_answers(draft, {"kind": "simple", "purpose": purpose, "copies": 1})
    quote = client.quote(draft)
    before = counts(world)

    def send() -> Submission:
        payment = None if quote.is_free else client.pay_at_desk(draft, quote)
        return client.submit(draft, [TRUTHFUL], payment=payment)

    loss.begin(0 if quote.is_free else 1, 99)  # the payment comes through, the submission's answers do not
    with pytest.raises(BackendError):
        send()
    loss.begin(-1, 0)
    first = send()
    assert send() == first
    expected = {**EXPECTED[purpose], "applications": 0, "print_jobs": 0}
    assert added(before, counts(world)) == expected
    client.close()


def test_a_draft_opened_again_after_an_outage_is_the_same_draft(world: BackendWorld, loss: Loss) -> None:
    loss.begin(-1, 0)
    client = world.client()
    world.sign_in(client)
    service = client.catalogue().service(SERVICE)
    before = counts(world)
    loss.begin(0, 99)
    with pytest.raises(BackendError):
        client.create_application(service)
    loss.begin(-1, 0)
    client.create_application(service)
    assert added(before, counts(world))["applications"] == 1
    client.create_application(service)
    assert added(before, counts(world))["applications"] == 2, "another one, when the first is there"
    client.close()


def test_answers_are_saved_once_even_if_their_confirmation_was_lost(world: BackendWorld, loss: Loss) -> None:
    loss.begin(-1, 0)
    client = world.client()
    world.sign_in(client)
    draft = client.create_application(client.catalogue().service(SERVICE))
    loss.begin(0, 1)
    saved = client.save_answers(draft, {"kind": "simple", "purpose": "pension", "copies": 1})
    assert (saved.valid, saved.etag) == (True, '"2"')
    client.close()
