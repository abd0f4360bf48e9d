"""Whole runs against the sandbox's server and card: good ones, PINs, and cards that fail."""

from collections.abc import Callable

import pytest
from eid_world import CAN, NAMES, PERSONAS, REFRESH, World, make_card, make_world, with_plan

from cardreader.apdu import CommandApdu, ResponseApdu
from cardreader.auxiliary_data import AuxiliaryData
from cardreader.chat import AccessRight
from cardreader.eid_client.exchange import (
    AskCan,
    AskCitizen,
    AskPinAfterCan,
    AskPinAgain,
    CardProblem,
    ExchangePaos,
    FetchPage,
    PeekCertificate,
    Progress,
    Report,
    SendToCard,
)
from cardreader.eid_client.outcome import EidFailed, EidFailure, EidSucceeded
from cardreader.eid_client.paos_messages import (
    DidAuthenticateResponse,
    Eac1Output,
    Eac2Output,
    EacSignatureWanted,
    StartPaos,
    TransmitResponse,
)
from cardreader.eid_client.result import ResultMinor
from sandbox.eid_server.eid_interface import EidError, EidResult
from sandbox.eid_server.pki import Pki

CANCELLED = f"{REFRESH}&ResultMajor=error&ResultMinor=cancellationByUser"


def _outputs(world: World) -> list[object]:
    return [told.output for told in world.told_server if isinstance(told, DidAuthenticateResponse)]


def _errors(world: World) -> list[str | None]:
    """Return the codes of all errors that the server was told."""
    results = [told.result for told in world.told_server if not isinstance(told, StartPaos)]
    return [result.minor for result in results if not result.is_ok]


def test_good_run_reads_the_card_and_returns(world: World) -> None:
    assert world.run() == EidSucceeded(f"{REFRESH}&ResultMajor=ok")
    result = world.server_outcome
    assert isinstance(result, EidResult)
    assert result.personal_data.family_names == PERSONAS["erika"].holder.family_names
    assert [type(told) for told in world.told_server[:3]] == [
        StartPaos,
        DidAuthenticateResponse,
        DidAuthenticateResponse,
    ]
    assert {type(told) for told in world.told_server[3:]} == {TransmitResponse}
    assert world.pins[0].is_wiped


def test_citizen_sees_who_asks_for_what(world: World) -> None:
    world.run()
    (asked,) = world.asked_for(AskCitizen)
    assert isinstance(asked, AskCitizen)
    request = asked.request
    description, certificate = world.plan.terminal.description, world.plan.terminal.certificate
    assert (request.provider_name, request.provider_url) == ("Stadt Bochum", "https://service.example")
    assert (request.issuer_name, request.issuer_url) == (description.issuer_name, description.issuer_url)
    assert "Geschäftszweck" in request.purpose
    assert (request.required, request.optional) == (NAMES, frozenset({AccessRight.ADDRESS}))
    assert request.transaction_info == "Aktenzeichen 1"
    assert (request.valid_from, request.valid_to) == (certificate.effective, certificate.expiration)
    assert request.born_on_or_before is None
    assert asked.retry.attempts_left == 3


def test_nothing_touches_the_card_before_the_checks_and_no_pin_before_consent(world: World) -> None:
    world.run()
    kinds = [type(request) for request in world.asked]
    assert kinds.index(SendToCard) > kinds.index(ExchangePaos)
    general_authenticate = [
        index
        for index, request in enumerate(world.asked)
        if isinstance(request, SendToCard) and request.command.ins == 0x86
    ]
    assert general_authenticate[0] > kinds.index(AskCitizen)


def test_declined_optional_right_is_not_in_the_template(world: World) -> None:
    world.run()
    (first, second) = _outputs(world)
    assert isinstance(first, Eac1Output)
    assert isinstance(second, Eac2Output)
    assert first.chat is not None
    assert first.chat.rights == NAMES
    assert first.authority_references == ()
    assert world.card is not None
    assert first.ef_card_access == world.pki.personalise("erika").ef_card_access


