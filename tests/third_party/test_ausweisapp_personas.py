"""The official client of 2023 meets our card in every state of its PIN, and says what it sees."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import ausweisapp
import pytest
from ausweisapp import Message, running_ausweisapp
from test_ausweisapp import ERROR, OK, REQUEST

from sandbox.eid_server.eid_interface import EidError, EidResult
from sandbox.eid_server.pki import Pki
from sandbox.eid_server.server import EidServer
from sandbox.eid_server.small_eservice import SmallEService
from sandbox.id_card.vpcd import VirtualReaderLink
from sandbox.id_card.wallet import Wallet
from tests import pcscd_service

pytestmark = pytest.mark.third_party


@dataclass(frozen=True)
class Desk:
    """A service and a reader for all the cards."""

    service: SmallEService
    server: EidServer
    wallet: Wallet
    link: VirtualReaderLink
    environment: Mapping[str, str]

    def sign_in(self, persona: str, decide: Callable[[Message], Message | None]) -> list[Message]:
        self.wallet.renew(persona)
        self.link.place(self.wallet.card(persona))
        try:
            # A program of its own: one that has seen a card before may take it for the new one.
            with running_ausweisapp(self.environment) as app:
                app.authenticate(self.service.tc_token_url, decide)
                return app.messages
        finally:
            self.link.pull()

    def attempts(self, persona: str) -> int:
        return self.wallet.card(persona).memory.read().pin_attempts


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    missing = ausweisapp.MISSING or pcscd_service.missing_packages()
    if missing:
        pytest.skip(missing)
    pki = Pki.open(tmp_path_factory.mktemp("pki"))
    with pcscd_service.running_pcscd() as pcscd, SmallEService(pki) as service:
        server = EidServer(pki, service.origin)
        server.start()
        service.serve(server, REQUEST)
        link = VirtualReaderLink(port=pcscd.reader_port)
        try:
            yield Desk(service, server, Wallet(pki.personalise), link, pcscd.environment)
        finally:
            link.close()
            server.stop()


def _answers(**commands: str | None) -> Callable[[Message], Message | None]:
    """Agree, and answer each question with its digits; a question without any is cancelled."""

    def decide(message: Message) -> Message | None:
        kind = message["msg"]
        if kind == "ACCESS_RIGHTS":
            return {"cmd": "ACCEPT"}
        if kind in {"ENTER_PIN", "ENTER_CAN", "ENTER_PUK"}:
            digits = commands.get(kind.removeprefix("ENTER_").lower())
            return (
                {"cmd": "CANCEL"}
                if digits is None
                else {"cmd": kind.replace("ENTER", "SET"), "value": digits}
            )
        if kind in {"READER", "INSERT_CARD"} and _is_deactivated(message):
            return {"cmd": "CANCEL"}
        return None

    return decide


def _card(message: Message) -> dict[str, Any]:
    reader = message.get("reader", message)
    return dict(reader.get("card") or {}) if isinstance(reader, dict) else {}


def _is_deactivated(message: Message) -> bool:
    return bool(_card(message).get("deactivated"))


def _asked(messages: list[Message]) -> list[tuple[str, int]]:
    """What was asked for, and which counter the card showed then."""
    return [
        (message["msg"].removeprefix("ENTER_"), _card(message)["retryCounter"])
        for message in messages
        if message["msg"].startswith("ENTER_")
    ]


def test_two_attempts_are_seen_and_three_after_the_right_pin(desk: Desk) -> None:
    messages = desk.sign_in("two_attempts", _answers(pin=desk.wallet.personas["two_attempts"].pin))
    assert _asked(messages) == [("PIN", 2)]
    assert messages[-1]["result"] == {"major": OK}
    assert desk.attempts("two_attempts") == 3


def test_a_suspended_pin_wants_the_can_first_and_is_resumed_by_it(desk: Desk) -> None:
    persona = desk.wallet.personas["suspended"]
    messages = desk.sign_in("suspended", _answers(can=persona.can, pin=persona.pin))
    assert _asked(messages) == [("CAN", 1), ("PIN", 1)], messages
    assert messages[-1]["result"] == {"major": OK}
    assert desk.attempts("suspended") == 3


def test_a_blocked_pin_wants_the_puk_and_then_takes_the_pin(desk: Desk) -> None:
    persona = desk.wallet.personas["blocked"]
    messages = desk.sign_in("blocked", _answers(puk=persona.puk, pin=persona.pin))
    assert _asked(messages)[0] == ("PUK", 0)
    assert _asked(messages)[-1] == ("PIN", 3)
    assert messages[-1]["result"] == {"major": OK}
    state = desk.wallet.card("blocked").memory.read()
    assert (state.pin_attempts, state.puk_uses) == (3, persona.puk_uses_left - 1)


def test_a_card_that_is_switched_off_is_told_so(desk: Desk) -> None:
    messages = desk.sign_in("deactivated", _answers())
    assert any(_is_deactivated(message) for message in messages)
    assert _asked(messages) == []
    assert messages[-1]["result"]["major"] == ERROR
    assert isinstance(desk.server.get_result(desk.service.sessions[-1].session_id), EidError)


@pytest.mark.parametrize(
    "persona", ["abroad", "eu_citizen", "long_names", "no_given_name", "residence_permit"]
)
def test_every_other_card_signs_in(desk: Desk, persona: str) -> None:
    messages = desk.sign_in(persona, _answers(pin=desk.wallet.personas[persona].pin))
    assert _asked(messages) == [("PIN", 3)]
    result = desk.server.get_result(desk.service.sessions[-1].session_id)
    assert isinstance(result, EidResult), messages[-1]
