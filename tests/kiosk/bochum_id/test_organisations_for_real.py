"""Acting for a company through the client against the real backend."""

from collections.abc import Iterator

import pytest
from backend_world import SEEDED_ERIKA, SERVICE, BackendWorld

from kiosk.bochum_id.client import BochumId
from kiosk.bochum_id.errors import BackendError, Refused
from kiosk.bochum_id.organisations import Organisation, Reach


@pytest.fixture
def client(world: BackendWorld) -> Iterator[BochumId]:
    client = world.client()
    world.sign_in(client, SEEDED_ERIKA)
    yield client
    client.close()


def company_of(client: BochumId) -> Organisation:
    (company,) = client.account.profile().acting_for
    return company


def test_the_company_sees_nothing_of_ones_own_and_the_other_way_round(client: BochumId) -> None:
    company = company_of(client)
    assert company.reach is Reach.FULL
    assert company.name not in repr(company)
    draft = client.create_application(client.catalogue().service(SERVICE))
    client.organisations.act_for(company)
    assert draft.id not in {item.id for item in client.applications.page().items}
    client.organisations.act_for(None)
    assert draft.id in {item.id for item in client.applications.page().items}


def test_nobody_acts_for_whom_they_do_not_represent(client: BochumId) -> None:
    company = company_of(client)
    stranger = Organisation("org_nobody", "", Reach.FULL, company.since)
    with pytest.raises(BackendError) as caught:
        client.organisations.act_for(stranger)
    assert isinstance(caught.value.fault, Refused)
    assert caught.value.fault.problem.code == "not-found"