def test_chosen_optional_right_is_read(world: World) -> None:
    world.chosen = frozenset({AccessRight.ADDRESS, AccessRight.CAN_ALLOWED})
    assert isinstance(world.run(), EidSucceeded)
    first = _outputs(world)[0]
    assert isinstance(first, Eac1Output)
    assert first.chat is not None
    assert first.chat.rights == NAMES | {AccessRight.ADDRESS}
    assert isinstance(world.server_outcome, EidResult)
    assert world.server_outcome.personal_data.place_of_residence is not None


def test_progress_is_told_in_order(world: World) -> None:
    world.run()
    told = [request.progress for request in world.asked if isinstance(request, Report)]
    assert list(dict.fromkeys(told)) == [Progress.PIN, Progress.TERMINAL, Progress.CHIP, Progress.READING]


def test_late_signature(world: World) -> None:
    with_plan(world, signs_late=True)
    assert isinstance(world.run(), EidSucceeded)
    first, second, third = _outputs(world)
    assert isinstance(first, Eac1Output)
    assert second == EacSignatureWanted(first.challenge)
    assert isinstance(third, Eac2Output)


def test_age_check_is_asked_and_answered(world: World) -> None:
    today = world.pki.clock().date()
    grown_up = today.replace(year=today.year - 18, day=1)
    rights = NAMES | {AccessRight.AGE_VERIFICATION}
    data = AuxiliaryData.of(born_on_or_before=grown_up, valid_on=today)
    with_plan(world, required=rights, auxiliary_data=data)
    assert isinstance(world.run(), EidSucceeded)
    (asked,) = world.asked_for(AskCitizen)
    assert isinstance(asked, AskCitizen)
    assert asked.request.born_on_or_before == grown_up
    assert isinstance(world.server_outcome, EidResult)
    assert world.server_outcome.fulfils_age_verification is True


def test_every_message_relates_to_the_last_one(world: World) -> None:
    world.run()
    bodies = [request.body for request in world.asked if isinstance(request, ExchangePaos)]
    assert b"RelatesTo" not in bodies[0]
    assert all(b"<wsa:RelatesTo>urn:uuid:" in body for body in bodies[1:])


def test_wrong_pin_then_right(world: World) -> None:
    world.citizen = ["654321", "123456"]
    assert isinstance(world.run(), EidSucceeded)
    assert world.asked_for(AskPinAgain) == [AskPinAgain(2)]
    assert all(pin.is_wiped for pin in world.pins)
    assert _errors(world) == []


def test_second_wrong_pin_is_followed_by_the_can_and_the_third_try(world: World) -> None:
    world.citizen = ["654321", "111111", CAN + PERSONAS["erika"].can, "123456"]
    assert isinstance(world.run(), EidSucceeded)
    assert world.asked_for(AskPinAgain) == [AskPinAgain(2), AskPinAgain(1)]
    assert world.asked_for(AskPinAfterCan) == [AskPinAfterCan()]
    assert world.card is not None
    assert world.card.memory.read().pin_attempts == 3
    assert all(typed.is_wiped for typed in world.pins)


def test_last_attempt_is_never_spent_without_the_can(world: World) -> None:
    world.card = make_card(world.pki, "suspended")
    can, pin = PERSONAS["suspended"].can, PERSONAS["suspended"].pin
    world.citizen = [pin, CAN + "000000", pin, CAN + can, pin]
    assert isinstance(world.run(), EidSucceeded)
    assert world.asked_for(AskCan) == [AskCan()] * 3
    assert all(typed.is_wiped for typed in world.pins)


