"""Messages of the eID server that are early, late, malformed or bad news (TR-03124-2, module B)."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from eid_world import REFRESH, World, with_plan

from cardreader.chat import Chat, Role
from cardreader.cv_certificate import CvCertificate, issue
from cardreader.eid_client import paos
from cardreader.eid_client.exchange import AskCitizen, HttpFailed, HttpProblem, Page
from cardreader.eid_client.outcome import EidFailed, EidFailure, EidSucceeded
from cardreader.eid_client.paos_messages import (
    ClientMessage,
    DidAuthenticate,
    DidAuthenticateResponse,
    DidList,
    DidListResponse,
    Disconnect,
    DisconnectResponse,
    Eac1Input,
    Eac1Output,
    Eac2Input,
    EacAdditionalInput,
    Envelope,
    InitializeFramework,
    InitializeFrameworkResponse,
    InputApdu,
    ServerMessage,
    StartPaos,
    StartPaosResponse,
    Transmit,
    TransmitResponse,
)
from cardreader.eid_client.result import OK, ResultMajor, ResultMinor, failed

TURNS = range(1, 5)
"""The server's turns of a good run: EAC1, EAC2, Transmit, and the end."""
SERVER_ERROR = f"{REFRESH}&ResultMajor=error&ResultMinor=serverError"
CLIENT_ERROR = f"{REFRESH}&ResultMajor=error&ResultMinor=clientError"


def _errors(world: World) -> list[str | None]:
    results = [told.result for told in world.told_server if not isinstance(told, StartPaos)]
    return [result.minor for result in results if not result.is_ok]


def _instead(
    turn: int, message: ServerMessage | bytes | HttpFailed
) -> Callable[[int, ServerMessage], ServerMessage | bytes | HttpFailed]:
    return lambda number, original: message if number == turn else original


def _xml(message: ServerMessage, *changes: tuple[str, str]) -> bytes:
    """Write a message and change its text, every occurrence."""
    text = paos.build_server_message(Envelope("urn:uuid:1", None, message)).decode()
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return text.encode()


def _asked_first(world: World, question: ServerMessage, turn: int) -> None:
    """Have the server say `question` at `turn`, and what it meant to say there after its answer."""
    meant: list[ServerMessage] = []
    original_serve = world._serve

    def serve(message: ClientMessage) -> ServerMessage:
        return meant.pop() if isinstance(message, DidListResponse) else original_serve(message)

    def distort(number: int, message: ServerMessage) -> ServerMessage:
        if number != turn:
            return message
        meant.append(message)
        return question

    world._serve = serve  # type: ignore[method-assign]
    world.distort = distort


@pytest.mark.parametrize("turn", TURNS)
def test_the_list_of_what_authenticates_is_given_at_any_time(world: World, turn: int) -> None:
    _asked_first(world, DidList(), turn)
    assert isinstance(world.run(), EidSucceeded)
    assert [told for told in world.told_server if isinstance(told, DidListResponse)] == [DidListResponse()]


def test_the_card_is_let_go_before_the_end(world: World) -> None:
    world.distort = _instead(4, Disconnect("00"))
    original_serve = world._serve

    def serve(message: ClientMessage) -> ServerMessage:
        return StartPaosResponse(OK) if isinstance(message, DisconnectResponse) else original_serve(message)

    world._serve = serve  # type: ignore[method-assign]
    assert isinstance(world.run(), EidSucceeded)
    assert world.told_server[-1] == DisconnectResponse()


@pytest.mark.parametrize("turn", [1, 2])
def test_a_card_let_go_too_early_is_no_success(world: World, turn: int) -> None:
    world.distort = lambda number, message: (
        Disconnect() if number == turn else StartPaosResponse(OK) if number == turn + 1 else message
    )
    assert world.run() == EidFailed(SERVER_ERROR, EidFailure.SERVER_ERROR, ResultMinor.INTERNAL_ERROR)


@pytest.mark.parametrize(
    "late", [DidAuthenticate(EacAdditionalInput(b"x")), Transmit((InputApdu(b"\0\xb0\0\0"),))]
)
def test_nothing_is_done_with_a_card_that_was_let_go(world: World, late: ServerMessage) -> None:
    world.distort = lambda number, message: Disconnect() if number == 3 else late if number == 4 else message
    outcome = world.run()
    assert isinstance(outcome, EidFailed)
    assert outcome.failure is EidFailure.PROTOCOL


