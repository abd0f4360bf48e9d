"""The official eID client of 2023 at our eID server, with our card, through a real pcscd."""

import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import ausweisapp
import pytest
from ausweisapp import AusweisAppDiedError, Message, running_ausweisapp

sys.path.insert(0, str(Path(__file__).parents[1]))
import pcscd_service

from cardreader.chat import AccessRight
from cardreader.eid_client.result import ResultMinor
from sandbox.eid_server.eid_interface import EidError, EidResult, GetResultResponse, UseIdRequest
from sandbox.eid_server.personal_data import StructuredPlace
from sandbox.eid_server.pki import Pki
from sandbox.eid_server.server import EidServer
from sandbox.eid_server.small_eservice import SmallEService
from sandbox.id_card.vpcd import VirtualReaderLink
from sandbox.id_card.wallet import Wallet

pytestmark = pytest.mark.third_party

OK = "http://www.bsi.bund.de/ecard/api/1.1/resultmajor#ok"
ERROR = "http://www.bsi.bund.de/ecard/api/1.1/resultmajor#error"
REQUEST = UseIdRequest(
    required=frozenset(
        {
            AccessRight.GIVEN_NAMES,
            AccessRight.FAMILY_NAMES,
            AccessRight.DATE_OF_BIRTH,
            AccessRight.ADDRESS,
            AccessRight.RESTRICTED_IDENTIFICATION,
            AccessRight.AGE_VERIFICATION,
            AccessRight.COMMUNITY_VERIFICATION,
        }
    ),
    optional=frozenset({AccessRight.BIRTH_NAME}),
    age=18,
    community_id="0276050911",
    transaction_info="Anmeldung",
)


@dataclass(frozen=True)
class World:
    """A service with its eID server, and the virtual reader with somebody's card."""

    service: SmallEService
    server: EidServer
    wallet: Wallet
    link: VirtualReaderLink
    pcscd: pcscd_service.PcscdService
    say: Callable[[str], None]

    def sign_in(self, persona: str, decide: Callable[[Message], Message | None]) -> list[Message]:
        """Lay the card down and let the client run; return all its messages, the last one the result."""
        self.wallet.renew(persona)
        self.link.place(self.wallet.card(persona))
        try:
            return self._run(decide)
        except AusweisAppDiedError as error:
            self.say(f"AusweisApp broke off ({error}), as it does now and then: once more")
            self.wallet.renew(persona)
            return self._run(decide)
        finally:
            self.link.pull()

    def result(self) -> GetResultResponse:
        return self.server.get_result(self.service.sessions[-1].session_id)

    def _run(self, decide: Callable[[Message], Message | None]) -> list[Message]:
        with running_ausweisapp(self.pcscd.environment) as app:
            app.authenticate(self.service.tc_token_url, decide)
            return app.messages


@pytest.fixture(scope="module")
def pcscd() -> Iterator[pcscd_service.PcscdService]:
    missing = ausweisapp.MISSING or pcscd_service.missing_packages()
    if missing:
        pytest.skip(missing)
    with pcscd_service.running_pcscd() as service:
        yield service


@pytest.fixture
def make_world(
    pcscd: pcscd_service.PcscdService,
    request: pytest.FixtureRequest,
    record_property: Callable[[str, object], None],
) -> Iterator[Callable[..., World]]:
    """Build the world from a PKI; everything ends with the test."""
    reporter = request.config.pluginmanager.get_plugin("terminalreporter")

    def say(text: str) -> None:
        record_property("note", text)
        if reporter is not None:
            reporter.write_line(f"{request.node.nodeid}: {text}")

    with ExitStack() as stack:

        def make(pki: Pki, asked: UseIdRequest = REQUEST, *, signs_late: bool = False) -> World:
            service = stack.enter_context(SmallEService(pki))
            server = EidServer(pki, service.origin, signs_late=signs_late)
            server.start()
            stack.callback(server.stop)
            service.serve(server, asked)
            link = VirtualReaderLink(port=pcscd.reader_port)
            stack.callback(link.close)
            return World(service, server, Wallet(pki.personalise), link, pcscd, say)

        yield make


@pytest.fixture(scope="module")
def pki(tmp_path_factory: pytest.TempPathFactory) -> Pki:
    return Pki.open(tmp_path_factory.mktemp("pki"))


def with_pins(*pins: str) -> Callable[[Message], Message | None]:
    """Agree to everything and enter these PINs, one after the other."""
    left = list(pins)

    def decide(message: Message) -> Message | None:
        match message["msg"]:
            case "ACCESS_RIGHTS":
                left[:] = pins  # also when the run had to be repeated
                return {"cmd": "ACCEPT"}
            case "ENTER_PIN":
                return {"cmd": "SET_PIN", "value": left.pop(0)}
            case _:
                return None

    return decide