def test_third_wrong_pin_blocks_and_ends_the_run(world: World) -> None:
    world.card = make_card(world.pki, "suspended")
    world.citizen = [CAN + PERSONAS["suspended"].can, "999999"]
    outcome = world.run()
    expected = f"{REFRESH}&ResultMajor=error&ResultMinor=communicationError"
    assert outcome == EidFailed(expected, EidFailure.PIN_BLOCKED, ResultMinor.COMMUNICATION_ERROR)
    assert _errors(world) == [ResultMinor.COMMUNICATION_ERROR]
    assert world.card.memory.read().pin_attempts == 0


def test_can_is_not_given_to_a_card_that_needs_none(world: World) -> None:
    world.citizen = [CAN + PERSONAS["erika"].can, "123456"]
    assert isinstance(world.run(), EidSucceeded)
    assert world.asked_for(AskPinAgain) == [AskPinAgain(3)]
    assert world.pins[0].is_wiped


@pytest.mark.parametrize(
    ("persona", "failure", "minor"),
    [
        ("blocked", EidFailure.PIN_BLOCKED, ResultMinor.COMMUNICATION_ERROR),
        ("deactivated", EidFailure.PIN_DEACTIVATED, ResultMinor.NO_PERMISSION),
    ],
)
def test_card_whose_pin_cannot_be_used_ends_before_any_question(
    world: World, persona: str, failure: EidFailure, minor: ResultMinor
) -> None:
    world.card = make_card(world.pki, persona)
    outcome = world.run()
    assert isinstance(outcome, EidFailed)
    assert (outcome.failure, outcome.minor) == (failure, minor)
    assert world.asked_for(AskCitizen) == []
    assert _errors(world) == [minor]


def test_card_exchanged_while_the_pin_is_typed_never_gets_that_pin(world: World) -> None:
    def exchange(number: int) -> None:
        if number == 0:
            world.card = make_card(world.pki, "two_attempts")

    world.before_pin = exchange
    world.citizen = ["123456", PERSONAS["two_attempts"].pin]
    assert isinstance(world.run(), EidSucceeded)
    assert world.asked_for(AskPinAgain) == [AskPinAgain(2)]
    assert all(pin.is_wiped for pin in world.pins)


def test_refusal_is_a_cancellation(world: World) -> None:
    world.citizen = [None]
    outcome = world.run()
    assert outcome == EidFailed(CANCELLED, EidFailure.CANCELLED, ResultMinor.CANCELLATION_BY_USER)
    assert _errors(world) == [ResultMinor.CANCELLATION_BY_USER]


def test_refusal_after_a_wrong_pin(world: World) -> None:
    world.citizen = ["654321", None]
    outcome = world.run()
    assert outcome == EidFailed(CANCELLED, EidFailure.CANCELLED, ResultMinor.CANCELLATION_BY_USER)
    assert world.pins[0].is_wiped


def test_no_card_on_the_reader(world: World) -> None:
    world.card = None
    outcome = world.run()
    assert isinstance(outcome, EidFailed)
    assert outcome.failure is EidFailure.CARD_REMOVED


def test_other_cards_are_not_identity_cards(world: World) -> None:
    world.answer_card = lambda _number, _command: ResponseApdu(b"", 0x6A82)
    outcome = world.run()
    assert isinstance(outcome, EidFailed)
    assert outcome.failure is EidFailure.NOT_AN_ID_CARD
    assert len(_errors(world)) == 1


type AnswerCard = Callable[[int, CommandApdu], ResponseApdu | CardProblem | None]


def _at(position: int, answer: ResponseApdu | CardProblem) -> AnswerCard:
    return lambda number, _command: answer if number == position else None


def _from(position: int, answer: ResponseApdu | CardProblem) -> AnswerCard:
    return lambda number, _command: answer if number >= position else None


def _commands_of_a_good_run(pki: Pki) -> int:
    world = make_world(pki)
    assert isinstance(world.run(), EidSucceeded)
    return world.commands


