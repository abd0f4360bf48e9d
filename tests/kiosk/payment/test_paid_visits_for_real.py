"""Paying at the real backend and the sandbox's device: from the open payment to the submission, or back."""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "sandbox" / "bochum_id"))

from backend_world import OTTO, SERVICE, BackendWorld, running_backend
from paying_citizen import catalogue_paid_in_every_way

from kiosk.bochum_id.client import BochumId
from kiosk.bochum_id.payment_values import Channel, Payment, PaymentState
from kiosk.bochum_id.values import AcceptedDeclaration, Draft, Quote
from kiosk.config import CardTerminal as CardTerminalSettings
from kiosk.payment.choice import choose_till
from kiosk.payment.till import CardTill, GivenBack, Taken
from sandbox.card_terminal.server import CardTerminal, Mode

TRUTHFUL = AcceptedDeclaration("truthful", "Meine Angaben sind richtig und vollständig.")


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BackendWorld]:
    folder = tmp_path_factory.mktemp("paid-visits")
    with running_backend(folder, catalogue=catalogue_paid_in_every_way(folder)) as world:
        yield world


@pytest.fixture
def device(tmp_path: Path) -> Iterator[CardTerminal]:
    made = CardTerminal(tmp_path / "device.json", mode=Mode.AUTOMATIC, hand_after_s=0)
    made.start()
    yield made
    made.stop()


@dataclass(frozen=True, slots=True)
class Visit:
    """Somebody signed in, with a draft that costs something."""

    client: BochumId
    till: CardTill
    draft: Draft
    quote: Quote

    def pays(self) -> Payment:
        payment = self.client.payments.open(self.draft, self.quote, Channel.CARD_TERMINAL)
        taken = self.till.take(payment, lambda _step: None)
        assert isinstance(taken, Taken)
        return taken.payment


@pytest.fixture
def visit(world: BackendWorld, device: CardTerminal, tmp_path: Path) -> Iterator[Visit]:
    client = world.client()
    world.sign_in(client, OTTO)
    settings = CardTerminalSettings(host="127.0.0.1", port=device.port)
    till = choose_till(settings, tmp_path / "state", client)
    answers = {"kind": "simple", "purpose": "private", "copies": 2}
    draft = client.save_answers(client.create_application(client.catalogue().service(SERVICE)), {**answers})
    yield Visit(client, till, draft, client.quote(draft))
    client.close()


def test_paid_by_card_and_sent(visit: Visit, device: CardTerminal) -> None:
    assert visit.till.settle()
    paid = visit.pays()
    assert (paid.state, paid.receipt_id is not None) == (PaymentState.PAID, True)
    assert device.account_cents == visit.quote.total.amount_cents
    assert visit.client.submit(visit.draft, [TRUTHFUL], payment=paid).document_id
    visit.client.end_session()
    assert visit.till.settle()
    assert device.account_cents == visit.quote.total.amount_cents


def test_paid_and_given_up_goes_back_to_the_card(visit: Visit, device: CardTerminal) -> None:
    paid = visit.pays()
    back = visit.till.give_back(visit.client.payments.cancel(paid))
    assert isinstance(back, GivenBack)
    assert "Karte ****4711" in back.lines
    assert visit.client.payments.look(paid).state is PaymentState.REVERSED
    assert device.account_cents == 0


def test_paid_and_left_goes_back_with_the_next_visit(visit: Visit, device: CardTerminal) -> None:
    visit.pays()
    assert visit.till.settle()
    assert device.account_cents > 0, "as long as the visit lasts, the money waits for its application"
    visit.client.end_session()
    assert visit.till.settle()
    assert device.account_cents == 0
    assert not [each for each in visit.client.settlement.unsettled() if each.reversal is not None]
