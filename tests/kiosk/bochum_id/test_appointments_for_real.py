"""Appointments and waiting numbers through the client against the real backend, with answers lost."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from backend_world import SERVICE, BackendWorld
from losing_answers import Loss, running_lossy_backend

from kiosk.bochum_id.appointments import Appointment, Contact, Office, Slot
from kiosk.bochum_id.client import BochumId
from kiosk.bochum_id.errors import BackendError, Refused

MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
SOMEBODY = Contact("Mustermann", 1964, email="erika@example.org")


@pytest.fixture(scope="module")
def loss() -> Loss:
    return Loss()


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory, loss: Loss) -> Iterator[BackendWorld]:
    with running_lossy_backend(tmp_path_factory.mktemp("appointments"), loss) as world:
        yield world


@pytest.fixture
def client(world: BackendWorld, loss: Loss) -> Iterator[BochumId]:
    loss.begin(-1, 0)
    world.clock.time = MONDAY
    client = world.client()
    yield client
    client.close()


def mitte(client: BochumId) -> Office:
    return next(office for office in client.appointments.offices(SERVICE) if office.id == "buero-mitte")


def free(client: BochumId, day: date) -> tuple[Slot, ...]:
    return client.appointments.slots(mitte(client), SERVICE, day)


def book(client: BochumId, slot: Slot, *, signed_in: bool = False) -> Appointment:
    hold = client.appointments.hold(slot, SERVICE, signed_in=signed_in)
    return client.appointments.confirm(hold, SOMEBODY, signed_in=signed_in)


def code_of(error: BackendError) -> str:
    assert isinstance(error.fault, Refused)
    return error.fault.problem.code


def test_anybody_finds_holds_and_confirms_a_time_though_each_answer_is_lost_once(
    client: BochumId, loss: Loss
) -> None:
    office = mitte(client)
    days = client.appointments.days(office, SERVICE, first=date(2026, 11, 24), last=date(2026, 12, 4))
    slot = client.appointments.slots(office, SERVICE, days[0])[0]
    loss.begin(0, 1)
    hold = client.appointments.hold(slot, SERVICE, signed_in=False)
    loss.begin(0, 1)
    made = client.appointments.confirm(hold, SOMEBODY, signed_in=False)
    assert (made.start, made.office.id, made.service_id) == (slot.start, "buero-mitte", SERVICE)
    assert made.cancel_code is not None
    assert made.number not in repr(made)
    assert made.cancel_code not in repr(made)
    assert made.bring


def hold_at_every_desk(client: BochumId, slot: Slot) -> None:
    for _ in range(50):
        client.appointments.hold(slot, SERVICE, signed_in=False)


def test_a_time_that_somebody_took_is_gone(client: BochumId) -> None:
    slot = free(client, date(2026, 11, 25))[0]
    with pytest.raises(BackendError) as caught:
        hold_at_every_desk(client, slot)
    assert code_of(caught.value) == "slot-gone"


def test_an_appointment_is_cancelled_with_its_code_only(client: BochumId) -> None:
    made = book(client, free(client, date(2026, 11, 26))[0])
    assert made.cancel_code is not None
    wrong = "A2A2" if made.cancel_code != "A2A2" else "B2B2"
    with pytest.raises(BackendError) as caught:
        client.appointments.cancel_with_code(made.id, wrong)
    assert code_of(caught.value) == "not-found"
    client.appointments.cancel_with_code(made.id, made.cancel_code)


def test_ones_own_are_listed_and_cancelled(world: BackendWorld, client: BochumId) -> None:
    world.sign_in(client)
    made = book(client, free(client, date(2026, 11, 27))[0], signed_in=True)
    assert made.id in {each.id for each in client.appointments.own()}
    client.appointments.cancel(made)
    assert made.id not in {each.id for each in client.appointments.own()}


def test_who_arrives_checks_in_once_and_waits(world: BackendWorld, client: BochumId, loss: Loss) -> None:
    made = book(client, free(client, date(2026, 12, 1))[0])
    world.clock.time = made.start
    client.open_terminal()
    loss.begin(0, 1)
    ticket = client.appointments.check_in(made.number, 1964)
    assert ticket.ticket
    assert client.appointments.check_in(made.number, 1964) == ticket
    with pytest.raises(BackendError) as caught:
        client.appointments.check_in(made.number, 1965)
    assert code_of(caught.value) == "not-found"


def test_a_waiting_number_is_drawn_once_a_visit(client: BochumId, loss: Loss) -> None:
    loss.begin(1, 1)
    client.open_terminal()
    first = client.appointments.queue_ticket(SERVICE, "visit 1")
    assert client.appointments.queue_ticket(SERVICE, "visit 2").ticket != first.ticket


def test_a_hold_that_took_too_long_is_over(world: BackendWorld, client: BochumId) -> None:
    hold = client.appointments.hold(free(client, date(2026, 12, 2))[0], SERVICE, signed_in=False)
    world.clock.advance(601)
    client.open_terminal()
    with pytest.raises(BackendError) as caught:
        client.appointments.confirm(replace(hold), SOMEBODY, signed_in=False)
    assert code_of(caught.value) == "hold-expired"