def test_card_taken_away_at_each_command(pki: Pki) -> None:
    for last in range(1, _commands_of_a_good_run(pki) + 1):
        world = make_world(pki)
        world.answer_card = _from(last, CardProblem.CARD_GONE)
        outcome = world.run()
        assert outcome == EidFailed(CANCELLED, EidFailure.CARD_REMOVED, ResultMinor.CANCELLATION_BY_USER)
        assert _errors(world) == [ResultMinor.CANCELLATION_BY_USER], f"at command {last}"
        assert world.commands == last, "nothing is asked of a card that is gone"
        assert isinstance(world.server_outcome, EidError)
        assert all(pin.is_wiped for pin in world.pins)


@pytest.mark.parametrize(
    ("problem", "failure", "minor"),
    [
        (CardProblem.READER_GONE, EidFailure.READER_GONE, ResultMinor.UNKNOWN_ERROR),
        (CardProblem.FAILED, EidFailure.CARD_PROTOCOL, ResultMinor.INTERNAL_ERROR),
    ],
)
def test_reader_or_card_failing_at_each_command(
    pki: Pki, problem: CardProblem, failure: EidFailure, minor: ResultMinor
) -> None:
    for last in range(1, _commands_of_a_good_run(pki) + 1):
        world = make_world(pki)
        world.answer_card = _at(last, problem)
        outcome = world.run()
        assert isinstance(outcome, EidFailed)
        assert (outcome.failure, outcome.minor) == (failure, minor)
        assert _errors(world) == [minor]


@pytest.mark.parametrize("sw", [0x6F00, 0x6700, 0x9000, 0x6982])
def test_bare_status_at_each_command_never_crashes(pki: Pki, sw: int) -> None:
    commands = _commands_of_a_good_run(pki)
    for position in range(1, commands + 1):
        world = make_world(pki)
        world.answer_card = _at(position, ResponseApdu(b"", sw))
        outcome = world.run()
        assert isinstance(outcome, EidSucceeded | EidFailed)
        assert all(pin.is_wiped for pin in world.pins)


def test_reader_without_extended_length_is_named(pki: Pki) -> None:
    world = make_world(pki)

    def refuse_long(_number: int, command: CommandApdu) -> ResponseApdu | None:
        return ResponseApdu(b"", 0x6700) if command.is_extended else None

    world.answer_card = refuse_long
    outcome = world.run()
    assert isinstance(outcome, EidFailed)
    assert outcome.failure is EidFailure.EXTENDED_LENGTH


def test_garbage_under_secure_messaging_ends_the_run(world: World) -> None:
    def garble(_number: int, command: CommandApdu) -> ResponseApdu | None:
        return ResponseApdu(b"\x99\x02\x90\x00\x8e\x08" + bytes(8), 0x9000) if command.cla & 0x0C else None

    world.answer_card = garble
    outcome = world.run()
    assert isinstance(outcome, EidFailed)
    assert outcome.failure is EidFailure.CARD_PROTOCOL


def test_servers_own_commands_go_to_the_card_unchanged(world: World) -> None:
    sent: list[bytes] = []

    def listen(_number: int, command: CommandApdu) -> None:
        sent.append(command.to_bytes())

    world.answer_card = listen
    wanted: list[bytes] = []

    def note(_turn: int, message: object) -> object:
        wanted.extend(info.apdu for info in getattr(message, "apdus", ()))
        return message

    world.distort = note  # type: ignore[assignment]  # it returns what it was given
    assert isinstance(world.run(), EidSucceeded)
    assert wanted
    assert sent[-len(wanted) :] == wanted


def test_run_leaves_neither_pin_nor_token_in_its_reprs(world: World) -> None:
    outcome = world.run()
    text = repr([outcome, *world.asked, *world.told_server])
    for secret in ("123456", "session-1", "0011223344", "Erika", "ERIKA", REFRESH):
        assert secret not in text


def test_only_the_services_own_pages_are_fetched(world: World) -> None:
    world.run()
    pages = [request.url for request in world.asked if isinstance(request, FetchPage | PeekCertificate)]
    assert pages == ["https://service.example/token?session=1", REFRESH]