@pytest.mark.parametrize("turn", TURNS)
def test_letting_go_of_two_cards_at_once_is_refused(world: World, turn: int) -> None:
    twice = _xml(Disconnect(), ("</iso:SlotHandle>", "</iso:SlotHandle><iso:SlotHandle/>"))
    world.distort = _instead(turn, twice)
    assert isinstance(world.run(), EidFailed)
    assert world.told_server[-1] == DisconnectResponse(failed(ResultMinor.INTERNAL_ERROR))


@pytest.mark.parametrize("turn", TURNS)
def test_servers_error_at_each_turn_decides_the_result(world: World, turn: int) -> None:
    bad_news = StartPaosResponse(failed(ResultMinor.INTERNAL_ERROR))
    world.distort = _instead(turn, bad_news)
    assert world.run() == EidFailed(SERVER_ERROR, EidFailure.SERVER_ERROR, ResultMinor.INTERNAL_ERROR)
    assert _errors(world) == []


@pytest.mark.parametrize(
    ("minor", "told"),
    [
        (ResultMinor.TRUSTED_CHANNEL_FAILED, "trustedChannelEstablishmentFailed"),
        (ResultMinor.COMMUNICATION_ERROR, "communicationError"),
        (ResultMinor.CANCELLATION_BY_USER, "cancellationByUser"),
        (ResultMinor.DOCUMENT_NOT_VALID, "serverError"),
        ("http://unknown.example#code", "serverError"),
    ],
)
def test_servers_own_code_is_kept(world: World, minor: str, told: str) -> None:
    world.distort = _instead(4, StartPaosResponse(failed(minor)))
    outcome = world.run()
    assert outcome == EidFailed(
        f"{REFRESH}&ResultMajor=error&ResultMinor={told}", EidFailure.SERVER_ERROR, minor
    )


@pytest.mark.parametrize("turn", [1, 2])
def test_success_before_the_card_is_authenticated_is_no_success(world: World, turn: int) -> None:
    world.distort = _instead(turn, StartPaosResponse(OK))
    outcome = world.run()
    assert isinstance(outcome, EidFailed)
    assert outcome.failure is EidFailure.SERVER_ERROR


@pytest.mark.parametrize("turn", TURNS)
@pytest.mark.parametrize(
    ("problem", "failure"),
    [
        (HttpProblem.UNREACHABLE, EidFailure.SERVER_UNREACHABLE),
        (HttpProblem.TIMED_OUT, EidFailure.SERVER_UNREACHABLE),
        (HttpProblem.TOO_LARGE, EidFailure.SERVER_UNREACHABLE),
        (HttpProblem.TLS_REFUSED, EidFailure.TLS_UNTRUSTED),
        (HttpProblem.NOT_RESUMED, EidFailure.TLS_UNTRUSTED),
    ],
)
def test_channel_that_fails_at_each_turn(
    world: World, turn: int, problem: HttpProblem, failure: EidFailure
) -> None:
    world.distort = _instead(turn, HttpFailed(problem))
    outcome = world.run()
    expected = f"{REFRESH}&ResultMajor=error&ResultMinor=trustedChannelEstablishmentFailed"
    assert outcome == EidFailed(expected, failure, ResultMinor.TRUSTED_CHANNEL_FAILED)
    assert len(world.told_server) == turn, "nothing is sent over a broken channel"


def test_server_that_answers_404(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(World, "_paos", lambda self, _body: Page(404, None, b"", self.server_certificate))
    outcome = world.run()
    assert isinstance(outcome, EidFailed)
    assert outcome.failure is EidFailure.SERVER_UNREACHABLE


@pytest.mark.parametrize("turn", TURNS)
@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<html>",
        b"not xml at all",
        b"<a/>",
        b'<Envelope><Body><DIDGet xmlns="urn:x"/></Body></Envelope>',
        b"<Envelope><Body><CardApplicationDisconnect/></Body></Envelope>",
        b"<Envelope><Body/></Envelope>",
        b'<!DOCTYPE Envelope [<!ENTITY a "b">]><Envelope><Body><InitializeFramework/></Body></Envelope>',
    ],
)
def test_message_that_is_none_ends_the_run_unanswered(world: World, turn: int, body: bytes) -> None:
    world.distort = _instead(turn, body)
    assert world.run() == EidFailed(CLIENT_ERROR, EidFailure.PROTOCOL, ResultMinor.INTERNAL_ERROR)
    assert len(world.told_server) == turn


