"""The eID server over real TLS on loopback: logins, strangers, garbage, silence, a broken network."""

import http.client
import logging
import socket
import ssl
import threading
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from stub_client import USER_AGENT, PskConnection, StubCard, StubClient

from cardreader import tlv
from cardreader.chat import AccessRight
from cardreader.eid_client import paos
from cardreader.eid_client.paos_messages import (
    DidAuthenticateResponse,
    Eac1Input,
    Envelope,
    InitializeFrameworkResponse,
    StartPaos,
    StartPaosResponse,
)
from cardreader.eid_client.result import OK, ResultMinor, failed
from sandbox.eid_server import comparison, sessions
from sandbox.eid_server.eid_interface import (
    INVALID_SESSION,
    MISSING_ARGUMENT,
    MISSING_TERMINAL_RIGHTS,
    TOO_MANY_OPEN_SESSIONS,
    EidError,
    EidResult,
    NoResultYet,
    UseIdError,
    UseIdRequest,
    UseIdResponse,
)
from sandbox.eid_server.pki import Pki
from sandbox.eid_server.server import EidServer

NAMES = UseIdRequest(required=frozenset({AccessRight.GIVEN_NAMES}))
FILES = {4: tlv.encode(0x64, tlv.encode(0x0C, b"ERIKA"))}
ORIGIN = "https://localhost:8443"


class SteadyClock:
    def __init__(self) -> None:
        self.now_s = 1000.0

    def __call__(self) -> float:
        return self.now_s


@pytest.fixture
def clock_s() -> SteadyClock:
    return SteadyClock()


@pytest.fixture
def server(pki: Pki, clock_s: SteadyClock) -> Iterator[EidServer]:
    running = EidServer(pki, ORIGIN, max_sessions=3, idle_s=60, clock_s=clock_s)
    running.start()
    yield running
    running.stop()


@pytest.fixture
def card(pki: Pki) -> StubCard:
    return StubCard(pki.personalise("erika"), FILES)


def opened(server: EidServer, request: UseIdRequest = NAMES) -> UseIdResponse:
    response = server.use_id(request)
    assert isinstance(response, UseIdResponse)
    return response


def start_paos(session_id: str) -> bytes:
    return paos.build_client_message(Envelope(paos.new_message_id(), None, StartPaos(session_id, USER_AGENT)))


def log_in(session: UseIdResponse, card: StubCard) -> StartPaosResponse:
    with PskConnection(session) as connection:
        return StubClient(card, connection.post).run(session.session_id)


def test_a_login_over_one_connection(server: EidServer, card: StubCard) -> None:
    session = opened(server)
    assert session.server_address == f"https://localhost:{server.port}/paos"
    assert len(session.psk) == 32
    assert isinstance(server.get_result(session.session_id), NoResultYet)
    assert log_in(session, card) == StartPaosResponse(OK)
    result = server.get_result(session.session_id)
    assert isinstance(result, EidResult)
    assert result.personal_data.given_names == "ERIKA"
    assert server.get_result(session.session_id) == EidError(INVALID_SESSION)


def test_a_client_may_come_back_by_a_new_connection(server: EidServer, card: StubCard) -> None:
    session = opened(server)

    def post(body: bytes) -> bytes:
        with PskConnection(session) as connection:
            return connection.post(body)

    assert StubClient(card, post).run(session.session_id) == StartPaosResponse(OK)


