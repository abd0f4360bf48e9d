"""A citizen's session: how it lives, the ways it ends, and what goes with it."""

from collections.abc import Callable

import pytest
from backend_world import ERIKA, SERVICE, BackendWorld, Person
from sqlalchemy import func, select

from kiosk.bochum_id.client import BochumId
from kiosk.bochum_id.errors import BackendError, Refused
from kiosk.bochum_id.values import AccountMode
from sandbox.bochum_id.tables import Account, Application, CitizenSession, IdempotencyRecord, LoginAttempt


def ended_because(client: BochumId) -> str | None:
    with pytest.raises(BackendError) as caught:
        client.keep_session()
    assert isinstance(caught.value.fault, Refused)
    assert caught.value.fault.problem.code in {"session-ended", "token-expired"}
    return caught.value.fault.problem.reason


def test_a_session_is_kept_alive_by_being_used(world: BackendWorld, client: BochumId) -> None:
    world.sign_in(client)
    for _ in range(6):
        world.clock.advance(170)
        client.keep_session()


def test_silence_ends_it(world: BackendWorld, client: BochumId) -> None:
    world.sign_in(client)
    world.clock.advance(180)
    assert ended_because(client) == "idle"


def test_twenty_minutes_end_it(world: BackendWorld, client: BochumId) -> None:
    session = world.sign_in(client)
    assert (session.absolute_end - world.clock.now()).total_seconds() == 20 * 60
    for _ in range(11):
        world.clock.advance(100)
        client.keep_session()
    world.clock.advance(100)
    assert ended_because(client) == "absolute"


def test_the_next_citizen_at_the_terminal_ends_it(world: BackendWorld, client: BochumId) -> None:
    world.sign_in(client)
    later = world.client()
    world.sign_in(later)
    assert ended_because(client) == "replaced"
    later.keep_session()
    later.close()


def test_a_restart_of_the_terminal_ends_it(world: BackendWorld, client: BochumId) -> None:
    world.sign_in(client)
    restarted = world.client()
    restarted.end_leftover_sessions()
    assert ended_because(client) == "revoked"
    restarted.close()


def test_another_terminal_does_not_end_it(
    world: BackendWorld, client: BochumId, other_client: BochumId
) -> None:
    world.sign_in(client)
    world.sign_in(other_client, Person("Anders", "Anna", b"\x55" * 32))
    other_client.end_leftover_sessions()
    client.keep_session()


def test_after_the_end_the_token_is_dead_and_the_client_has_forgotten_it(
    world: BackendWorld, client: BochumId
) -> None:
    world.sign_in(client)
    token = client._citizen._token
    client.end_session()
    with pytest.raises(BackendError) as caught:
        client.keep_session()
    assert isinstance(caught.value.fault, Refused)
    assert caught.value.fault.problem.reason == "notSignedIn"
    assert token is not None
    client._citizen.begin(token)
    assert ended_because(client) == "revoked"


def test_the_client_forgets_the_token_even_when_the_server_cannot_be_told(
    world: BackendWorld, client: BochumId
) -> None:
    world.sign_in(client)
    world.server.set_available(available=False)
    try:
        with pytest.raises(BackendError):
            client.end_session()
    finally:
        world.server.set_available(available=True)
    assert client._citizen._token is None


def _end(world: BackendWorld, client: BochumId) -> None:
    client.end_session()


def _replace(world: BackendWorld, client: BochumId) -> None:
    later = world.client()
    world.sign_in(later, Person("Danach", "Doris", b"\x56" * 32))
    later.end_session()
    later.close()


def _let_idle(world: BackendWorld, client: BochumId) -> None:
    world.clock.advance(180)
    ended_because(client)


@pytest.mark.parametrize("ending", [_end, _replace, _let_idle])
def test_what_the_card_said_goes_with_the_session(
    world: BackendWorld, client: BochumId, ending: Callable[[BackendWorld, BochumId], None]
) -> None:
    session_id = world.sign_in(client, ERIKA).id
    client.create_application(client.catalogue().service(SERVICE))
    ending(world, client)
    with world.backend.store.transaction() as db:
        row = db.get(CitizenSession, session_id)
        assert row is not None
        assert row.attributes is None
        assert db.scalar(select(func.count()).where(LoginAttempt.attributes.is_not(None))) == 0
        stored = select(func.count()).where(IdempotencyRecord.session_id == session_id)
        assert db.scalar(stored) == 0
        secrets = select(IdempotencyRecord).where(IdempotencyRecord.session_id.is_(None))
        assert all(b"accessToken" not in record.body for record in db.scalars(secrets))


@pytest.mark.parametrize(("mode", "kept"), [(AccountMode.CREATE, 1), (AccountMode.TRANSIENT, 0)])
def test_a_draft_survives_with_an_account_only(
    world: BackendWorld, client: BochumId, mode: AccountMode, kept: int
) -> None:
    person = Person(f"Wer-{mode.value}", "Wilma", mode.value.encode().ljust(32, b"\x00"))
    world.sign_in(client, person, mode)
    draft = client.create_application(client.catalogue().service(SERVICE))
    client.end_session()
    with world.backend.store.transaction() as db:
        assert db.scalar(select(func.count()).where(Application.id == draft.id)) == kept
        assert db.scalar(select(func.count()).select_from(Account).where(Account.transient)) == 0