@pytest.mark.parametrize(
    ("turn", "message"),
    [
        (1, DidAuthenticate(EacAdditionalInput(b"\x01"))),
        (1, DidAuthenticate(Eac2Input(b"\x04" + bytes(64)))),
        (1, Transmit((InputApdu(bytes(4)),))),
        (2, Transmit((InputApdu(bytes(4)),))),
        (2, InitializeFramework()),
        (2, DidAuthenticate(EacAdditionalInput(b"\x01"))),
        (3, DidAuthenticate(EacAdditionalInput(b"\x01"))),
        (3, DidAuthenticate(Eac2Input(b"\x04" + bytes(64), b"\x01"))),
        (3, InitializeFramework()),
    ],
)
def test_message_at_the_wrong_moment_is_answered_with_an_error(
    world: World, turn: int, message: ServerMessage
) -> None:
    world.distort = _instead(turn, message)
    outcome = world.run()
    assert outcome == EidFailed(CLIENT_ERROR, EidFailure.PROTOCOL, ResultMinor.INTERNAL_ERROR)
    assert _errors(world) == [ResultMinor.INTERNAL_ERROR]
    expected = {
        DidAuthenticate: DidAuthenticateResponse,
        Transmit: TransmitResponse,
        InitializeFramework: InitializeFrameworkResponse,
    }
    assert isinstance(world.told_server[-1], expected[type(message)])


def _eac1(world: World) -> Eac1Input:
    terminal = world.plan.terminal
    return Eac1Input((terminal.certificate, terminal.verifier), terminal.description)


@pytest.mark.parametrize("change", ["no certificate", "no description", "description twice", "bad hex"])
def test_malformed_first_input_is_refused_before_any_question(world: World, change: str) -> None:
    eac1 = _eac1(world)
    text = _xml(DidAuthenticate(eac1)).decode()
    certificates = "".join(
        f"<iso:Certificate>{found.to_bytes().hex().upper()}</iso:Certificate>" for found in eac1.certificates
    )
    raw = eac1.description.to_bytes().hex().upper()
    description = f"<iso:CertificateDescription>{raw}</iso:CertificateDescription>"
    assert certificates in text
    assert description in text
    changed = {
        "no certificate": text.replace(certificates, ""),
        "no description": text.replace(description, ""),
        "description twice": text.replace(description, description * 2),
        "bad hex": text.replace(raw, f"{raw}X"),
    }[change]
    world.distort = _instead(1, changed.encode())
    assert world.run() == EidFailed(CLIENT_ERROR, EidFailure.PROTOCOL, ResultMinor.INTERNAL_ERROR)
    assert world.asked_for(AskCitizen) == []
    assert _errors(world) == [ResultMinor.INTERNAL_ERROR]


@pytest.mark.parametrize("change", ["missing", "twice"])
def test_second_input_without_exactly_one_key_is_refused(world: World, change: str) -> None:
    key = f"<iso:EphemeralPublicKey>{'04' + 64 * 'AB'}</iso:EphemeralPublicKey>"
    message = DidAuthenticate(Eac2Input(bytes.fromhex("04" + 64 * "AB"), b"\x01"))
    world.distort = _instead(2, _xml(message, (key, "" if change == "missing" else key * 2)))
    assert world.run() == EidFailed(CLIENT_ERROR, EidFailure.PROTOCOL, ResultMinor.INTERNAL_ERROR)
    assert _errors(world) == [ResultMinor.INTERNAL_ERROR]