def test_logins_side_by_side(server: EidServer, pki: Pki) -> None:
    results: dict[str, StartPaosResponse] = {}

    def one(name: str) -> None:
        results[name] = log_in(opened(server), StubCard(pki.personalise(name), FILES))

    threads = [threading.Thread(target=one, args=(name,)) for name in ("erika", "hans", "jo")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
    assert results == dict.fromkeys(("erika", "hans", "jo"), StartPaosResponse(OK))


def test_the_certificate_shown_is_the_one_described(server: EidServer, pki: Pki, card: StubCard) -> None:
    session = opened(server)
    connection = PskConnection(session)
    client = StubClient(card, connection.post)
    client.run(session.session_id)
    assert isinstance(connection.http.sock, ssl.SSLSocket)
    assert connection.http.sock.getpeercert(binary_form=True) == pki.eid_server_tls.certificate_der
    assert connection.http.sock.version() == "TLSv1.2"
    connection.close()


@pytest.mark.parametrize(("identity", "psk"), [(None, b"wrong" * 5), ("unknown", None), ("", None)])
def test_strangers_get_no_connection(server: EidServer, identity: str | None, psk: bytes | None) -> None:
    connection = PskConnection(opened(server), psk=psk, identity=identity)
    with pytest.raises(OSError, match=r"(?i)ssl|reset|eof"):
        connection.http.connect()
    connection.close()


def test_tls_without_a_key_gets_no_connection(server: EidServer) -> None:
    context = ssl.create_default_context()
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    with (
        socket.create_connection(("127.0.0.1", server.port), timeout=10) as plain,
        pytest.raises(ssl.SSLError),
    ):
        context.wrap_socket(plain)


def test_an_ended_session_lets_nobody_in(server: EidServer, card: StubCard) -> None:
    session = opened(server)
    log_in(session, card)
    with pytest.raises(OSError, match=r"(?i)ssl|reset|eof"):
        log_in(session, card)


def test_the_session_of_another_cannot_be_taken(server: EidServer) -> None:
    mine, other = opened(server), opened(server)
    connection = PskConnection(mine)
    answer = paos.parse_server_message(connection.post(start_paos(other.session_id)))
    connection.close()
    assert answer.message == StartPaosResponse(failed(ResultMinor.PARAMETER_ERROR))
    assert server.get_result(mine.session_id) == EidError(ResultMinor.PARAMETER_ERROR)
    assert isinstance(server.get_result(other.session_id), NoResultYet)


@pytest.mark.parametrize("relates_to", [None, "urn:uuid:another"])
def test_an_answer_to_another_message_ends_the_session(server: EidServer, relates_to: str | None) -> None:
    session = opened(server)
    connection = PskConnection(session)
    first = paos.parse_server_message(connection.post(start_paos(session.session_id)))
    assert first.relates_to is not None
    reply = Envelope("urn:uuid:1", relates_to, DidAuthenticateResponse(failed(ResultMinor.TIMEOUT)))
    second = paos.parse_server_message(connection.post(paos.build_client_message(reply)))
    connection.close()
    assert second.message == StartPaosResponse(failed(ResultMinor.PARAMETER_ERROR))


def test_the_first_message_must_be_startpaos_and_come_once(server: EidServer) -> None:
    session = opened(server)
    connection = PskConnection(session)
    too_early = Envelope("urn:uuid:1", None, InitializeFrameworkResponse())
    answer = paos.parse_server_message(connection.post(paos.build_client_message(too_early)))
    assert answer.message == StartPaosResponse(failed(ResultMinor.INTERNAL_ERROR))
    connection.close()
    again = opened(server)
    connection = PskConnection(again)
    connection.post(start_paos(again.session_id))
    answer = paos.parse_server_message(connection.post(start_paos(again.session_id)))
    assert answer.message == StartPaosResponse(failed(ResultMinor.INTERNAL_ERROR))
    answer = paos.parse_server_message(connection.post(start_paos(again.session_id)))
    assert answer.message == StartPaosResponse(failed(ResultMinor.TIMEOUT))
    connection.close()


GARBAGE = [
    b"",
    b"\x00",
    b"<",
    b"<Envelope/>",
    b"<!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>",
    b"<Envelope><Body><StartPAOS/></Body></Envelope>",
    "<Envelope>ü</Envelope>".encode("latin-1"),
    b"<a>" * 100_000,
]


@pytest.mark.parametrize("body", GARBAGE, ids=range(len(GARBAGE)))
def test_garbage_is_a_bad_request_and_ends_the_session(server: EidServer, body: bytes) -> None:
    session = opened(server)
    connection = PskConnection(session)
    assert connection.request("POST", "/paos", body)[0] == 400
    connection.close()
    assert server.get_result(session.session_id) == EidError(ResultMinor.PARAMETER_ERROR)


def test_a_malformed_message_is_answered_by_its_number(server: EidServer) -> None:
    session = opened(server)
    connection = PskConnection(session)
    body = start_paos(session.session_id).replace(b"VersionMajor>1<", b"VersionMajor>one<")
    answer = paos.parse_server_message(connection.post(body))
    connection.close()
    assert answer.message == StartPaosResponse(failed(ResultMinor.PARAMETER_ERROR))
    assert answer.relates_to is not None
    assert answer.relates_to.encode() in body


def test_an_error_with_an_empty_output_is_heard_all_the_same(server: EidServer) -> None:
    session = opened(server)
    with PskConnection(session) as connection:
        first = paos.parse_server_message(connection.post(start_paos(session.session_id)))
        refusal = DidAuthenticateResponse(failed(ResultMinor.CANCELLATION_BY_USER))
        body = paos.build_client_message(Envelope("urn:uuid:1", first.message_id, refusal))
        empty = (
            b'<AuthenticationProtocolData xsi:type="iso:EAC1OutputType"><EFCardAccess></EFCardAccess>'
            b"<IDPICC></IDPICC><Challenge></Challenge></AuthenticationProtocolData></iso:DIDAuthenticateResponse>"
        )
        body = body.replace(b"</iso:DIDAuthenticateResponse>", empty)
        answer = paos.parse_server_message(connection.post(body))
    assert answer.message == StartPaosResponse(failed(ResultMinor.CANCELLATION_BY_USER))
    assert server.get_result(session.session_id) == EidError(ResultMinor.CANCELLATION_BY_USER)


@pytest.mark.parametrize(
    ("method", "path", "headers", "status"),
    [
        ("POST", "/elsewhere", {}, 404),
        ("POST", "/paos", {"Content-Length": "one"}, 400),
        ("POST", "/paos", {"Content-Length": "-1"}, 400),
        ("POST", "/paos", {"Content-Length": "99999999999999999999"}, 413),
        ("POST", "/paos", {"Content-Length": "1048577"}, 413),
        ("POST", "/paos", {"Transfer-Encoding": "chunked"}, 411),
        ("GET", "/paos", {}, 501),
    ],
)
def test_http_that_is_not_paos(
    server: EidServer, method: str, path: str, headers: dict[str, str], status: int
) -> None:
    session = opened(server)
    connection = PskConnection(session)
    assert connection.request(method, path, None, headers)[0] == status
    connection.close()
    assert isinstance(server.get_result(session.session_id), NoResultYet)


def test_a_client_that_breaks_off_in_the_middle_does_no_harm(server: EidServer, card: StubCard) -> None:
    session = opened(server)
    connection = PskConnection(session)
    connection.http.putrequest("POST", "/paos")
    connection.http.putheader("Content-Length", "1000")
    connection.http.endheaders(b"<half")
    connection.close()
    with socket.create_connection(("127.0.0.1", server.port), timeout=10) as plain:
        plain.sendall(b"\x16\x03\x01\xff\xff")
    assert log_in(opened(server), card) == StartPaosResponse(OK)


def test_a_bug_ends_one_session_only(
    server: EidServer, card: StubCard, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    session = opened(server)
    monkeypatch.setattr(sessions.Sessions, "_advance", lambda *_: 1 / 0)
    connection = PskConnection(session)
    with caplog.at_level(logging.ERROR):
        answer = paos.parse_server_message(connection.post(start_paos(session.session_id)))
    connection.close()
    monkeypatch.undo()
    assert answer.message == StartPaosResponse(failed(ResultMinor.INTERNAL_ERROR))
    assert server.get_result(session.session_id) == EidError(ResultMinor.INTERNAL_ERROR)
    assert "a session failed inside the eID server" in caplog.text
    assert log_in(opened(server), card) == StartPaosResponse(OK)


def test_silence_ends_a_session_and_later_deletes_its_result(server: EidServer, clock_s: SteadyClock) -> None:
    fetched, forgotten = opened(server), opened(server)
    clock_s.now_s += 59
    assert isinstance(server.get_result(fetched.session_id), NoResultYet)
    clock_s.now_s += 2
    assert server.get_result(fetched.session_id) == EidError(ResultMinor.TIMEOUT)
    with PskConnection(forgotten) as stranger, pytest.raises(OSError, match=r"(?i)ssl|reset|eof"):
        stranger.http.connect()
    clock_s.now_s += 61
    assert server.get_result(forgotten.session_id) == EidError(INVALID_SESSION)


def test_a_client_that_speaks_keeps_its_session(
    server: EidServer, clock_s: SteadyClock, card: StubCard
) -> None:
    session = opened(server)
    connection = PskConnection(session)

    def slow_post(body: bytes) -> bytes:
        clock_s.now_s += 50
        return connection.post(body)

    assert StubClient(card, slow_post).run(session.session_id) == StartPaosResponse(OK)
    connection.close()


def test_there_is_an_end_to_open_sessions(server: EidServer, clock_s: SteadyClock) -> None:
    for _ in range(3):
        opened(server)
    assert server.use_id(NAMES) == UseIdError(TOO_MANY_OPEN_SESSIONS)
    clock_s.now_s += 61
    assert server.use_id(NAMES) == UseIdError(TOO_MANY_OPEN_SESSIONS)  # ended, but nobody fetched the results
    clock_s.now_s += 61
    opened(server)


def test_an_unavailable_server_refuses_and_comes_back_on_its_port(server: EidServer, card: StubCard) -> None:
    port = server.port
    session = opened(server)
    connection = PskConnection(session)
    connection.post(start_paos(session.session_id))
    server.set_available(False)
    server.set_available(False)
    with pytest.raises((OSError, http.client.HTTPException)):
        connection.post(start_paos(session.session_id))
    connection.close()
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", port), timeout=10)
    server.set_available(True)
    server.set_available(True)
    assert server.port == port
    assert log_in(opened(server), card) == StartPaosResponse(OK)


def test_stopping_cuts_connections_and_ends_the_threads(pki: Pki) -> None:
    before = threading.active_count()
    server = EidServer(pki, ORIGIN)
    server.start()
    server.start()
    session = opened(server)
    connection = PskConnection(session)
    connection.post(start_paos(session.session_id))
    server.stop()
    server.stop()
    connection.close()
    assert threading.active_count() == before
    with pytest.raises(RuntimeError, match="start it first"):
        server.use_id(NAMES)


def test_a_taken_port_is_an_error_at_start(pki: Pki, server: EidServer) -> None:
    with pytest.raises(OSError, match="in use"):
        EidServer(pki, ORIGIN, port=server.port).start()


@pytest.mark.parametrize(
    ("request_", "minor"),
    [
        (UseIdRequest(required=frozenset()), MISSING_ARGUMENT),
        (UseIdRequest(required=frozenset({AccessRight.CAN_ALLOWED})), MISSING_TERMINAL_RIGHTS),
        (
            UseIdRequest(required=frozenset(), optional=frozenset({AccessRight.WRITE_ADDRESS})),
            MISSING_TERMINAL_RIGHTS,
        ),
        (UseIdRequest(required=frozenset({AccessRight.AGE_VERIFICATION})), MISSING_ARGUMENT),
        (UseIdRequest(required=frozenset({AccessRight.AGE_VERIFICATION}), age=0), MISSING_ARGUMENT),
        (UseIdRequest(required=frozenset({AccessRight.COMMUNITY_VERIFICATION})), MISSING_ARGUMENT),
        (
            UseIdRequest(required=frozenset({AccessRight.COMMUNITY_VERIFICATION}), community_id="027"),
            MISSING_ARGUMENT,
        ),
    ],
)
def test_requests_that_make_no_sense(server: EidServer, request_: UseIdRequest, minor: str) -> None:
    assert server.use_id(request_) == UseIdError(minor)


def test_what_the_card_shall_compare() -> None:
    asked = UseIdRequest(
        required=frozenset({AccessRight.AGE_VERIFICATION, AccessRight.COMMUNITY_VERIFICATION}),
        age=18,
        community_id="0276050911",
    )
    data = comparison.auxiliary_data(asked, date(2028, 2, 29))
    assert data is not None
    assert (data.born_on_or_before, data.valid_on) == (date(2010, 2, 28), date(2028, 2, 29))
    assert data.municipality_id == bytes.fromhex("0276050911")
    only_names = comparison.auxiliary_data(NAMES, date(2026, 11, 23))
    assert only_names is not None
    assert (only_names.born_on_or_before, only_names.municipality_id) == (None, None)


def test_a_server_that_runs_for_days_renews_its_terminal_certificate(tmp_path: Path, card: StubCard) -> None:
    now = [datetime(2026, 11, 23, 9, 0, tzinfo=UTC)]
    own_pki = Pki.open(tmp_path, lambda: now[0])
    server = EidServer(own_pki, ORIGIN)
    server.start()
    try:
        for days, expected in ((0, date(2026, 11, 23)), (2, date(2026, 11, 23)), (1, date(2026, 11, 26))):
            now[0] += timedelta(days=days)
            session = opened(server)
            with PskConnection(session) as connection:
                client = StubClient(StubCard(own_pki.personalise("erika"), FILES), connection.post)
                client.run(session.session_id)
            first = client.received[0]
            eac1 = getattr(first, "input", None)
            assert isinstance(eac1, Eac1Input)
            assert eac1.certificates[0].effective == expected
            assert isinstance(server.get_result(session.session_id), EidResult)
    finally:
        server.stop()
