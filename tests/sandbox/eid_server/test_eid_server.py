"""The eID server over real TLS on loopback: logins, silence, a broken network, a long life."""

import http.client
import socket
import ssl
import threading
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from eid_sessions import FILES, NAMES, ORIGIN, SteadyClock, log_in, opened, start_paos
from stub_client import PskConnection, StubCard, StubClient

from cardreader.chat import AccessRight
from cardreader.eid_client.paos_messages import (
    Eac1Input,
    StartPaosResponse,
)
from cardreader.eid_client.result import OK, ResultMinor
from sandbox.eid_server import comparison
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
)
from sandbox.eid_server.pki import Pki
from sandbox.eid_server.server import EidServer


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