def test_framework_is_initialised_before_the_rest(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    turns: list[ServerMessage] = []

    def first_framework(number: int, message: ServerMessage) -> ServerMessage:
        turns.append(message)
        return InitializeFramework() if number == 1 else message

    world.distort = first_framework
    serve = world._serve

    def wait(message: ClientMessage) -> ServerMessage:
        return turns[0] if isinstance(message, InitializeFrameworkResponse) else serve(message)

    monkeypatch.setattr(world, "_serve", wait)
    assert isinstance(world.run(), EidSucceeded)
    assert world.told_server[1] == InitializeFrameworkResponse()


def test_key_without_its_first_byte_is_understood(world: World) -> None:
    def strip(_number: int, message: ServerMessage) -> ServerMessage | bytes:
        if isinstance(message, DidAuthenticate) and isinstance(message.input, Eac2Input):
            key = message.input.ephemeral_public_key.hex().upper()
            return _xml(message, (key, key[2:]))
        return message

    world.distort = strip
    assert isinstance(world.run(), EidSucceeded)


@pytest.mark.parametrize(
    ("codes", "answered", "is_ok"),
    [
        (["9000", None, "9000"], 3, True),
        ([None, "6300", None], 2, False),
        (["90", "63", "90"], 2, False),
        (["90", "9000", "90"], 3, True),
        (["6A"], 1, False),
        ([""], 1, True),
    ],
)
def test_batch_stops_at_the_first_unacceptable_status(
    world: World, codes: list[str | None], answered: int, *, is_ok: bool
) -> None:
    def add_codes(number: int, message: ServerMessage) -> ServerMessage:
        if number != 3 or not isinstance(message, Transmit):
            return message
        infos = [
            replace(info, acceptable_status_codes=(code,) if code is not None else ())
            for info, code in zip(message.apdus, codes, strict=False)
        ]
        return Transmit(tuple(infos))

    world.distort = add_codes
    world.run()
    response = next(told for told in world.told_server if isinstance(told, TransmitResponse))
    assert len(response.output_apdus) == answered
    assert (response.result.major == ResultMajor.OK) == is_ok


def test_impossible_command_in_a_batch(world: World) -> None:
    world.distort = _instead(3, Transmit((InputApdu(bytes.fromhex("00B0000005AA")),)))
    outcome = world.run()
    assert isinstance(outcome, EidFailed)
    assert outcome.failure is EidFailure.PROTOCOL


def test_endless_dialogue_is_ended(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    select = InputApdu(bytes.fromhex("00A4040C09E80704007F00070302"))
    world.distort = lambda number, message: message if number < 3 else Transmit((select,))
    monkeypatch.setattr(world, "_serve", _never_done(world))
    outcome = world.run()
    assert isinstance(outcome, EidFailed)
    assert outcome.failure is EidFailure.PROTOCOL


def _never_done(world: World) -> Callable[[ClientMessage], ServerMessage]:
    serve = world._serve
    return lambda message: StartPaosResponse(OK) if isinstance(message, TransmitResponse) else serve(message)


def _verifier_from_nowhere(world: World) -> CvCertificate:
    key = ec.generate_private_key(ec.BrainpoolP256R1())
    today = world.pki.clock().date()
    return issue(
        issuer_key=key,
        authority="DECVCANOWHERE01",
        holder=world.plan.terminal.verifier.chr,
        public_key=key.public_key(),
        chat=Chat(Role.DV_OFFICIAL_DOMESTIC, world.plan.terminal.certificate.chat.rights),
        effective=today,
        expiration=today + timedelta(days=1),
    )


def test_card_that_trusts_no_certificate_is_named_to_the_server(world: World) -> None:
    verifier = _verifier_from_nowhere(world)
    with_plan(world, terminal=replace(world.plan.terminal, verifier=verifier))
    outcome = world.run()
    assert isinstance(outcome, EidFailed)
    assert (outcome.refresh_url, outcome.failure) == (CLIENT_ERROR, EidFailure.CARD_TRUSTS_NO_CERTIFICATE)
    output = world.told_server[1]
    assert isinstance(output, DidAuthenticateResponse)
    assert isinstance(output.output, Eac1Output)
    assert output.output.authority_references == (world.plan.authority.roots[-1].certificate.chr,)


def test_certificates_that_come_late_complete_the_chain(world: World) -> None:
    right = world.plan.terminal.verifier
    wrong = _verifier_from_nowhere(world)
    with_plan(world, terminal=replace(world.plan.terminal, verifier=wrong))

    def add(_number: int, message: ServerMessage) -> ServerMessage:
        if isinstance(message, DidAuthenticate) and isinstance(message.input, Eac2Input):
            stranger = world.pki.issue_terminal("https://other.example").certificate
            return replace(message, input=replace(message.input, certificates=(stranger, right)))
        return message

    world.distort = add
    assert isinstance(world.run(), EidSucceeded)


def test_order_of_the_certificates_does_not_matter(world: World) -> None:
    def reverse(_number: int, message: ServerMessage) -> ServerMessage:
        if isinstance(message, DidAuthenticate) and isinstance(message.input, Eac1Input):
            backwards = message.input.certificates[::-1]
            return replace(message, input=replace(message.input, certificates=backwards))
        return message

    world.distort = reverse
    assert isinstance(world.run(), EidSucceeded)
