"""A second person's card through the client against the real backend."""

from collections.abc import Iterator

import pytest
from backend_world import ERIKA, OTTO, BackendWorld, running_backend
from sample_services import JOINT, write_catalogue
from services_by_hand import summary_of

from kiosk.bochum_id.client import BochumId
from kiosk.bochum_id.errors import BackendError, Refused
from kiosk.bochum_id.values import AcceptedDeclaration

TRUTHFUL = AcceptedDeclaration("truthful", "Meine Angaben sind richtig und vollständig.")


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BackendWorld]:
    catalogue = write_catalogue(tmp_path_factory.mktemp("catalogue") / "catalogue")
    with running_backend(tmp_path_factory.mktemp("cosigning"), catalogue=catalogue) as world:
        yield world


@pytest.fixture
def client(world: BackendWorld) -> Iterator[BochumId]:
    client = world.client()
    world.sign_in(client)
    yield client
    client.close()


def code_of(error: BackendError) -> str:
    assert isinstance(error.fault, Refused)
    return error.fault.problem.code


def test_two_cards_sign_and_one_person_stays_signed_in(world: BackendWorld, client: BochumId) -> None:
    draft = client.save_answers(client.create_application(summary_of(JOINT)), {"reason": "Fest"})
    with pytest.raises(BackendError) as caught:
        client.submit(draft, [TRUTHFUL], delivery="mailbox")
    assert code_of(caught.value) == "not-ready"
    attempt = client.cosignatures.begin(draft)
    signed = client.cosignatures.finish(attempt, world.read_card(attempt, OTTO.result()))
    assert "Beispiel" in signed.name
    assert "Beispiel" not in repr(signed)
    again = client.reopen_application(draft)
    assert client.submit(again, [TRUTHFUL], delivery="mailbox").reference


def test_the_same_person_is_no_second_one(world: BackendWorld, client: BochumId) -> None:
    draft = client.save_answers(client.create_application(summary_of(JOINT)), {"reason": "Fest"})
    attempt = client.cosignatures.begin(draft)
    with pytest.raises(BackendError) as caught:
        client.cosignatures.finish(attempt, world.read_card(attempt, ERIKA.result()))
    assert code_of(caught.value) == "same-person"


def test_an_address_from_elsewhere_is_not_handed_in(client: BochumId) -> None:
    draft = client.save_answers(client.create_application(summary_of(JOINT)), {"reason": "Fest"})
    attempt = client.cosignatures.begin(draft)
    with pytest.raises(BackendError, match="another origin"):
        client.cosignatures.finish(attempt, "https://elsewhere.example/eid/refresh/x")
