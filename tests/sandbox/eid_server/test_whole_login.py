"""Our client, our card, our server, over real TLS: logins from token to refresh address."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from cardreader.chat import AccessRight
from cardreader.eid_client.conversation import EidConversation, PinRejected, WhoAsks
from cardreader.eid_client.http import HttpTransport
from cardreader.eid_client.outcome import EidFailed, EidFailure, EidSucceeded
from cardreader.eid_client.result import ResultMinor
from cardreader.secret import Secret
from sandbox.eid_server.eid_interface import (
    EXPIRED_DOCUMENT,
    EidError,
    EidResult,
    GetResultResponse,
    Operation,
    UseIdRequest,
)
from sandbox.eid_server.personal_data import FreeTextPlace, StructuredPlace
from sandbox.eid_server.pki import Pki
from sandbox.eid_server.server import EidServer
from sandbox.eid_server.small_eservice import SmallEService
from sandbox.id_card.direct import DirectReader
from sandbox.id_card.wallet import Wallet

REQUEST = UseIdRequest(
    required=frozenset(
        {
            AccessRight.GIVEN_NAMES,
            AccessRight.FAMILY_NAMES,
            AccessRight.DATE_OF_BIRTH,
            AccessRight.PLACE_OF_BIRTH,
            AccessRight.ADDRESS,
            AccessRight.DOCUMENT_TYPE,
            AccessRight.DATE_OF_EXPIRY,
            AccessRight.RESTRICTED_IDENTIFICATION,
            AccessRight.AGE_VERIFICATION,
            AccessRight.COMMUNITY_VERIFICATION,
        }
    ),
    optional=frozenset({AccessRight.BIRTH_NAME, AccessRight.RESIDENCE_PERMIT_1}),
    age=16,
    community_id="0276050911",
    transaction_info="Anmeldung",
)


@dataclass
class World:
    """A service with its eID server, and a reader with the persona's card on it."""

    service: SmallEService
    server: EidServer
    wallet: Wallet
    reader: DirectReader

    def begin(self, persona: str) -> tuple[EidConversation, WhoAsks]:
        self.reader.place(persona)
        conversation = EidConversation(HttpTransport("Test/1.0"), self.reader.connect)
        asks = conversation.start(self.service.tc_token_url)
        assert isinstance(asks, WhoAsks), asks
        return conversation, asks

    def pin(self) -> Secret:
        """The right PIN of the card on the reader."""
        return Secret(self.wallet.personas[self.reader.persona_id or ""].pin.encode())

    def result(self) -> GetResultResponse:
        return self.server.get_result(self.service.sessions[-1].session_id)


@pytest.fixture
def world(pki: Pki) -> Iterator[World]:
    yield from make_world(pki)


@pytest.fixture
def late_world(pki: Pki) -> Iterator[World]:
    yield from make_world(pki, signs_late=True)


def make_world(pki: Pki, *, signs_late: bool = False) -> Iterator[World]:
    with SmallEService(pki) as service:
        server = EidServer(pki, service.origin, signs_late=signs_late)
        server.start()
        try:
            service.serve(server, REQUEST)
            wallet = Wallet(pki.personalise)
            yield World(service, server, wallet, DirectReader(wallet.card))
        finally:
            server.stop()


def test_a_citizen_signs_in(world: World) -> None:
    conversation, asks = world.begin("erika")
    assert asks.request.provider_name == "Stadt Bochum"
    assert asks.request.required == REQUEST.required
    assert asks.request.transaction_info == "Anmeldung"
    outcome = conversation.proceed(frozenset({AccessRight.BIRTH_NAME}), world.pin(), lambda _: None)
    assert outcome == EidSucceeded(f"{world.service.origin}/refresh?ResultMajor=ok")
    result = world.result()
    assert isinstance(result, EidResult)
    data = result.personal_data
    assert (data.given_names, data.family_names, data.birth_name) == ("Erika", "Mustermann", "Gabler")
    assert (data.date_of_birth, data.document_type) == ("1984-08-12", "ID")
    assert (data.place_of_birth, data.date_of_expiry) == (FreeTextPlace("Bochum"), date(2033, 5, 31))
    assert data.place_of_residence == (StructuredPlace("Kortumstraße 112", "Bochum", "", "D", "44787"),)
    assert (result.fulfils_age_verification, result.fulfils_place_verification) == (True, True)
    assert result.restricted_id is not None
    assert len(result.restricted_id) == 32
    assert result.operations[AccessRight.RESIDENCE_PERMIT_1] is Operation.PROHIBITED
    assert {result.operations[right] for right in REQUEST.required} == {Operation.ALLOWED}


