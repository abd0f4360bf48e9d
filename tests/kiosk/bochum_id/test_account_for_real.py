"""The account and the mailbox through the client against the real backend."""

from collections.abc import Iterator

import pytest
from backend_world import BackendWorld, Person
from losing_answers import Loss, running_lossy_backend
from sqlalchemy import select

from kiosk.bochum_id.account import AccountChange
from kiosk.bochum_id.client import BochumId
from kiosk.bochum_id.errors import BackendError, Problem, Refused
from kiosk.bochum_id.mailbox import MessageKind
from kiosk.bochum_id.values import Level
from sandbox.bochum_id.mailbox import Letter, deliver
from sandbox.bochum_id.tables import CitizenSession

RITA = Person("Beispiel", "Rita", b"\x61" * 32)


@pytest.fixture(scope="module")
def loss() -> Loss:
    return Loss()


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory, loss: Loss) -> Iterator[BackendWorld]:
    with running_lossy_backend(tmp_path_factory.mktemp("account"), loss) as world:
        yield world


@pytest.fixture
def client(world: BackendWorld, loss: Loss) -> Iterator[BochumId]:
    loss.begin(-1, 0)
    client = world.client()
    world.sign_in(client, RITA)
    yield client
    client.close()


def problem_of(error: BackendError) -> Problem:
    assert isinstance(error.fault, Refused)
    return error.fault.problem


def session_of(world: BackendWorld) -> str:
    with world.backend.store.transaction() as db:
        open_one = select(CitizenSession).where(CitizenSession.ended_reason.is_(None))
        return db.scalars(open_one).one().id


def letter_to(world: BackendWorld, **fields: str) -> str:
    world.clock.advance(1)
    with world.backend.store.transaction() as db:
        session = db.get_one(CitizenSession, session_of(world))
        return deliver(db, world.backend, session.account_id, Letter("Ihr Antrag", "Ein Satz.", **fields)).id


def at_level(world: BackendWorld, level: str) -> None:
    with world.backend.store.transaction() as db:
        db.get_one(CitizenSession, session_of(world)).level = level


def test_details_come_with_their_origin_and_contact_can_be_changed(client: BochumId, loss: Loss) -> None:
    account = client.account.profile()
    name = account.attribute("familyName")
    assert name is not None
    assert (name.value, name.source, name.level) == ("Beispiel", "eid", Level.HOCH)
    change = AccountChange(email="rita@example.org", phone="+49 234 5550147", plain_language=True)
    changed = client.account.change(account, change)
    email = changed.attribute("email")
    assert email is not None
    assert (email.value, email.source, email.level) == ("rita@example.org", "self", Level.NORMAL)
    assert changed.preferences.plain_language
    without = client.account.change(changed, AccountChange(phone=""))
    assert without.attribute("phone") is None
    assert without.attribute("email") == email
    with pytest.raises(BackendError) as caught:
        client.account.change(account, AccountChange(large_text=True))
    assert problem_of(caught.value).code == "precondition-failed"
    assert "rita" not in f"{changed!r} {change!r} {caught.value!r}"


def test_consents_are_given_and_taken_back_once(client: BochumId, loss: Loss) -> None:
    consent = client.account.consents()[0]
    loss.begin(0, 1)
    given = client.account.decide(consent, granted=True)
    assert given.granted
    assert given.changed_at is not None
    client.account.decide(given, granted=False)
    kinds = [entry.kind for entry in client.account.activity().items]
    assert kinds.count("consentChanged") == 2


def test_the_card_that_opens_the_account_is_listed_and_the_last_one_stays(client: BochumId) -> None:
    (link,) = client.account.eid_links()
    with pytest.raises(BackendError) as caught:
        client.account.remove_eid_link(link)
    assert (problem_of(caught.value).code, problem_of(caught.value).missing) == ("not-ready", ("password",))


def test_activity_says_who_saw_what(client: BochumId) -> None:
    login = next(entry for entry in client.account.activity().items if entry.kind == "login")
    assert (login.method, login.terminal_id) == ("eid", "BB-MITTE-03")


def test_a_decision_is_listed_opened_read_and_answered_once(
    world: BackendWorld, client: BochumId, loss: Loss
) -> None:
    message_id = letter_to(world, kind="decision", level="normal")
    head = next(item for item in client.mailbox.messages(unread_only=True).items if item.id == message_id)
    assert (head.kind, head.level, head.read) == (MessageKind.DECISION, Level.NORMAL, False)
    message = client.mailbox.open(head)
    assert (message.body, message.served_at) == ("Ein Satz.", None)
    loss.begin(0, 1)
    client.mailbox.mark_read(head)
    loss.begin(0, 1)
    client.mailbox.reply(message, "Danke")
    again = client.mailbox.open(head)
    assert again.head.read
    assert again.served_at is not None
    assert [reply.text for reply in again.replies] == ["Danke"]
    assert message_id not in {item.id for item in client.mailbox.messages(unread_only=True).items}


def test_what_is_too_high_stays_shut_and_says_how_high_it_is(world: BackendWorld, client: BochumId) -> None:
    message_id = letter_to(world, level="hoch")
    at_level(world, "normal")
    head = next(item for item in client.mailbox.messages().items if item.id == message_id)
    with pytest.raises(BackendError) as caught:
        client.mailbox.open(head)
    problem = problem_of(caught.value)
    assert (problem.code, problem.required_level, problem.methods) == ("message-locked", Level.HOCH, ("eid",))


def test_the_end_of_an_account_needs_a_level_and_is_asked_for_once(
    world: BackendWorld, client: BochumId, loss: Loss
) -> None:
    at_level(world, "normal")
    with pytest.raises(BackendError) as caught:
        client.account.request_deletion()
    assert problem_of(caught.value).required_level is Level.SUBSTANTIELL
    at_level(world, "hoch")
    loss.begin(0, 1)
    request = client.account.request_deletion()
    assert request.effective_at > request.requested_at
    assert client.account.request_deletion() == request
