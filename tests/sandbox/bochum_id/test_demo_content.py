"""What is there before anybody comes: an appointment, a payment that waits, a configuration; once."""

from pathlib import Path

import pytest
import requests
from backend_world import BackendWorld, running_backend
from raw_citizen import RawCaller, new_key
from sqlalchemy import func, select

from kiosk.bochum_id.client import BochumId
from sandbox.bochum_id import seeds_appointments, seeds_payments
from sandbox.bochum_id.seeding import seed_everything
from sandbox.bochum_id.tables import Application, Appointment, Document, Payment, TerminalConfig


@pytest.mark.parametrize("table", [Appointment, Payment, TerminalConfig])
def test_seeding_again_adds_nothing(world: BackendWorld, table: type) -> None:
    def rows() -> int:
        with world.backend.store.transaction() as db:
            return db.scalar(select(func.count()).select_from(table)) or 0

    before = rows()
    seed_everything(world.backend)
    assert before == rows() > 0


def test_a_reset_brings_the_demo_content_back(tmp_path: Path) -> None:
    with running_backend(tmp_path) as world:
        requests.post(f"{world.server.origins.api}/sandbox/reset", timeout=30)
        with world.backend.store.transaction() as db:
            assert db.scalar(select(Payment).where(Payment.reference == seeds_payments.REFERENCE)) is not None
            assert db.scalar(select(Appointment)) is not None


def test_the_payment_that_waits_can_be_paid_and_brings_the_document(world: BackendWorld) -> None:
    url = f"{world.server.origins.api}/sandbox/cash-desk/{seeds_payments.REFERENCE}/payment"
    assert requests.post(url, timeout=30).json()["state"] == "paid"
    with world.backend.store.transaction() as db:
        payment = db.scalars(select(Payment).where(Payment.reference == seeds_payments.REFERENCE)).one()
        application = db.get(Application, payment.application_id)
        assert application is not None
        assert application.state == "completed"
        assert db.scalar(select(Document).where(Document.application_id == application.id)) is not None


def test_erika_can_check_in(world: BackendWorld, client: BochumId) -> None:
    with world.backend.store.transaction() as db:
        appointment = db.scalars(
            select(Appointment).where(Appointment.number == seeds_appointments.NUMBER)
        ).one()
    world.clock.time = appointment.start
    client.open_terminal()
    terminal = RawCaller.of_terminal(world, client)
    body = {"number": appointment.number, "birthYear": appointment.birth_year}
    ticket = terminal("POST", "/v1/appointments/check-ins", body, new_key())
    assert ticket.json()["ticket"] == seeds_appointments.NUMBER