def test_a_citizen_signs_in(make_world: Callable[..., World], pki: Pki) -> None:
    world = make_world(pki)
    apdus_before = world.pcscd.transmitted_apdus()
    messages = world.sign_in("erika", with_pins(world.wallet.personas["erika"].pin))
    assert messages[-1]["result"] == {"major": OK}
    assert messages[-1]["url"] == f"{world.service.origin}/refresh"
    (asked,) = (message for message in messages if message["msg"] == "ACCESS_RIGHTS")
    assert sorted(asked["chat"]["required"]) == [
        "Address",
        "AddressVerification",
        "AgeVerification",
        "DateOfBirth",
        "FamilyName",
        "GivenNames",
        "Pseudonym",
    ]
    assert asked["chat"]["optional"] == ["BirthName"]
    assert asked["aux"]["requiredAge"] == "18"
    assert asked["transactionInfo"] == "Anmeldung"
    result = world.result()
    assert isinstance(result, EidResult)
    data = result.personal_data
    assert (data.given_names, data.family_names, data.birth_name) == ("Erika", "Mustermann", "Gabler")
    assert data.date_of_birth == "1984-08-12"
    assert data.place_of_residence == (StructuredPlace("Kortumstraße 112", "Bochum", "", "D", "44787"),)
    assert (result.fulfils_age_verification, result.fulfils_place_verification) == (True, True)
    assert result.restricted_id is not None
    assert world.link.apdu_count > 20
    world.pcscd.wait_for_apdus(apdus_before + world.link.apdu_count)


def test_a_wrong_pin_and_then_the_right_one(make_world: Callable[..., World], pki: Pki) -> None:
    world = make_world(pki)
    messages = world.sign_in("erika", with_pins("999999", world.wallet.personas["erika"].pin))
    counters = [
        message["reader"]["card"]["retryCounter"] for message in messages if message["msg"] == "ENTER_PIN"
    ]
    assert counters == [3, 2]
    assert messages[-1]["result"] == {"major": OK}
    assert isinstance(world.result(), EidResult)
    assert world.wallet.card("erika").memory.read().pin_attempts == 3


@pytest.mark.parametrize("moment", ["ACCESS_RIGHTS", "ENTER_PIN"])
def test_a_citizen_changes_her_mind(make_world: Callable[..., World], pki: Pki, moment: str) -> None:
    world = make_world(pki)

    def decide(message: Message) -> Message | None:
        return {"cmd": "CANCEL"} if message["msg"] == moment else with_pins()(message)

    messages = world.sign_in("erika", decide)
    assert messages[-1]["result"]["major"] == ERROR
    assert world.result() == EidError(ResultMinor.CANCELLATION_BY_USER)


def test_a_citizen_gives_away_less(make_world: Callable[..., World], pki: Pki) -> None:
    world = make_world(pki)

    def decide(message: Message) -> Message | None:
        if message["msg"] == "ACCESS_RIGHTS" and message["chat"]["effective"].count("BirthName"):
            return {"cmd": "SET_ACCESS_RIGHTS", "chat": []}
        return with_pins(world.wallet.personas["erika"].pin)(message)

    assert world.sign_in("erika", decide)[-1]["result"] == {"major": OK}
    result = world.result()
    assert isinstance(result, EidResult)
    assert result.personal_data.birth_name is None


def test_the_signature_may_come_late(make_world: Callable[..., World], pki: Pki) -> None:
    world = make_world(pki, signs_late=True)
    messages = world.sign_in("erika", with_pins(world.wallet.personas["erika"].pin))
    assert messages[-1]["result"] == {"major": OK}
    assert isinstance(world.result(), EidResult)


def test_a_card_from_before_the_authority_was_renewed(
    make_world: Callable[..., World], tmp_path: Path
) -> None:
    now = [datetime.now(UTC) - timedelta(days=1000)]
    Pki.open(tmp_path, lambda: now[0]).personalise("erika")
    now[0] = datetime.now(UTC)
    world = make_world(Pki.open(tmp_path, lambda: now[0]))
    card = world.wallet.card("erika")
    assert len(card.memory.read().trust_points) == 1
    messages = world.sign_in("erika", with_pins(card.persona.pin))
    assert messages[-1]["result"] == {"major": OK}
    assert isinstance(world.result(), EidResult)
    assert len(card.memory.read().trust_points) == 2


def test_an_expired_card_is_refused_by_the_server(make_world: Callable[..., World], pki: Pki) -> None:
    world = make_world(pki, replace(REQUEST, optional=frozenset()))
    card = world.wallet.card("expired")
    assert card.persona.holder.date_of_expiry < datetime.now(UTC).date()
    messages = world.sign_in("expired", with_pins(card.persona.pin))
    assert messages[-1]["result"]["major"] == ERROR
    assert messages[-1]["result"]["minor"] == ResultMinor.DOCUMENT_NOT_VALID
    assert world.result() == EidError(ResultMinor.DOCUMENT_NOT_VALID)
