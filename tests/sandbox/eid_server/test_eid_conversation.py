"""The conversation without any network: what a server asks, believes and refuses."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

import pytest
from stub_client import StubCard, StubClient

from cardreader import tlv
from cardreader.auxiliary_data import DATE_OF_BIRTH, DATE_OF_EXPIRY, AuxiliaryData
from cardreader.chat import AccessRight
from cardreader.eid_client.paos_messages import (
    ClientMessage,
    DidAuthenticate,
    DidAuthenticateResponse,
    Eac1Input,
    Eac1Output,
    Eac2Input,
    Eac2Output,
    ServerMessage,
    Transmit,
    TransmitResponse,
)
from cardreader.eid_client.result import OK, ResultMinor, failed
from sandbox.eid_server.conversation import Outcome, converse, result_for_client
from sandbox.eid_server.eid_interface import (
    EXPIRED_DOCUMENT,
    INVALID_DOCUMENT,
    EidError,
    EidResult,
    Operation,
)
from sandbox.eid_server.pki import Pki
from sandbox.eid_server.session_plan import SessionPlan

NAMES = frozenset({AccessRight.GIVEN_NAMES, AccessRight.FAMILY_NAMES})
EVERYTHING_ASKED = NAMES | {
    AccessRight.ADDRESS,
    AccessRight.AGE_VERIFICATION,
    AccessRight.COMMUNITY_VERIFICATION,
    AccessRight.RESTRICTED_IDENTIFICATION,
}
LONG_NAME = "ANNA-" * 100


def text(number: int, value: str) -> bytes:
    return tlv.encode(0x60 | number, tlv.encode(0x0C, value.encode()))


FILES = {4: text(4, "ERIKA"), 5: text(5, "MUSTERMANN")}


@pytest.fixture
def plan(pki: Pki) -> SessionPlan:
    return SessionPlan(
        terminal=pki.issue_terminal("https://localhost:8443"),
        authority=pki.authority,
        trusted_country_signers=pki.trusted_country_signers,
        required=NAMES,
        optional=frozenset(),
        auxiliary_data=AuxiliaryData.of(valid_on=pki.clock().date()),
        transaction_info="",
        now=pki.clock(),
    )


@pytest.fixture
def card(pki: Pki) -> StubCard:
    return StubCard(pki.personalise("erika"), FILES)


@dataclass
class Run:
    """A conversation at its end."""

    outcome: Outcome
    asked: list[ServerMessage] = field(default_factory=list)


def run(
    plan: SessionPlan,
    card: StubCard,
    granted: frozenset[AccessRight] | None = None,
    distort: Callable[[ClientMessage], ClientMessage] = lambda message: message,
) -> Run:
    """Let the stub answer, each answer passed through `distort`."""
    client = StubClient(card, lambda _body: b"", granted)
    conversation = converse(plan)
    message = next(conversation)
    while True:
        client.received.append(message)
        try:
            message = conversation.send(distort(client.answer(message)))
        except StopIteration as finished:
            return Run(finished.value, client.received)


def test_a_login(plan: SessionPlan, card: StubCard) -> None:
    done = run(plan, card)
    assert isinstance(done.outcome, EidResult)
    assert done.outcome.personal_data.given_names == "ERIKA"
    assert done.outcome.personal_data.family_names == "MUSTERMANN"
    assert done.outcome.operations == dict.fromkeys(NAMES, Operation.ALLOWED)
    assert done.outcome.restricted_id is None
    assert result_for_client(done.outcome) == OK
    assert [type(message) for message in done.asked] == [DidAuthenticate, DidAuthenticate, Transmit]


def test_what_is_asked_first(plan: SessionPlan, card: StubCard) -> None:
    asked = run(replace(plan, optional=frozenset({AccessRight.ADDRESS}), transaction_info="Az 1"), card).asked
    first = asked[0]
    assert isinstance(first, DidAuthenticate)
    eac1 = first.input
    assert isinstance(eac1, Eac1Input)
    assert eac1.required_chat is not None
    assert eac1.optional_chat is not None
    assert (eac1.required_chat.rights, eac1.optional_chat.rights) == (NAMES, frozenset({AccessRight.ADDRESS}))
    assert eac1.certificates == (plan.terminal.certificate, plan.terminal.verifier)
    assert eac1.description.hash("sha256") == eac1.certificates[0].description_hash
    assert eac1.transaction_info == "Az 1"


def test_the_signature_may_come_in_a_message_of_its_own(plan: SessionPlan, card: StubCard) -> None:
    done = run(replace(plan, signs_late=True), card)
    assert isinstance(done.outcome, EidResult)
    second = done.asked[1]
    assert isinstance(second, DidAuthenticate)
    assert isinstance(second.input, Eac2Input)
    assert second.input.signature is None
    assert len(done.asked) == 4


def test_everything_a_service_can_ask_for(plan: SessionPlan, card: StubCard) -> None:
    card.refused = frozenset({DATE_OF_BIRTH})
    outcome = run(replace(plan, required=EVERYTHING_ASKED), card).outcome
    assert isinstance(outcome, EidResult)
    assert outcome.fulfils_age_verification is False
    assert outcome.fulfils_place_verification is True
    assert outcome.restricted_id == b"ABC\n"
    assert outcome.operations == {
        right: Operation.NOT_ON_CHIP if right is AccessRight.ADDRESS else Operation.ALLOWED
        for right in EVERYTHING_ASKED
    }


def test_the_commands_of_a_reading(plan: SessionPlan, card: StubCard) -> None:
    run(replace(plan, required=EVERYTHING_ASKED), card)
    sent = [command.header.hex() for command in card.seen]
    assert sent == [
        "00a4040c",
        "80208000",
        "80208000",
        "80208000",
        "00b08400",
        "00b08500",
        "00b09100",
        "002241a4",
        "00860000",
    ]
    assert card.seen[0].data.hex() == "e80704007f00070302"
    assert card.seen[7].data.hex() == "800a04007f00070202050203840102"
    sector = tlv.parse_one(tlv.parse_one(card.seen[8].data).value)
    assert sector.tag == 0xA0
    assert tlv.encode(0x7F49, sector.value) == plan.terminal.sector_public_key


def test_what_the_citizen_unticked_is_not_read(plan: SessionPlan, card: StubCard) -> None:
    outcome = run(plan, card, granted=frozenset({AccessRight.FAMILY_NAMES})).outcome
    assert isinstance(outcome, EidResult)
    assert outcome.personal_data.given_names is None
    assert outcome.operations == {
        AccessRight.GIVEN_NAMES: Operation.PROHIBITED,
        AccessRight.FAMILY_NAMES: Operation.ALLOWED,
    }
    assert 0x84 not in {command.p1 for command in card.seen if command.ins == 0xB0}


def test_a_card_with_short_answers_is_read_in_pieces(plan: SessionPlan, card: StubCard) -> None:
    card.files = {4: text(4, LONG_NAME), 5: text(5, "M") + bytes(20)}
    card.longest_answer = 200
    done = run(plan, card)
    assert isinstance(done.outcome, EidResult)
    assert done.outcome.personal_data.given_names == LONG_NAME
    assert done.outcome.personal_data.family_names == "M"
    assert [len(message.apdus) for message in done.asked if isinstance(message, Transmit)] == [4, 2, 2]


@pytest.mark.parametrize(
    "content", [b"\x64", b"\x64\x83\x01\x00\x00", b"\x64\x82\x80\x00", b"\x64\x80\x00", b"\x64\x20"]
)
def test_an_endless_or_headless_data_group_ends_the_session(
    plan: SessionPlan, card: StubCard, content: bytes
) -> None:
    card.files = {4: content, 5: FILES[5]}
    assert run(plan, card).outcome == EidError(ResultMinor.INTERNAL_ERROR)


def test_an_expired_card_is_told_apart(plan: SessionPlan, card: StubCard) -> None:
    card.refused = frozenset({DATE_OF_EXPIRY})
    outcome = run(plan, card).outcome
    assert outcome == EidError(EXPIRED_DOCUMENT)
    assert result_for_client(outcome) == failed(ResultMinor.DOCUMENT_NOT_VALID)


def test_malformed_personal_data_make_the_document_invalid(plan: SessionPlan, card: StubCard) -> None:
    card.files = {4: FILES[5], 5: FILES[5]}
    outcome = run(plan, card).outcome
    assert outcome == EidError(INVALID_DOCUMENT)
    assert result_for_client(outcome) == failed(ResultMinor.INTERNAL_ERROR)


def test_a_card_with_the_files_of_another_is_a_copy(plan: SessionPlan, card: StubCard, pki: Pki) -> None:
    card.keys = replace(card.keys, ca_private_key_der=pki.personalise("hans").ca_private_key_der)
    assert run(plan, card).outcome == EidError(INVALID_DOCUMENT)


def distort_eac1(change: Callable[[Eac1Output], Eac1Output]) -> Callable[[ClientMessage], ClientMessage]:
    def distort(message: ClientMessage) -> ClientMessage:
        if isinstance(message, DidAuthenticateResponse) and isinstance(message.output, Eac1Output):
            return replace(message, output=change(message.output))
        return message

    return distort


def test_rights_nobody_asked_for_are_not_used(plan: SessionPlan, card: StubCard) -> None:
    granted = NAMES | {AccessRight.ADDRESS}
    assert run(plan, card, granted=granted).outcome == EidError(ResultMinor.PARAMETER_ERROR)


@pytest.mark.parametrize(
    "change",
    [
        lambda eac1: replace(eac1, challenge=bytes(7)),
        lambda eac1: replace(eac1, id_picc=bytes(67)),
        lambda eac1: replace(eac1, id_picc=b""),
    ],
    ids=["challenge too short", "point too long", "no point"],
)
def test_impossible_values_of_a_card(
    plan: SessionPlan, card: StubCard, change: Callable[[Eac1Output], Eac1Output]
) -> None:
    outcome = run(plan, card, distort=distort_eac1(change)).outcome
    assert outcome == EidError(ResultMinor.PARAMETER_ERROR)


def test_a_card_of_a_foreign_authority(plan: SessionPlan, card: StubCard) -> None:
    foreign = ("DECVCAeIDCT00001", "DECVCAeIDCT00002")
    distort = distort_eac1(lambda eac1: replace(eac1, authority_references=foreign))
    assert run(plan, card, distort=distort).outcome == EidError(ResultMinor.INVALID_CERTIFICATE_PATH)


def test_a_client_that_needs_a_way_from_the_cards_trust_point_gets_it(
    plan: SessionPlan, card: StubCard
) -> None:
    known = ("DECVCAOTHER00001", plan.authority.roots[0].certificate.chr)
    done = run(plan, card, distort=distort_eac1(lambda eac1: replace(eac1, authority_references=known)))
    assert isinstance(done.outcome, EidResult)


@pytest.mark.parametrize(
    "minor", [ResultMinor.CANCELLATION_BY_USER, ResultMinor.INVALID_CERTIFICATE_PATH, None]
)
def test_the_clients_own_reason_ends_the_session(
    plan: SessionPlan, card: StubCard, minor: ResultMinor | None
) -> None:
    refusal = replace(failed(ResultMinor.UNKNOWN_ERROR), minor=minor)
    outcome = run(plan, card, distort=lambda _message: DidAuthenticateResponse(refusal)).outcome
    assert outcome == EidError(minor or ResultMinor.UNKNOWN_ERROR)
    assert result_for_client(outcome) == failed(minor or ResultMinor.UNKNOWN_ERROR)


@pytest.mark.parametrize("place", range(3))
@pytest.mark.parametrize(
    "wrong",
    [
        DidAuthenticateResponse(OK),
        DidAuthenticateResponse(OK, Eac2Output(b"\x30\x00", bytes(8), bytes(8))),
        DidAuthenticateResponse(OK, Eac1Output(b"\x31\x00", bytes(32), bytes(8))),
        TransmitResponse(OK),
        TransmitResponse(OK, (b"\x90",) * 4),
        TransmitResponse(OK, (b"\x90\x00",) * 4),
        TransmitResponse(OK, (b"\x67\x00",)),
        TransmitResponse(failed(ResultMinor.CANCELLATION_BY_USER)),
    ],
    ids=lambda message: f"{type(message).__name__}-{message.result.is_ok}",
)
def test_a_wrong_message_at_any_place_ends_the_session(
    plan: SessionPlan, card: StubCard, place: int, wrong: ClientMessage
) -> None:
    count = iter(range(100))
    outcome = run(plan, card, distort=lambda right: wrong if next(count) == place else right).outcome
    assert isinstance(outcome, EidError)


def test_answers_from_a_man_in_the_middle_are_noticed(plan: SessionPlan, card: StubCard) -> None:
    def flip(message: ClientMessage) -> ClientMessage:
        if not isinstance(message, TransmitResponse):
            return message
        first, *rest = message.output_apdus
        return replace(message, output_apdus=(bytes([first[0] ^ 1]) + first[1:], *rest))

    assert run(plan, card, distort=flip).outcome == EidError(ResultMinor.INTERNAL_ERROR)


def test_answers_in_the_wrong_order_are_noticed(plan: SessionPlan, card: StubCard) -> None:
    def swap(message: ClientMessage) -> ClientMessage:
        if not isinstance(message, TransmitResponse):
            return message
        return replace(message, output_apdus=tuple(reversed(message.output_apdus)))

    assert run(plan, card, distort=swap).outcome == EidError(ResultMinor.INTERNAL_ERROR)


def test_no_data_of_the_card_is_printed(plan: SessionPlan, card: StubCard) -> None:
    done = run(plan, card)
    assert "ERIKA" not in repr(done.outcome)
    assert "MUSTERMANN" not in repr(done)
