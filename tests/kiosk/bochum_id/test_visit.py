"""A visit through the facade against the real backend, and a backend that comes and goes."""

import pytest
from backend_world import ERIKA, SERVICE, BackendWorld

from kiosk.bochum_id.client import BochumId
from kiosk.bochum_id.errors import BackendError, Unreachable
from kiosk.bochum_id.values import AcceptedDeclaration, AccountMode, Level

TRUTHFUL = AcceptedDeclaration("truthful", "Meine Angaben sind richtig und vollständig.")


@pytest.mark.parametrize("clock_error_s", [0, 86_400, -86_400], ids=["right", "a day fast", "a day slow"])
def test_a_whole_visit_whatever_the_terminals_clock_says(world: BackendWorld, clock_error_s: int) -> None:
    client = world.client(clock_error_s=clock_error_s)
    client.open_terminal()
    client.end_leftover_sessions()
    service = client.catalogue().service(SERVICE)
    assert client.service_definition(service)["id"] == SERVICE
    attempt = client.begin_login(SERVICE, "en")
    assert attempt.provider_name == "Stadt Bochum"
    assert "BB-MITTE-03" in attempt.purpose
    session = client.finish_login(attempt, world.read_card(attempt, ERIKA.result()), AccountMode.TRANSIENT)
    assert (session.level, session.display_name) == (Level.HOCH, "E. Mustermann")
    draft = client.save_answers(
        client.create_application(service), {"kind": "simple", "purpose": "pension", "copies": 3}
    )
    assert client.quote(draft).is_free
    submission = client.submit(draft, [TRUTHFUL], language="en")
    assert client.document(submission).content.startswith(b"%PDF-")
    client.end_session()
    client.close()


def test_the_backend_goes_away_and_comes_back(world: BackendWorld) -> None:
    client = world.client()
    client.catalogue()
    world.server.set_available(available=False)
    with pytest.raises(BackendError) as caught:
        client.catalogue()
    assert isinstance(caught.value.fault, Unreachable)
    world.server.set_available(available=True)
    client.catalogue()
    client.close()


def test_secrets_and_names_do_not_print(world: BackendWorld) -> None:
    client: BochumId = world.client()
    attempt = client.begin_login(SERVICE, "de")
    session = client.finish_login(attempt, world.read_card(attempt, ERIKA.result()))
    draft = client.create_application(client.catalogue().service(SERVICE))
    token = client._citizen._token
    assert token is not None
    shown = " ".join(map(repr, (attempt, session, draft, token, client._citizen, attempt.dpop_key)))
    assert attempt.code_verifier not in shown
    assert attempt.tc_token_url not in shown
    assert token.value not in shown
    assert "Mustermann" not in shown
    assert "1964" not in shown
    client.close()