def test_a_right_the_chip_has_no_data_for(world: World) -> None:
    conversation, _ = world.begin("erika")
    conversation.proceed(frozenset({AccessRight.RESIDENCE_PERMIT_1}), world.pin(), lambda _: None)
    result = world.result()
    assert isinstance(result, EidResult)
    assert result.operations[AccessRight.RESIDENCE_PERMIT_1] is Operation.NOT_ON_CHIP
    assert result.personal_data.residence_permit_1 is None


def test_the_pseudonym_stays_and_is_the_cards_own(world: World) -> None:
    found = []
    for persona in ("erika", "erika", "hannelore"):
        conversation, _ = world.begin(persona)
        outcome = conversation.proceed(frozenset(), world.pin(), lambda _: None)
        assert isinstance(outcome, EidSucceeded)
        result = world.result()
        assert isinstance(result, EidResult)
        found.append(result.restricted_id)
    assert found[0] == found[1] != found[2]


def test_a_wrong_pin_then_the_right_one(world: World) -> None:
    conversation, _ = world.begin("erika")
    assert conversation.proceed(frozenset(), Secret(b"000000"), lambda _: None) == PinRejected(2)
    assert isinstance(conversation.proceed(frozenset(), world.pin(), lambda _: None), EidSucceeded)
    assert isinstance(world.result(), EidResult)


def test_the_server_may_sign_late(late_world: World) -> None:
    conversation, _ = late_world.begin("erika")
    assert isinstance(conversation.proceed(frozenset(), late_world.pin(), lambda _: None), EidSucceeded)
    assert isinstance(late_world.result(), EidResult)


def test_an_expired_card(world: World) -> None:
    conversation, _ = world.begin("expired")
    outcome = conversation.proceed(frozenset(), world.pin(), lambda _: None)
    assert isinstance(outcome, EidFailed)
    assert (outcome.failure, outcome.minor) == (EidFailure.SERVER_ERROR, EXPIRED_DOCUMENT)
    assert world.result() == EidError(EXPIRED_DOCUMENT)


def test_a_citizen_says_no(world: World) -> None:
    conversation, _ = world.begin("erika")
    assert conversation.cancel().failure is EidFailure.CANCELLED
    assert world.result() == EidError(ResultMinor.CANCELLATION_BY_USER)


@pytest.mark.parametrize("persona", ["abroad", "eu_citizen", "long_names", "no_given_name", "two_attempts"])
def test_everybody_elses_card(world: World, persona: str) -> None:
    conversation, _ = world.begin(persona)
    outcome = conversation.proceed(frozenset({AccessRight.BIRTH_NAME}), world.pin(), lambda _: None)
    assert isinstance(outcome, EidSucceeded)
    assert isinstance(world.result(), EidResult)


def test_a_card_pulled_while_it_is_read(world: World) -> None:
    conversation, _ = world.begin("erika")
    world.reader.pull_at(20)
    outcome = conversation.proceed(frozenset(), world.pin(), lambda _: None)
    assert isinstance(outcome, EidFailed)
    assert outcome.failure is EidFailure.CARD_REMOVED
    assert isinstance(world.result(), EidError)


def test_an_eid_server_that_is_gone(world: World) -> None:
    conversation, _ = world.begin("erika")
    world.server.set_available(False)
    outcome = conversation.proceed(frozenset(), world.pin(), lambda _: None)
    assert isinstance(outcome, EidFailed)
    assert outcome.failure is EidFailure.SERVER_UNREACHABLE


def test_a_card_from_before_the_authority_was_renewed(tmp_path: Path) -> None:
    now = [datetime.now(UTC) - timedelta(days=1000)]
    Pki.open(tmp_path, lambda: now[0]).personalise("erika")
    now[0] = datetime.now(UTC)
    renewed = Pki.open(tmp_path, lambda: now[0])
    assert len(renewed.authority.roots) == 2
    for world in make_world(renewed):
        conversation, _ = world.begin("erika")
        outcome = conversation.proceed(frozenset(), world.pin(), lambda _: None)
        assert isinstance(outcome, EidSucceeded), outcome
        assert isinstance(world.result(), EidResult)
