"""Strangers, garbage and half-finished requests at the door of the eID server."""

import logging
import socket
import ssl

import pytest
from eid_sessions import log_in, opened, start_paos
from stub_client import PskConnection, StubCard

from cardreader.eid_client import paos
from cardreader.eid_client.paos_messages import (
    DidAuthenticateResponse,
    Envelope,
    InitializeFrameworkResponse,
    StartPaosResponse,
)
from cardreader.eid_client.result import OK, ResultMinor, failed
from sandbox.eid_server import sessions
from sandbox.eid_server.eid_interface import (
    EidError,
    NoResultYet,
)
from sandbox.eid_server.server import EidServer


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
