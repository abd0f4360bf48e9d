"""Payments through the client against the real backend: lost answers, crashes, money that goes back."""

from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import count

import pytest
from backend_world import OTTO, SERVICE, BackendWorld
from losing_answers import Loss, running_lossy_backend
from paying_citizen import catalogue_paid_in_every_way
from sqlalchemy import func, select

from kiosk.bochum_id.client import BochumId
from kiosk.bochum_id.errors import BackendError, Refused
from kiosk.bochum_id.payment_values import (
    AttemptState,
    CardResult,
    Channel,
    Outcome,
    Payment,
    PaymentState,
    ReversalResult,
)
from kiosk.bochum_id.payments import BatchTotal, EndOfDay
from kiosk.bochum_id.values import AcceptedDeclaration, Draft, Quote
from sandbox.bochum_id.long_poll import Patience
from sandbox.bochum_id.tables import Payment as PaymentRow

NOW = datetime(2026, 11, 23, 14, 58, tzinfo=UTC)
TRUTHFUL = AcceptedDeclaration("truthful", "Meine Angaben sind richtig und vollständig.")
UNKNOWN = CardResult(1, Outcome.UNKNOWN, NOW)
APPROVED = CardResult(
    1,
    Outcome.APPROVED,
    NOW,
    result_code="00",
    trace_number="000421",
    receipt_number="0117",
    card_name="girocard",
    pan_truncated="************4711",
    customer_receipt_lines=("K-U-N-D-E-N-B-E-L-E-G",),
)
BACK = ReversalResult(1, Outcome.APPROVED, NOW, receipt_number="0118")


async def _no_pause(_seconds: float) -> None:
    """Time passes by being looked at."""


@pytest.fixture(scope="module")
def loss() -> Loss:
    return Loss()


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory, loss: Loss) -> Iterator[BackendWorld]:
    directory = tmp_path_factory.mktemp("paying")
    catalogue = catalogue_paid_in_every_way(directory)
    patience = Patience(_no_pause, count(0, 10).__next__)
    with running_lossy_backend(directory, loss, catalogue=catalogue, patience=patience) as world:
        yield world


@pytest.fixture
def client(world: BackendWorld, loss: Loss) -> Iterator[BochumId]:
    loss.begin(-1, 0)
    client = world.client()
    world.sign_in(client, OTTO)
    yield client
    client.close()


def due(client: BochumId) -> tuple[Draft, Quote]:
    service = client.catalogue().service(SERVICE)
    draft = client.save_answers(
        client.create_application(service), {"kind": "simple", "purpose": "private", "copies": 2}
    )
    return draft, client.quote(draft)


def pay_by_card(client: BochumId, draft: Draft, quote: Quote) -> Payment:
    """As the terminal does it when the card reader falls silent once."""
    payment = client.payments.open(draft, quote, Channel.CARD_TERMINAL)
    client.payments.begin_attempt(payment, payment.next_attempt, NOW)
    client.payments.report(payment, UNKNOWN)
    client.payments.report(payment, APPROVED)
    return client.payments.look(payment)


def payments_of(world: BackendWorld, draft: Draft) -> int:
    with world.backend.store.transaction() as db:
        of_draft = PaymentRow.application_id == draft.id
        return db.scalar(select(func.count()).select_from(PaymentRow).where(of_draft)) or 0


def test_a_card_payment_with_every_answer_lost_in_turn_takes_money_once(
    world: BackendWorld, client: BochumId, loss: Loss
) -> None:
    draft, quote = due(client)
    loss.begin(-1, 0)
    pay_by_card(client, draft, quote)
    requests = loss.seen
    assert requests == 5
    for number in range(requests):
        draft, quote = due(client)
        loss.begin(number, 1)
        paid = pay_by_card(client, draft, quote)
        assert paid.state is PaymentState.PAID
        assert paid.attempts == ((1, AttemptState.APPROVED),)
        assert payments_of(world, draft) == 1
        assert client.submit(draft, [TRUTHFUL], payment=paid).document_id


def test_a_payment_opened_again_after_an_outage_is_the_same(client: BochumId, loss: Loss) -> None:
    draft, quote = due(client)
    loss.begin(0, 99)
    with pytest.raises(BackendError):
        client.payments.open(draft, quote, Channel.CARD_TERMINAL)
    loss.begin(-1, 0)
    first = client.payments.open(draft, quote, Channel.CARD_TERMINAL)
    assert client.payments.open(draft, quote, Channel.CARD_TERMINAL).id == first.id
    assert first.card_order is not None
    assert (first.card_order.amount_cents, first.next_attempt) == (first.total.amount_cents, 1)


def test_what_a_power_cut_left_open_is_settled_without_anybody_signed_in(client: BochumId) -> None:
    draft, quote = due(client)
    payment = client.payments.open(draft, quote, Channel.CARD_TERMINAL)
    client.payments.begin_attempt(payment, 1, NOW)
    client.end_session()
    found = [each for each in client.settlement.unsettled() if each.id == payment.id]
    assert [each.attempts for each in found] == [((1, AttemptState.BEGUN),)]
    settled = client.settlement.report(found[0].id, APPROVED)
    assert settled.attempts == ((1, AttemptState.APPROVED),)
    if settled.reversal is not None:
        assert settled.reversal.receipt_number == "0117"
        settled = client.settlement.report_reversal(settled.id, BACK)
        assert settled.state is PaymentState.REVERSED
    assert payment.id not in {each.id for each in client.settlement.unsettled() if each.reversal is not None}


def test_money_for_nothing_goes_back(client: BochumId, loss: Loss) -> None:
    draft, quote = due(client)
    paid = pay_by_card(client, draft, quote)
    loss.begin(0, 1)
    given_up = client.payments.cancel(paid)
    assert given_up.state is PaymentState.REVERSAL_REQUIRED
    assert given_up.reversal is not None
    assert (given_up.reversal.attempt, given_up.reversal.receipt_number) == (1, "0117")
    loss.begin(0, 1)
    assert client.payments.report_reversal(given_up, BACK).state is PaymentState.REVERSED


def test_another_attempt_waits_until_the_first_is_known(client: BochumId) -> None:
    draft, quote = due(client)
    payment = client.payments.open(draft, quote, Channel.CARD_TERMINAL)
    client.payments.begin_attempt(payment, 1, NOW)
    with pytest.raises(BackendError) as caught:
        client.payments.begin_attempt(payment, 2, NOW)
    assert isinstance(caught.value.fault, Refused)
    assert caught.value.fault.problem.code == "payment-state"


def test_by_phone_there_is_a_page_and_something_to_wait_for(client: BochumId) -> None:
    draft, quote = due(client)
    payment = client.payments.open(draft, quote, Channel.QR)
    assert payment.pay_page is not None
    assert payment.pay_page.url.startswith("https://")
    assert payment.pay_page.url not in repr(payment)
    assert client.payments.wait(payment, 20) is payment
    client.payments.cancel(payment)
    assert client.payments.wait(payment, 20).state is PaymentState.CANCELLED


def test_the_day_is_closed_once(client: BochumId, loss: Loss) -> None:
    day = EndOfDay("zvt-1", NOW, 9, 4711, (BatchTotal("girocard", 9, 4711),))
    loss.begin(0, 1)
    assert not client.settlement.close_day(day).matches
